import { apiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { judgePatch } from '../../src/judge/releases/release-judgement.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/version-latest-patch',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server runs the newest patch of its minor',
      broken: 'The API server misses patches of its minor',
    },
    rationale:
      'Patch releases come about once a month and carry fixes only, security fixes among them. An API server that is behind runs with defects that are described in public.',
    remediation: {
      kubeadm:
        'Upgrade within the minor: install the newest kubeadm of it, then "kubeadm upgrade apply vX.Y.Z" on the first control-plane node and "kubeadm upgrade node" on the others.',
      k3s: 'Install the newest k3s or RKE2 release of the minor on the server nodes, one after the other.',
      mayBreak: 'The API server restarts: with one control-plane node the API is away for a minute or so.',
    },
    references: [
      { title: 'Kubernetes patch releases', url: 'https://kubernetes.io/releases/patch-releases/' },
      {
        title: 'Upgrading kubeadm clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
    ],
    since: '0.1.0',
  },
  needs: ['version'],
  wants: ['settings:kube-apiserver', 'managed-plane'],
  evaluate: (cluster, context) => {
    const plane = cluster['managed-plane'];
    if (plane.state !== 'failed' && plane.value.managed === true) {
      const { provider, evidence } = plane.value;
      return { absent: evidence, because: `${provider} chooses the patch release`, provider };
    }
    const servers = apiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    return each(servers, (server) => judgePatch(server, context), NONE);
  },
});

const NONE = { unseen: { code: 'not-visible', detail: 'no API server was seen' } } as const;
