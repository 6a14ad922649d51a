import type { Answer } from '../kube/reader.ts';
import type { Uncertainty } from '../model/finding.ts';
import type {
  ClientAuthorities,
  ClusterInfo,
  Config,
  Gathered,
  KubeadmConfig,
  KubeProxyConfig,
} from '../model/resources.ts';
import { schemas } from '../shapes/generated.ts';
import { configMaps, lists, type ObjectSource } from './catalogue.ts';
import { readCertificates } from './certificates.ts';
import { keepFields, parseDocuments } from './config-document.ts';
import { CLUSTER_CONFIGURATION_FIELDS, KUBE_PROXY_FIELDS, KUBELET_FIELDS } from './config-fields.ts';
import { readConnection } from './connection-config.ts';
import { listKind } from './list-kind.ts';
import type { Requests } from './requests.ts';
import { keepText } from './secret-text.ts';
import { readVersion } from './server-endpoints.ts';
import { isRecord, malformed, recordsIn, stringIn, type Untyped } from './untyped.ts';

interface NamedData {
  readonly namespace: string;
  readonly name: string;
  readonly data: Readonly<Record<string, string | undefined>>;
}

/** kubeadm's ClusterConfiguration. */
export async function readKubeadmConfig(requests: Requests): Promise<Gathered<KubeadmConfig>> {
  const found = await readConfigMap(requests, configMaps.kubeadm, configMaps.kubeadm.names);
  return documentFrom(found, 'ClusterConfiguration', (document) => ({
    clusterConfiguration: keepFields(document, CLUSTER_CONFIGURATION_FIELDS),
  }));
}

/** The KubeletConfiguration that kubeadm gives to all kubelets. */
export async function readKubeletConfig(requests: Requests): Promise<Gathered<Config>> {
  const [name, ...older] = configMaps.kubelet.names;
  let found = await readConfigMap(requests, configMaps.kubelet, [name]);
  if (isMissing(found)) {
    const version = await readVersion(requests);
    const minor = version.state === 'failed' ? undefined : version.value.minor.replace(/\D/g, '');
    const named = older.filter((one) => minor !== undefined && one.endsWith(`-1.${minor}`));
    if (named.length > 0) found = await readConfigMap(requests, configMaps.kubelet, named);
  }
  return documentFrom(found, 'KubeletConfiguration', (document) => keepFields(document, KUBELET_FIELDS));
}

/** The configuration of kube-proxy, and what its kubeconfig says of the connection. */
export async function readKubeProxyConfig(requests: Requests): Promise<Gathered<KubeProxyConfig>> {
  const { names } = configMaps.kubeProxy;
  const answers = await Promise.all(names.map((name) => readConfigMap(requests, configMaps.kubeProxy, [name])));
  const maps = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const [first, ...documents] = maps.map((map) => ({ map, document: documentOfKind(map, 'KubeProxyConfiguration') }));
  if (first === undefined) {
    const failures = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]));
    return failed(
      failures.find(({ code }) => code !== 'not-served') ?? failures[0] ?? noConfigMap('kube-system', names[0]),
    );
  }
  const found = [first, ...documents].find(({ document }) => document.ok) ?? first;
  if (!found.document.ok) return failed(found.document.failure);
  const { key, value } = found.document.value;
  return withConnection(found.map.name, key, keepFields(value, KUBE_PROXY_FIELDS), maps);
}

/** Whose certificates the API server takes. */
export async function readClientAuthorities(requests: Requests): Promise<Gathered<ClientAuthorities>> {
  const found = await readConfigMap(requests, configMaps.clientAuthorities, configMaps.clientAuthorities.names);
  if (!found.ok) return failed(found.failure);
  const bundle = (key: string) => {
    const text = found.value.data[key] ?? '';
    return text === '' ? undefined : readCertificates(Buffer.from(text).toString('base64'));
  };
  const [client, requestHeader] = await Promise.all([bundle('client-ca-file'), bundle('requestheader-client-ca-file')]);
  return {
    state: 'whole',
    value: { ...(client === undefined ? {} : { client }), ...(requestHeader === undefined ? {} : { requestHeader }) },
  };
}

/** Where kubeadm says that the API server is. */
export async function readClusterInfo(requests: Requests): Promise<Gathered<ClusterInfo>> {
  const found = await readConfigMap(requests, configMaps.clusterInfo, configMaps.clusterInfo.names);
  const document = found.ok ? documentOfKind(found.value, 'Config') : found;
  if (!document.ok) return failed(document.failure);
  const cluster = recordsIn(document.value.value, 'clusters')[0]?.['cluster'];
  const server = stringIn(cluster, 'server');
  if (server === undefined) return failed(malformed('ConfigMap kube-public/cluster-info: it names no server'));
  const authority = stringIn(cluster, 'certificate-authority-data') ?? '';
  return {
    state: 'whole',
    value: { server: keepText(server), ...(authority === '' ? {} : { authority: await readCertificates(authority) }) },
  };
}

