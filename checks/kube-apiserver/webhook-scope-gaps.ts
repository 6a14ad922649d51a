import {
  type AdmissionWebhook,
  allConfigurations,
  noWebhooks,
  WEBHOOKS,
  type WebhookConfiguration,
  webhookEvidence,
} from '../../src/judge/webhooks/configurations.ts';
import { keysOf, NAME_LABEL, onlyNamespaces } from '../../src/judge/webhooks/label-selector.ts';
import { policyEngineOf } from '../../src/judge/webhooks/policy-engines.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding } from '../../src/model/finding.ts';

/** What makes or changes the containers of a pod. */
const REQUESTS = [
  ['CREATE', 'pods'],
  ['UPDATE', 'pods'],
  ['UPDATE', 'pods/ephemeralcontainers'],
] as const;

export default automated({
  meta: {
    id: 'kube-apiserver/webhook-scope-gaps',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'Policy engines are asked about all that makes or changes a pod',
      broken: 'Requests that make or change pods pass by the policy engine',
    },
    rationale:
      'A policy engine refuses only what it is asked about. Where its webhook leaves out updates or ephemeral containers, or lets a label on the object itself opt out, an attacker takes that way: creates a harmless pod and changes it, or sets the label.',
    remediation: {
      any: 'Let the rules of the webhook cover CREATE and UPDATE of pods and pods/ephemeralcontainers; exempt namespaces by name (kubernetes.io/metadata.name), never by labels of the objects. Change it in the settings of the engine: it writes its configuration back.',
      mayBreak:
        'Workloads that were exempted by a label, or debugging with ephemeral containers, may be refused: list what violates the policies first.',
    },
    references: [
      {
        title: 'Kubernetes: matching requests in webhooks',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules',
      },
      {
        title: 'Kubernetes: good practices for admission webhooks',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/',
      },
    ],
    since: '0.1.0',
  },
  needs: WEBHOOKS,
  evaluate: (cluster) => {
    const configurations = allConfigurations(cluster);
    const all = configurations.flatMap(({ webhooks }) => webhooks);
    return each(configurations, (configuration) => judge(configuration, all), noWebhooks(WEBHOOKS));
  },
});

function judge(configuration: WebhookConfiguration, all: readonly AdmissionWebhook[]): Finding {
  const { subject, webhooks } = configuration;
  const names: Evidences = [
    webhookEvidence(configuration, 0, '/name', webhooks[0]?.name ?? null),
    ...webhooks.slice(1).map(({ name }, index) => webhookEvidence(configuration, index + 1, '/name', name)),
  ];
  const engine = webhooks.map(policyEngineOf).find((one) => one !== undefined);
  if (engine === undefined) {
    const because = 'it is not known to belong to a policy engine';
    return { verdict: 'not-applicable', subject, evidence: names, because };
  }
  const guards = webhooks.flatMap((webhook, index) =>
    REQUESTS.some((request) => covers(webhook, request)) ? [{ webhook, index }] : [],
  );
  if (guards.length === 0) {
    const because = `${engine.name} is asked about other things than pods by it`;
    return { verdict: 'not-applicable', subject, evidence: names, because };
  }
  const rules = shown(guards.flatMap(({ webhook, index }) => rulesEvidence(configuration, webhook, index)));
  // What changes pods may be asked about less than what refuses them, in a configuration of its own.
  const own = all.filter((webhook) => policyEngineOf(webhook) === engine);
  const missing = REQUESTS.filter((request) => !own.some((webhook) => covers(webhook, request)));
  if (missing.length > 0) {
    const message = `${engine.name} is not asked about ${missing.map((request) => request.join(' of ')).join(', ')}`;
    return { verdict: 'fail', subject, evidence: rules, message };
  }
  const [first, ...rest] = guards.flatMap(({ webhook, index }) => optOuts(configuration, webhook, index));
  if (first === undefined) return { verdict: 'pass', subject, evidence: rules };
  const worst = [first, ...rest].filter(({ certain }) => certain);
  const decisive = worst.length > 0 ? worst : [first, ...rest];
  return {
    verdict: worst.length > 0 ? 'fail' : 'review',
    subject,
    evidence: shown(decisive.map(({ evidence }) => evidence)),
    message: [...new Set(decisive.map(({ how }) => how))].join('; '),
  };
}

