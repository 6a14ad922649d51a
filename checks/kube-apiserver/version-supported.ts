import { apiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { judgeSupport, providerOf } from '../../src/judge/releases/release-judgement.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/version-supported',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server runs a minor release that still gets patches',
      broken: 'The API server runs a minor release that gets no more patches',
    },
    rationale:
      'Each Kubernetes minor gets patches for about fourteen months. After that, published vulnerabilities stay open in it for good, and upgrades skip no minor, so every month of delay makes the way back longer.',
    remediation: {
      kubeadm:
        'Upgrade one minor at a time: "kubeadm upgrade plan", "kubeadm upgrade apply vX.Y.Z" on the first control-plane node, "kubeadm upgrade node" on the others, then the kubelets.',
      k3s: 'Install the newest release of the next minor on the server nodes one by one, then on the agents.',
      managed: "Start the provider's control-plane upgrade, then upgrade the node pools.",
      mayBreak:
        'A new minor may stop serving old API versions: look for clients that still use them (metric apiserver_requested_deprecated_apis) and take an etcd backup first.',
    },
    references: [
      { title: 'Kubernetes releases and their end of life', url: 'https://kubernetes.io/releases/' },
      {
        title: 'Upgrading kubeadm clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/',
      },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0273' },
      { benchmark: 'Popeye', number: '405' },
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
      { benchmark: 'CIS GKE', number: '5.5.4' },
    ],
    since: '0.1.0',
  },
  needs: ['version'],
  wants: ['settings:kube-apiserver', 'managed-plane'],
  evaluate: (cluster, context) => {
    const servers = apiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    const provider = providerOf(cluster['managed-plane']);
    return each(servers, (server) => judgeSupport(server, context, provider), NONE);
  },
});

const NONE = { unseen: { code: 'not-visible', detail: 'no API server was seen' } } as const;
