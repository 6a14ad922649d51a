import { etcdAutoTlsCheck } from '../../src/judge/settings/etcd-checks.ts';

export default etcdAutoTlsCheck({
  meta: {
    id: 'etcd/peer-auto-tls',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'etcd makes no certificate for its members by itself',
      broken: 'etcd shows its members a certificate that it made itself',
    },
    rationale:
      'With --peer-auto-tls and no peer certificate each member makes a self-signed one. Members encrypt, but cannot tell one another from somebody who poses as a member.',
    remediation: {
      kubeadm:
        'Remove --peer-auto-tls from /etc/kubernetes/manifests/etcd.yaml and set --peer-cert-file and --peer-key-file.',
      k3s: 'RKE2 and k3s set this for their embedded etcd; remove what overrides it from etcd-arg.',
      mayBreak: 'All members must have certificates of one CA first; then one member at a time.',
    },
    references: [{ title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' }],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.6' },
      { benchmark: 'Prowler', number: 'etcd_no_peer_auto_tls' },
      { benchmark: 'Kubescape', number: 'C-0158' },
      { benchmark: 'Trivy', number: 'KCV-0047' },
      { benchmark: 'DISA STIG', number: 'V-242380' },
    ],
    since: '0.1.0',
  },
  side: 'peer',
});
