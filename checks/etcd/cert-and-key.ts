import { expecting } from '../../src/judge/evidence.ts';
import { etcdCertificateCheck } from '../../src/judge/settings/etcd-checks.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

const members = etcdCertificateCheck({
  meta: {
    id: 'etcd/cert-and-key',
    component: 'etcd',
    severity: 'critical',
    population: false,
    title: {
      holds: 'etcd serves clients over TLS only',
      broken: 'etcd serves clients in clear text, or has no certificate',
    },
    rationale:
      'Everything in the cluster is in etcd, Secrets included, and travels between it and the API server. Over a plain http URL whoever is on the way reads and changes it; on loopback that is each program and each pod on the network of the node.',
    remediation: {
      kubeadm:
        'Set --cert-file=/etc/kubernetes/pki/etcd/server.crt and --key-file=/etc/kubernetes/pki/etcd/server.key, and only https:// URLs in --listen-client-urls, --listen-client-http-urls and --advertise-client-urls, in /etc/kubernetes/manifests/etcd.yaml; "kubeadm init phase certs etcd-server" makes the pair where it is missing.',
      k3s: 'RKE2 and k3s set this for their embedded etcd; remove what overrides it from etcd-arg.',
      mayBreak:
        'Change --etcd-servers of the API server to https at the same time, or it loses its storage; do one control-plane node after the other.',
    },
    references: [
      {
        title: 'Securing etcd clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
      },
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.1' },
      { benchmark: 'Prowler', number: 'etcd_tls_encryption' },
      { benchmark: 'Kubescape', number: 'C-0153' },
      { benchmark: 'Trivy', number: 'KCV-0042' },
      { benchmark: 'DISA STIG', number: 'V-242379' },
      { benchmark: 'DISA STIG', number: 'V-242427' },
      { benchmark: 'DISA STIG', number: 'V-242428' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  side: 'client',
});

export default automated({
  ...members,
  wants: ['settings:kube-apiserver'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:etcd'];
    const servers = cluster['settings:kube-apiserver'];
    if (instances.length > 0 || 'absent' in none || servers.state === 'failed')
      return members.evaluate(cluster, context);
    const [first, ...rest] = servers.value.instances.flatMap(judgeClient);
    return first === undefined ? none : [first, ...rest];
  },
});

/** An etcd that is not seen serves clear text where an API server reaches it so. That it is reached over TLS does not say that others need it. */
function judgeClient(server: Instance): readonly Finding[] {
  const addresses = server.get('etcd-servers');
  const plain = addresses.known ? items(addresses.value).filter((address) => address.startsWith('http://')) : [];
  if (!addresses.known || plain.length === 0) return [];
  const message = `the API server reaches it in clear text on ${plain.join(', ')}`;
  const evidence = expecting(addresses.evidence, 'https addresses');
  return [{ verdict: 'fail', subject: server.subject, evidence, message }];
}
