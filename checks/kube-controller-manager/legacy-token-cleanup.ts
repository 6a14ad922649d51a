import { parseDuration } from '../../src/judge/go-duration.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-controller-manager/legacy-token-cleanup',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Unused long-lived tokens are removed after a year at most',
      broken: 'Unused long-lived tokens are kept for more than a year',
    },
    rationale:
      'Tokens that old releases put into Secrets never expire. From 1.29 on the controller manager marks those that nobody used for --legacy-service-account-token-clean-up-period (a year) as invalid, and removes them after the same time again. A longer period keeps forgotten tokens usable.',
    remediation: {
      kubeadm:
        'Remove --legacy-service-account-token-clean-up-period from /etc/kubernetes/manifests/kube-controller-manager.yaml, or set it to at most 8760h.',
      k3s: 'Remove legacy-service-account-token-clean-up-period from kube-controller-manager-arg.',
      mayBreak:
        'A token that is used less often than once in the period stops working; label its Secret by hand to keep it, or use a token that is renewed.',
    },
    references: [
      {
        title: 'Legacy ServiceAccount token cleaner',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#legacy-serviceaccount-token-cleaner',
      },
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  setting: 'legacy-service-account-token-clean-up-period',
  expected: 'at most 8760h0m0s',
  passes: (value) => {
    const period = parseDuration(String(value));
    return period === undefined ? notUnderstood(`"${value}" is no duration`) : period <= YEAR;
  },
  broken: (value) => `unused tokens stay usable for ${value}`,
});

/** In milliseconds. */
const YEAR = 8760 * 3_600_000;
