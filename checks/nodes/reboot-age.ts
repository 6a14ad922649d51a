import { judgeNodes, nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { NO_TIME } from '../../src/judge/releases/release-judgement.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding, Subject, Uncertainty } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/reboot-age',
    component: 'nodes',
    severity: 'low',
    population: true,
    title: {
      holds: 'All nodes joined within 90 days',
      broken: 'Nodes show no sign of a reboot or replacement within 90 days',
    },
    rationale:
      'A new kernel is of use only after a reboot, and three months without one is a kernel with published holes. An intruder on a node also stays there for as long as it is not replaced. The API shows when a node joined and since when it has been ready without a break: a reboot that took less than a minute, and live patching of the kernel, leave no trace there.',
    remediation: {
      kubeadm:
        'Reboot or replace the nodes one by one after "kubectl drain NODE --ignore-daemonsets"; a tool such as kured does it whenever an update asks for it.',
      k3s: 'As for kubeadm; the system upgrade controller can drain and reboot nodes on a plan.',
      managed:
        'Upgrade node pools at least each quarter, or let the provider do it (node auto-upgrade, node image channels).',
      mayBreak:
        'Draining moves pods: disruption budgets and pods without a controller decide whether work is interrupted.',
    },
    references: [
      {
        title: 'Kubernetes: safely drain a node',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/',
      },
      { title: 'kured, the Kubernetes reboot daemon', url: 'https://kured.dev/docs/' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, { now }) =>
    judgeNodes(
      nodes,
      (node) => judge(node, ANY, now).verdict,
      (sample, subject) => judge(sample, subject, now),
    ),
});

const ANY: Subject = { kind: 'NodeGroup', name: '' };
const LONG_MILLISECONDS = 90 * 86_400_000;

const isTime = (text: string | undefined): text is string => !Number.isNaN(Date.parse(text ?? ''));

function judge(sample: Node, subject: Subject, now: string | undefined): Finding {
  const { name, creationTimestamp: joined } = sample.metadata;
  const unknown = (code: Uncertainty['code'], detail: string, evidence: Finding['evidence'] = []): Finding => ({
    verdict: 'unknown',
    subject,
    evidence,
    because: { code, detail },
  });
  if (now === undefined) return unknown('not-gathered', NO_TIME);
  if (!isTime(joined)) return unknown('not-visible', `node ${name} does not say when it joined`);
  const isLongAgo = (time: string): boolean => Date.parse(now) - Date.parse(time) > LONG_MILLISECONDS;
  const age = nodeEvidence(sample, '/metadata/creationTimestamp', joined, 'within 90 days');
  if (!isLongAgo(joined)) return { verdict: 'pass', subject, evidence: [age], message: `joined on ${joined}` };
  const at = sample.status.conditions.findIndex(({ type }) => type === 'Ready');
  const ready = sample.status.conditions[at];
  const since = ready?.lastTransitionTime;
  if (ready === undefined || !isTime(since))
    return unknown('not-visible', `node ${name} does not say since when it is ready`, [age]);
  const change = nodeEvidence(sample, `/status/conditions/${at}/lastTransitionTime`, since, 'within 90 days');
  if (!isLongAgo(since)) {
    const detail = `it became ${ready.status === 'True' ? 'ready' : 'unready'} on ${since}, after a reboot or for another reason`;
    return unknown('not-visible', detail, [age, change]);
  }
  const message =
    ready.status === 'True'
      ? `has been ready without a break since ${since}: if it was rebooted at all, it took less than a minute`
      : `has not been ready since ${since}`;
  return { verdict: 'fail', subject, evidence: [age, change], message };
}
