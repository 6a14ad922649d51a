import {
  allConfigurations,
  failsClosed,
  noWebhooks,
  WEBHOOKS,
  type WebhookConfiguration,
  webhookEvidence,
} from '../../src/judge/webhooks/configurations.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding } from '../../src/model/finding.ts';

/** What the API server takes where nothing is said. */
const LONGEST_SECONDS = 10;

export default automated({
  meta: {
    id: 'kube-apiserver/webhook-timeout',
    component: 'kube-apiserver',
    severity: 'low',
    population: true,
    title: {
      holds: 'No admission webhook may take longer than ten seconds',
      broken: 'Admission webhooks may take longer than ten seconds',
    },
    rationale:
      'Every matching request waits for the webhook, and holds one of the places that the API server has for requests under way. Whoever slows the webhook down with large objects slows the cluster; and where it lets requests through after the timeout, slowness alone gets them past it.',
    remediation: {
      any: 'Set timeoutSeconds to 10 or less, by the settings of the program that registers the webhook: it may write its own value back.',
      mayBreak:
        'Requests that took longer are refused, or pass unchecked with failurePolicy Ignore: look at the latency of the webhook first (apiserver_admission_webhook_admission_duration_seconds).',
    },
    references: [
      {
        title: 'Kubernetes: timeouts of webhooks',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#timeouts',
      },
    ],
    since: '0.1.0',
  },
  needs: WEBHOOKS,
  evaluate: (cluster) => each(allConfigurations(cluster), judge, noWebhooks(WEBHOOKS)),
});

function judge(configuration: WebhookConfiguration): Finding {
  const { subject, webhooks } = configuration;
  const slow = webhooks.filter(({ timeoutSeconds }) => (timeoutSeconds ?? LONGEST_SECONDS) > LONGEST_SECONDS);
  const evidence = timeouts(configuration);
  if (slow.length === 0) return { verdict: 'pass', subject, evidence };
  const open = slow.filter((webhook) => !failsClosed(webhook));
  const names = slow.map(({ name }) => name).join(', ');
  const then = open.length === 0 ? 'refuses the request' : 'lets the request through';
  return { verdict: 'fail', subject, evidence, message: `${names} may take longer than 10 seconds, and then ${then}` };
}

function timeouts(configuration: WebhookConfiguration): Evidences {
  const [first, ...rest] = configuration.webhooks.map(({ timeoutSeconds }, index) =>
    webhookEvidence(configuration, index, '/timeoutSeconds', timeoutSeconds ?? null, 'at most 10'),
  );
  return [first as Evidence, ...rest];
}
