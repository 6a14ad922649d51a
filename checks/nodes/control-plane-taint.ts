import { isControlPlane } from '../../src/derive/node-pools.ts';
import { embeddedNode } from '../../src/derive/processes/node-args.ts';
import { controlPlaneNodes, noWorker } from '../../src/judge/nodes/control-plane-nodes.ts';
import { judgeNodes, nodeEvidence, nodeObject } from '../../src/judge/nodes/judge-nodes.ts';
import { automated } from '../../src/model/check.ts';
import type { Evidence, Finding, Subject } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/control-plane-taint',
    component: 'nodes',
    severity: 'high',
    population: true,
    title: {
      holds: 'Ordinary pods stay off the nodes of the control plane',
      broken: 'Ordinary pods may run on the nodes of the control plane',
    },
    rationale:
      'The nodes of the control plane hold etcd, the key of the CA and the admin kubeconfig. A pod that gets out of its container there owns the cluster at once, and one that merely uses much memory can stop the API server. A taint keeps ordinary pods on other nodes.',
    remediation: {
      kubeadm:
        '"kubectl taint nodes NODE node-role.kubernetes.io/control-plane:NoSchedule", as kubeadm does by itself.',
      k3s: 'Start servers with node-taint: ["CriticalAddonsOnly=true:NoExecute"] in their config.yaml, where there are agents to run the pods; or "kubectl taint nodes NODE node-role.kubernetes.io/control-plane:NoSchedule".',
      any: 'Pods that run there already stay until they are deleted: move them with "kubectl drain NODE --ignore-daemonsets", then "kubectl uncordon NODE".',
      mayBreak:
        'Pods without a toleration no longer fit if the other nodes are full. With NoExecute they are evicted at once.',
    },
    references: [
      {
        title: 'Kubernetes: taints and tolerations',
        url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
      },
      {
        title: 'Kubernetes: control plane node isolation',
        url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#control-plane-node-isolation',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Worker node segmentation' }],
    since: '0.1.0',
  },
  needs: ['nodes'],
  wants: ['managed-plane'],
  evaluate: ({ nodes, 'managed-plane': plane }) => {
    const { members, none } = controlPlaneNodes(nodes, plane);
    if (members.length === 0) return none;
    const alone = nodes.every(isControlPlane);
    return judgeNodes(
      members,
      (node) => [taintOf(node) !== undefined, embeddedNode(node)?.distribution],
      (sample, subject) => judge(sample, subject, alone ? nodes.length : undefined),
    );
  },
});

/** Taints that stand for a while: of Kubernetes, such as on a cordoned node, and of agents that take them away once they run. */
const PASSING = /^node\.(?:cloudprovider\.)?kubernetes\.io\/|\/(?:agent-not-ready|uninitialized)$/;

/** Where a taint that keeps ordinary pods away stands; those that pass are none. */
function taintOf({ spec }: Node): number | undefined {
  const at = spec.taints.findIndex(({ key, effect }) => effect !== 'PreferNoSchedule' && !PASSING.test(key));
  return at === -1 ? undefined : at;
}

/** `alone` counts the nodes where all are of the control plane. */
function judge(sample: Node, subject: Subject, alone: number | undefined): Finding {
  const at = taintOf(sample);
  const taint = at === undefined ? undefined : sample.spec.taints[at];
  if (taint !== undefined) {
    const evidence = nodeEvidence(sample, `/spec/taints/${at}/effect`, taint.effect, 'NoSchedule or NoExecute');
    return { verdict: 'pass', subject, evidence: [evidence], message: `tainted with ${taint.key}:${taint.effect}` };
  }
  const absent: Evidence = {
    from: 'absence',
    object: nodeObject(sample),
    pointer: '/spec',
    sought: 'a taint that keeps ordinary pods away',
  };
  if (alone === 1) {
    const because = 'there is no other node that pods could run on';
    return { verdict: 'not-applicable', subject, evidence: [absent, noWorker], because };
  }
  const message = 'no taint keeps ordinary pods away';
  if (alone !== undefined) {
    return {
      verdict: 'review',
      subject,
      evidence: [absent, noWorker],
      message: `${message}, and all nodes are of the control plane: confirm that pods may share them`,
    };
  }
  const embedded = embeddedNode(sample);
  if (embedded === undefined) return { verdict: 'fail', subject, evidence: [absent], message };
  return {
    verdict: 'review',
    subject,
    evidence: [absent],
    message: `${message}: ${embedded.distribution} sets none by itself, confirm that pods may share its servers`,
  };
}
