import type { Facts } from '../../model/facts.ts';
import type { Evidence, None } from '../../model/finding.ts';
import type { Config, Gathered, KubeProxyConfig, ResourceKey } from '../../model/resources.ts';
import type { Instance, Instances, Lookup } from '../../model/views.ts';
import type { AllResources } from '../managed-plane.ts';
import { escapePointer } from '../places.ts';
import { baseName } from '../processes/command-line.ts';
import { isSystemNamespace, type Process, processesOf } from '../processes/find-processes.ts';
import { type ConfigPlace, fieldEvidence, fieldOf } from './config-layer.ts';
import { pendingNotes } from './instances.ts';
import { readField } from './kubelet.ts';
import { givenBy, instanceOf, known, type Layer, readLayers, unknown } from './layers.ts';
import { type Candidate, findCandidates, processCandidate } from './process-instances.ts';

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

const flagOf = (field: string): string => FLAGS[field] ?? field;

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
  return all
    .filter(({ metadata }) => isSystemNamespace(metadata.namespace))
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
  const { subject, version, layers } = candidate;
  const file = readLayers(layers, 'config');
  if (file === undefined || (file.known && file.value === '')) {
    const flagDefault = candidate.fallback(version);
    return instanceOf({
      subject,
      version,
      layers: [flagLayer(layers)],
      fallback: (field) => flagDefault(flagOf(field)),
    });
  }
  if (!file.known) return instanceOf({ subject, version, layers: [], fallback: () => file });
  const ownName = onlyField(flagLayer(layers), FLAG_WINS);
  const mounted = config.state !== 'failed' && candidate.configMaps.includes(config.value.name);
  if (!mounted || subject.namespace !== 'kube-system') {
    const hidden = hiddenFile(candidate, config, String(file.value));
    return instanceOf({ subject, version, layers: [ownName], fallback: () => hidden });
  }
  const { name, config: document } = config.value;
  // The ConfigMap's keys are the names of the files that it is mounted as.
  const pointer = `/data/${escapePointer(baseName(String(file.value)))}`;
  const place: ConfigPlace = {
    object: { apiVersion: 'v1', kind: 'ConfigMap', name, namespace: 'kube-system' },
    pointer,
  };
  return instanceOf({
    subject,
    version,
    layers: [ownName, documentLayer(document, place)],
    fallback: (field) =>
      proxyDefault(facts, field, version, fieldEvidence(place, field, emptyIn(document, field), 'config-map')),
  });
}

/** Why the settings of a file are not known: its ConfigMap was not read, or it is not the one that is read. */
function hiddenFile({ configMaps }: Candidate, config: Gathered<KubeProxyConfig>, file: string): Lookup {
  if (config.state === 'failed' && configMaps.length > 0) return { known: false, because: config.failure };
  return unknown('set-in-file', `set in ${file}, on the host or in a ConfigMap that is not read`);
}

/** Answers for fields by the flags that stand for them. */
function flagLayer(layers: readonly Layer[]): Layer {
  return {
    read: (field) => readLayers(layers, flagOf(field)),
    gives: (field) => givenBy(layers, flagOf(field)),
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
