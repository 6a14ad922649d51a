import check from '../../../checks/kube-apiserver/flowschema-exempt.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { flowSchema } from '../../support/webhooks.ts';

const group = (name: string) => ({ kind: 'Group', group: { name } });
const account = (namespace: string, name: string) => ({ kind: 'ServiceAccount', serviceAccount: { namespace, name } });
const all = [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], clusterScope: true, namespaces: ['*'] }];
const schema = (name: string, ...subjects: readonly object[]) =>
  flowSchema(name, 'exempt', [{ subjects, resourceRules: all }]);
const MANDATORY = schema('exempt', group('system:masters'));
const PROBES = flowSchema('probes', 'exempt', [
  {
    subjects: [group('system:unauthenticated'), group('system:authenticated')],
    nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/readyz', '/livez'] }],
  },
]);

describeCheck(check, [
  { given: 'what Kubernetes makes itself', objects: [MANDATORY, PROBES], expect: 'pass' },
  {
    given: 'everybody',
    objects: [MANDATORY, PROBES, schema('fast', group('system:authenticated'))],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'fast' }, message: /Group system:authenticated/ }],
  },
  {
    given: 'whoever does not log in, by the name of the user',
    objects: [MANDATORY, schema('open', { kind: 'User', user: { name: 'system:anonymous' } })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /User system:anonymous/ }],
  },
  {
    given: 'all ServiceAccounts of a namespace',
    objects: [MANDATORY, schema('ci', account('ci', '*'))],
    expect: 'fail',
  },
  {
    given: 'everybody, for more than health checks',
    objects: [
      MANDATORY,
      flowSchema('probes', 'exempt', [
        {
          subjects: [group('system:unauthenticated')],
          nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/livez', '/openapi/v2'] }],
        },
      ]),
    ],
    expect: 'fail',
  },
  {
    given: 'one ServiceAccount',
    objects: [MANDATORY, schema('operator', account('ops', 'operator'))],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { name: 'operator' }, message: /ServiceAccount ops\/operator/ }],
  },
  {
    given: 'everybody at a level that has limits',
    objects: [MANDATORY, flowSchema('all', 'workload-low', [{ subjects: [group('*')], resourceRules: all }])],
    expect: 'pass',
  },
  { given: 'none at all, which no server has', objects: [], expect: 'unknown' },
]);
