import { listensOn } from '../../src/judge/settings/etcd-checks.ts';
import { isEveryAddress, named } from '../../src/judge/settings/etcd-urls.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'etcd/listen-client-localhost',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'etcd listens for clients on chosen addresses only',
      broken: 'etcd listens for clients on all addresses of its node',
    },
    rationale:
      'Only the API server needs etcd. Bound to all addresses its port is open on each network of the node, that of pods included, and certificates are all that is left in the way.',
    remediation: {
      kubeadm:
        'Set --listen-client-urls to https://127.0.0.1:2379 and the address of the node in /etc/kubernetes/manifests/etcd.yaml.',
      k3s: 'Remove listen-client-urls from etcd-arg.',
      mayBreak: 'API servers and backup jobs that use another address of the node can no longer connect.',
    },
    references: [
      { title: 'Configuration options of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/configuration/' },
      {
        title: 'Securing etcd clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'Etcd' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:etcd',
  settings: { 'listen-client-urls': 'loopback or addresses of the node' },
  judge: (found, instance) => {
    const listening = listensOn('client', found['listen-client-urls'], instance);
    if ('code' in listening) return { verdict: 'unknown', because: listening };
    const { urls, ...evidence } = listening;
    const open = urls.filter(({ address }) => address !== undefined && isEveryAddress(address));
    if (open.length > 0) return { verdict: 'fail', message: `listens on ${named(open)}`, ...evidence };
    const names = urls.filter(({ scheme, address }) => address === undefined && !scheme.startsWith('unix'));
    if (names.length === 0) return { verdict: 'pass', ...evidence };
    return { verdict: 'unknown', because: notUnderstood(`${named(names)} names no address to listen on`), ...evidence };
  },
});
