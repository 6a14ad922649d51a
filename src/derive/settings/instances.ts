import type { None } from '../../model/finding.ts';
import type { ClusterIdentity, Gathered } from '../../model/resources.ts';
import type { Instance, Instances } from '../../model/views.ts';
import { type AllResources, managedPlane } from '../managed-plane.ts';
import type { ProcessComponent } from '../processes/component-signs.ts';

/**
 * The instances of a control-plane component as a view: whole only where the list of pods is, failed where that was not read and no
 * instance is known from elsewhere. `none` says what it means that there is no instance; `missing` what else was not seen.
 */
export function instancesView(
  resources: AllResources,
  instances: readonly Instance[],
  none: None,
  missing: readonly string[],
): Gathered<Instances> {
  const pods = resources['control-plane-pods'];
  if (pods.state === 'failed' && instances.length === 0) return pods;
  const unread = pods.state === 'failed' ? [pods.failure.detail] : pods.state === 'partial' ? pods.missing : [];
  const [first, ...rest] = [...unread, ...missing];
  const value: Instances = { instances, none };
  return first === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [first, ...rest] };
}

/** Why pods that don't run yet leave a view incomplete. */
export const pendingNotes = (pending: readonly string[]): readonly string[] =>
  pending.map((pod) => `the pod ${pod} is pending, so it was not judged`);

/** What it means that no instance of a control-plane component was found; `foreign` are pods that look like one. */
export function noneOf(
  component: ProcessComponent,
  resources: AllResources,
  cluster: ClusterIdentity,
  foreign: readonly string[],
): None {
  const plane = managedPlane(resources, cluster);
  if (plane.state === 'failed') return { unseen: plane.failure };
  const { value } = plane;
  if (value.managed === undefined) return { unseen: value.because };
  if (value.managed) {
    const { provider, evidence } = value;
    return { absent: evidence, because: `${provider} runs ${component}, out of the cluster's sight`, provider };
  }
  const [other] = foreign;
  const others = other === undefined ? '' : ` (${other} is no static pod and not in kube-system: it may be anybody's)`;
  const detail = `no pod runs ${component}${others}: it may run on the host, where the API does not show it`;
  return { unseen: { code: 'not-visible', detail } };
}
