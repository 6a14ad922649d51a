import { apiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { judgeSkew } from '../../src/judge/releases/skew-judgement.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-proxy/version-skew',
    component: 'kube-proxy',
    severity: 'medium',
    population: true,
    title: {
      holds: 'kube-proxy is within the supported distance of the API server',
      broken: 'kube-proxy is too old or too new for the API server',
    },
    rationale:
      'kube-proxy is tested with API servers that are at most three minors newer (two for a kube-proxy before 1.25) and never older. It is often forgotten in upgrades, as nothing but its image names its version.',
    remediation: {
      kubeadm:
        '"kubeadm upgrade apply" sets the image of the kube-proxy DaemonSet once all control-plane nodes are upgraded; by hand: "kubectl -n kube-system set image daemonset/kube-proxy kube-proxy=registry.k8s.io/kube-proxy:vX.Y.Z".',
      k3s: 'kube-proxy is part of k3s and RKE2: upgrade the agents.',
      managed: 'Upgrade the kube-proxy add-on to the version of the control plane.',
      mayBreak: 'While it restarts, a node keeps its rules but takes up no changes of services.',
    },
    references: [
      { title: 'Version skew policy', url: 'https://kubernetes.io/releases/version-skew-policy/#kube-proxy' },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy', 'version'],
  wants: ['settings:kube-apiserver'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    const servers = apiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    return each(instances, (instance) => judgeSkew('kube-proxy', instance, servers, context), none);
  },
});
