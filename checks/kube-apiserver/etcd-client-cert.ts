import { overridingServers } from '../../src/judge/settings/etcd-servers.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { pairCheck } from '../../src/judge/settings/setting-checks.ts';

export default pairCheck({
  meta: {
    id: 'kube-apiserver/etcd-client-cert',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server logs in to etcd with a client certificate',
      broken: 'The API server has no client certificate for etcd',
    },
    rationale:
      'etcd holds every object of the cluster and knows no other login than client certificates here. If the API server presents none, etcd must be taking anybody who reaches its port.',
    remediation: {
      kubeadm:
        'Set --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt and --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key in /etc/kubernetes/manifests/kube-apiserver.yaml; "kubeadm init phase certs apiserver-etcd-client" makes the pair. Then set --client-cert-auth=true on etcd.',
      mayBreak: 'The certificate must be signed by the CA that etcd trusts, or the API server loses its storage.',
    },
    references: [
      {
        title: 'Securing communication with etcd',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-communication',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.23' },
      { benchmark: 'Prowler', number: 'apiserver_etcd_tls_config' },
      { benchmark: 'Kubescape', number: 'C-0137' },
      { benchmark: 'Trivy', number: 'KCV-0026' },
      { benchmark: 'DISA STIG', number: 'V-242430' },
      { benchmark: 'DISA STIG', number: 'V-242431' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  pair: ['etcd-certfile', 'etcd-keyfile'],
  broken: (missing) => missing,
  unless: (instance) => {
    const servers = instance.get('etcd-servers');
    if (!servers.known) return { verdict: 'unknown', because: servers.because };
    const others = overridingServers(instance);
    if (!others.known) return { verdict: 'unknown', because: others.because };
    const addresses = [...items(servers.value), ...others.addresses];
    if (addresses.length === 0 || !addresses.every((address) => address.startsWith('unix:'))) return undefined;
    const because = 'the storage is reached over a local socket, not over the network';
    return { verdict: 'not-applicable', because, evidence: servers.evidence };
  },
});
