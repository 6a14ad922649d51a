import type { Evidences, ObjectRef, Subject } from '../model/finding.ts';
import type { Instance } from '../model/views.ts';
import type { Node } from '../shapes/generated.ts';

export type Platform = NonNullable<Instance['platform']>;

/** Labels by which a pool of nodes is told, each its provider's or tool's own. */
const POOL_LABELS = [
  'karpenter.sh/nodepool',
  'karpenter.sh/provisioner-name',
  'eks.amazonaws.com/nodegroup',
  'alpha.eksctl.io/nodegroup-name',
  'cloud.google.com/gke-nodepool',
  'kubernetes.azure.com/agentpool',
  'doks.digitalocean.com/node-pool',
  'ibm-cloud.kubernetes.io/worker-pool-name',
  'alibabacloud.com/nodepool-id',
  'lke.linode.com/pool-id',
  'k8s.scaleway.com/pool-name',
  'k8s.ovh.net/nodepool',
  'vke.vultr.com/node-pool',
  'kops.k8s.io/instancegroup',
  'worker.gardener.cloud/pool',
];

const CONTROL_PLANE = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/** Whether a node is labelled as one of the control plane. */
export const isControlPlane = ({ metadata }: Node): boolean =>
  CONTROL_PLANE.some((key) => metadata.labels[key] !== undefined);

/** The pool that a node belongs to, else its role: `control-plane` or `worker`. */
function poolOf(node: Node): string {
  const pool = POOL_LABELS.map((key) => node.metadata.labels[key]).find((name) => name !== undefined && name !== '');
  if (pool !== undefined) return pool;
  return isControlPlane(node) ? 'control-plane' : 'worker';
}

/**
 * What a node runs on. Anyone who may label a node can call it virtual, so that counts only where no kubelet answered for it
 * (`answered` false), and none named a container runtime.
 */
export function platformOf(node: Node, answered: boolean): Platform {
  const object: ObjectRef = { apiVersion: 'v1', kind: 'Node', name: node.metadata.name };
  const { operatingSystem, containerRuntimeVersion } = node.status.nodeInfo;
  const type = node.metadata.labels['type'];
  if (type === 'virtual-kubelet' && !answered && !containerRuntimeVersion.includes('://')) {
    return {
      value: 'virtual-kubelet',
      evidence: [
        { from: 'object', object, pointer: '/metadata/labels/type', observed: type },
        { from: 'absence', object, pointer: '/status/nodeInfo/containerRuntimeVersion', sought: 'a container runtime' },
      ],
    };
  }
  const pointer = '/status/nodeInfo/operatingSystem';
  const evidence: Evidences = [{ from: 'object', object, pointer, observed: operatingSystem }];
  return { value: operatingSystem === 'windows' ? 'windows' : 'linux', evidence };
}

/** Nodes of one pool that are alike. */
export interface NodeGroup {
  /** The pool, or the role, that the nodes belong to; names the platform where it is not Linux. */
  readonly pool: string;
  /** The pool's name, and how the group differs from the pool's largest one. */
  readonly name: string;
  /** In order of their names. */
  readonly nodes: readonly [Node, ...Node[]];
}

/**
 * Groups nodes by pool, platform and likeness, which is compared as JSON. The largest group of a pool carries its plain name, so that it
 * stays the same while others change.
 */
export function groupNodes(
  nodes: readonly Node[],
  traits: (node: Node) => { readonly platform: Platform['value']; readonly likeness: unknown },
): readonly NodeGroup[] {
  const pools = new Map<string, Map<string, [Node, ...Node[]]>>();
  for (const node of [...nodes].sort((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1))) {
    const { platform, likeness } = traits(node);
    const pool = platform === 'linux' ? poolOf(node) : `${poolOf(node)} (${platform})`;
    const groups = pools.get(pool) ?? new Map<string, [Node, ...Node[]]>();
    pools.set(pool, groups);
    const key = JSON.stringify(likeness);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return [...pools]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([pool, groups]) => nameGroups(pool, [...groups.values()]));
}

/** Largest first; of equal ones that of the first node, which is their order already. */
function nameGroups(pool: string, groups: readonly NodeGroup['nodes'][]): readonly NodeGroup[] {
  return [...groups]
    .sort((one, other) => other.length - one.length)
    .map((nodes, at) => ({
      pool,
      name: at === 0 ? pool : `${pool} (differs: ${listNames(nodes)})`,
      nodes,
    }));
}

const NAMES_SHOWN = 3;

/** Names of some nodes, and how many more there are. */
export function listNames(nodes: readonly Node[]): string {
  const names = nodes.slice(0, NAMES_SHOWN).map(({ metadata }) => metadata.name);
  const more = nodes.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

const SAMPLES = 5;

/** A group of nodes as the subject of a finding. */
export const groupSubject = ({ name, nodes }: Pick<NodeGroup, 'name' | 'nodes'>): Subject => ({
  kind: 'NodeGroup',
  name,
  members: { count: nodes.length, samples: nodes.slice(0, SAMPLES).map(({ metadata }) => metadata.name) },
});
