import check from '../../../checks/service-accounts/default-in-use.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, deployment, pod, serviceAccount } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'an account of its own',
    objects: [serviceAccount('app'), pod('web', { spec: { serviceAccountName: 'app' } })],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Pod', name: 'web' } }],
  },
  {
    given: 'default with its token, by a pod and by a template that names none',
    objects: [serviceAccount('default'), pod('web', { spec: { serviceAccountName: 'default' } }), deployment('idle')],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Pod', name: 'web' } },
      { verdict: 'fail', subject: { kind: 'Deployment', name: 'idle' } },
    ],
  },
  {
    given: 'default without its token, by the pod or by the account',
    objects: [
      serviceAccount('default'),
      pod('web', { spec: { serviceAccountName: 'default', automountServiceAccountToken: false } }),
      serviceAccount('default', 'shop', { automountServiceAccountToken: false }),
      pod('shop', { namespace: 'shop', spec: { serviceAccountName: 'default' } }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { namespace: 'shop', name: 'shop' }, message: /without its token/ }],
  },
  {
    given: 'a pod that asks for the token although its account says no',
    objects: [
      serviceAccount('default', 'default', { automountServiceAccountToken: false }),
      pod('web', { spec: { serviceAccountName: 'default', automountServiceAccountToken: true } }),
    ],
    expect: 'fail',
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
