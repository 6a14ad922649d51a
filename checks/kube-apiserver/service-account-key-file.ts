import { isGiven, items, mayBeGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Instance } from '../../src/model/views.ts';

const SIGNER = 'service-account-signing-endpoint';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/service-account-key-file',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Tokens of ServiceAccounts are verified with a key of their own',
      broken: 'The TLS key of the API server also makes ServiceAccount tokens valid',
    },
    rationale:
      'Who holds a key that the API server verifies tokens with can write a token for any ServiceAccount. If that is the key of its TLS certificate, a copy made for a load balancer or left in an image is worth the whole cluster, and a new certificate ends every token.',
    remediation: {
      kubeadm:
        'Make a key pair for tokens ("kubeadm init phase certs sa"), set --service-account-key-file=/etc/kubernetes/pki/sa.pub and --service-account-signing-key-file=/etc/kubernetes/pki/sa.key in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, and give the same sa.key to the controller manager (--service-account-private-key-file).',
      k3s: 'Remove service-account-key-file from kube-apiserver-arg: k3s and RKE2 make a key of their own.',
      mayBreak:
        'Tokens that the old key signed are refused at once: keep its public half as a second --service-account-key-file until pods have new tokens, and make tokens in Secrets anew.',
    },
    references: [
      {
        title: 'Managing ServiceAccounts',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
      },
      {
        title: 'PKI certificates and requirements',
        url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.22' },
      { benchmark: 'Prowler', number: 'apiserver_service_account_key_file_set' },
      { benchmark: 'Kubescape', number: 'C-0136' },
      { benchmark: 'Trivy', number: 'KCV-0025' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'service-account-key-file': 'files other than that of --tls-private-key-file' },
  judge: (settings, instance) => {
    const files = items(settings['service-account-key-file'].value);
    if (files.length === 0) {
      const signer = instance.get(SIGNER);
      if (mayBeGiven(instance, SIGNER, signer)) return { verdict: 'unknown', because: signer.because };
      if (signer.known && isGiven(signer.value)) {
        return { verdict: 'pass', evidence: signer.evidence, message: 'an external signer has the keys' };
      }
      return { verdict: 'fail', message: 'no key is given, so the TLS key of the API server is used' };
    }
    const tls = instance.get('tls-private-key-file');
    // A server without the flag makes a TLS key of its own in --cert-dir, which nothing else names.
    if (!tls.known) return { verdict: 'unknown', because: tls.because };
    const shared = files.find((file) => isSame(instance, file, String(tls.value)));
    if (shared === undefined) return { verdict: 'pass' };
    return { verdict: 'fail', evidence: tls.evidence, message: `${shared} is also the TLS key` };
  },
});

/** Whether two paths of one container name one file; two names of one place count as one. */
function isSame({ originOf }: Instance, one: string, other: string): boolean {
  const origin = originOf?.(one);
  return one === other || (origin !== undefined && origin === originOf?.(other));
}
