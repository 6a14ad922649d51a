import check from '../../../checks/kube-apiserver/webhook-timeout.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { mutating, validating, webhook } from '../../support/webhooks.ts';

describeCheck(check, [
  { given: 'ten seconds', objects: [validating('guard', [webhook('a.example.com')])], expect: 'pass' },
  {
    given: 'nothing said: the default is ten seconds',
    objects: [validating('guard', [webhook('a.example.com', { timeoutSeconds: undefined })])],
    expect: 'pass',
  },
  {
    given: 'long, and refusing afterwards',
    objects: [validating('guard', [webhook('a.example.com'), webhook('b.example.com', { timeoutSeconds: 30 })])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^b\.example\.com may take.* then refuses the request$/ }],
  },
  {
    given: 'long, and letting through afterwards, which is the way past it',
    objects: [mutating('inject', [webhook('a.example.com', { timeoutSeconds: 30, failurePolicy: 'Ignore' })])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /lets the request through$/ }],
  },
  { given: 'no webhook', objects: [], expect: 'not-applicable' },
  { given: 'no number', objects: [validating('odd', [webhook('a', { timeoutSeconds: 'long' })])], expect: 'unknown' },
]);
