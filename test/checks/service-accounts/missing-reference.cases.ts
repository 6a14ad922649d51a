import check from '../../../checks/service-accounts/missing-reference.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, deployment, pod, serviceAccount } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'an account that exists, and a template that means default',
    objects: [
      serviceAccount('app'),
      serviceAccount('default'),
      pod('web', { spec: { serviceAccountName: 'app' } }),
      deployment('idle'),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Deployment', name: 'idle' } }],
  },
  {
    given: 'an account of that name in another namespace only',
    objects: [
      serviceAccount('app', 'shop'),
      serviceAccount('default'),
      deployment('web', { spec: { serviceAccountName: 'app' } }),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'Deployment', name: 'web' },
        message: /ServiceAccount app, which does not exist/,
      },
    ],
  },
  {
    given: 'static pods, which have no account',
    objects: [controlPlanePod('kube-apiserver')],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', subject: { kind: 'Pod', name: 'kube-apiserver-node-1' } }],
  },
  {
    given: 'a pod of users that names no account',
    objects: [serviceAccount('default'), pod('bare')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { name: 'bare' }, message: /no API server has completed it/ }],
  },
  { given: 'no pods at all', objects: [serviceAccount('default')], expect: 'not-applicable' },
  {
    given: 'accounts that cannot be read',
    objects: [
      pod('web', { spec: { serviceAccountName: 'default' } }),
      { ...serviceAccount('default'), automountServiceAccountToken: 'no' },
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'Pod', name: 'web' } }],
  },
]);
