import type { Facts } from '../../model/facts.ts';
import type { Evidence, None } from '../../model/finding.ts';
import type { Config, Gathered, KubeProxyConfig, ResourceKey } from '../../model/resources.ts';
import type { Instance, Instances, Lookup } from '../../model/views.ts';
import type { Container } from '../../shapes/generated.ts';
import type { AllResources } from '../managed-plane.ts';
import { escapePointer } from '../places.ts';
import { isSystemNamespace, type Process, processesOf } from '../processes/find-processes.ts';
import { type ConfigPlace, fieldEvidence, fieldOf } from './config-layer.ts';
import { pendingNotes } from './instances.ts';
import { readField } from './kubelet.ts';
import { givenBy, instanceOf, known, type Layer, readLayers, unknown } from './layers.ts';
import { type Candidate, findCandidates, processCandidate } from './process-instances.ts';

/** What the settings of kube-proxy are made of. */
export const KUBE_PROXY_INPUTS = [
  'host-files',
  'daemon-sets',
  'control-plane-pods',
  'nodes',
  'kube-proxy-config',
  'cilium-config',
] as const satisfies readonly ResourceKey[];

/** The flag of each field of kube-proxy's configuration, for where there is no file. */
const FLAGS: Readonly<Record<string, string>> = {
  bindAddress: 'bind-address',
  bindAddressHardFail: 'bind-address-hard-fail',
  'clientConnection.kubeconfig': 'kubeconfig',
  clusterCIDR: 'cluster-cidr',
  'conntrack.maxPerCore': 'conntrack-max-per-core',
  enableProfiling: 'profiling',
  featureGates: 'feature-gates',
  healthzBindAddress: 'healthz-bind-address',
  hostnameOverride: 'hostname-override',
  'iptables.localhostNodePorts': 'iptables-localhost-nodeports',
  'iptables.masqueradeAll': 'masquerade-all',
  metricsBindAddress: 'metrics-bind-address',
  mode: 'proxy-mode',
  nodePortAddresses: 'nodeport-addresses',
  portRange: 'proxy-port-range',
};

const flagOf = (field: string): string => FLAGS[field] ?? field;

/** What its flag decides also where there is a file; the second has no field. */
const FLAG_WINS = ['hostnameOverride', 'master'];

/** The version of the configuration that is described; one without is none that kube-proxy starts with. */
const API_VERSION = 'kubeproxy.config.k8s.io/v1alpha1';

/**
 * kube-proxy: one instance per DaemonSet that runs it, and per pod that belongs to none. Pods that run something else than their DaemonSet now
 * says, as they are not replaced yet, are an instance too.
 */
export function kubeProxySettings(resources: AllResources, facts: Facts): Gathered<Instances> {
  const { 'daemon-sets': sets, 'control-plane-pods': pods, 'kube-proxy-config': config } = resources;
  if (sets.state === 'failed' && pods.state === 'failed') return sets;
  const fromSets = daemonSetProcesses(resources);
  const { candidates, pending } = findCandidates(withoutOwned(resources, fromSets), 'kube-proxy', facts);
  const found = [...fromSets.map((process) => processCandidate(process, facts)), ...candidates];
  const instances = found.map((candidate) => proxyInstance(candidate, config, facts));
  const unread = [sets, pods].flatMap((one) =>
    one.state === 'failed' ? [one.failure.detail] : one.state === 'partial' ? one.missing : [],
  );
  const [first, ...rest] = [...unread, ...pendingNotes(pending)];
  const value: Instances = { instances, none: noneOf(resources['cilium-config']) };
  return first === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [first, ...rest] };
}

/** Nothing runs kube-proxy: proven where Cilium says that it does the work, else merely not seen. */
function noneOf(cilium: Gathered<Config>): None {
  const replacement = replacementBy(cilium);
  return replacement === undefined ? NONE : { absent: [replacement], because: 'Cilium does the work of kube-proxy' };
}

const NONE: None = {
  unseen: {
    code: 'not-visible',
    detail: 'no DaemonSet or pod runs kube-proxy: it may run on the hosts, or the network plugin may do its work',
  },
};

/** Evidence that Cilium serves Services in place of kube-proxy; undefined where it does not say so. Up to 1.13 it called that strict. */
export function replacementBy(cilium: Gathered<Config>): Evidence | undefined {
  const replacement = cilium.state === 'failed' ? undefined : cilium.value['kube-proxy-replacement'];
  if (replacement !== 'true' && replacement !== 'strict') return undefined;
  return {
    from: 'object',
    object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'cilium-config', namespace: 'kube-system' },
    pointer: '/data/kube-proxy-replacement',
    observed: replacement,
    source: 'config-map',
  };
}

function daemonSetProcesses({ 'daemon-sets': sets }: AllResources): readonly Process[] {
  const all = sets.state === 'failed' ? [] : sets.value;
  return all
    .filter(({ metadata }) => isSystemNamespace(metadata.namespace))
    .sort((one, other) => (nameOf(one.metadata) < nameOf(other.metadata) ? -1 : 1))
    .filter(({ status }) => status === undefined || status.desiredNumberScheduled > 0)
    .flatMap(({ metadata, spec }) => {
      const { name, namespace } = metadata;
      const object = { apiVersion: 'apps/v1', kind: 'DaemonSet', name, namespace };
      const { labels } = spec.template.metadata;
      return processesOf({ object, labels, spec: spec.template.spec, pointer: '/spec/template/spec', pod: undefined });
    })
    .filter(({ component }) => component === 'kube-proxy');
}

