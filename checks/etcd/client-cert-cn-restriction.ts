import { trustedCa } from '../../src/judge/settings/etcd-ca.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

/** What keeps out some of those who hold a certificate of the CA. */
const RESTRICTIONS = ['client-cert-allowed-hostname', 'client-crl-file'];

export default automated({
  meta: {
    id: 'etcd/client-cert-cn-restriction',
    component: 'etcd',
    severity: 'low',
    population: false,
    title: {
      holds: 'Only certificates that were made for etcd open it',
      broken: 'Certificates of users of the cluster open etcd',
    },
    rationale:
      'etcd knows no roles in Kubernetes: whoever shows a certificate of the CA that it trusts reads and writes all. Where that CA also signs for users and nodes, only a list of names, or of revoked certificates, keeps these out. With a CA of its own there is nobody else to keep out.',
    remediation: {
      kubeadm:
        'Give etcd a CA of its own (see etcd/unique-ca). Where that cannot be, set --client-cert-allowed-hostname in /etc/kubernetes/manifests/etcd.yaml to a name that only the certificate of the API server bears.',
      k3s: 'RKE2 and k3s make a CA for etcd; remove trusted-ca-file from etcd-arg.',
      mayBreak:
        'Clients whose certificate does not bear the name are refused, backup jobs and monitoring among them: give theirs the name first.',
    },
    references: [
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
      { title: 'Configuration options of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/configuration/' },
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
  if (path === '') {
    const because = 'no CA file tells whose clients etcd trusts: see etcd/client-cert-auth';
    return { verdict: 'not-applicable', subject, evidence, because };
  }
  const given = RESTRICTIONS.filter((flag) => instance.given(flag) !== false).map((flag) => instance.get(flag));
  for (const setting of given) {
    if (setting.known && isGiven(setting.value)) return { verdict: 'pass', subject, evidence: setting.evidence };
  }
  const hidden = given.find((setting) => !setting.known);
  if (hidden?.known === false) return { verdict: 'unknown', subject, evidence: [], because: hidden.because };
  if (shared === true) {
    const message = `every certificate of ${path}, which is also the CA for clients of the API server, opens etcd`;
    return { verdict: 'fail', subject, evidence, message };
  }
  if (shared !== false) return { verdict: 'unknown', subject, evidence, because: shared.because };
  return { verdict: 'pass', subject, evidence, message: 'no names are listed, but its CA signs for nobody else' };
}
