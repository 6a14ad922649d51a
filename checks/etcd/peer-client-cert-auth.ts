import { etcdAuthenticationCheck } from '../../src/judge/settings/etcd-checks.ts';

export default etcdAuthenticationCheck({
  meta: {
    id: 'etcd/peer-client-cert-auth',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'Members of etcd demand certificates from each other',
      broken: 'Members of etcd let anybody in as a member',
    },
    rationale:
      'Who can connect to the peer port can take part in replication, and so read and write everything. Certificates of a trusted CA keep it for members.',
    remediation: {
      kubeadm:
        'Set --peer-client-cert-auth=true and --peer-trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt in /etc/kubernetes/manifests/etcd.yaml on each control-plane node.',
      k3s: 'RKE2 and k3s set this for their embedded etcd; remove what overrides it from etcd-arg.',
      mayBreak: 'A member whose certificate is not of that CA, or not for client use, drops out: one member at a time.',
    },
    references: [
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
      {
        title: 'Securing etcd clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.5' },
      { benchmark: 'Prowler', number: 'etcd_peer_client_cert_auth' },
      { benchmark: 'Kubescape', number: 'C-0157' },
      { benchmark: 'Trivy', number: 'KCV-0046' },
      { benchmark: 'DISA STIG', number: 'V-242426' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  side: 'peer',
});
