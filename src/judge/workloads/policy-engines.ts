import { parseImage } from '../../derive/processes/image.ts';
import type { Evidence } from '../../model/finding.ts';
import type { WorkloadShape } from '../../model/workload-shape.ts';
import { containerPath, shapeEvidence } from './workloads.ts';

/** Agents that enforce NetworkPolicies, by the end of their image's repository. */
const ENGINES = [
  'calico/node',
  'hardened-calico',
  'cilium/cilium',
  'cloudnativelabs/kube-router',
  'antrea/antrea-agent-ubuntu',
  'antrea/antrea-agent-ubi',
  'weaveworks/weave-npc',
  'kubeovn/kube-ovn',
];

/** A live agent that enforces NetworkPolicies on the nodes; undefined where none that is known was seen. */
export function policyEngine(shapes: readonly WorkloadShape[]): Evidence | undefined {
  const found = shapes.flatMap((shape) => {
    if (shape.controller.kind !== 'DaemonSet' || shape.pods === 0) return [];
    const container = shape.containers.find(({ image, list }) => list === 'containers' && isEngine(image));
    return container === undefined ? [] : [{ shape, container }];
  });
  const [first] = found.sort((one, other) => (keyOf(one.shape) < keyOf(other.shape) ? -1 : 1));
  if (first === undefined) return undefined;
  const path = `${containerPath(first.container)}/image`;
  return shapeEvidence(first.shape, path, first.container.image, 'an agent that enforces NetworkPolicies');
}

function isEngine(image: string): boolean {
  const { repository } = parseImage(image);
  return ENGINES.some((end) => repository === end || repository.endsWith(`/${end}`));
}

const keyOf = ({ namespace, controller, content }: WorkloadShape): string =>
  `${namespace}/${controller.name}/${content}`;
