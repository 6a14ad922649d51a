import { countedBy, judgeTrouble } from '../../src/judge/metrics.ts';
import { allConfigurations, noWebhooks, WEBHOOKS } from '../../src/judge/webhooks/configurations.ts';
import { automated } from '../../src/model/check.ts';
import type { MetricSeries } from '../../src/model/resources.ts';
import type { ApiServerMetrics } from '../../src/model/views.ts';

const METRIC = 'apiserver_admission_webhook_fail_open_count';

export default automated({
  meta: {
    id: 'kube-apiserver/webhook-fail-open-metric',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'No request slipped past an admission webhook that failed',
      broken: 'Requests were let through because an admission webhook failed',
    },
    rationale:
      'A webhook with failurePolicy Ignore checks nothing while it does not answer, and an attacker can see to that, for example by overloading it. The API server counts each request that it let through in this way.',
    remediation: {
      any: 'Find out why the webhook named here did not answer (its pods, its Service, its certificate, its timeout) and run more than one replica. Where it enforces a policy set failurePolicy: Fail in its webhook configuration and exempt kube-system and its own namespace.',
      mayBreak:
        'With failurePolicy: Fail requests that it matches are refused while it is down; without exemptions it can keep itself from starting again.',
    },
    references: [
      {
        title: 'Dynamic admission control: failure policy',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
      },
      { title: 'Kubernetes metrics reference', url: 'https://kubernetes.io/docs/reference/instrumentation/metrics/' },
    ],
    since: '0.1.0',
  },
  needs: WEBHOOKS,
  wants: ['api-server-metrics'],
  evaluate: (cluster, context) => {
    const registered = allConfigurations(cluster).flatMap(({ webhooks }) => webhooks.map(({ name }) => name));
    if (registered.length === 0) return noWebhooks(WEBHOOKS);
    const metrics = cluster['api-server-metrics'];
    if (metrics.state === 'failed') return { unseen: metrics.failure };
    // What was counted of webhooks that are gone stays until the API server starts anew.
    const series = metrics.value.series.filter(
      ({ name, labels }) => name !== METRIC || registered.includes(labels['name'] ?? ''),
    );
    const judgement = judgeTrouble(
      { metric: METRIC, isTrouble: () => true, broken },
      { ...metrics.value, series },
      context,
    );
    const finding = countedBy(metrics.value, judgement);
    if (metrics.state === 'whole') return [finding];
    const because = { code: 'incomplete', detail: metrics.missing.join('; ') } as const;
    const subject = { kind: 'Source', name: 'api-server-metrics' };
    return [finding, { verdict: 'unknown', subject, evidence: [], because }];
  },
});

function broken(series: readonly MetricSeries[], { since }: ApiServerMetrics): string {
  const webhooks = series.map(({ labels, value }) => `${labels['name']} (${value} requests)`);
  return `let through without an answer since ${since}: ${webhooks.join(', ')}`;
}
