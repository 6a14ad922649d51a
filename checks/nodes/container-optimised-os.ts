import { judgeNodes, nodeEvidence, onWindows } from '../../src/judge/nodes/judge-nodes.ts';
import { automated, type Context } from '../../src/model/check.ts';
import type { Finding, Subject } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/container-optimised-os',
    component: 'nodes',
    severity: 'low',
    population: true,
    title: {
      holds: 'All nodes run a system that is made for containers alone',
      broken: 'Nodes run a system for general use',
    },
    rationale:
      'Systems made to run containers have a read-only root, no package manager and few programs. Whoever escapes from a container finds no compiler and no place to stay after a reboot, and there is less that needs patches. A system for general use can be hardened too, which the API does not show: then this asks for a decision.',
    remediation: {
      kubeadm:
        'Plan new nodes with Flatcar Container Linux, Fedora CoreOS or openSUSE MicroOS; a running node is replaced, not changed.',
      k3s: 'Plan new nodes with SUSE Linux Micro, openSUSE MicroOS or Kairos; a running node is replaced, not changed.',
      managed:
        'Choose such a node image for new pools: Bottlerocket on EKS, Container-Optimized OS on GKE, Azure Linux on AKS.',
      mayBreak:
        'Agents that are installed as packages, write to /usr or need a shell on the host must become DaemonSets first; host paths differ.',
    },
    references: [
      { title: 'Bottlerocket', url: 'https://bottlerocket.dev/' },
      { title: 'Flatcar Container Linux', url: 'https://www.flatcar.org/docs/latest/' },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0226' },
      { benchmark: 'CIS GKE', number: '5.5.1' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, context) =>
    judgeNodes(
      nodes,
      ({ status }) => status.nodeInfo.osImage,
      (sample, subject) => onWindows(sample, subject) ?? judge(sample, subject, context),
    ),
});

function judge(sample: Node, subject: Subject, { facts }: Context): Finding {
  const { osImage } = sample.status.nodeInfo;
  const seen = nodeEvidence(sample, '/status/nodeInfo/osImage', osImage, 'a system made for containers');
  if (osImage === '') {
    const detail = `node ${sample.metadata.name} does not name its system`;
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-visible', detail } };
  }
  const minimal = facts.minimalSystem(osImage);
  if (minimal === undefined) {
    const message = `${osImage} is not known to be made for containers alone`;
    return { verdict: GENERAL.test(osImage) ? 'fail' : 'review', subject, evidence: [seen], message };
  }
  const { name, source } = minimal;
  return {
    verdict: 'pass',
    subject,
    evidence: [seen, { from: 'fact', fact: `${name} is made for containers`, value: true, source }],
  };
}

/** Systems that are certainly for general use; what is neither these nor known as minimal a person decides. */
const GENERAL =
  /^(?:Debian GNU\/Linux|Ubuntu \d|Red Hat Enterprise Linux (?:Server )?\d|Rocky Linux|AlmaLinux|CentOS (?:Linux|Stream)|Oracle Linux|Amazon Linux|Fedora Linux|SUSE Linux Enterprise Server|openSUSE Leap \d|openSUSE Tumbleweed|Arch Linux|Gentoo)/;
