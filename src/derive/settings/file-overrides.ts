import type { FlagType } from '../../model/facts.ts';
import type { Evidence, Https } from '../../model/finding.ts';
import type { Config, ConfigValue } from '../../model/resources.ts';
import type { Lookup, NamedFile } from '../../model/views.ts';
import { escapePointer } from '../places.ts';
import type { ProcessComponent } from '../processes/component-signs.ts';
import { fieldOf, observedField } from './config-layer.ts';
import { readFlagValue } from './flag-values.ts';
import { type FileLookup, NO_FILES } from './host-files.ts';
import { known, type Layer, readLayers, unknown } from './layers.ts';

/** A flag that names a file on the host, and the settings that the file decides, whatever their own flags say. */
interface FileOverride {
  readonly component: ProcessComponent;
  readonly flag: string;
  /** Names of flags; one that ends in a dash stands for all that begin so; undefined for all flags. */
  readonly settings: readonly string[] | undefined;
  readonly source: Https;
  /** What the content says of a setting; undefined where that is not described. */
  readonly read: (content: Config, setting: string) => Told | undefined;
}

/** A value and the fields that show it, a field that leaves the setting to its default, or that the setting's flag decides after all. */
type Told =
  | { readonly value: ConfigValue; readonly fields: readonly [string, ...string[]] }
  | { readonly left: string }
  | 'flag';

/** What a file makes of a setting; `left` is the evidence that it leaves it to its default. */
export type FileAnswer = Lookup | { readonly left: Evidence };

const REFERENCE = 'https://kubernetes.io/docs/reference';

const FILE_OVERRIDES: readonly FileOverride[] = [
  {
    component: 'kube-apiserver',
    flag: 'authentication-config',
    settings: ['anonymous-auth', 'oidc-'],
    source: `${REFERENCE}/access-authn-authz/authentication/`,
    read: (content, setting) => {
      if (setting !== 'anonymous-auth') return undefined;
      // Without the section the flag decides; both at once the server refuses.
      return fieldOf(content, 'anonymous') === undefined ? 'flag' : told(content, 'anonymous.enabled', false);
    },
  },
  {
    component: 'kube-apiserver',
    flag: 'authorization-config',
    settings: ['authorization-mode', 'authorization-webhook-'],
    source: `${REFERENCE}/access-authn-authz/authorization/`,
    read: (content, setting) => (setting === 'authorization-mode' ? authorizers(content) : undefined),
  },
  {
    component: 'kube-apiserver',
    flag: 'openshift-config',
    settings: undefined,
    source: 'https://github.com/openshift/origin/pull/23236',
    read: () => undefined,
  },
  {
    component: 'kube-scheduler',
    flag: 'config',
    settings: [
      'profiling',
      'contention-profiling',
      'kubeconfig',
      'kube-api-',
      'leader-elect',
      'leader-elect-',
      'address',
      'port',
    ],
    source: `${REFERENCE}/command-line-tools-reference/kube-scheduler/`,
    read: readScheduler,
  },
  {
    component: 'etcd',
    flag: 'config-file',
    settings: undefined,
    source: 'https://etcd.io/docs/v3.6/op-guide/configuration/',
    read: (content, setting) => {
      const field = ETCD_FIELDS.get(setting);
      return field === undefined ? undefined : told(content, field);
    },
  },
];

/** Its fields, by the flags whose place they take. https://kubernetes.io/docs/reference/config-api/kube-scheduler-config.v1/ */
const SCHEDULER_FIELDS: ReadonlyMap<string, string> = new Map([
  ['profiling', 'enableProfiling'],
  ['contention-profiling', 'enableContentionProfiling'],
  ['kubeconfig', 'clientConnection.kubeconfig'],
  ['leader-elect', 'leaderElection.leaderElect'],
]);

function readScheduler(content: Config, setting: string): Told | undefined {
  const field = SCHEDULER_FIELDS.get(setting);
  if (field === undefined) return undefined;
  // Contention is profiled by default only where profiling is on.
  const alone = setting === 'contention-profiling' && fieldOf(content, field) === undefined;
  return alone && fieldOf(content, 'enableProfiling') === false
    ? { value: false, fields: ['enableProfiling'] }
    : told(content, field);
}

