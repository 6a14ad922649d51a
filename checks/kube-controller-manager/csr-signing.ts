import { parseDuration } from '../../src/judge/go-duration.ts';
import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Evidence, Observed } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

/** In milliseconds. */
const YEAR = 8760 * 3_600_000;

/** Up to 1.24 the same setting under its old name. */
const OLD_NAME = 'experimental-cluster-signing-duration';

export default settingsCheck({
  meta: {
    id: 'kube-controller-manager/csr-signing',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Certificates are signed for a year at most',
      broken: 'Certificates are signed for longer than a year',
    },
    rationale:
      'Kubernetes cannot revoke a certificate: who copies one with its key is that user or node until it ends. Kubelets renew theirs by themselves, so that 90 days (2160h) cost nothing; a year is what the controller manager gives by default to whoever asks for no less.',
    remediation: {
      kubeadm:
        'Set --cluster-signing-duration=2160h, or remove it, in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Set cluster-signing-duration=2160h in kube-controller-manager-arg on the servers.',
      mayBreak:
        'Certificates that are signed afterwards end sooner: whatever asked for one by a CertificateSigningRequest and does not renew it, people with kubeconfigs among them, loses its access then. Those that exist stay valid as long as they are.',
    },
    references: [
      {
        title: 'Certificate signing requests: signers',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#signers',
      },
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  settings: { 'cluster-signing-duration': 'a year (8760h) at most' },
  judge: (found, instance) => {
    const longest = [judgeDuration(found['cluster-signing-duration'].value, instance)];
    if (instance.given(OLD_NAME) === true) {
      const old = instance.get(OLD_NAME);
      longest.unshift(
        old.known ? judgeDuration(old.value, instance, old.evidence) : { verdict: 'unknown', because: old.because },
      );
    }
    return longest.find(({ verdict }) => verdict !== 'pass') ?? (longest[0] as Judgement);
  },
});

/** `evidence` shows the duration where that of the check does not. */
function judgeDuration(value: Observed, instance: Instance, evidence: readonly Evidence[] = []): Judgement {
  const duration = parseDuration(String(value));
  if (duration === undefined) return { verdict: 'unknown', because: notUnderstood(`"${value}" is no duration`) };
  const common = instance.get('cluster-signing-cert-file');
  const shared = duration <= YEAR && common.known && isGiven(common.value);
  const [first, ...rest] = [...evidence, ...(shared ? common.evidence : [])];
  const shown = first === undefined ? {} : { evidence: [first, ...rest] as const };
  if (duration > YEAR) {
    return { verdict: 'fail', ...shown, message: `signs for ${value}, unless a request asks for less` };
  }
  if (!shared) return { verdict: 'pass', ...shown };
  return { verdict: 'pass', ...shown, message: `for ${value} at most; one key signs for all signers` };
}