const shown = (evidence: readonly Evidence[]): Evidences => evidence as unknown as Evidences;

/** Whether a webhook is asked about a request; `*` stands for every resource, and for no subresource. */
const covers = ({ rules }: AdmissionWebhook, [operation, resource]: (typeof REQUESTS)[number]): boolean =>
  rules.some(
    ({ operations, apiGroups, apiVersions, resources, scope }) =>
      holds(operations, operation) &&
      holds(apiGroups, '') &&
      holds(apiVersions, 'v1') &&
      scope !== 'Cluster' &&
      resources.some((pattern) => matchesResource(pattern, resource)),
  );

const holds = (list: readonly string[], wanted: string): boolean => list.includes('*') || list.includes(wanted);

function matchesResource(pattern: string, wanted: string): boolean {
  const [resource, subresource = ''] = pattern.split('/');
  const [name, part = ''] = wanted.split('/');
  return (resource === '*' || resource === name) && (subresource === '*' || subresource === part);
}

const rulesEvidence = (
  configuration: WebhookConfiguration,
  { rules }: AdmissionWebhook,
  index: number,
): readonly Evidence[] =>
  rules.flatMap(({ operations, resources }, at) => [
    webhookEvidence(configuration, index, `/rules/${at}/operations`, operations),
    webhookEvidence(configuration, index, `/rules/${at}/resources`, resources),
  ]);

interface OptOut {
  /** Whether whoever creates the object can take it; else that depends on more than the webhook. */
  readonly certain: boolean;
  readonly how: string;
  readonly evidence: Evidence;
}

function optOuts(configuration: WebhookConfiguration, webhook: AdmissionWebhook, index: number): readonly OptOut[] {
  const objectLabels = keysOf(webhook.objectSelector);
  const only = onlyNamespaces(webhook.namespaceSelector);
  const namespaceLabels = keysOf(webhook.namespaceSelector).filter((key) => key !== NAME_LABEL);
  const found: OptOut[] = [];
  if (objectLabels.length > 0) {
    const how = `whoever creates a pod opts out by its label ${objectLabels.join(', ')}`;
    found.push({ certain: true, how, evidence: selectorEvidence('objectSelector') });
  }
  if (namespaceLabels.length > 0) {
    const how = `whoever may label a namespace opts out by ${namespaceLabels.join(', ')}`;
    found.push({ certain: false, how, evidence: selectorEvidence('namespaceSelector') });
  }
  if (only !== undefined) {
    const how = `it is not asked outside of namespace ${[only.names].flat().join(', ')}`;
    const evidence = webhookEvidence(configuration, index, `/namespaceSelector${only.pointer}`, only.names);
    found.push({ certain: false, how, evidence });
  }
  for (const [at, { name, expression }] of webhook.matchConditions.entries()) {
    const evidence = webhookEvidence(configuration, index, `/matchConditions/${at}/expression`, expression);
    found.push({ certain: false, how: `condition ${name} narrows what it is asked about`, evidence });
  }
  return found;

  function selectorEvidence(field: 'objectSelector' | 'namespaceSelector'): Evidence {
    const selector = webhook[field];
    const [expression] = selector?.matchExpressions ?? [];
    if (expression !== undefined) {
      return webhookEvidence(configuration, index, `/${field}/matchExpressions/0/key`, expression.key);
    }
    const labels = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
    return webhookEvidence(configuration, index, `/${field}/matchLabels`, labels);
  }
}
