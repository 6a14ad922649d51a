import check from '../../../checks/rbac/impersonate.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  account,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  serverVersion,
  user,
} from '../../support/objects.ts';

const BOOTSTRAPPED = { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } };

describeCheck(check, [
  {
    given: 'constrained impersonation, whose other half is not weighed',
    objects: [
      serverVersion('v1.36.1'),
      clusterRole('actor', [rule(['impersonate:user-info'], ['users'], ['authentication.k8s.io'])]),
      clusterRoleBinding('actor', 'actor', [user('jane')]),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'User', name: 'jane' }, message: /impersonate-on:/ }],
  },
  {
    given: 'verbs of constrained impersonation on a server that does not know them',
    objects: [
      serverVersion('v1.34.4'),
      clusterRole('actor', [rule(['impersonate:user-info'], ['users'], ['authentication.k8s.io'])]),
      clusterRoleBinding('actor', 'actor', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'constrained impersonation beside the unlimited one',
    objects: [
      clusterRole('actor', [
        rule(['impersonate:serviceaccount'], ['serviceaccounts'], ['authentication.k8s.io']),
        rule(['impersonate'], ['users']),
      ]),
      clusterRoleBinding('actor', 'actor', [user('jane')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' } }],
  },
  {
    given: 'users by a RoleBinding, which cannot give a right on what lies outside of namespaces',
    objects: [
      clusterRole('actor', [rule(['impersonate'], ['users', 'groups'])]),
      roleBinding('actor', 'kube-system', 'actor', [user('jane')], { roleKind: 'ClusterRole' }),
    ],
    expect: 'pass',
  },
  {
    given: 'a group that holds it in the whole cluster, by a role of its own',
    objects: [
      clusterRole('strong', [rule(['impersonate'], ['serviceaccounts'], [''])]),
      clusterRoleBinding('strong', 'strong', [group('developers')]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Group', name: 'developers' }, message: /ClusterRoleBinding strong/ },
    ],
  },
  {
    given: 'a ServiceAccount under its user name, by two bindings',
    objects: [
      clusterRole('strong', [rule(['impersonate'], ['serviceaccounts'], [''])]),
      clusterRoleBinding('one', 'strong', [user('system:serviceaccount:ci:deployer')]),
      clusterRoleBinding('two', 'strong', [account('deployer', 'ci')]),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'ServiceAccount', namespace: 'ci', name: 'deployer' },
        message: /one .* two/,
      },
    ],
  },
  {
    given: 'a wildcard over the API group that covers it',
    objects: [clusterRole('wild', [rule(['*'], ['*'], [''])]), clusterRoleBinding('wild', 'wild', [user('jane')])],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' } }],
  },
  {
    given: 'a role in a namespace of users, which a person reviews',
    objects: [
      role('strong', 'shop', [rule(['impersonate'], ['serviceaccounts'], [''])]),
      roleBinding('strong', 'shop', 'strong', [user('jane')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { kind: 'User', name: 'jane' }, message: /in namespace shop/ }],
  },
  {
    given: 'a role in kube-system',
    objects: [
      role('strong', 'kube-system', [rule(['impersonate'], ['serviceaccounts'], [''])]),
      roleBinding('strong', 'kube-system', 'strong', [user('jane')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' }, message: /in namespace kube-system/ }],
  },
  {
    given: 'only administrators by cluster-admin',
    objects: [
      clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]),
      clusterRoleBinding('ops', 'cluster-admin', [group('ops')]),
    ],
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' }, message: /nobody but administrators/ },
    ],
  },
  {
    given: 'a role that nobody is bound to',
    objects: [clusterRole('strong', [rule(['impersonate'], ['serviceaccounts'], [''])])],
    expect: 'pass',
  },
  {
    given: 'a right to read ServiceAccounts',
    objects: [
      clusterRole('near', [rule(['get'], ['serviceaccounts'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['impersonate'], ['users'], [''], { resourceNames: ['jane@example.com'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'system:masters by name',
    objects: [
      clusterRole('named', [rule(['impersonate'], ['groups'], [''], { resourceNames: ['system:masters'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'a built-in role that was widened',
    objects: [
      clusterRole('system:monitoring', [rule(['impersonate'], ['serviceaccounts'], [''])], BOOTSTRAPPED),
      clusterRoleBinding('system:monitoring', 'system:monitoring', [group('system:monitoring')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:monitoring' } }],
  },
  {
    given: 'a binding with a role that is not there and another without subjects',
    objects: [
      clusterRoleBinding('dangling', 'gone', [user('jane')]),
      clusterRole('strong', [rule(['impersonate'], ['serviceaccounts'], [''])]),
      clusterRoleBinding('empty', 'strong', []),
    ],
    expect: 'pass',
  },

  {
    given: "the group of kubeadm's administrators by name",
    objects: [
      clusterRole('named', [rule(['impersonate'], ['groups'], [''], { resourceNames: ['kubeadm:cluster-admins'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'an account by name, in kube-system and in a namespace of users',
    objects: [
      clusterRole('named', [
        rule(['impersonate'], ['serviceaccounts'], [''], { resourceNames: ['generic-garbage-collector'] }),
      ]),
      roleBinding('named', 'kube-system', 'named', [user('jane')], { roleKind: 'ClusterRole' }),
      roleBinding('named', 'shop', 'named', [user('joe')], { roleKind: 'ClusterRole' }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' } }],
  },
  {
    given: 'a role whose rules are no list, so that not all roles are known',
    objects: [{ ...clusterRole('odd', []), rules: 'everything' }, clusterRoleBinding('odd', 'odd', [user('jane')])],
    expect: 'unknown',
  },
]);
