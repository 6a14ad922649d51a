import check from '../../../checks/kube-apiserver/webhook-failure-policy.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { mutating, validating, webhook } from '../../support/webhooks.ts';

const GATEKEEPER = 'validation.gatekeeper.sh';
const notIn = (...values: readonly string[]) => ({
  matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values }],
});

describeCheck(check, [
  {
    given: 'a policy engine that fails closed, and leaves kube-system alone',
    objects: [validating('gatekeeper', [webhook(GATEKEEPER, { namespaceSelector: notIn('kube-system') })])],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^$/ }],
  },
  {
    given: 'one that refuses in kube-system too, which may brick the cluster',
    objects: [validating('gatekeeper', [webhook(GATEKEEPER, { namespaceSelector: notIn('gatekeeper-system') })])],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /in kube-system too/ }],
  },
  {
    given: 'one that has no selector at all',
    objects: [validating('gatekeeper', [webhook(GATEKEEPER)])],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /in kube-system too/ }],
  },
  {
    given: 'one whose selector looks at other labels: nothing is said of kube-system',
    objects: [
      validating('gatekeeper', [
        webhook(GATEKEEPER, { namespaceSelector: { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } }),
      ]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^$/ }],
  },
  {
    given: 'Gatekeeper as it is installed by itself',
    objects: [
      validating('gatekeeper', [
        webhook(GATEKEEPER, { failurePolicy: 'Ignore' }),
        webhook('check-ignore-label.gatekeeper.sh'),
      ]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /Gatekeeper is not asked while.*\(validation\.gatekeeper\.sh\)/ }],
  },
  {
    given: 'Kyverno with policies that let through',
    objects: [validating('kyverno', [webhook('validate.kyverno.svc-ignore', { failurePolicy: 'Ignore' })])],
    expect: 'fail',
  },
  {
    given: 'Kyverno with policies of its newer kinds that let through',
    objects: [
      validating('kyverno', [
        webhook('vpol.validate.kyverno.svc-ignore-finegrained-limits', { failurePolicy: 'Ignore' }),
      ]),
    ],
    expect: 'fail',
  },
  {
    given: 'Kyverno as it is installed by itself: only what it watches itself with lets through',
    objects: [
      validating('policies', [webhook('validate-policy.kyverno.svc')]),
      mutating('verify', [webhook('monitor-webhooks.kyverno.svc', { failurePolicy: 'Ignore' })]),
      validating('ttl', [webhook('kyverno-cleanup-controller.kyverno.svc', { failurePolicy: 'Ignore' })]),
    ],
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { name: 'policies' } },
      { verdict: 'review', subject: { name: 'verify' } },
      { verdict: 'review', subject: { name: 'ttl' } },
    ],
  },
  {
    given: 'image verification that lets through',
    objects: [validating('sigstore', [webhook('policy.sigstore.dev', { failurePolicy: 'Ignore' })])],
    expect: 'fail',
  },
  {
    given: 'an injector that lets through: fine, and for a person to know',
    objects: [mutating('inject', [webhook('sidecar.example.com', { failurePolicy: 'Ignore' })])],
    expect: 'review',
  },
  {
    given: 'no policy said: the default of v1 is Fail',
    objects: [validating('gatekeeper', [webhook(GATEKEEPER, { failurePolicy: undefined })])],
    expect: 'pass',
  },
  { given: 'no webhook', objects: [], expect: 'not-applicable' },
]);
