import { stringify } from 'yaml';
import { keepFields, parseDocuments } from '../../src/gather/config-document.ts';
import {
  CLUSTER_CONFIGURATION_FIELDS,
  type FieldList,
  KUBE_PROXY_FIELDS,
  KUBELET_FIELDS,
} from '../../src/gather/config-fields.ts';
import { keepFlagValue, REDACTED } from '../../src/gather/secret-text.ts';
import { isRecord, recordsIn, stringIn, type Untyped } from '../../src/gather/untyped.ts';
import { siftJson } from './sift.ts';

/** Of a credential only that it is there is read, and of an authority what cluster-info says of it. */
const CREDENTIALS = ['token', 'password', 'client-key-data', 'client-certificate-data', 'certificate-authority-data'];

const KUBECONFIG_FIELDS: FieldList = {
  apiVersion: true,
  kind: true,
  'current-context': true,
  contexts: { name: true, context: { cluster: true, user: true } },
  clusters: {
    name: true,
    cluster: {
      server: true,
      'certificate-authority': true,
      'certificate-authority-data': true,
      'insecure-skip-tls-verify': true,
    },
  },
  users: { name: true, user: { tokenFile: true, token: true, password: true, 'client-key-data': true } },
};

/** The fields that are kept of the documents in ConfigMaps, by their kind; others are not kept at all. */
const DOCUMENTS: Readonly<Record<string, FieldList>> = {
  ClusterConfiguration: CLUSTER_CONFIGURATION_FIELDS,
  KubeletConfiguration: KUBELET_FIELDS,
  KubeProxyConfiguration: KUBE_PROXY_FIELDS,
  Config: KUBECONFIG_FIELDS,
};

/** What kubevet keeps of the answer to GET of a path that is no list. Throws where it asked for something that has no rule. */
export function siftAnswer(path: string, answer: unknown): Untyped {
  if (!isRecord(answer)) throw new Error(`${path} is no JSON object`);
  const rule = RULES.find(([pattern]) => pattern.test(path))?.[1];
  if (rule === undefined) throw new Error(`nothing says what may be kept of ${path}`);
  return rule(answer);
}

const RULES: readonly (readonly [RegExp, (answer: Untyped) => Untyped])[] = [
  [
    /^\/version$/,
    (answer) => pick(answer, ['major', 'minor', 'gitVersion', 'platform', 'emulationMajor', 'emulationMinor']),
  ],
  [/^\/flagz$/, (answer) => ({ ...pick(answer, ['kind', 'apiVersion']), flags: keepFlags(answer['flags']) })],
  [
    /^\/statusz$/,
    (answer) => pick(answer, ['kind', 'apiVersion', 'binaryVersion', 'emulationVersion', 'startTime']),
  ],
  [/^\/api$/, (answer) => pick(answer, ['kind', 'versions'])],
  [
    /^\/apis$/,
    (answer) => ({
      ...pick(answer, ['kind', 'apiVersion']),
      groups: recordsIn(answer, 'groups').map((group) => ({
        name: group['name'],
        versions: recordsIn(group, 'versions').map((version) => pick(version, ['groupVersion', 'version'])),
      })),
    }),
  ],
  [
    /^\/(api|apis\/[^/]+)\/v\w+$/,
    (answer) => ({
      ...pick(answer, ['kind', 'groupVersion']),
      resources: recordsIn(answer, 'resources')
        .filter((resource) => !stringIn(resource, 'name')?.includes('/'))
        .map((resource) => pick(resource, ['name', 'namespaced', 'kind', 'verbs'])),
    }),
  ],
  [
    /\/proxy\/configz$/,
    ({ kubeletconfig }) => ({ kubeletconfig: isRecord(kubeletconfig) ? keepFields(kubeletconfig, KUBELET_FIELDS) : {} }),
  ],
  [/^\/api\/v1\/namespaces\/kube-(system|public)\/configmaps\/[^/]+$/, siftConfigMap],
];

/** Certificates of authorities, which are public. */
const AUTHORITIES = ['client-ca-file', 'requestheader-client-ca-file'];

function siftConfigMap(answer: Untyped): Untyped {
  const data = isRecord(answer['data']) ? answer['data'] : {};
  const isClusterInfo = stringIn(answer['metadata'], 'name') === 'cluster-info';
  const credentials = CREDENTIALS.filter((field) => !isClusterInfo || field !== 'certificate-authority-data');
  const kept = Object.entries(data).flatMap(([key, text]) => {
    if (AUTHORITIES.includes(key)) return [[key, text]];
    const parsed = parseDocuments(String(text));
    const documents = (parsed.ok ? parsed.documents : []).flatMap((document) => keepDocument(document, credentials));
    return documents.length === 0 ? [] : [[key, documents.map((one) => stringify(one)).join('---\n')]];
  });
  return { ...siftJson('ConfigMap', { metadata: answer['metadata'] }), data: Object.fromEntries(kept) };
}

function keepDocument(document: unknown, credentials: readonly string[]): readonly object[] {
  const fields = DOCUMENTS[stringIn(document, 'kind') ?? ''];
  return fields === undefined ? [] : [keepFields(withoutCredentials(document, credentials), fields)];
}

function withoutCredentials(document: unknown, credentials: readonly string[]): Untyped {
  const isCredential = (name: string, value: unknown) => credentials.includes(name) && typeof value === 'string' && value !== '';
  return JSON.parse(JSON.stringify(document), (name, value) => (isCredential(name, value) ? REDACTED : value));
}

const keepFlags = (flags: unknown): Untyped =>
  Object.fromEntries(
    Object.entries(isRecord(flags) ? flags : {}).map(([flag, text]) => [flag, keepFlagValue(flag, String(text))]),
  );

const pick = (from: Untyped, names: readonly string[]): Untyped =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
