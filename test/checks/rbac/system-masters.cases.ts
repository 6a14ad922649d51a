import check from '../../../checks/rbac/system-masters.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { UNREADABLE_BINDING } from '../../support/grants.ts';
import {
  account,
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

const ADMIN = clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]);
const MASTERS = group('system:masters');

describeCheck(check, [
  {
    given: 'the default binding',
    objects: [ADMIN, clusterRoleBinding('cluster-admin', 'cluster-admin', [MASTERS], BOOTSTRAPPED)],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'another binding that names the group, as its second subject',
    objects: [
      ADMIN,
      clusterRoleBinding('cluster-admin', 'cluster-admin', [MASTERS], BOOTSTRAPPED),
      clusterRole('edit', [rule(['get'], ['pods'])]),
      clusterRoleBinding('ops', 'edit', [user('jane'), MASTERS]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'ClusterRoleBinding', name: 'ops' }, message: /binds ClusterRole edit/ },
    ],
  },
  {
    given: 'a RoleBinding of the default name',
    objects: [ADMIN, roleBinding('cluster-admin', 'shop', 'cluster-admin', [MASTERS], { roleKind: 'ClusterRole' })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'RoleBinding', namespace: 'shop', name: 'cluster-admin' } }],
  },
  {
    given: 'a user and an account of that name, which are others',
    objects: [ADMIN, clusterRoleBinding('ops', 'cluster-admin', [user('system:masters'), account('system:masters')])],
    expect: 'pass',
  },
  UNREADABLE_BINDING,
]);
