import type { Facts } from '../model/facts.ts';
import type { Evidence, None } from '../model/finding.ts';
import type { Config, Gathered, KubeProxyConfig, ResourceKey } from '../model/resources.ts';
import type { Instance, Instances, Lookup } from '../model/views.ts';
import { type Process, processesOf } from './components.ts';
import { type ConfigPlace, fieldEvidence, fieldOf } from './config-layer.ts';
import { pendingNotes } from './instances.ts';
import { instanceOf, known, type Layer, readLayers, unknown } from './layers.ts';
import type { AllResources } from './managed-plane.ts';
import { type Candidate, findCandidates, processCandidate } from './process-instances.ts';
import { readField } from './settings-kubelet.ts';

/** What the settings of kube-proxy are made of. */
export const KUBE_PROXY_INPUTS = [
  'daemon-sets',
  'control-plane-pods',
  'nodes',
  'kube-proxy-config',
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

/** The only field that its flag decides also where there is a file. */
const FLAG_WINS = 'hostnameOverride';

/** kube-proxy: one instance per DaemonSet that runs it, and per pod that belongs to none. */
export function kubeProxySettings(resources: AllResources, facts: Facts): Gathered<Instances> {
  const { 'daemon-sets': sets, 'control-plane-pods': pods, 'kube-proxy-config': config } = resources;
  if (sets.state === 'failed' && pods.state === 'failed') return sets;
  const fromSets = daemonSetProcesses(resources);
  const owners = new Set(fromSets.map(({ object }) => `${object.namespace}/${object.name}`));
  const { candidates, pending } = findCandidates(withoutOwned(resources, owners), 'kube-proxy', facts);
  const found = [...fromSets.map((process) => processCandidate(process, facts)), ...candidates];
  const instances = found.map((candidate) => proxyInstance(candidate, config, facts));
  const unread = [sets, pods].flatMap((one) =>
    one.state === 'failed' ? [one.failure.detail] : one.state === 'partial' ? one.missing : [],
  );
  const [first, ...rest] = [...unread, ...pendingNotes(pending)];
  const value: Instances = { instances, none: NONE };
  return first === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [first, ...rest] };
}

const NONE: None = {
  unseen: {
    code: 'not-visible',
    detail: 'no DaemonSet or pod runs kube-proxy: it may run on the hosts, or the network plugin may do its work',
  },
};

function daemonSetProcesses({ 'daemon-sets': sets }: AllResources): readonly Process[] {
  const all = sets.state === 'failed' ? [] : sets.value;
  return [...all]
    .sort((one, other) => (nameOf(one.metadata) < nameOf(other.metadata) ? -1 : 1))
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

/** The same resources without the pods of these DaemonSets. */
function withoutOwned(resources: AllResources, owners: ReadonlySet<string>): AllResources {
  const pods = resources['control-plane-pods'];
  if (pods.state === 'failed') return resources;
  const value = pods.value.filter(
    ({ metadata }) =>
      !metadata.ownerReferences.some(
        ({ kind, name }) => kind === 'DaemonSet' && owners.has(`${metadata.namespace}/${name}`),
      ),
  );
  return { ...resources, 'control-plane-pods': { ...pods, value } };
}

function proxyInstance(candidate: Candidate, config: Gathered<KubeProxyConfig>, facts: Facts): Instance {
  const { subject, version, layers, configMaps } = candidate;
  const flags = flagLayer(layers);
  const file = readLayers(layers, 'config');
  const ownDefault = (field: string, absent: Evidence | undefined): Lookup => {
    const flag = FLAGS[field];
    const unset = flag === undefined ? undefined : candidate.fallback(version)(flag);
    // Where flags that are not seen may be set (k3s) there is no default either.
    if (unset?.known === false && unset.because.code === 'not-visible') return unset;
    const place = absent ?? (unset?.known ? unset.evidence[0] : undefined);
    return proxyDefault(facts, field, version, place);
  };
  if (file === undefined || (file.known && file.value === '')) {
    return instanceOf({ subject, version, layers: [flags], fallback: (field) => ownDefault(field, undefined) });
  }
  if (!file.known) return instanceOf({ subject, version, layers: [], fallback: () => file });
  const mounted = config.state !== 'failed' && configMaps.includes(config.value.name);
  if (!mounted) {
    const hidden: Lookup =
      config.state === 'failed' && configMaps.length > 0
        ? { known: false, because: config.failure }
        : unknown('set-in-file', `set in ${file.value} on the host`);
    return instanceOf({ subject, version, layers: [onlyField(flags, FLAG_WINS)], fallback: () => hidden });
  }
  const place: ConfigPlace = {
    object: { apiVersion: 'v1', kind: 'ConfigMap', name: config.value.name, namespace: 'kube-system' },
    pointer: '/data/config.conf',
  };
  const document = config.value.config;
  return instanceOf({
    subject,
    version,
    layers: [onlyField(flags, FLAG_WINS), documentLayer(document, place)],
    fallback: (field) => ownDefault(field, fieldEvidence(place, field, emptyIn(document, field), 'config-map')),
  });
}

/** Answers for fields by the flags that stand for them. */
function flagLayer(layers: readonly Layer[]): Layer {
  return {
    read: (field) => readLayers(layers, FLAGS[field] ?? field),
    gives: (field) => layers[0]?.gives(FLAGS[field] ?? field),
  };
}

const onlyField = (layer: Layer, only: string): Layer => ({
  read: (field) => (field === only ? layer.read(field) : undefined),
  gives: (field) => (field === only ? layer.gives(field) : false),
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

function proxyDefault(facts: Facts, field: string, version: Instance['version'], absent: Evidence | undefined): Lookup {
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
  return known(fact.value, 'default', absent === undefined ? [cited] : [absent, cited]);
}
