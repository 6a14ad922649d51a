import { expecting, together } from '../../src/judge/evidence.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance, Instances } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kube-controller-manager/sa-key',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'A key for signing ServiceAccount tokens is given',
      broken: 'No key for signing ServiceAccount tokens is given',
    },
    rationale:
      'Tokens in Secrets are signed with the key of --service-account-private-key-file. One key of its own, used for nothing else, can be replaced when it leaks. Without it such tokens are not made, and what waits for one does not start.',
    remediation: {
      kubeadm:
        'Set --service-account-private-key-file=/etc/kubernetes/pki/sa.key in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node: the same key everywhere.',
      k3s: 'Remove service-account-private-key-file from kube-controller-manager-arg: k3s and RKE2 give a key of their own.',
      mayBreak:
        'The public part must be among --service-account-key-file of the API server, or tokens signed with it are refused.',
    },
    references: [
      {
        title: 'Managing ServiceAccounts',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#token-controller',
      },
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.4' },
      { benchmark: 'Prowler', number: 'controllermanager_service_account_private_key_file' },
      { benchmark: 'Kubescape', number: 'C-0147' },
      { benchmark: 'Trivy', number: 'KCV-0036' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-controller-manager'],
  wants: ['settings:kube-apiserver'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-controller-manager'];
    const signer = externalSigner(cluster['settings:kube-apiserver']);
    return each(instances, (instance) => judge(instance, signer), none);
  },
});

function judge(instance: Instance, signer: readonly Evidence[]): Finding {
  const { subject } = instance;
  const key = instance.get('service-account-private-key-file');
  if (!key.known) return { verdict: 'unknown', subject, evidence: [], because: key.because };
  const evidence = expecting(key.evidence, 'a file');
  if (isGiven(key.value)) return { verdict: 'pass', subject, evidence };
  if (signer.length > 0) {
    const because = 'an external signer makes the tokens (--service-account-signing-endpoint of the API server)';
    return { verdict: 'not-applicable', subject, evidence: together(evidence, signer), because };
  }
  return { verdict: 'fail', subject, evidence, message: 'no key is given to sign ServiceAccount tokens with' };
}

/** What shows that something outside of Kubernetes signs tokens; nothing where that is not so or not known. */
function externalSigner(servers: Gathered<Instances>): readonly Evidence[] {
  if (servers.state === 'failed') return [];
  return servers.value.instances.flatMap((server) => {
    const endpoint = server.get('service-account-signing-endpoint');
    return endpoint.known && isGiven(endpoint.value) ? endpoint.evidence : [];
  });
}
