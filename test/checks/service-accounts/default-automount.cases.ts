import check from '../../../checks/service-accounts/default-automount.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { serviceAccount } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'two that say false, and another account that says nothing',
    objects: [
      serviceAccount('default', 'a', { automountServiceAccountToken: false }),
      serviceAccount('default', 'b', { automountServiceAccountToken: false }),
      serviceAccount('app', 'a'),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'ServiceAccount', namespace: 'b', name: 'default' } }],
  },
  {
    given: 'one that says false, one that says nothing and one that says true',
    objects: [
      serviceAccount('default', 'a', { automountServiceAccountToken: false }),
      serviceAccount('default', 'b'),
      serviceAccount('default', 'kube-system', { automountServiceAccountToken: true }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { namespace: 'a' } },
      { verdict: 'fail', subject: { namespace: 'b' }, message: /does not say/ },
      { verdict: 'fail', subject: { namespace: 'kube-system' }, message: /says automountServiceAccountToken: true/ },
    ],
  },
  { given: 'no default account at all', objects: [serviceAccount('app')], expect: 'not-applicable' },
  {
    given: 'a field that is no truth value',
    objects: [serviceAccount('default', 'a', { automountServiceAccountToken: 'no' })],
    expect: 'unknown',
  },
]);
