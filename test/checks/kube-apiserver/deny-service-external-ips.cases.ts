import check from '../../../checks/kube-apiserver/deny-service-external-ips.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxySet } from '../../support/kube-proxies.ts';

const withProxy = (gates: Readonly<Record<string, boolean>>): readonly object[] => [
  ...apiServer([]),
  ...proxy({ featureGates: gates }).slice(1),
];
const policy = (rule: object = {}, expression = '!has(object.spec.externalIPs)'): object => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: 'no-external-ips' },
  spec: {
    matchConstraints: {
      resourceRules: [
        { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['services'], ...rule },
      ],
    },
    validations: [{ expression: 'true' }, { expression }],
  },
});
const binding = (spec: object = {}): object => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: 'no-external-ips' },
  spec: { policyName: 'no-external-ips', validationActions: ['Deny'], ...spec },
});

describeCheck(check, [
  { given: 'it enabled', objects: apiServer(['--enable-admission-plugins=DenyServiceExternalIPs']), expect: 'pass' },
  {
    given: 'nothing said, so it is off',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /DenyServiceExternalIPs is off/ }],
  },
  {
    given: 'it named in the list of what is switched off',
    objects: apiServer(['--disable-admission-plugins=DenyServiceExternalIPs']),
    expect: 'fail',
  },
  {
    given: 'kube-proxy told to ignore external IPs',
    objects: withProxy({ AllowServiceExternalIPs: false }),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /kube-proxy ignores/ }],
  },
  { given: 'kube-proxy told to heed them', objects: withProxy({ AllowServiceExternalIPs: true }), expect: 'fail' },
  { given: 'kube-proxy at its default', objects: withProxy({}), expect: 'fail' },
  {
    given: 'a kube-proxy whose gates are not known',
    objects: [...apiServer([]), proxySet(['--config=/elsewhere'])],
    expect: 'fail',
  },
  {
    given: 'a policy that denies Services by their externalIPs, as far as one can tell',
    objects: [...apiServer([]), policy(), binding()],
    expect: 'review',
    findings: [{ verdict: 'review', message: /whether it denies all does not show/ }],
  },
  {
    given: 'a policy of all resources',
    objects: [...apiServer([]), policy({ apiGroups: ['*'], operations: ['*'], resources: ['*/*'] }), binding()],
    expect: 'review',
  },
  { given: 'a policy that nothing binds', objects: [...apiServer([]), policy()], expect: 'fail' },
  {
    given: 'a policy that only warns',
    objects: [...apiServer([]), policy(), binding({ validationActions: ['Warn'] })],
    expect: 'fail',
  },
  {
    given: 'a policy, and a binding of another',
    objects: [...apiServer([]), policy(), binding({ policyName: 'other' })],
    expect: 'fail',
  },
  {
    given: 'a policy of other resources',
    objects: [...apiServer([]), policy({ resources: ['ingresses'] }), binding()],
    expect: 'fail',
  },
  {
    given: 'a policy of changes alone',
    objects: [...apiServer([]), policy({ operations: ['UPDATE'] }), binding()],
    expect: 'fail',
  },
  {
    given: 'a policy of services of another group',
    objects: [...apiServer([]), policy({ apiGroups: ['serving.knative.dev'] }), binding()],
    expect: 'fail',
  },
  {
    given: 'a policy that asks Services for something else',
    objects: [...apiServer([]), policy({}, "object.spec.type != 'NodePort'"), binding()],
    expect: 'fail',
  },
  {
    given: 'a policy, where the plugin is on',
    objects: [...apiServer(['--enable-admission-plugins=DenyServiceExternalIPs']), policy(), binding()],
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'enable-admission-plugins',
    passing: 'DenyServiceExternalIPs',
    failing: 'NodeRestriction',
    type: 'list',
  }),
]);
