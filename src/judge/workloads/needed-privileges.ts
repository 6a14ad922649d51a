import { parseImage } from '../../derive/processes/image.ts';
import type { Https } from '../../model/finding.ts';
import type { ShapeContainer, WorkloadShape } from '../../model/workload-shape.ts';
import { type Opinion, shapeEvidence } from './workloads.ts';

/** A power over the host that some system workloads cannot do without. */
export type Privilege = 'privileged' | 'host-network' | 'host-pid' | 'host-path';

interface Component {
  readonly needs: readonly Privilege[];
  readonly because: string;
  readonly source: Https;
}

const STATIC_POD: Component = {
  needs: ['host-network', 'host-path'],
  because: 'the control plane starts before there is a pod network, and reads its keys from the host',
  source: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
};

/** What Kubernetes itself runs, by the name of its image; only in kube-system. */
const OWN: Readonly<Record<string, Component>> = {
  'kube-apiserver': STATIC_POD,
  'kube-controller-manager': STATIC_POD,
  'kube-scheduler': STATIC_POD,
  etcd: STATIC_POD,
  'kube-proxy': {
    needs: ['privileged', 'host-network', 'host-path'],
    because: 'kube-proxy writes the packet rules of the host',
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
  },
};

/** Agents that network, storage and monitoring add-ons run on every node, by the end of their image's repository. */
const AGENTS: Readonly<Record<string, readonly Privilege[]>> = {
  'calico/node': ['privileged', 'host-network', 'host-path'],
  'calico/cni': ['privileged', 'host-network', 'host-path'],
  'calico/csi': ['privileged', 'host-path'],
  'calico/pod2daemon-flexvol': ['privileged', 'host-path'],
  'cilium/cilium': ['privileged', 'host-network', 'host-path'],
  'cilium/cilium-envoy': ['privileged', 'host-network', 'host-path'],
  'flannel/flannel': ['privileged', 'host-network', 'host-path'],
  'flannel-io/flannel': ['privileged', 'host-network', 'host-path'],
  'flannel/flannel-cni-plugin': ['host-path'],
  'flannel-io/flannel-cni-plugin': ['host-path'],
  'antrea/antrea-agent-ubuntu': ['privileged', 'host-network', 'host-path'],
  'amazon-k8s-cni': ['privileged', 'host-network', 'host-path'],
  'amazon-k8s-cni-init': ['privileged', 'host-path'],
  'amazon/aws-network-policy-agent': ['privileged', 'host-path'],
  'kindest/kindnetd': ['privileged', 'host-network', 'host-path'],
  'weaveworks/weave-npc': ['privileged', 'host-path'],
  'weaveworks/weave-kube': ['privileged', 'host-network', 'host-pid', 'host-path'],
  'ebs-csi-driver/aws-ebs-csi-driver': ['privileged', 'host-network', 'host-path'],
  'eks/csi-node-driver-registrar': ['host-path'],
  'eks/livenessprobe': ['host-path'],
  'sig-storage/csi-node-driver-registrar': ['privileged', 'host-network', 'host-path'],
  'sig-storage/livenessprobe': ['host-path'],
  'node-problem-detector/node-problem-detector': ['privileged', 'host-network', 'host-path'],
  'prometheus/node-exporter': ['host-network', 'host-pid', 'host-path'],
};

/** Namespaces in which those agents are installed. */
const AGENT_NAMESPACES = [
  'kube-system',
  'kube-flannel',
  'calico-system',
  'cilium',
  'tigera-operator',
  'antrea',
  'monitoring',
];

/**
 * What a failing opinion on a privilege comes to: not applicable for Kubernetes' own components that cannot work without it, to be reviewed for
 * known agents of a node, else as it is. Where single containers have the privilege (`holds`), all of those must be such agents: another one in
 * the pod of an agent is none.
 */
export function unlessNeeded(
  shape: WorkloadShape,
  privilege: Privilege,
  opinion: Extract<Opinion, { readonly verdict: 'fail' }>,
  holds?: (container: ShapeContainer) => boolean,
): Opinion {
  const image = ownImage(shape);
  const own = image === undefined ? undefined : OWN[image.name];
  if (image !== undefined && own?.needs.includes(privilege) === true) {
    const shown = shapeEvidence(shape, image.path, image.reference, `the image of ${image.name}`);
    const fact = { from: 'fact', fact: `${image.name} needs it`, value: own.because, source: own.source } as const;
    return { verdict: 'not-applicable', evidence: [...opinion.evidence, shown, fact], because: own.because };
  }
  if (!isAgent(shape, privilege, holds)) return opinion;
  const message = `${opinion.message}, as this agent of the node does by design: confirm that it is the one you installed`;
  return { verdict: 'review', evidence: opinion.evidence, message };
}

/** Whether the shape is a component of Kubernetes that is privileged and has to be. */
export function isPrivilegedByNeed(shape: WorkloadShape): boolean {
  const image = ownImage(shape);
  const needed = image !== undefined && OWN[image.name]?.needs.includes('privileged') === true;
  return needed && shape.containers[0]?.securityContext?.privileged === true;
}

interface OwnImage {
  readonly name: string;
  readonly reference: string;
  readonly path: string;
}

/**
 * A component of Kubernetes runs alone in its pod, and in kube-system, where only administrators can put a pod. A static pod is one without a
 * ServiceAccount: the API server gives one to every other pod.
 */
function ownImage({ namespace, containers, controller, serviceAccountName }: WorkloadShape): OwnImage | undefined {
  const [container, ...others] = containers;
  if (namespace !== 'kube-system' || container === undefined || others.length > 0) return undefined;
  const { name } = parseImage(container.image);
  const isStatic = controller.kind === 'Pod' && serviceAccountName === '';
  const runsAs = name === 'kube-proxy' ? controller.kind === 'DaemonSet' || isStatic : isStatic;
  if (!runsAs || !Object.hasOwn(OWN, name) || container.name !== name) return undefined;
  return { name, reference: container.image, path: '/containers/0/image' };
}

function isAgent(
  { namespace, controller, containers }: WorkloadShape,
  privilege: Privilege,
  holds: ((container: ShapeContainer) => boolean) | undefined,
): boolean {
  if (controller.kind !== 'DaemonSet' || !AGENT_NAMESPACES.includes(namespace)) return false;
  const byImage = ({ image }: ShapeContainer): boolean => {
    const { repository } = parseImage(image);
    return Object.entries(AGENTS).some(
      ([end, needs]) => needs.includes(privilege) && (repository === end || repository.endsWith(`/${end}`)),
    );
  };
  return holds === undefined ? containers.some(byImage) : containers.filter(holds).every(byImage);
}
