import check from '../../../checks/rbac/default-sa-bound.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { UNREADABLE_BINDING } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, role, roleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'a role for default in two namespaces',
    objects: [
      clusterRole('view', [rule(['get'], ['pods'])]),
      clusterRoleBinding('a', 'view', [account('default', 'shop')]),
      clusterRoleBinding('b', 'view', [user('system:serviceaccount:shop:default'), account('default', 'kube-system')]),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'ServiceAccount', namespace: 'shop', name: 'default' },
        message: /^holds ClusterRole view, by ClusterRoleBinding a and 1 more$/,
      },
      { verdict: 'fail', subject: { kind: 'ServiceAccount', namespace: 'kube-system', name: 'default' } },
    ],
  },
  {
    given: 'a RoleBinding for default',
    objects: [
      role('read', 'shop', [rule(['get'], ['configmaps'])]),
      roleBinding('read', 'shop', 'read', [account('default', 'shop')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /holds Role shop\/read/ }],
  },
  {
    given: 'a RoleBinding for the default of its own namespace, which it does not name',
    objects: [
      clusterRole('view', [rule(['get'], ['pods'])]),
      roleBinding('read', 'shop', 'view', [{ kind: 'ServiceAccount', name: 'default' }], { roleKind: 'ClusterRole' }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'ServiceAccount', namespace: 'shop', name: 'default' } }],
  },
  {
    given: 'a role for an account of its own, and for a user named default',
    objects: [
      clusterRole('view', [rule(['get'], ['pods'])]),
      clusterRoleBinding('a', 'view', [account('app', 'shop'), user('default')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'no binding at all',
    objects: [],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  UNREADABLE_BINDING,
]);
