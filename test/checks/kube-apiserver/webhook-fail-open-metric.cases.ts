import check from '../../../checks/kube-apiserver/webhook-fail-open-metric.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';

const open = (name: string, count: number) =>
  `apiserver_admission_webhook_fail_open_count{name="${name}",type="validating"} ${count}`;

describeCheck(check, [
  ...metricsCases({ passing: [], failing: [open('a.example.org', 1)], byAbsence: true }),
  {
    given: 'two webhooks, of which one is named to lead astray',
    objects: counting([open('policy.example.org', 12), open('x\\"} 0 \\n', 1)]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /policy\.example\.org \(12 requests\)/ }],
  },
  { given: 'a counter at zero', objects: counting([open('a.example.org', 0)]), expect: 'pass' },
]);