const nameOf = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `${namespace}/${name}`;

/** The same resources without the pods of these DaemonSets; of those that run something else than their DaemonSet says, one of each kind stays. */
function withoutOwned(resources: AllResources, sets: readonly Process[]): AllResources {
  const pods = resources['control-plane-pods'];
  if (pods.state === 'failed') return resources;
  const current = new Map(sets.map(({ object, container }) => [`${object.namespace}/${object.name}`, runs(container)]));
  const seen = new Set<string>();
  const value = [...pods.value]
    .sort((one, other) => (nameOf(one.metadata) < nameOf(other.metadata) ? -1 : 1))
    .filter(({ metadata, spec }) => {
      const names = metadata.ownerReferences.map(({ kind, name }) => `${kind} ${metadata.namespace}/${name}`);
      const set = [...current.keys()].find((name) => names.includes(`DaemonSet ${name}`));
      if (set === undefined) return true;
      const content = `${set} ${spec.containers.map(runs).join()}`;
      if (seen.has(content) || spec.containers.some((container) => runs(container) === current.get(set))) return false;
      seen.add(content);
      return true;
    });
  return { ...resources, 'control-plane-pods': { ...pods, value } };
}

const runs = ({ image, command, args }: Container): string => JSON.stringify([image, command, args]);

function proxyInstance(candidate: Candidate, config: Gathered<KubeProxyConfig>, facts: Facts): Instance {
  const { subject, version, layers, originOf } = candidate;
  const file = readLayers(layers, 'config');
  if (file === undefined || (file.known && file.value === '')) {
    const flagDefault = candidate.fallback(version);
    return instanceOf({
      subject,
      version,
      originOf,
      layers: [flagLayer(layers)],
      fallback: (field) => flagDefault(flagOf(field)),
    });
  }
  if (!file.known) return instanceOf({ subject, version, originOf, layers: [], fallback: () => file });
  const own = onlyFields(flagLayer(layers), FLAG_WINS);
  const document = documentIn(originOf?.(String(file.value)), config, String(file.value));
  if ('known' in document) return instanceOf({ subject, version, originOf, layers: [own], fallback: () => document });
  const { content, place } = document;
  return instanceOf({
    subject,
    version,
    originOf,
    layers: [own, documentLayer(content, place)],
    fallback: (field) =>
      proxyDefault(facts, field, version, fieldEvidence(place, field, emptyIn(content, field), 'config-map')),
  });
}

/** The configuration where the file is the one that was read, or why it is not known. */
function documentIn(
  origin: string | undefined,
  config: Gathered<KubeProxyConfig>,
  file: string,
): { readonly content: Config; readonly place: ConfigPlace } | Extract<Lookup, { readonly known: false }> {
  const hidden = unknown('set-in-file', `set in ${file}, on the host or in a ConfigMap that is not read`);
  if (origin?.startsWith('config-map:kube-system/') !== true) return hidden;
  if (config.state === 'failed') return { known: false, because: config.failure };
  const { name, key, config: content } = config.value;
  if (origin !== `config-map:kube-system/${name}/${key}`) return hidden;
  const apiVersion = fieldOf(content, 'apiVersion');
  if (apiVersion !== undefined && apiVersion !== API_VERSION)
    return unknown('not-understood', `${file} is of ${apiVersion}, which is not described`);
  const object = { apiVersion: 'v1', kind: 'ConfigMap', name, namespace: 'kube-system' };
  return { content, place: { object, pointer: `/data/${escapePointer(key)}` } };
}

/** Answers for fields by the flags that stand for them. */
function flagLayer(layers: readonly Layer[]): Layer {
  return {
    read: (field) => readLayers(layers, flagOf(field)),
    gives: (field) => givenBy(layers, flagOf(field)),
  };
}

const onlyFields = (layer: Layer, only: readonly string[]): Layer => ({
  read: (field) => (only.includes(field) ? layer.read(field) : undefined),
  gives: (field) => (only.includes(field) ? layer.gives(field) : false),
});

/** The configuration file: what is empty in it takes the default. */
function documentLayer(document: Config, place: ConfigPlace): Layer {
  const given = (field: string) => (emptyIn(document, field) === undefined ? fieldOf(document, field) : undefined);
  return {
    read(field) {
      const found = given(field);
      return found === undefined ? undefined : readField(field, found, place, 'config-map');
    },
    gives: (field) => given(field) !== undefined,
  };
}

/** The value of a field that is there and says nothing. */
function emptyIn(document: Config, field: string): '' | null | undefined {
  const found = fieldOf(document, field);
  return found === '' || found === null ? found : undefined;
}

function proxyDefault(facts: Facts, field: string, version: Instance['version'], absent: Evidence): Lookup {
  if (version === undefined) {
    return unknown(
      'outside-known-versions',
      `${field} is not set, and the version that its default depends on is not known`,
    );
  }
  const fact = facts.configDefault('kube-proxy', field, version.value);
  if (!fact.known)
    return unknown('outside-known-versions', `${field} is not set, and its default is not known: ${fact.why}`);
  const cited = {
    from: 'fact',
    fact: `default of ${field} in kube-proxy ${version.value}`,
    value: fact.value,
    source: fact.source,
  } as const;
  return known(fact.value, 'default', [absent, cited]);
}
