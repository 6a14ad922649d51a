import { together } from '../../src/judge/evidence.ts';
import { judgeNodes, nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { NO_TIME } from '../../src/judge/releases/release-judgement.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { outdated, tooOld } from '../../src/model/facts-age.ts';
import type { Evidences, Finding, Subject, Uncertainty } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/os-supported',
    component: 'nodes',
    severity: 'high',
    population: true,
    title: {
      holds: 'The operating systems of all nodes still get patches',
      broken: 'Nodes run an operating system that no longer gets patches',
    },
    rationale:
      'All containers of a node share its kernel, and the kubelet and the runtime use its libraries. After the end of support, holes in them are published and stay open: an attacker with a shell in any pod takes the exploit from the shelf. Whether longer support was bought (Ubuntu Pro, Debian ELTS, RHEL ELS) the API does not show.',
    remediation: {
      kubeadm:
        'Replace the nodes one by one by machines with a supported release: "kubectl drain NODE --ignore-daemonsets", "kubectl delete node NODE", install the new machine and "kubeadm join". An upgrade in place works too, while the node is drained.',
      k3s: 'Drain the node, delete it, and install k3s or RKE2 on a machine with a supported release.',
      managed: 'Move the node pools to a newer node image or image family.',
      mayBreak:
        'Newer releases default to cgroup v2, nftables and newer OpenSSL: old Java runtimes, old monitoring agents and programs that call iptables may need an update first. Draining moves pods.',
    },
    references: [
      { title: 'End of life of operating systems', url: 'https://endoflife.date/tags/os' },
      {
        title: 'Kubernetes: safely drain a node',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
      { benchmark: 'CIS GKE', number: '5.5.1' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, context) =>
    judgeNodes(
      nodes,
      ({ status }) => status.nodeInfo.osImage,
      (sample, subject) => judge(sample, subject, context),
    ),
});

function judge(sample: Node, subject: Subject, { facts, now }: Context): Finding {
  const { osImage } = sample.status.nodeInfo;
  const seen: Evidences = [
    nodeEvidence(sample, '/status/nodeInfo/osImage', osImage, 'a release that still gets patches'),
  ];
  const unknown = (evidence: Evidences, code: Uncertainty['code'], detail: string): Finding => ({
    verdict: 'unknown',
    subject,
    evidence,
    because: { code, detail },
  });
  const system = facts.operatingSystem(osImage);
  if (!system.known) return unknown(seen, 'outside-known-versions', system.why);
  const { name, endOfSupport, paidUntil, asOf } = system.value;
  const evidence = together(seen, [
    { from: 'fact', fact: `end of support of ${name} for everybody`, value: endOfSupport, source: system.source },
  ]);
  if (now === undefined) return unknown(evidence, 'not-gathered', NO_TIME);
  const today = now.slice(0, 10);
  if (today <= endOfSupport) {
    if (tooOld(asOf, now)) return unknown(evidence, 'outside-known-versions', outdated(asOf));
    return { verdict: 'pass', subject, evidence };
  }
  const ended = `patches for ${name} ended on ${endOfSupport}`;
  if (paidUntil === undefined || (paidUntil !== null && paidUntil < today))
    return { verdict: 'fail', subject, evidence, message: ended };
  const until = paidUntil === null ? '' : ` until ${paidUntil}`;
  return unknown(evidence, 'not-visible', `${ended}; more can be bought${until}, and whether they were is not visible`);
}
