import { expecting, together } from '../../src/judge/evidence.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { judgeRuntimes, type NodeRuntime } from '../../src/judge/releases/node-runtimes.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';

/** The first minor of the kubelet without dockershim. */
const WITHOUT_DOCKERSHIM = 24;

export default automated({
  meta: {
    id: 'container-runtime/no-dockershim',
    component: 'container-runtime',
    severity: 'medium',
    population: true,
    title: {
      holds: 'No node runs containers through dockershim',
      broken: 'Nodes run containers through dockershim',
    },
    rationale:
      'dockershim, the part of the kubelet that talked to Docker, was removed in Kubernetes 1.24 and gets no patches. A node that still has it runs an unsupported kubelet and cannot be upgraded before its runtime is changed.',
    remediation: {
      kubeadm:
        'Drain the node, install containerd, point the kubelet at unix:///run/containerd/containerd.sock (the node annotation kubeadm.alpha.kubernetes.io/cri-socket too), remove Docker, then upgrade the kubelet.',
      k3s: 'Start k3s without --docker.',
      managed: 'Move to a node image with containerd.',
      mayBreak:
        'Pods that use the Docker socket of their node lose it, and images that were only built on the node are gone.',
    },
    references: [
      {
        title: 'Kubernetes: migrating from dockershim',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) => judgeRuntimes(nodes, judge),
});

function judge({ subject, name, kubeletVersion, sample, evidence }: NodeRuntime): Finding {
  const seen = expecting(evidence, 'not Docker through dockershim');
  if (name !== 'docker') return { verdict: 'pass', subject, evidence: seen };
  const kubelet = parseKubernetesVersion(kubeletVersion);
  const object = { apiVersion: 'v1', kind: 'Node', name: sample };
  const shown = together(seen, [
    { from: 'object', object, pointer: '/status/nodeInfo/kubeletVersion', observed: kubeletVersion },
  ]);
  if (kubelet === undefined) {
    const detail = `the kubelet says "${kubeletVersion}" for its version`;
    return { verdict: 'unknown', subject, evidence: shown, because: { code: 'not-understood', detail } };
  }
  if (kubelet.major === 1 && kubelet.minor < WITHOUT_DOCKERSHIM) {
    return {
      verdict: 'fail',
      subject,
      evidence: shown,
      message: `runs Docker through the dockershim of kubelet ${kubeletVersion}`,
    };
  }
  return {
    verdict: 'pass',
    subject,
    evidence: shown,
    message: `kubelet ${kubeletVersion} reaches Docker through cri-dockerd`,
  };
}
