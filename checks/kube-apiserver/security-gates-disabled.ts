import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { isOlder } from '../../src/judge/settings/era.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/**
 * Gates that protect, on by themselves from the one minor and beta until the other: from then on they cannot be switched off. The mitigation of
 * HTTP/2 attacks and KMS version 1 have checks of their own.
 */
const PROTECTING: readonly { readonly gate: string; readonly on: string; readonly fixed?: string }[] = [
  { gate: 'AuthorizeNodeWithSelectors', on: '1.32', fixed: '1.34' },
  { gate: 'AuthorizeWithSelectors', on: '1.32', fixed: '1.34' },
  { gate: 'AuthorizePodWebsocketUpgradeCreatePermission', on: '1.35' },
  { gate: 'KubeletFineGrainedAuthz', on: '1.33', fixed: '1.36' },
  { gate: 'LegacyServiceAccountTokenCleanUp', on: '1.29', fixed: '1.30' },
  { gate: 'PodSecurity', on: '1.23', fixed: '1.25' },
  { gate: 'ServiceAccountNodeAudienceRestriction', on: '1.33' },
  { gate: 'ServiceAccountTokenNodeBindingValidation', on: '1.30', fixed: '1.32' },
  { gate: 'TokenRequestServiceAccountUIDValidation', on: '1.34' },
];
/** A gate that opens a hole again. */
const OPENING = 'AllowInsecureKubeletCertificateSigningRequests';
const SOURCE = 'https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/features/kube_features.go';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/security-gates-disabled',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'No feature gate takes back a protection',
      broken: 'Feature gates take back protections that are on by default',
    },
    rationale:
      'Some fixes come behind a feature gate that is on by default: limits on what a kubelet may read, tokens that are void with their node, the right to create that exec over WebSockets needs. Whoever switches such a gate off brings the hole back, and no version number shows it.',
    remediation: {
      kubeadm:
        'Take the gates named here out of --feature-gates in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, and AllBeta=false with them; name single beta features instead.',
      k3s: 'The same in kube-apiserver-arg.',
      mayBreak:
        'What the gate was switched off for fails again, as an agent that lists all objects with the credential of a kubelet. Give it a role of its own first.',
    },
    references: [
      {
        title: 'Feature gates',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
      },
      { title: 'Using Node authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/node/' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'feature-gates': 'no protection switched off' },
  judge: (settings, instance) => {
    const gates = items(settings['feature-gates'].value);
    if (gates.length === 0) return { verdict: 'pass' };
    const version = instance.version && parseKubernetesVersion(instance.version.value);
    if (version === undefined)
      return {
        verdict: 'unknown',
        because: {
          code: 'not-visible',
          detail: 'which gates are on by default depends on the version, which is not known',
        },
      };
    const off = PROTECTING.filter(({ gate, on, fixed }) => {
      if (isOlder(version.line, on)) return false;
      const stage = fixed === undefined || isOlder(version.line, fixed) ? 'AllBeta' : undefined;
      return gateGiven(gates, gate, stage) === false;
    }).map(({ gate }) => `${gate} is off`);
    const wrong = gateGiven(gates, OPENING) === true ? [...off, `${OPENING} is on`] : off;
    const evidence = [
      {
        from: 'fact',
        fact: 'gates that protect and are on by default',
        value: PROTECTING.map(({ gate }) => gate),
        source: SOURCE,
      },
    ] as const;
    if (wrong.length === 0) return { verdict: 'pass', evidence };
    return { verdict: 'fail', message: wrong.join(', '), evidence };
  },
});
