import { trustedCa } from '../../src/judge/settings/etcd-ca.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'etcd/unique-ca',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'etcd trusts a CA file of its own',
      broken: 'etcd trusts the CA that signs for users of the cluster',
    },
    rationale:
      'The CA of the cluster signs certificates for users, nodes and, by request, others. If etcd trusts it as well, each of these certificates opens the whole store, past all roles. kubevet compares where the files lie; what is in them the API does not show.',
    remediation: {
      kubeadm:
        'Make a CA for etcd ("kubeadm init phase certs etcd-ca" and the certificates of etcd after it), then set --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt in /etc/kubernetes/manifests/etcd.yaml and --etcd-cafile of the API server.',
      k3s: 'RKE2 and k3s make a CA for etcd; remove trusted-ca-file from etcd-arg.',
      mayBreak:
        'Every client and peer certificate of etcd must be issued anew by the new CA, and members must trust both for a while.',
    },
    references: [
      {
        title: 'PKI certificates and requirements',
        url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
      },
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.7' },
      { benchmark: 'Prowler', number: 'etcd_unique_ca' },
      { benchmark: 'Kubescape', number: 'C-0159' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:etcd', 'settings:kube-apiserver'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:etcd'];
    const servers = cluster['settings:kube-apiserver'].instances;
    return each(instances, (instance) => judge(instance, servers), none);
  },
});

function judge(instance: Instance, servers: readonly Instance[]): Finding {
  const { subject } = instance;
  const ca = trustedCa(instance, servers);
  if ('code' in ca) return { verdict: 'unknown', subject, evidence: [], because: ca };
  const { path, evidence, shared } = ca;
  if (path === '') return { verdict: 'fail', subject, evidence, message: 'no CA file tells whose clients it trusts' };
  if (shared === true) {
    return { verdict: 'fail', subject, evidence, message: `${path} is also the CA for clients of the API server` };
  }
  if (shared !== false) return { verdict: 'unknown', subject, evidence, because: shared.because };
  return { verdict: 'pass', subject, evidence, message: 'the files are not the same; their content was not compared' };
}
