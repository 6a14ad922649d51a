import { etcdAuthenticationCheck } from '../../src/judge/settings/etcd-checks.ts';

export default etcdAuthenticationCheck({
  meta: {
    id: 'etcd/client-cert-auth',
    component: 'etcd',
    severity: 'critical',
    population: false,
    title: {
      holds: 'etcd demands certificates from its clients',
      broken: 'etcd lets clients in without a certificate of its CA',
    },
    rationale:
      "etcd knows nothing of Kubernetes' users and roles: who may connect may read every Secret and make anybody an admin. Only client certificates of a trusted CA keep the port for the API server.",
    remediation: {
      kubeadm:
        'Set --client-cert-auth=true and --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt in /etc/kubernetes/manifests/etcd.yaml on each control-plane node.',
      k3s: 'RKE2 and k3s set this for their embedded etcd; remove what overrides it from etcd-arg.',
      mayBreak:
        'Clients without a certificate of that CA are refused: check backup jobs, monitoring and the --etcd-certfile of the API server first.',
    },
    references: [
      {
        title: 'Securing etcd clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
      },
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.2' },
      { benchmark: 'Prowler', number: 'etcd_client_cert_auth' },
      { benchmark: 'Kubescape', number: 'C-0154' },
      { benchmark: 'Trivy', number: 'KCV-0043' },
      { benchmark: 'DISA STIG', number: 'V-242423' },
      { benchmark: 'DISA STIG', number: 'V-242429' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  side: 'client',
});
