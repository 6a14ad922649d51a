import { overridingServers } from '../../src/judge/settings/etcd-servers.ts';
import { isGiven, items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/etcd-cafile',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server verifies the certificate of etcd',
      broken: 'The API server reaches etcd in clear text, or without a CA to verify it',
    },
    rationale:
      'Who can pose as etcd hands the API server its objects: users, roles and Secrets of their choice. The API server must reach etcd over https and verify its certificate with the CA of etcd. Without --etcd-cafile it takes a certificate of any public CA that its image trusts.',
    remediation: {
      kubeadm:
        'Set --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt and https:// addresses in --etcd-servers in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak: 'etcd must serve https with a certificate of this CA first, or the API server loses its storage.',
    },
    references: [
      {
        title: 'Securing communication with etcd',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-communication',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.26' },
      { benchmark: 'Prowler', number: 'apiserver_etcd_cafile_set' },
      { benchmark: 'Kubescape', number: 'C-0140' },
      { benchmark: 'Trivy', number: 'KCV-0029' },
      { benchmark: 'DISA STIG', number: 'V-242429' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'etcd-servers': 'https addresses', 'etcd-cafile': 'a file' },
  judge: (settings, instance) => {
    if (!isGiven(settings['etcd-servers'].value)) {
      return { verdict: 'unknown', because: notUnderstood('no address of etcd is given') };
    }
    const others = overridingServers(instance);
    if (!others.known) return { verdict: 'unknown', because: others.because };
    const [first, ...rest] = others.evidence;
    const shown = first === undefined ? {} : ({ evidence: [first, ...rest] } as const);
    const addresses = [...items(settings['etcd-servers'].value), ...others.addresses];
    const remote = addresses.filter((address) => !address.startsWith('unix:'));
    if (remote.length === 0) {
      const because = 'the storage is reached over a local socket, not over the network';
      return { verdict: 'not-applicable', because, ...shown };
    }
    const plain = remote.filter((address) => !address.startsWith('https://'));
    if (plain.length > 0)
      return { verdict: 'fail', message: `etcd is reached without TLS: ${plain.join(', ')}`, ...shown };
    if (isGiven(settings['etcd-cafile'].value)) return { verdict: 'pass', ...shown };
    const message = 'no CA is given: any public CA that the image trusts may vouch for etcd';
    return { verdict: 'fail', message, ...shown };
  },
});
