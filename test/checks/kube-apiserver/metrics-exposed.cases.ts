import check from '../../../checks/kube-apiserver/metrics-exposed.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { account, clusterRole, clusterRoleBinding, group, user } from '../../support/objects.ts';

const reading = (urls: readonly string[], subject: object, verbs: readonly string[] = ['get']) => [
  clusterRole('reader', [{ nonResourceURLs: urls, verbs }]),
  clusterRoleBinding('reader', 'reader', [subject as ReturnType<typeof group>]),
];

describeCheck(check, [
  {
    given: 'a scraper of its own',
    objects: reading(['/metrics'], account('prometheus', 'monitoring')),
    expect: 'pass',
  },
  {
    given: 'the group that is made for it',
    objects: reading(['/metrics', '/flagz'], group('system:monitoring')),
    expect: 'pass',
  },
  {
    given: 'all accounts of one namespace',
    objects: reading(['/metrics'], group('system:serviceaccounts:monitoring')),
    expect: 'pass',
  },
  {
    given: 'everybody who logs in',
    objects: reading(['/metrics', '/version'], group('system:authenticated')),
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Group', name: 'system:authenticated' }, message: /^may read \/metrics by/ },
    ],
  },
  { given: 'anybody at all', objects: reading(['/flagz'], user('system:anonymous')), expect: 'fail' },
  {
    given: 'anybody at all, where no API server lets in anybody without a login',
    objects: [...reading(['/flagz'], user('system:anonymous')), ...apiServer(['--anonymous-auth=false'])],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /no API server lets in requests without a login/ }],
  },
  {
    given: 'everybody who logs in, where no API server lets in anybody else',
    objects: [...reading(['/flagz'], group('system:authenticated')), ...apiServer(['--anonymous-auth=false'])],
    expect: 'fail',
  },
  { given: 'every pod, by a star', objects: reading(['*'], group('system:serviceaccounts'), ['*']), expect: 'fail' },
  {
    given: 'paths that begin otherwise',
    objects: reading(['/healthz/*', '/metrics/slis'], group('system:authenticated')),
    expect: 'pass',
  },
  {
    given: 'a verb that reads nothing',
    objects: reading(['/metrics'], group('system:authenticated'), ['post']),
    expect: 'pass',
  },
  {
    given: 'bindings that cannot be read',
    objects: [{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 7 } }],
    expect: 'unknown',
  },
]);