/** What Cilium's configuration says of who serves Services; asked for only where its DaemonSet is seen. */
export async function readCiliumConfig(requests: Requests): Promise<Gathered<Config>> {
  const sets = await listKind(requests, lists.daemonSets);
  if (sets.state === 'failed') return sets;
  const runs = sets.value.some(({ metadata }) => metadata.namespace === 'kube-system' && metadata.name === 'cilium');
  if (!runs) return { ...sets, value: {} };
  const found = await readConfigMap(requests, configMaps.cilium, configMaps.cilium.names);
  if (!found.ok) return failed(found.failure);
  return { state: 'whole', value: { 'kube-proxy-replacement': found.value.data['kube-proxy-replacement'] } };
}

function withConnection(
  name: string,
  key: string,
  config: Config,
  maps: readonly NamedData[],
): Gathered<KubeProxyConfig> {
  const map = maps.find(({ data }) => kubeconfigKey(data) !== undefined);
  const kubeconfigAt = map && kubeconfigKey(map.data);
  if (map === undefined || kubeconfigAt === undefined) return { state: 'whole', value: { name, key, config } };
  const place = { configMap: map.name, key: kubeconfigAt };
  const document = documentOfKind({ ...map, data: { [kubeconfigAt]: map.data[kubeconfigAt] } }, 'Config');
  const kubeconfig = document.ok ? readConnection(document.value.value, place) : undefined;
  if (kubeconfig !== undefined) return { state: 'whole', value: { name, key, config, kubeconfig } };
  const why = document.ok ? 'its current context leads nowhere' : document.failure.detail;
  return {
    state: 'partial',
    value: { name, key, config },
    missing: [`the kubeconfig in ConfigMap kube-system/${map.name}: ${why}`],
  };
}

const kubeconfigKey = (data: NamedData['data']): string | undefined =>
  Object.keys(data)
    .sort()
    .find((key) => key.startsWith('kubeconfig'));

/** The first of the named ConfigMaps that exists. */
async function readConfigMap(
  requests: Requests,
  { namespace }: ObjectSource,
  names: readonly string[],
): Promise<Answer<NamedData>> {
  let failure = noConfigMap(namespace, names[0] ?? '');
  for (const name of names) {
    const answer = await requests.get(`/api/v1/namespaces/${namespace}/configmaps/${name}`);
    if (answer.ok) return projectConfigMap(namespace, name, answer.value);
    failure = answer.failure;
    if (failure.code !== 'not-served') break;
  }
  return { ok: false, failure };
}

function projectConfigMap(namespace: string, name: string, json: unknown): Answer<NamedData> {
  try {
    return { ok: true, value: { namespace, name, data: schemas.ConfigMap.project(json).data } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: malformed(`ConfigMap ${namespace}/${name}: ${detail}`) };
  }
}

function documentFrom<T>(found: Answer<NamedData>, kind: string, keep: (document: Untyped) => T): Gathered<T> {
  const document = found.ok ? documentOfKind(found.value, kind) : found;
  return document.ok ? { state: 'whole', value: keep(document.value.value) } : failed(document.failure);
}

interface KeyedDocument {
  readonly key: string;
  readonly value: Untyped;
}

/** The document of a kind among all values of a ConfigMap, and its key. */
function documentOfKind({ namespace, name, data }: NamedData, kind: string): Answer<KeyedDocument> {
  let trouble = `it has no ${kind}`;
  for (const [key, text] of Object.entries(data).sort()) {
    if (text === undefined || !text.includes(kind)) continue;
    const parsed = parseDocuments(text);
    if (!parsed.ok) trouble = `${key}: ${parsed.detail}`;
    const document = parsed.ok ? parsed.documents.find((one) => isRecord(one) && one['kind'] === kind) : undefined;
    if (isRecord(document)) return { ok: true, value: { key, value: document } };
  }
  return { ok: false, failure: malformed(`ConfigMap ${namespace}/${name}: ${trouble}`) };
}

const noConfigMap = (namespace: string, name: string): Uncertainty => ({
  code: 'not-served',
  detail: `no ConfigMap ${namespace}/${name}`,
});

const failed = (failure: Uncertainty) => ({ state: 'failed', failure }) as const;

const isMissing = (answer: Answer<unknown>): boolean => !answer.ok && answer.failure.code === 'not-served';