const TRANSPORT_FIELDS = ['auto-tls', 'cert-file', 'client-cert-auth', 'key-file', 'trusted-ca-file'];

/** The fields of etcd's file by flag: most have its name. https://github.com/etcd-io/etcd/blob/v3.6.5/etcd.conf.yml.sample */
const ETCD_FIELDS: ReadonlyMap<string, string> = new Map([
  ...[
    'advertise-client-urls',
    'auth-token',
    'cipher-suites',
    'data-dir',
    'enable-pprof',
    'initial-advertise-peer-urls',
    'listen-client-http-urls',
    'listen-client-urls',
    'listen-metrics-urls',
    'listen-peer-urls',
    'metrics',
    'name',
    'tls-max-version',
    'tls-min-version',
  ].map((flag) => [flag, flag] as const),
  ...TRANSPORT_FIELDS.map((field) => [field, `client-transport-security.${field}`] as const),
  ...TRANSPORT_FIELDS.map((field) => [`peer-${field}`, `peer-transport-security.${field}`] as const),
  ['client-cert-allowed-hostname', 'client-transport-security.allowed-hostname'],
  ['peer-cert-allowed-cn', 'peer-transport-security.allowed-cn'],
  ['peer-cert-allowed-hostname', 'peer-transport-security.allowed-hostname'],
]);

const told = (content: Config, field: string, otherwise?: ConfigValue): Told => {
  const value = fieldOf(content, field) ?? otherwise;
  return value === undefined ? { left: field } : { value, fields: [field] };
};

/** The types of the authorizers in their order, as --authorization-mode lists them. */
function authorizers(content: Config): Told | undefined {
  const list = fieldOf(content, 'authorizers');
  if (!Array.isArray(list)) return undefined;
  const types = (list as readonly ConfigValue[]).map((one) =>
    typeof one === 'object' && one !== null ? (one as Config)['type'] : undefined,
  );
  const [first, ...rest] = types.map((_, index) => `authorizers.${index}.type`);
  if (first === undefined || !types.every((type) => typeof type === 'string')) return undefined;
  return { value: types, fields: [first, ...rest] };
}

/**
 * Tells what a file on the host makes of a setting of an instance whose settings come from these layers, or why it is not known whether
 * one does; undefined where none decides it.
 */
export function fileOverrides(
  component: ProcessComponent,
  layers: readonly Layer[],
  files: FileLookup = NO_FILES,
  typeOf: (flag: string) => FlagType | undefined = () => undefined,
): (setting: string) => FileAnswer | undefined {
  const overrides = FILE_OVERRIDES.filter((override) => override.component === component);
  return (setting) => {
    for (const { flag, settings, read } of overrides) {
      if (flag === setting || !decides(settings, setting)) continue;
      const named = readLayers(layers, flag);
      if (named === undefined) continue;
      if (!named.known) return named;
      if (named.value === '') continue;
      const file = files(String(named.value));
      if (!file.known) return file;
      const found = read(file.content, setting);
      if (found === 'flag') continue;
      return answerOf(file, setting, found, typeOf(setting));
    }
    return undefined;
  };
}

function answerOf(file: NamedFile, setting: string, found: Told | undefined, type: FlagType | undefined): FileAnswer {
  if (found === undefined || found === 'flag')
    return unknown('set-in-file', `set in ${file.path} on the host, in a way that is not described: ${setting}`);
  if ('left' in found) return { left: evidenceOf(file, found.left) };
  const observed = observedField(found.value);
  const value = typeof observed === 'string' ? readFlagValue([observed], type) : observed;
  if (observed === undefined || value === undefined)
    return unknown('not-understood', `${found.fields[0]} in ${file.path} is no value that can be read`);
  const [first, ...rest] = found.fields;
  return known(value, 'host-file', [evidenceOf(file, first), ...rest.map((field) => evidenceOf(file, field))]);
}

function evidenceOf({ node, path, content }: NamedFile, field: string): Evidence {
  const pointer = `/${field.split('.').map(escapePointer).join('/')}`;
  const observed = observedField(fieldOf(content, field) ?? null) ?? null;
  return { from: 'host-file', node, path, pointer, observed, source: 'host-file' };
}

const decides = (settings: readonly string[] | undefined, setting: string): boolean =>
  settings?.some((name) => name === setting || (name.endsWith('-') && setting.startsWith(name))) ?? true;
