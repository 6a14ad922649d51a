import { judgeNodes, nodeEvidence, nodeObject } from '../../src/judge/nodes/judge-nodes.ts';
import { NO_TIME } from '../../src/judge/releases/release-judgement.ts';
import { automated } from '../../src/model/check.ts';
import type { Evidence, Finding, Subject } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/unknown',
    component: 'nodes',
    severity: 'medium',
    population: true,
    title: {
      holds: 'A living machine stands behind every node',
      broken: 'Nodes have had no living machine behind them for a day',
    },
    rationale:
      'A node that nobody misses is a credential that nobody watches: whoever finds the disk or the kubelet certificate of a dead machine can speak as that node, and read the Secrets of the pods that are still bound to it. A node that no cloud knows, among nodes of a cloud, may be a machine that somebody joined with a stolen token.',
    remediation: {
      kubeadm:
        'Find out what became of the machine. If it is gone: "kubectl delete node NODE", and wipe its disk; if it may be in strange hands, delete the Secrets its pods used as well. If it is not yours: remove its access first ("kubeadm token list", delete tokens).',
      k3s: 'As for kubeadm; delete the Secret NODE.node-password.k3s in kube-system too, and change the join token.',
      managed: 'Let the node pool replace the machine, then delete the node if it stays.',
      mayBreak: 'Pods bound to a deleted node are deleted; those of StatefulSets then start elsewhere.',
    },
    references: [
      { title: 'Kubernetes: nodes', url: 'https://kubernetes.io/docs/concepts/architecture/nodes/' },
      {
        title: 'Kubernetes: node status',
        url: 'https://kubernetes.io/docs/reference/node/node-status/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, { now }) => {
    const [cloud] = nodes
      .filter(({ spec }) => spec.providerID !== '')
      .sort((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1));
    return judgeNodes(
      nodes,
      (node) => [lost(node, now), node.spec.providerID !== ''],
      (sample, subject) => judge(sample, subject, cloud, now),
    );
  },
});

const DAY_MILLISECONDS = 86_400_000;

const readyOf = ({ status }: Node): number => status.conditions.findIndex(({ type }) => type === 'Ready');

/** Whether no kubelet has kept the node ready for a day; undefined where that is not known. */
function lost(node: Node, now: string | undefined): boolean | undefined {
  const ready = node.status.conditions[readyOf(node)];
  if (ready?.status === 'True') return false;
  const since = ready === undefined ? node.metadata.creationTimestamp : ready.lastTransitionTime;
  if (since === undefined || now === undefined || Number.isNaN(Date.parse(since))) return undefined;
  return Date.parse(now) - Date.parse(since) > DAY_MILLISECONDS;
}

function judge(sample: Node, subject: Subject, cloud: Node | undefined, now: string | undefined): Finding {
  const at = readyOf(sample);
  const ready = sample.status.conditions[at];
  const { name, creationTimestamp } = sample.metadata;
  const seen: Evidence =
    ready === undefined
      ? { from: 'absence', object: nodeObject(sample), pointer: '/status', sought: 'the condition Ready' }
      : nodeEvidence(sample, `/status/conditions/${at}/status`, ready.status, 'True');
  const gone = lost(sample, now);
  if (gone === undefined) {
    const detail = now === undefined ? NO_TIME : `node ${name} does not say since when it is as it is`;
    return { verdict: 'unknown', subject, evidence: [seen], because: { code: 'not-gathered', detail } };
  }
  if (gone) {
    const since = ready === undefined ? creationTimestamp : ready.lastTransitionTime;
    const pointer = ready === undefined ? '/metadata/creationTimestamp' : `/status/conditions/${at}/lastTransitionTime`;
    return {
      verdict: 'fail',
      subject,
      evidence: [seen, nodeEvidence(sample, pointer, since as string)],
      message: ready === undefined ? 'no kubelet ever reported for it' : `has not been ready since ${since}`,
    };
  }
  if (cloud === undefined || sample.spec.providerID !== '') return { verdict: 'pass', subject, evidence: [seen] };
  return {
    verdict: 'review',
    subject,
    evidence: [
      seen,
      { from: 'absence', object: nodeObject(sample), pointer: '/spec', sought: 'providerID' },
      nodeEvidence(cloud, '/spec/providerID', cloud.spec.providerID),
    ],
    message: 'other nodes belong to a cloud and this one does not: confirm that it is a machine of yours',
  };
}
