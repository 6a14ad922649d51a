import { counted, metricsCheck, noneCounted, seriesEvidence, seriesOf, unreliable } from '../../src/judge/metrics.ts';
import type { MetricSeries } from '../../src/model/resources.ts';

export default metricsCheck({
  meta: {
    id: 'kube-apiserver/audit-live',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Audit events are really written and none is lost',
      broken: 'Audit events are not written, or some are lost',
    },
    rationale:
      'Audit flags may all be set while nothing arrives: a policy of level None, a full disk, a webhook that refuses. Who broke in then left no trace, and nobody notices before the log is needed. The API server counts the events that it wrote and those that it lost.',
    remediation: {
      kubeadm:
        'Look at what the log of kube-apiserver says of audit (a full disk, a webhook that refuses), and that --audit-policy-file has a rule of level Metadata or above and --audit-log-path or --audit-webhook-config-file names where to. The counters begin anew when the API server restarts.',
      k3s: 'The same, with audit-policy-file and audit-log-path in kube-apiserver-arg.',
      mayBreak:
        'More events take disk space or bandwidth, and in the modes blocking and blocking-strict time of each request.',
    },
    references: [
      { title: 'Auditing', url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/' },
      { title: 'Kubernetes metrics reference', url: 'https://kubernetes.io/docs/reference/instrumentation/metrics/' },
    ],
    since: '0.1.0',
  },
  ofServer: true,
  judge: (metrics) => {
    const [events] = seriesOf(metrics, 'apiserver_audit_event_total');
    if (events === undefined)
      return {
        verdict: 'unknown',
        because: { code: 'not-visible', detail: 'the API server does not count audit events' },
      };
    const errors = counted(seriesOf(metrics, 'apiserver_audit_error_total'));
    const rejected = counted(seriesOf(metrics, 'apiserver_audit_requests_rejected_total'));
    const evidence = seriesEvidence(events, 'more than 0');
    if (events.value === 0)
      return { verdict: 'fail', message: `no audit event was written since ${metrics.since}`, evidence: [evidence] };
    const [first, ...rest] = [...errors, ...rejected].map((one) => seriesEvidence(one, '0'));
    if (first !== undefined) {
      // A request that is rejected for its event is among the errors of the plugin that could not write it.
      const total = Math.max(sumOf(errors), sumOf(rejected));
      const message = `${total} of ${events.value} audit events were lost since ${metrics.since}`;
      return { verdict: 'fail', message, evidence: [evidence, first, ...rest] };
    }
    const because = unreliable(metrics);
    if (because !== undefined) return { verdict: 'unknown', because, evidence: [evidence] };
    const message = `${events.value} audit events were written since ${metrics.since}`;
    return { verdict: 'pass', message, evidence: [evidence, noneCounted(metrics, 'apiserver_audit_error_total')] };
  },
});

const sumOf = (series: readonly MetricSeries[]): number => series.reduce((sum, { value }) => sum + value, 0);
