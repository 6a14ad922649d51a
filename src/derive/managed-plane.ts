import type { Evidences } from '../model/finding.ts';
import type { ClusterIdentity, Gathered, ResourceKey, Resources } from '../model/resources.ts';
import type { ManagedPlane } from '../model/views.ts';
import { PLANE_SIGNS } from './managed-signs.ts';
import { findProcesses } from './processes/find-processes.ts';
import { evidenceOf, SIGN_INPUTS } from './signs.ts';

/** The resources of a snapshot, as gathered. */
export type AllResources = { readonly [Key in ResourceKey]: Gathered<Resources[Key]> };

/** What tells who runs the control plane. */
export const MANAGED_PLANE_INPUTS = [
  ...SIGN_INPUTS.plane,
  'control-plane-pods',
] as const satisfies readonly ResourceKey[];

/**
 * Who runs the control plane, by signs of the server only; failed where the server's version was not read and nothing else tells. Builds
 * and add-ons of a provider run on machines of one's own as well (EKS Anywhere has the versions of EKS): there pods run the API server.
 */
export function managedPlane(resources: AllResources, cluster: ClusterIdentity): Gathered<ManagedPlane> {
  const found = PLANE_SIGNS.flatMap((sign) => {
    const evidence = evidenceOf(sign.sign, resources, cluster);
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
