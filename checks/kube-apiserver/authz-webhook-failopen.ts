import { together } from '../../src/judge/evidence.ts';
import { counted, seriesEvidence, seriesOf } from '../../src/judge/metrics.ts';
import { fileEvidence, records } from '../../src/judge/settings/config-file.ts';
import { items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import type { Evidence, Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { ApiServerMetrics, Instance } from '../../src/model/views.ts';

const METRIC = 'apiserver_authorization_webhook_evaluations_fail_open_total';
/** Flags have no failure policy of their own: a webhook that does not answer has no opinion. */
const LEGACY = {
  from: 'fact',
  fact: 'failure policy of a webhook that is set by --authorization-webhook-config-file',
  value: 'NoOpinion',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/kubeapiserver/options/authorization.go',
} as const;

export default automated({
  meta: {
    id: 'kube-apiserver/authz-webhook-failopen',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'An authorization webhook that fails denies',
      broken: 'Requests passed an authorization webhook that failed',
    },
    rationale:
      'A webhook that can deny is a fence. With the failure policy NoOpinion, which is also what the flags give, a webhook that does not answer is passed over and the next authorizer decides, so that an attacker has only to keep it from answering.',
    remediation: {
      kubeadm:
        'Describe the authorizers in a file of --authorization-config (1.30 and later) in place of --authorization-mode and the --authorization-webhook flags, with failurePolicy: Deny for each webhook that may deny, and matchConditions that leave out system:masters and the nodes.',
      any: 'A webhook that only allows may keep NoOpinion.',
      mayBreak:
        'With Deny all requests that match are refused while the webhook is down, those that would bring it back among them: leave them out by matchConditions.',
    },
    references: [
      {
        title: 'Configuring the API server using an authorization config file',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#using-configuration-file-for-authorization',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['api-server-metrics'],
  evaluate: ({ 'settings:kube-apiserver': { instances, none }, 'api-server-metrics': metrics }) => {
    const failures = failuresOf(metrics);
    const isOnlyOne = metrics.state !== 'failed' && metrics.value.instance !== undefined;
    const [first, ...rest] = instances.map((instance) => judge(instance, isOnlyOne ? failures : []));
    if (first === undefined) return none;
    const [shown, ...others] = failures;
    if (shown === undefined || metrics.state === 'failed' || isOnlyOne) return [first, ...rest];
    // Of several API servers one answered, and which does not show.
    const evidence = together([shown], others);
    return [first, ...rest, { verdict: 'fail', subject: metrics.value.subject, evidence, message: PASSED }];
  },
});

const PASSED = 'it let requests pass while an authorization webhook failed';

/** What the API server that was asked let pass. */
const failuresOf = (metrics: Gathered<ApiServerMetrics>): readonly Evidence[] =>
  metrics.state === 'failed'
    ? []
    : counted(seriesOf(metrics.value, METRIC)).map((series) => seriesEvidence(series, '0'));

function judge(instance: Instance, failures: readonly Evidence[]): Finding {
  const { subject } = instance;
  const mode = instance.get('authorization-mode');
  const [first, ...rest] = failures;
  if (first !== undefined) {
    const evidence = together([first], rest, mode.known ? mode.evidence : []);
    return { verdict: 'fail', subject, evidence, message: PASSED };
  }
  if (!mode.known) return { verdict: 'unknown', subject, evidence: [], because: mode.because };
  const { evidence } = mode;
  if (!items(mode.value).includes('Webhook'))
    return { verdict: 'not-applicable', subject, evidence, because: 'no webhook is an authorizer' };
  const file = instance.file?.('authorization-config');
  if (file === undefined) {
    const message = 'the webhook of the flags is passed over when it fails: is it one that may only allow?';
    return { verdict: 'review', subject, evidence: together(evidence, [LEGACY]), message };
  }
  if (!file.known) return { verdict: 'unknown', subject, evidence, because: file.because };
  const webhooks = records(file.content['authorizers']).flatMap(({ type, webhook }, index) =>
    type === 'Webhook' ? [{ policy: records([webhook ?? null])[0]?.['failurePolicy'], index }] : [],
  );
  const shown = together(
    evidence,
    webhooks.map(({ index }) => fileEvidence(file, `/authorizers/${index}/webhook/failurePolicy`, 'Deny')),
  );
  if (webhooks.every(({ policy }) => policy === 'Deny')) return { verdict: 'pass', subject, evidence: shown };
  if (webhooks.some(({ policy }) => policy !== 'Deny' && policy !== 'NoOpinion'))
    return {
      verdict: 'unknown',
      subject,
      evidence: shown,
      because: notUnderstood('a webhook has no failure policy that is known'),
    };
  const message =
    'a webhook with the failure policy NoOpinion is passed over when it fails: is it one that may only allow?';
  return { verdict: 'review', subject, evidence: shown, message };
}
