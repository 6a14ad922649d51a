import { type AggregatedApi, aggregatedApis, NO_AGGREGATION } from '../../src/judge/api-services.ts';
import { NO_TIME } from '../../src/judge/releases/release-judgement.ts';
import { type KnownServices, knownServices } from '../../src/judge/webhooks/backends.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';

/** While nodes are drained an aggregated API may be away for a moment. */
const TOLERATED_MINUTES = 10;

export default automated({
  meta: {
    id: 'kube-apiserver/apiservice-available',
    component: 'kube-apiserver',
    severity: 'low',
    population: true,
    title: {
      holds: 'Servers of aggregated APIs are there and answer',
      broken: 'Servers of aggregated APIs are gone or do not answer',
    },
    rationale:
      'A registration that its server left behind is an open door: whoever may create a Service of that name in that namespace answers requests for the API, with the names of the users in them. It also keeps namespaces from being deleted.',
    remediation: {
      any: 'Delete registrations of what is gone: "kubectl delete apiservice NAME"; else see why its pods do not answer: "kubectl get apiservice NAME -o yaml" has the reason.',
      mayBreak: 'Clients of the API get 404 in place of 503.',
    },
    references: [
      {
        title: 'Kubernetes: API aggregation layer',
        url: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['api-services'],
  wants: ['services'],
  evaluate: (cluster, { now }) => {
    const services = knownServices(cluster.services);
    return each(aggregatedApis(cluster['api-services']), (api) => judge(api, services, now), NO_AGGREGATION);
  },
});

function judge(api: AggregatedApi, services: KnownServices, now: string | undefined): Finding {
  const { subject, spec, status, service, evidence } = api;
  const name = evidence('/spec/service/name', spec.service?.name ?? null);
  const there = services.has(service);
  if (there === false) {
    const sought = { apiVersion: 'v1', kind: 'Service', name: '' };
    const missing = { from: 'absence', object: sought, pointer: '', sought: `Service ${service}` } as const;
    return { verdict: 'fail', subject, evidence: [name, missing], message: `Service ${service} does not exist` };
  }
  const at = status.conditions.findIndex(({ type }) => type === 'Available');
  const condition = status.conditions[at];
  if (condition === undefined) {
    const because = { code: 'not-visible', detail: 'the API server does not say whether it is available' } as const;
    return { verdict: 'unknown', subject, evidence: [name], because };
  }
  const seen = evidence(`/status/conditions/${at}/status`, condition.status, 'True');
  if (condition.status === 'True') {
    if (there === true) return { verdict: 'pass', subject, evidence: [seen] };
    return { verdict: 'unknown', subject, evidence: [seen], because: there };
  }
  const since = condition.lastTransitionTime;
  const because = unclear(since, now);
  if (because !== undefined) return { verdict: 'unknown', subject, evidence: [seen], because };
  return { verdict: 'fail', subject, evidence: [seen], message: `not available since ${since}: ${condition.reason}` };
}

/** Why it is not known whether it is away for good. */
function unclear(since: string | undefined, now: string | undefined) {
  if (now === undefined) return { code: 'not-gathered', detail: NO_TIME } as const;
  const minutes = (Date.parse(now) - Date.parse(since ?? '')) / 60_000;
  if (minutes > TOLERATED_MINUTES) return undefined;
  const detail = Number.isNaN(minutes)
    ? 'it is not available, and does not say since when'
    : 'it has not been available for less than ten minutes: it may come back';
  return { code: 'incomplete', detail } as const;
}
