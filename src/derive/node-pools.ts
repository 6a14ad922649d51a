import type { Evidences, ObjectRef } from '../model/finding.ts';
import type { Instance } from '../model/views.ts';
import type { Node } from '../shapes/generated.ts';

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

/** The pool that a node belongs to, else its role: `control-plane` or `worker`. */
export function poolOf({ metadata }: Node): string {
  const label = POOL_LABELS.find((key) => (metadata.labels[key] ?? '') !== '');
  if (label !== undefined) return metadata.labels[label] ?? 'worker';
  return CONTROL_PLANE.some((key) => metadata.labels[key] !== undefined) ? 'control-plane' : 'worker';
}

/**
 * What a node runs on. Anyone who may label a node can call it virtual, so that counts only where no kubelet answered for it
 * (`answered` false).
 */
export function platformOf(node: Node, answered: boolean): NonNullable<Instance['platform']> {
  const object: ObjectRef = { apiVersion: 'v1', kind: 'Node', name: node.metadata.name };
  const { operatingSystem } = node.status.nodeInfo;
  const type = node.metadata.labels['type'];
  if (type === 'virtual-kubelet' && !answered) {
    return {
      value: 'virtual-kubelet',
      evidence: [{ from: 'object', object, pointer: '/metadata/labels/type', observed: type }],
    };
  }
  const pointer = '/status/nodeInfo/operatingSystem';
  const evidence: Evidences = [{ from: 'object', object, pointer, observed: operatingSystem }];
  return { value: operatingSystem === 'windows' ? 'windows' : 'linux', evidence };
}
