import { together } from '../../src/judge/evidence.ts';
import { judgeRuntimes, runtimeVendor } from '../../src/judge/releases/node-runtimes.ts';
import { judgeVulnerabilities } from '../../src/judge/releases/release-judgement.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'container-runtime/known-cves',
    component: 'container-runtime',
    severity: 'high',
    population: true,
    title: {
      holds: 'No vulnerability is known in the container runtimes of the nodes',
      broken: 'Nodes run a container runtime with known vulnerabilities',
    },
    rationale:
      'Published holes in the container runtime let an image or a container read files of the node, become root there or stop it. Exploits follow within days of the advisory. Where a Linux distribution may have fixed its own package without a newer version number, the version proves nothing: ask its package manager. The low-level runtime beneath it (runc, crun) is not visible in the API and not judged here.',
    remediation: {
      kubeadm:
        'Upgrade the package of the runtime to the newest patch of its line, node by node: drain, upgrade, restart the runtime and the kubelet, uncordon. Upgrade runc with it.',
      k3s: 'containerd comes with k3s and RKE2: upgrade those to their newest patch.',
      managed: 'Upgrade the node pool to the newest node image.',
      mayBreak:
        'Nothing within a release line; running containers survive a restart of containerd and CRI-O, not one of a Docker daemon without live-restore.',
    },
    references: [
      { title: 'containerd: security advisories', url: 'https://github.com/containerd/containerd/security/advisories' },
      { title: 'CRI-O: security advisories', url: 'https://github.com/cri-o/cri-o/security/advisories' },
    ],
    controls: [{ benchmark: 'Kubescape', number: 'C-0087' }],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, context) =>
    judgeRuntimes(nodes, (runtime) => {
      const { subject, product, name, version: value } = runtime;
      const vendor = runtimeVendor(runtime, context.facts);
      const evidence = together(runtime.evidence, vendor?.evidence ?? []);
      return judgeVulnerabilities(product ?? name, { subject, version: { value, evidence } }, context, vendor?.name);
    }),
});
