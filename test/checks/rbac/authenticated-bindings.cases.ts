import check from '../../../checks/rbac/authenticated-bindings.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { UNREADABLE_BINDING } from '../../support/grants.ts';
import {
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

const LOGINS = group('system:authenticated');

describeCheck(check, [
  {
    given: 'the defaults',
    objects: [
      clusterRole(
        'system:basic-user',
        [rule(['create'], ['selfsubjectaccessreviews'], ['authorization.k8s.io'])],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('system:basic-user', 'system:basic-user', [LOGINS], BOOTSTRAPPED),
      clusterRole(
        'system:discovery',
        [{ verbs: ['get'], nonResourceURLs: ['/api', '/apis/*', '/openapi/*'] }],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('system:discovery', 'system:discovery', [LOGINS], BOOTSTRAPPED),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Group', name: 'system:authenticated' } }],
  },
  {
    given: 'a default role that was widened',
    objects: [
      clusterRole(
        'system:basic-user',
        [rule(['create'], ['selfsubjectaccessreviews'], ['authorization.k8s.io']), rule(['get'], ['secrets'])],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('system:basic-user', 'system:basic-user', [LOGINS], BOOTSTRAPPED),
    ],
    expect: 'fail',
  },
  {
    given: 'view for everybody who logs in',
    objects: [clusterRole('view', [rule(['get', 'list'], ['pods'])]), clusterRoleBinding('all-view', 'view', [LOGINS])],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        message: /^every login has rights beyond the defaults in the whole cluster, by ClusterRoleBinding all-view/,
      },
    ],
  },
  {
    given: 'a right in one namespace',
    objects: [role('open', 'shop', [rule(['get'], ['configmaps'])]), roleBinding('open', 'shop', 'open', [LOGINS])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /in namespace shop/ }],
  },
  {
    given: 'no binding at all',
    objects: [],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  UNREADABLE_BINDING,
  {
    given: 'another group, and a user of that name',
    objects: [
      clusterRole('view', [rule(['get'], ['pods'])]),
      clusterRoleBinding('view', 'view', [group('developers'), user('system:authenticated')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
]);
