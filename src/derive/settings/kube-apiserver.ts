import type { Facts } from '../../model/facts.ts';
import type { ClusterIdentity, Flagz, Gathered, ResourceKey } from '../../model/resources.ts';
import type { Instance, Instances } from '../../model/views.ts';
import type { AllResources } from '../managed-plane.ts';
import { CONTROL_PLANE_INPUTS, withKubeadm } from './control-plane.ts';
import { readFlagValue, unwrapPrinted } from './flag-values.ts';
import { flagzLayer } from './flagz-layer.ts';
import { NO_FILES } from './host-files.ts';
import { noneOf, pendingNotes } from './instances.ts';
import { type Layer, unknown } from './layers.ts';
import { type Candidate, candidateInstance, findCandidates } from './process-instances.ts';

/** What the settings of the API server are made of. */
export const KUBE_APISERVER_INPUTS = [...CONTROL_PLANE_INPUTS, 'flagz'] as const satisfies readonly ResourceKey[];

const COMPONENT = 'kube-apiserver';

/**
 * Flags that a server without a serving certificate sets itself, to the files of a pair in --cert-dir which it makes where there is none.
 * https://github.com/kubernetes/kubernetes/blob/v1.37.2/staging/src/k8s.io/apiserver/pkg/server/options/serving.go
 */
const OWN_PAIR = new Map([
  ['tls-cert-file', 'apiserver.crt'],
  ['tls-private-key-file', 'apiserver.key'],
]);

/** The API servers and their settings. /flagz is one replica's: it counts for the one that advertises its address, else for none. */
export function kubeApiserverSettings(
  resources: AllResources,
  facts: Facts,
  cluster: ClusterIdentity,
): Gathered<Instances> {
  const { candidates, pending, foreign } = findCandidates(resources, COMPONENT, facts);
  const { flagz } = resources;
  const none = noneOf(COMPONENT, resources, cluster, foreign);
  const notes = pendingNotes(pending);
  if (candidates.length === 0 && flagz.state !== 'failed' && 'unseen' in none) {
    const note = 'one API server answered /flagz: whether there are others, and how they are set, is not visible';
    return withKubeadm(COMPONENT, resources, facts, [endpointInstance(flagz.value, resources, facts)], none, [
      note,
      ...notes,
    ]);
  }
  const answering = flagz.state === 'failed' ? undefined : attribute(flagz.value, candidates);
  // The only one is who answers, unless the provider runs the one that does, out of sight.
  const isServer = candidates.length === 1 && 'unseen' in none;
  const instances = candidates.map((candidate) => {
    const version = candidate.version ?? (isServer ? serverVersion(resources) : undefined);
    const isAnswering = flagz.state !== 'failed' && candidate === answering;
    return candidateInstance(isAnswering ? withFlagz(candidate, flagz.value, version, facts) : candidate, version);
  });
  return withKubeadm(COMPONENT, resources, facts, instances, none, notes);
}

/** The one candidate whose address the answering server advertises. */
export function attribute(flagz: Flagz, candidates: readonly Candidate[]): Candidate | undefined {
  const address = flagz.flags['advertise-address'];
  const [found, ...others] = candidates.filter(({ addresses }) => address !== undefined && addresses.includes(address));
  return others.length === 0 ? found : undefined;
}

function withFlagz(candidate: Candidate, flagz: Flagz, version: Instance['version'], facts: Facts): Candidate {
  const live = layerOf(flagz, version, facts);
  const own = candidate.layers;
  // A value that equals the default does not tell whether it was given: the command line does.
  const gives = (flag: string) => live.gives(flag) ?? own[0]?.gives(flag);
  return { ...candidate, layers: [{ read: live.read, gives }, ...own] };
}

function endpointInstance(flagz: Flagz, resources: AllResources, facts: Facts): Instance {
  const version = serverVersion(resources);
  return candidateInstance({
    component: COMPONENT,
    subject: { kind: 'Endpoint', name: '/flagz' },
    addresses: [],
    version,
    files: NO_FILES,
    typeOf: (flag) => facts.flagType(COMPONENT, flag),
    layers: [layerOf(flagz, version, facts)],
    fallback: () => (flag) =>
      unknown(
        'not-visible',
        isOwnPair(flagz, flag)
          ? `/flagz shows the pair in --cert-dir, which the API server takes by itself, and not whether --${flag} is set`
          : `the API server does not show --${flag} at /flagz`,
      ),
  });
}

function layerOf(flagz: Flagz, version: Instance['version'], facts: Facts): Layer {
  const typeOf = (flag: string) => facts.flagType(COMPONENT, flag);
  const isDefault = (flag: string, text: string): boolean => {
    const fact = version === undefined ? undefined : facts.flagDefault(COMPONENT, flag, version.value);
    // Where the default is not known the value may be just that.
    if (!fact?.known) return true;
    const value = readFlagValue([unwrapPrinted(text, typeOf(flag))], typeOf(flag));
    return JSON.stringify(value) === JSON.stringify(fact.value);
  };
  const live = flagzLayer(flagz, typeOf, isDefault);
  return {
    read: (flag) => (isOwnPair(flagz, flag) ? undefined : live.read(flag)),
    gives: (flag) => (isOwnPair(flagz, flag) ? undefined : live.gives(flag)),
  };
}

/** Whether what /flagz shows of a flag is what the server would set it to by itself. */
function isOwnPair({ flags }: Flagz, flag: string): boolean {
  const file = OWN_PAIR.get(flag);
  const folder = flags['cert-dir'];
  return file !== undefined && folder !== undefined && flags[flag] === `${folder}/${file}`.replaceAll(/\/+/g, '/');
}

function serverVersion({ version }: AllResources): Instance['version'] {
  if (version.state === 'failed') return undefined;
  const { gitVersion } = version.value;
  const evidence = [{ from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: gitVersion }] as const;
  return { value: gitVersion.replace(/^v/, ''), evidence };
}
