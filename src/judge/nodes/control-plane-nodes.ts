import { isControlPlane } from '../../derive/node-pools.ts';
import { listOf } from '../../derive/places.ts';
import type { Evidence, None } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { ManagedPlane } from '../../model/views.ts';
import type { Node } from '../../shapes/generated.ts';
import { NO_NODE } from './judge-nodes.ts';

const LABEL = 'node-role.kubernetes.io/control-plane';

/** The nodes that are labelled as the control plane's, and what it means where there are none. */
export function controlPlaneNodes(
  nodes: readonly Node[],
  plane: Gathered<ManagedPlane>,
): { readonly members: readonly Node[]; readonly none: None } {
  return { members: nodes.filter(isControlPlane), none: nodes.length === 0 ? NO_NODE : noneOf(plane) };
}

function noneOf(plane: Gathered<ManagedPlane>): None {
  if (plane.state === 'failed') return { unseen: plane.failure };
  const { value } = plane;
  if (value.managed === undefined) return { unseen: value.because };
  if (!value.managed) {
    const detail = `no node has the label ${LABEL}: the control plane may run elsewhere, or on nodes that do not say so`;
    return { unseen: { code: 'not-visible', detail } };
  }
  const { provider, evidence } = value;
  return { absent: evidence, because: `${provider} runs the control plane on machines of its own`, provider };
}

/** That every node of the cluster is one of the control plane: evidence that something else was looked for everywhere. */
export const noWorker: Evidence = {
  from: 'absence',
  object: listOf('v1', 'Node'),
  pointer: '',
  sought: 'a node that is not of the control plane',
};
