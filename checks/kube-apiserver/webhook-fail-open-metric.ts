import { troubleCheck } from '../../src/judge/metrics.ts';

export default troubleCheck({
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
  ofServer: false,
  metric: 'apiserver_admission_webhook_fail_open_count',
  isTrouble: () => true,
  broken: (series, { since }) => {
    const webhooks = series.map(({ labels, value }) => `${labels['name'] ?? 'a webhook'} (${value} requests)`);
    return `let through without an answer since ${since}: ${webhooks.join(', ')}`;
  },
});
