import check from '../../../checks/rbac/impersonate.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import {
  clusterRole,
  clusterRoleBinding,
  role,
  roleBinding,
  rule,
  serverVersion,
  user,
} from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({ power: rule(['impersonate'], ['serviceaccounts'], ['']) }),
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
    given: 'verbs of constrained impersonation on the first server that may know them',
    objects: [
      serverVersion('v1.35.0'),
      clusterRole('actor', [rule(['impersonate:user-info'], ['users'], ['authentication.k8s.io'])]),
      clusterRoleBinding('actor', 'actor', [user('jane')]),
    ],
    expect: 'unknown',
  },
  {
    given: 'constrained impersonation in a namespace of users',
    objects: [
      serverVersion('v1.36.1'),
      role('actor', 'shop', [rule(['impersonate:serviceaccount'], ['serviceaccounts'], ['authentication.k8s.io'])]),
      roleBinding('actor', 'shop', 'actor', [user('jane')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { kind: 'User', name: 'jane' }, message: /in namespace shop/ }],
  },
]);
