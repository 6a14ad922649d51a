import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/** On by default and a matter of security; the ones with a check of their own are left to it. */
const GUARDS = [
  'CertificateApproval',
  'CertificateSigning',
  'CertificateSubjectRestriction',
  'ClusterTrustBundleAttest',
  'LimitRanger',
  'MutatingAdmissionPolicy',
  'ResourceQuota',
  'RuntimeClass',
  'TaintNodesByCondition',
];

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/admission-default-plugins-disabled',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'No protective admission plugin is switched off',
      broken: 'Protective admission plugins are switched off',
    },
    rationale:
      'The plugins that are on by default guard certificate requests, quotas, limits and runtime classes. Switched off, they vanish without an error: quotas and limits are still listed but nothing applies them.',
    remediation: {
      kubeadm:
        'Remove the named plugins from --disable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node; replace --admission-control by --enable-admission-plugins, which adds to the defaults.',
      k3s: 'Remove the named plugins from disable-admission-plugins in kube-apiserver-arg.',
      mayBreak: 'Quotas and limits that did nothing so far begin to reject requests: list them first.',
    },
    references: [
      {
        title: 'Admission plugins that are on by default',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#which-plugins-are-enabled-by-default',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'disable-admission-plugins': 'no protective plugin', 'admission-control': 'not set' },
  judge: (settings, instance, { facts }) => {
    const replaced = items(settings['admission-control'].value);
    const defaults = facts.admissionPlugins(instance.version?.value ?? 'unknown');
    // One that is off by itself at a version guards nothing there, and is no loss.
    const guards = defaults.known ? GUARDS.filter((plugin) => defaults.value.enabled.includes(plugin)) : GUARDS;
    // Given as empty it switches all plugins off.
    if (replaced.length === 0 && instance.given('admission-control') !== true) {
      const disabled = items(settings['disable-admission-plugins'].value);
      return judgeMissing(guards.filter((plugin) => disabled.includes(plugin)));
    }
    if (!defaults.known) {
      return { verdict: 'unknown', because: { code: 'outside-known-versions', detail: defaults.why } };
    }
    return judgeMissing(guards.filter((plugin) => !replaced.includes(plugin)));
  },
});

const judgeMissing = (missing: readonly string[]) =>
  missing.length === 0
    ? ({ verdict: 'pass' } as const)
    : ({ verdict: 'fail', message: `switched off: ${missing.join(', ')}` } as const);
