import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import { type Evidence, each, type Finding } from '../../model/finding.ts';
import {
  configurationsOf,
  failsClosed,
  noWebhooks,
  type WEBHOOKS,
  type WebhookConfiguration,
  webhookEvidence,
} from './configurations.ts';

type Key = (typeof WEBHOOKS)[number];

/** Lists the configurations of one kind for a person to go through: whom each calls, about what, and what happens without an answer. */
export function inventoryCheck<const Id extends string, const Kind extends Key>(
  kind: Kind,
  meta: CheckMeta<Id>,
): AutomatedCheck<Id, Kind, never> {
  return automated<Id, Kind>({
    meta,
    needs: [kind],
    evaluate: (cluster) => each(configurationsOf(kind, cluster[kind]), judge, noWebhooks([kind])),
  });
}

function judge(configuration: WebhookConfiguration): Finding {
  const { subject, webhooks } = configuration;
  const calls = webhooks.map(({ clientConfig: { service, url } }) =>
    service === undefined ? (url ?? 'nobody') : `Service ${service.namespace}/${service.name}`,
  );
  const open = webhooks.filter((webhook) => !failsClosed(webhook)).length;
  const otherwise = open === 0 ? '' : `; without an answer ${open} of ${webhooks.length} let the request through`;
  const [first, ...rest] = webhooks.flatMap((_, index) => evidenceOf(configuration, index));
  return {
    verdict: 'review',
    subject,
    evidence: [first as Evidence, ...rest],
    message: `calls ${[...new Set(calls)].join(', ')} about ${aboutWhat(configuration)}${otherwise}`,
  };
}

const SHOWN = 5;

function aboutWhat({ webhooks }: WebhookConfiguration): string {
  const resources = [...new Set(webhooks.flatMap(({ rules }) => rules.flatMap((rule) => rule.resources)))];
  const more = resources.length > SHOWN ? ` and ${resources.length - SHOWN} more` : '';
  return resources.length === 0 ? 'nothing' : `${resources.slice(0, SHOWN).join(', ')}${more}`;
}

function evidenceOf(configuration: WebhookConfiguration, index: number): readonly Evidence[] {
  const webhook = configuration.webhooks[index];
  const rules = webhook?.rules ?? [];
  return [
    webhookEvidence(configuration, index, '/name', webhook?.name ?? null),
    ...rules.map((rule, at) => webhookEvidence(configuration, index, `/rules/${at}/resources`, rule.resources)),
  ];
}
