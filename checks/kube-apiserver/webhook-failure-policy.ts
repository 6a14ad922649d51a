import {
  allConfigurations,
  failsClosed,
  noWebhooks,
  WEBHOOKS,
  type WebhookConfiguration,
  webhookEvidence,
} from '../../src/judge/webhooks/configurations.ts';
import { selectsNamespace } from '../../src/judge/webhooks/label-selector.ts';
import { policyEngineOf } from '../../src/judge/webhooks/policy-engines.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/webhook-failure-policy',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'Webhooks of policy engines refuse requests while they do not answer',
      broken: 'Webhooks of policy engines let requests through while they do not answer',
    },
    rationale:
      'With failurePolicy Ignore a request passes unchecked whenever the webhook is down or slow. An attacker who can crash or overload the policy engine, or who waits for its next restart, creates the privileged pod that it would have refused.',
    remediation: {
      any: 'Set failurePolicy: Fail: in Gatekeeper by the chart value validatingWebhookFailurePolicy, in Kyverno by failurePolicy of the policies (Fail is its default), in the Sigstore policy-controller by its chart. Run at least two replicas of the engine first.',
      mayBreak:
        'While no replica of the engine answers, nothing that it checks can be created or changed. Exempt kube-system and the namespace of the engine itself by a namespaceSelector on kubernetes.io/metadata.name, or the cluster cannot mend itself.',
    },
    references: [
      {
        title: 'Kubernetes: failure policy of webhooks',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
      },
      {
        title: 'Gatekeeper: failing closed',
        url: 'https://open-policy-agent.github.io/gatekeeper/website/docs/failing-closed',
      },
    ],
    since: '0.1.0',
  },
  needs: WEBHOOKS,
  evaluate: (cluster) => each(allConfigurations(cluster), judge, noWebhooks(WEBHOOKS)),
});

function judge(configuration: WebhookConfiguration): Finding {
  const { subject, webhooks } = configuration;
  const open = webhooks.flatMap((webhook, index) => (failsClosed(webhook) ? [] : [{ webhook, index }]));
  const guarding = open.filter(({ webhook }) => policyEngineOf(webhook) !== undefined);
  const [first] = guarding;
  if (first !== undefined) {
    const engine = policyEngineOf(first.webhook)?.name;
    const message = `${engine} is not asked while it does not answer (${named(guarding)})`;
    return { verdict: 'fail', subject, evidence: policies(configuration, guarding), message };
  }
  if (open.length > 0) {
    const message = `lets requests through while it does not answer (${named(open)}): fine for what injects or notes, not for what guards`;
    return { verdict: 'review', subject, evidence: policies(configuration, open), message };
  }
  const all = webhooks.map((webhook, index) => ({ webhook, index }));
  const blocking = webhooks.filter(
    ({ namespaceSelector }) => selectsNamespace(namespaceSelector, 'kube-system') === true,
  );
  const evidence = policies(configuration, all);
  if (blocking.length === 0) return { verdict: 'pass', subject, evidence };
  const message =
    'while it does not answer it refuses requests in kube-system too, where they may be needed to mend it';
  return { verdict: 'pass', subject, evidence, message };
}

type Indexed = { readonly webhook: WebhookConfiguration['webhooks'][number]; readonly index: number };

const named = (some: readonly Indexed[]): string => some.map(({ webhook }) => webhook.name).join(', ');

function policies(configuration: WebhookConfiguration, some: readonly Indexed[]): Evidences {
  const [first, ...rest] = some.map(({ webhook, index }) =>
    webhookEvidence(configuration, index, '/failurePolicy', webhook.failurePolicy ?? null, 'Fail'),
  );
  return [first as Evidence, ...rest];
}
