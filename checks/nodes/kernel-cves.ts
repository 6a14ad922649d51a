import { together } from '../../src/judge/evidence.ts';
import { judgeNodes, nodeEvidence, onWindows } from '../../src/judge/nodes/judge-nodes.ts';
import { judgeVulnerabilities } from '../../src/judge/releases/release-judgement.ts';
import { automated, type Context } from '../../src/model/check.ts';
import type { Evidence, Finding, Subject } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/kernel-cves',
    component: 'nodes',
    severity: 'high',
    population: true,
    title: {
      holds: 'No node has a kernel with a known way out of a container',
      broken: 'Nodes have a kernel with a known way out of a container',
    },
    rationale:
      'Containers share the kernel of their node, so a hole in it turns a shell in one pod into root on the node, and into every pod and token there. kubevet compares with the published holes of that kind. Only a kernel that carries the numbers of kernel.org tells by its version: distributions fix their kernels without a newer number, so an old one proves nothing there. A fix that was loaded by live patching is not visible either.',
    remediation: {
      kubeadm: 'Install the newest kernel of the distribution, then drain and reboot the nodes one by one.',
      k3s: 'Install the newest kernel of the distribution, then drain and reboot the nodes one by one.',
      managed: 'Upgrade the node pools to the newest node image.',
      any: 'Until then: forbid user namespaces to pods that do not need them (seccomp profile RuntimeDefault does), and keep strangers from running pods on these nodes.',
      mayBreak: 'Drivers that are built apart from the kernel (GPU, storage, eBPF agents) must fit the new one.',
    },
    references: [
      { title: 'Linux kernel: CVEs', url: 'https://docs.kernel.org/process/cve.html' },
      { title: 'CVE-2026-31431', url: 'https://www.cve.org/CVERecord?id=CVE-2026-31431' },
    ],
    controls: [{ benchmark: 'Kubescape', number: 'C-0079' }],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, context) =>
    judgeNodes(
      nodes,
      ({ status: { nodeInfo } }) => [nodeInfo.kernelVersion, nodeInfo.osImage],
      (sample, subject) => onWindows(sample, subject) ?? judge(sample, subject, context),
    ),
});

function judge(sample: Node, subject: Subject, context: Context): Finding {
  const { kernelVersion, osImage } = sample.status.nodeInfo;
  const distribution = context.facts.backportingDistribution(osImage);
  const evidence = together(
    [nodeEvidence(sample, '/status/nodeInfo/kernelVersion', kernelVersion)],
    distribution === undefined ? [] : backports(sample, distribution),
  );
  return judgeVulnerabilities(
    'linux',
    { subject, version: { value: kernelVersion, evidence } },
    context,
    distribution?.name,
  );
}

const backports = (
  sample: Node,
  { name, source }: NonNullable<ReturnType<Context['facts']['backportingDistribution']>>,
): readonly Evidence[] => [
  nodeEvidence(sample, '/status/nodeInfo/osImage', sample.status.nodeInfo.osImage),
  { from: 'fact', fact: `${name} fixes its packages without a newer version number`, value: true, source },
];
