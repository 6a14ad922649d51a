import { etcdCertificateCheck } from '../../src/judge/settings/etcd-checks.ts';

export default etcdCertificateCheck({
  meta: {
    id: 'etcd/peer-cert-and-key',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'Members of etcd talk to each other over TLS',
      broken: 'Members of etcd talk in clear text, or have no certificate',
    },
    rationale:
      'Members send each other everything that is written. Without TLS whoever is on the network between them reads all Secrets and can change what is stored.',
    remediation: {
      kubeadm:
        'Set --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt and --peer-key-file=/etc/kubernetes/pki/etcd/peer.key, and only https:// URLs in --listen-peer-urls, in /etc/kubernetes/manifests/etcd.yaml.',
      k3s: 'RKE2 and k3s set this for their embedded etcd; remove what overrides it from etcd-arg.',
      mayBreak:
        'Members with and without TLS do not understand each other: change the peer URLs with "etcdctl member update", one member at a time, after a backup.',
    },
    references: [
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
      {
        title: 'Securing etcd clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.4' },
      { benchmark: 'Prowler', number: 'etcd_peer_tls_config' },
      { benchmark: 'Kubescape', number: 'C-0156' },
      { benchmark: 'Trivy', number: 'KCV-0045' },
      { benchmark: 'DISA STIG', number: 'V-242380' },
      { benchmark: 'DISA STIG', number: 'V-242432' },
      { benchmark: 'DISA STIG', number: 'V-242433' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  side: 'peer',
});
