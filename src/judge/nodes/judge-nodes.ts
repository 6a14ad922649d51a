import { groupNodes, groupSubject, platformOf } from '../../derive/node-pools.ts';
import { listOf } from '../../derive/places.ts';
import type { Evaluation, Evidence, Finding, None, ObjectRef, Observed, Subject } from '../../model/finding.ts';
import type { Node } from '../../shapes/generated.ts';

/** A node as an object of the API. */
export const nodeObject = ({ metadata }: Node): ObjectRef => ({ apiVersion: 'v1', kind: 'Node', name: metadata.name });

/** The value of a field of a node. */
export const nodeEvidence = (node: Node, pointer: string, observed: Observed, expected?: string): Evidence => ({
  from: 'object',
  object: nodeObject(node),
  pointer,
  observed,
  ...(expected === undefined ? {} : { expected }),
});

/** That the cluster has no node at all. */
export const NO_NODE: None = {
  absent: [{ from: 'absence', object: listOf('v1', 'Node'), pointer: '', sought: 'a node' }],
  because: 'the cluster has no node',
};

/**
 * Judges every node by one of its kind: nodes of one pool and platform that are alike in `likeness` are one subject. Virtual kubelets are no
 * machines, so nothing is asked of them.
 */
export function judgeNodes(
  nodes: readonly Node[],
  likeness: (node: Node) => unknown,
  judge: (sample: Node, subject: Subject) => Finding,
): Evaluation {
  const groups = groupNodes(nodes, (node) => ({ platform: platformOf(node, false).value, likeness: likeness(node) }));
  const [first, ...rest] = groups.map((group) => {
    const [sample] = group.nodes;
    const subject = groupSubject(group);
    return ofVirtualKubelet(sample, subject) ?? judge(sample, subject);
  });
  return first === undefined ? NO_NODE : [first, ...rest];
}

function ofVirtualKubelet(node: Node, subject: Subject): Finding | undefined {
  const { value, evidence } = platformOf(node, false);
  if (value !== 'virtual-kubelet') return undefined;
  const because = 'a virtual kubelet runs no containers of its own';
  return { verdict: 'not-applicable', subject, evidence, because };
}

/** Why a question about Linux is none on this node; undefined where it is one. */
export function onWindows(node: Node, subject: Subject): Finding | undefined {
  const { value, evidence } = platformOf(node, false);
  if (value !== 'windows') return undefined;
  return { verdict: 'not-applicable', subject, evidence, because: 'Windows nodes have no Linux kernel' };
}
