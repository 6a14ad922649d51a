import check from '../../../checks/kube-apiserver/webhook-scope-gaps.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { mutating, POD_RULE, validating, webhook } from '../../support/webhooks.ts';

const NAME = 'validation.gatekeeper.sh';
const engine = (fields: object, ...rules: readonly object[]) => [
  validating('gatekeeper', [webhook(NAME, { ...(rules.length === 0 ? {} : { rules }), ...fields })]),
];
const selects = (key: string, operator = 'DoesNotExist') => ({ matchExpressions: [{ key, operator }] });

describeCheck(check, [
  { given: 'all that makes or changes pods', objects: engine({}), expect: 'pass' },
  {
    given: 'everything, by wildcards',
    objects: engine(
      {},
      { ...POD_RULE, apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*/*'], scope: '*' },
    ),
    expect: 'pass',
  },
  {
    given: 'a star, which is no subresource',
    objects: engine({}, { ...POD_RULE, resources: ['*'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^Gatekeeper is not asked about UPDATE of pods\/ephemeralcontainers$/ }],
  },
  {
    given: 'no updates',
    objects: engine({}, { ...POD_RULE, operations: ['CREATE'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /UPDATE of pods, UPDATE of pods\/ephemeralcontainers/ }],
  },
  {
    given: 'several rules that together cover them',
    objects: engine(
      {},
      { ...POD_RULE, resources: ['pods'] },
      { ...POD_RULE, operations: ['UPDATE'], resources: ['pods/*'] },
    ),
    expect: 'pass',
  },
  {
    given: 'what Gatekeeper changes pods with, which is asked about no subresources, beside what it refuses them with',
    objects: [
      ...engine({}),
      mutating('gatekeeper', [webhook('mutation.gatekeeper.sh', { rules: [{ ...POD_RULE, resources: ['*'] }] })]),
    ],
    expect: 'pass',
  },
  {
    given: 'the subresources left to another policy engine',
    objects: [
      ...engine({}, { ...POD_RULE, resources: ['pods'] }),
      validating('kyverno', [webhook('validate.kyverno.svc-fail')]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'gatekeeper' }, message: /^Gatekeeper is not asked/ },
      { verdict: 'pass', subject: { name: 'kyverno' } },
    ],
  },
  {
    given: 'a label of the object that opts out, which tenants set themselves',
    objects: engine({ objectSelector: { matchExpressions: [{ key: 'ignore', operator: 'NotIn', values: ['true'] }] } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /opts out by its label ignore/ }],
  },
  {
    given: 'a label of the object that opts in',
    objects: engine({ objectSelector: { matchLabels: { guarded: 'yes' } } }),
    expect: 'fail',
  },
  {
    given: 'a label of the namespace that opts out',
    objects: engine({ namespaceSelector: selects('admission.gatekeeper.sh/ignore') }),
    expect: 'review',
    findings: [{ verdict: 'review', message: /whoever may label a namespace/ }],
  },
  {
    given: 'namespaces left out by name, which nobody can change',
    objects: engine({
      namespaceSelector: {
        matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }],
      },
    }),
    expect: 'pass',
  },
  {
    given: 'a few namespaces by name, and nothing else',
    objects: engine({
      namespaceSelector: {
        matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['prod', 'web'] }],
      },
    }),
    expect: 'review',
    findings: [{ verdict: 'review', message: /^it is not asked outside of namespace prod, web$/ }],
  },
  {
    given: 'one namespace by its label',
    objects: engine({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'prod' } } }),
    expect: 'review',
  },
  {
    given: 'a condition',
    objects: engine({ matchConditions: [{ name: 'no-nodes', expression: 'request.userInfo.username != "x"' }] }),
    expect: 'review',
    findings: [{ verdict: 'review', message: /condition no-nodes/ }],
  },
  {
    given: 'a policy engine that is asked about its own objects only',
    objects: engine({}, { ...POD_RULE, apiGroups: ['kyverno.io'], resources: ['*'] }),
    expect: 'not-applicable',
  },
  {
    given: 'what Kyverno watches its own pods with',
    objects: [
      mutating('kyverno', [
        webhook('monitor-webhooks.kyverno.svc', {
          objectSelector: { matchLabels: { 'app.kubernetes.io/name': 'kyverno' } },
        }),
      ]),
    ],
    expect: 'not-applicable',
  },
  { given: 'an injector', objects: [mutating('inject', [webhook('inject.example.com')])], expect: 'not-applicable' },
  { given: 'no webhook', objects: [], expect: 'not-applicable' },
]);
