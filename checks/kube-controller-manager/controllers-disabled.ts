import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { judgeController } from '../../src/judge/settings/controllers.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

interface Wanted {
  /** The name, and what it was called before 1.28. */
  readonly names: readonly string[];
  /** The minor from which on it always runs by default, where it came later than 1.20. */
  readonly from?: number;
}

/** Controllers whose work others rely on for security. */
const WANTED: readonly Wanted[] = [
  { names: ['serviceaccount-controller', 'serviceaccount'] },
  { names: ['serviceaccount-token-controller', 'serviceaccount-token'] },
  { names: ['root-ca-certificate-publisher-controller', 'root-ca-cert-publisher'] },
  { names: ['certificatesigningrequest-cleaner-controller', 'csrcleaner'] },
  { names: ['legacy-serviceaccount-token-cleaner-controller', 'legacy-service-account-token-cleaner'], from: 30 },
  { names: ['namespace-controller', 'namespace'] },
  { names: ['clusterrole-aggregation-controller', 'clusterrole-aggregation'] },
  { names: ['ttl-controller', 'ttl'] },
  { names: ['validatingadmissionpolicy-status-controller'], from: 30 },
];

export default settingsCheck({
  meta: {
    id: 'kube-controller-manager/controllers-disabled',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'All controllers that security relies on may run',
      broken: 'A controller that security relies on is switched off',
    },
    rationale:
      'Some controllers clean up what would stay as a way in: tokens of deleted ServiceAccounts, unused legacy tokens, old certificate requests, what a deleted namespace leaves. Others keep roles and trust in order. Switched off by --controllers nothing tells that they are missing, and a token that should have died with its ServiceAccount still works.',
    remediation: {
      kubeadm:
        'Remove the named entries that begin with - from --controllers in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node, or begin the list with *.',
      k3s: 'Remove them from controllers in kube-controller-manager-arg on the servers.',
      mayBreak:
        'A cleaner that runs again deletes what piled up: look for legacy tokens that are still in use before. Another program that does the work of the controller must be stopped.',
    },
    references: [
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
      {
        title: 'Managing ServiceAccounts: control plane details',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  settings: { controllers: '*, without - before those that security relies on' },
  judge: ({ controllers }, instance) => {
    const entries = items(controllers.value);
    const minor = (instance.version && parseKubernetesVersion(instance.version.value)?.minor) ?? 0;
    const missing = WANTED.flatMap(({ names, from = 0 }) => {
      const said = judgeController(instance, names);
      // A list without * need not name what the release does not have.
      const expected = minor >= from || names.some((name) => entries.includes(`-${name}`));
      return said.verdict === 'fail' && expected ? [said.message] : [];
    });
    return missing.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: missing.join('; ') };
  },
});
