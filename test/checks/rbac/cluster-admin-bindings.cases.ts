import check from '../../../checks/rbac/cluster-admin-bindings.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { UNREADABLE_BINDING } from '../../support/grants.ts';
import {
  account,
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

const ADMIN = clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]);

describeCheck(check, [
  {
    given: 'the bindings that Kubernetes and kubeadm make',
    objects: [
      ADMIN,
      clusterRoleBinding('cluster-admin', 'cluster-admin', [group('system:masters')], BOOTSTRAPPED),
      clusterRoleBinding('kubeadm:cluster-admins', 'cluster-admin', [group('kubeadm:cluster-admins')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'a ServiceAccount that holds it everywhere and in a namespace',
    objects: [
      ADMIN,
      clusterRoleBinding('argocd', 'cluster-admin', [account('argocd', 'delivery')]),
      roleBinding('argocd', 'delivery', 'cluster-admin', [account('argocd', 'delivery')], { roleKind: 'ClusterRole' }),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'ServiceAccount', namespace: 'delivery', name: 'argocd' },
        message: /^may do everything, by ClusterRoleBinding argocd$/,
      },
    ],
  },
  {
    given: 'a second subject in the built-in binding',
    objects: [
      ADMIN,
      clusterRoleBinding('cluster-admin', 'cluster-admin', [group('system:masters'), user('eve')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'eve' } }],
  },
  {
    given: 'a RoleBinding to it',
    objects: [ADMIN, roleBinding('lead', 'shop', 'cluster-admin', [user('jane')], { roleKind: 'ClusterRole' })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' }, message: /everything in namespace shop/ }],
  },
  {
    given: 'a Role of that name in a namespace, which is another role',
    objects: [
      role('cluster-admin', 'shop', [rule(['get'], ['pods'])]),
      roleBinding('lead', 'shop', 'cluster-admin', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'three bindings for one group',
    objects: [
      ADMIN,
      clusterRoleBinding('c', 'cluster-admin', [user('x'), group('ops')]),
      clusterRoleBinding('a', 'cluster-admin', [group('ops')]),
      clusterRoleBinding('b', 'cluster-admin', [group('ops')]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Group', name: 'ops' }, message: /ClusterRoleBinding a and 2 more/ },
      { verdict: 'fail', subject: { kind: 'User', name: 'x' } },
    ],
  },
  UNREADABLE_BINDING,
  {
    given: 'RoleBindings to it in two namespaces',
    objects: ['shop', 'bank'].map((namespace) =>
      roleBinding('lead', namespace, 'cluster-admin', [user('jane')], { roleKind: 'ClusterRole' }),
    ),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /everything in namespace bank, by RoleBinding bank\/lead and 1 more$/ }],
  },
]);
