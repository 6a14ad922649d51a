import check from '../../../checks/kube-apiserver/webhook-fail-open-metric.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';
import { controlPlanePod } from '../../support/objects.ts';
import { mutating, validating, webhook } from '../../support/webhooks.ts';

const open = (name: string, count: number) =>
  `apiserver_admission_webhook_fail_open_count{name="${name}",type="validating"} ${count}`;
const registered = validating('guards', [webhook('a.example.org'), webhook('policy.example.org')]);

describeCheck(check, [
  ...metricsCases({ passing: [], failing: [open('a.example.org', 1)], beside: [registered], byAbsence: true }),
  {
    given: 'two webhooks, of which one is named to lead astray',
    objects: [...counting([open('policy.example.org', 12), open('x\\"} 0 \\n', 1)]), registered],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /policy\.example\.org \(12 requests\)/ }],
  },
  { given: 'a counter at zero', objects: [...counting([open('a.example.org', 0)]), registered], expect: 'pass' },
  {
    given: 'a mutating webhook',
    objects: [...counting([open('inject.example.org', 3)]), mutating('inject', [webhook('inject.example.org')])],
    expect: 'fail',
  },
  {
    given: 'what was counted of a webhook that is gone, beside one that is not',
    objects: [...counting([open('gone.example.org', 8)]), registered],
    expect: 'pass',
  },
  {
    given: 'no webhook at all, with several API servers of which one answered',
    objects: [...counting([open('gone.example.org', 8)]), controlPlanePod('kube-apiserver', { node: 'node-2' })],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no admission webhook is registered/ }],
  },
]);
