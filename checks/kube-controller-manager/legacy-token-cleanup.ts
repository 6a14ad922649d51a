import { together } from '../../src/judge/evidence.ts';
import { parseDuration } from '../../src/judge/go-duration.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { judgeController } from '../../src/judge/settings/controllers.ts';
import { isOlder } from '../../src/judge/settings/era.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, judgeInstance } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Instance, Setting } from '../../src/model/views.ts';

export default automated({
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
        'Remove --legacy-service-account-token-clean-up-period from /etc/kubernetes/manifests/kube-controller-manager.yaml, or set it to at most 8760h; remove -legacy-serviceaccount-token-cleaner-controller from --controllers and LegacyServiceAccountTokenCleanUp=false from --feature-gates.',
      k3s: 'Remove legacy-service-account-token-clean-up-period from kube-controller-manager-arg.',
      any: 'Before 1.28 nothing removes them: upgrade, or look for Secrets of type kubernetes.io/service-account-token by hand.',
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
  needs: ['settings:kube-controller-manager'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kube-controller-manager'];
    return each(instances, (instance) => withoutCleaner(instance) ?? judgeInstance(CLEANED, instance, context), none);
  },
});

/** Where the release removes no tokens at all. */
function withoutCleaner({ subject, version }: Instance): Finding | undefined {
  const read = parseKubernetesVersion(version?.value ?? '');
  if (version === undefined || read === undefined || !isOlder(read.line, FIRST.value)) return undefined;
  const message = `unused tokens stay usable: ${read.line} removes none`;
  return { verdict: 'fail', subject, evidence: together(version.evidence, [FIRST]), message };
}

const FIRST = {
  from: 'fact',
  fact: 'first minor that can remove unused tokens',
  value: '1.28',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.28.md',
} as const;

const PERIOD = 'legacy-service-account-token-clean-up-period';

const CLEANED = {
  settings: { [PERIOD]: 'at most 8760h0m0s' },
  judge: ({ [PERIOD]: { value } }: { readonly [PERIOD]: Setting }, instance: Instance): Judgement => {
    const period = parseDuration(String(value));
    if (period === undefined) return { verdict: 'unknown', because: notUnderstood(`"${value}" is no duration`) };
    if (period > YEAR) return { verdict: 'fail', message: `unused tokens stay usable for ${value}` };
    const cleaner = judgeController(instance, CLEANER);
    return cleaner.verdict === 'pass' ? judgeGate(instance, cleaner) : cleaner;
  },
};

/** Passes as `cleaner` does, unless the feature gate is off or its release is not known. */
function judgeGate(instance: Instance, cleaner: Judgement): Judgement {
  const version = parseKubernetesVersion(instance.version?.value ?? '');
  if (version === undefined) return { verdict: 'unknown', because: NO_VERSION };
  const stage = version.line === '1.28' ? 'AllAlpha' : version.line === '1.29' ? 'AllBeta' : undefined;
  if (stage === undefined) return cleaner;
  const gates = instance.get('feature-gates');
  if (!gates.known) return { verdict: 'unknown', because: gates.because };
  if (gateGiven(items(gates.value), GATE, stage) ?? stage === 'AllBeta') return cleaner;
  return {
    verdict: 'fail',
    evidence: gates.evidence,
    message: `unused tokens stay usable: the feature gate ${GATE} is off`,
  };
}

const NO_VERSION = { code: 'not-visible', detail: 'its version, on which the cleaning depends, is not known' } as const;

/** In alpha, and off, in 1.28; in beta, and on, in 1.29; then on for good. */
const GATE = 'LegacyServiceAccountTokenCleanUp';
const CLEANER = ['legacy-serviceaccount-token-cleaner-controller', 'legacy-service-account-token-cleaner'];

/** In milliseconds. */
const YEAR = 8760 * 3_600_000;
