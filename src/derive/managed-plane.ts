import type { Evidence, Evidences } from '../model/finding.ts';
import type { ClusterIdentity, Gathered, ResourceKey, Resources } from '../model/resources.ts';
import type { ManagedPlane } from '../model/views.ts';
import { DISTRIBUTIONS, OPENSHIFT_GROUP, PLANE_SIGNS, type PlaneSign } from './managed-signs.ts';
import { escapePointer } from './places.ts';
import { findProcesses } from './processes/find-processes.ts';

/** The resources of a snapshot, as gathered. */
export type AllResources = { readonly [Key in ResourceKey]: Gathered<Resources[Key]> };

/** What tells who runs the control plane. */
export const MANAGED_PLANE_INPUTS = [
  'version',
  'daemon-sets',
  'control-plane-pods',
] as const satisfies readonly ResourceKey[];

/** What tells the distribution. */
export const DISTRIBUTION_INPUTS = [
  ...MANAGED_PLANE_INPUTS,
  'discovery',
  'kubeadm-config',
] as const satisfies readonly ResourceKey[];

/**
 * Who runs the control plane, by signs of the server only; failed where the server's version was not read and nothing else tells. Builds
 * and add-ons of a provider run on machines of one's own as well (EKS Anywhere has the versions of EKS): there pods run the API server.
 */
export function managedPlane(resources: AllResources, cluster: ClusterIdentity): Gathered<ManagedPlane> {
  const found = PLANE_SIGNS.flatMap((sign) => {
    const evidence = evidenceOf(sign, resources, cluster);
    return evidence === undefined ? [] : [{ provider: sign.provider, evidence, from: sign.sign.from }];
  });
  const [first, ...rest] = found;
  if (first === undefined) {
    const { version } = resources;
    return version.state === 'failed' ? version : { state: 'whole', value: { managed: false } };
  }
  const providers = [...new Set(found.map(({ provider }) => provider))];
  if (providers.length > 1) {
    const detail = `the signs of who runs the control plane contradict each other: ${providers.join(', ')}`;
    return { state: 'whole', value: { managed: undefined, because: { code: 'not-understood', detail } } };
  }
  if (found.every(({ from }) => from !== 'server')) {
    const pods = resources['control-plane-pods'];
    if (pods.state !== 'failed' && findProcesses(pods.value, 'kube-apiserver').running.length > 0) {
      return { state: 'whole', value: { managed: false } };
    }
    if (pods.state !== 'whole') {
      const detail = `it is a build of ${first.provider}, and whether pods run the API server was not seen`;
      return { state: 'whole', value: { managed: undefined, because: { code: 'incomplete', detail } } };
    }
  }
  const evidence: Evidences = [first.evidence, ...rest.map((one) => one.evidence)];
  return { state: 'whole', value: { managed: true, provider: first.provider, evidence } };
}

/** Name of the Kubernetes distribution for the report; undefined where nothing tells. */
export function distribution(resources: AllResources, cluster: ClusterIdentity): string | undefined {
  const plane = managedPlane(resources, cluster);
  if (plane.state !== 'failed' && plane.value.managed === true) return plane.value.provider;
  const { version, discovery, 'kubeadm-config': kubeadm } = resources;
  if (discovery.state !== 'failed' && discovery.value.groupVersions[OPENSHIFT_GROUP] !== undefined) return 'OpenShift';
  const gitVersion = version.state === 'failed' ? '' : version.value.gitVersion;
  const build = DISTRIBUTIONS.find(({ pattern }) => pattern.test(gitVersion));
  if (build !== undefined) return build.name;
  return kubeadm.state === 'failed' ? undefined : 'kubeadm';
}

function evidenceOf({ sign }: PlaneSign, resources: AllResources, cluster: ClusterIdentity): Evidence | undefined {
  if (sign.from === 'version') {
    const { version } = resources;
    if (version.state === 'failed' || !sign.pattern.test(version.value.gitVersion)) return undefined;
    return { from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: version.value.gitVersion };
  }
  if (sign.from === 'server') {
    const host = hostName(cluster.server ?? '');
    if (host === undefined || !sign.pattern.test(host)) return undefined;
    return { from: 'endpoint', path: '/', pointer: '', observed: host };
  }
  const sets = resources['daemon-sets'];
  if (sets.state === 'failed') return undefined;
  const names = sets.value
    .filter(({ metadata }) => metadata.namespace === 'kube-system' && metadata.labels[sign.label] === sign.value)
    .map(({ metadata }) => metadata.name)
    .sort();
  const [name] = names;
  if (name === undefined) return undefined;
  const object = { apiVersion: 'apps/v1', kind: 'DaemonSet', name, namespace: 'kube-system' };
  return { from: 'object', object, pointer: `/metadata/labels/${escapePointer(sign.label)}`, observed: sign.value };
}

/** The host of a server's address, in small letters; undefined for what is no address. */
function hostName(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() : undefined;
}
