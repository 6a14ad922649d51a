import { etcdAutoTlsCheck } from '../../src/judge/settings/etcd-checks.ts';

export default etcdAutoTlsCheck({
  meta: {
    id: 'etcd/auto-tls',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'etcd makes no certificate for clients by itself',
      broken: 'etcd serves clients a certificate that it made itself',
    },
    rationale:
      'With --auto-tls and no certificate etcd makes a self-signed one. Clients cannot verify it, so whoever poses as etcd can hand the API server objects of their choice.',
    remediation: {
      kubeadm: 'Remove --auto-tls from /etc/kubernetes/manifests/etcd.yaml and set --cert-file and --key-file.',
      k3s: 'RKE2 and k3s set this for their embedded etcd; remove what overrides it from etcd-arg.',
      mayBreak: 'Clients that skipped verification must be given the CA of etcd.',
    },
    references: [
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
      {
        title: 'Securing etcd clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.3' },
      { benchmark: 'Prowler', number: 'etcd_no_auto_tls' },
      { benchmark: 'Kubescape', number: 'C-0155' },
      { benchmark: 'Trivy', number: 'KCV-0044' },
      { benchmark: 'DISA STIG', number: 'V-242379' },
    ],
    since: '0.1.0',
  },
  side: 'client',
});
