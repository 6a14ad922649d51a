import type { Facts } from '../../model/facts.ts';
import type { Evidence, None } from '../../model/finding.ts';
import type { ClusterIdentity, Gathered, ResourceKey } from '../../model/resources.ts';
import type { Instance, Instances } from '../../model/views.ts';
import { type AllResources, MANAGED_PLANE_INPUTS } from '../managed-plane.ts';
import { listOf } from '../places.ts';
import type { ProcessComponent } from '../processes/component-signs.ts';
import { instancesView, noneOf, pendingNotes } from './instances.ts';
import { kubeadmInstance } from './kubeadm-config.ts';
import { candidateInstance, findCandidates } from './process-instances.ts';

/** What the settings of etcd, the scheduler and the controller managers are made of. */
export const CONTROL_PLANE_INPUTS = [
  'nodes',
  'kubeadm-config',
  'host-files',
  ...MANAGED_PLANE_INPUTS,
] as const satisfies readonly ResourceKey[];

/** The instances of a control-plane component and their settings. */
export function controlPlaneSettings(
  component: ProcessComponent,
  resources: AllResources,
  facts: Facts,
  cluster: ClusterIdentity,
): Gathered<Instances> {
  const { candidates, pending, foreign } = findCandidates(resources, component, facts);
  const instances = candidates.map((candidate) => candidateInstance(candidate));
  const none = noneOf(component, resources, cluster, foreign);
  return withKubeadm(component, resources, facts, instances, none, pendingNotes(pending));
}

/** The instances that were seen, else what kubeadm was asked for, unless a provider runs the component. */
export function withKubeadm(
  component: ProcessComponent,
  resources: AllResources,
  facts: Facts,
  instances: readonly Instance[],
  none: None,
  missing: readonly string[],
): Gathered<Instances> {
  const asked =
    instances.length === 0 && 'unseen' in none
      ? kubeadmInstance(component, resources['kubeadm-config'], facts)
      : undefined;
  if (asked === undefined) return instancesView(resources, instances, none, missing);
  const note = `no pod of ${component} was seen: kubeadm-config tells only what kubeadm was asked for`;
  return instancesView(resources, [asked], none, [note, ...missing]);
}

/**
 * The cloud controller manager: proven absent where every controller manager is seen to do without one, and no node waits for it or
 * was given an id by it.
 */
export function cloudControllerManagerSettings(
  resources: AllResources,
  facts: Facts,
  cluster: ClusterIdentity,
): Gathered<Instances> {
  const view = controlPlaneSettings('cloud-controller-manager', resources, facts, cluster);
  if (view.state !== 'whole' || view.value.instances.length > 0 || 'absent' in view.value.none) return view;
  const evidence = absenceOfCloud(resources, facts);
  if (evidence === undefined) return view;
  const because =
    'the controller manager is not told to leave anything to a cloud controller manager, and no node belongs to a cloud';
  const absent = {
    from: 'absence',
    object: listOf('v1', 'Pod'),
    pointer: '',
    sought: 'cloud-controller-manager',
  } as const;
  return { state: 'whole', value: { instances: [], none: { absent: [absent, ...evidence], because } } };
}

const WAITS_FOR_CLOUD = 'node.cloudprovider.kubernetes.io/uninitialized';

function absenceOfCloud(resources: AllResources, facts: Facts): readonly Evidence[] | undefined {
  const { nodes } = resources;
  if (nodes.state !== 'whole' || nodes.value.length === 0) return undefined;
  if (findCandidates(resources, 'cloud-controller-manager', facts).foreign.length > 0) return undefined;
  const onCloud = nodes.value.some(
    ({ spec }) => spec.providerID !== '' || spec.taints.some(({ key }) => key === WAITS_FOR_CLOUD),
  );
  if (onCloud) return undefined;
  const managers = findCandidates(resources, 'kube-controller-manager', facts).candidates;
  if (managers.length === 0) return undefined;
  const evidence: Evidence[] = [
    { from: 'absence', object: listOf('v1', 'Node'), pointer: '/spec', sought: 'providerID' },
  ];
  for (const candidate of managers) {
    const instance = candidateInstance(candidate);
    const provider = instance.get('cloud-provider');
    if (provider.known && provider.value === '') evidence.push(...provider.evidence);
    else if (provider.known || instance.given('cloud-provider') !== false) return undefined;
  }
  return evidence;
}
