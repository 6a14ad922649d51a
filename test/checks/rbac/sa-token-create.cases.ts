import check from '../../../checks/rbac/sa-token-create.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { clusterRole, clusterRoleBinding, role, roleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['create'], ['serviceaccounts/token'], ['']),
    own: { role: 'system:kube-controller-manager', subject: user('system:kube-controller-manager') },
  }),
  {
    given: 'a right to create ServiceAccounts',
    objects: [
      clusterRole('near', [rule(['create'], ['serviceaccounts'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'accounts that the rule names, of every namespace',
    objects: [
      clusterRole('named', [rule(['create'], ['serviceaccounts/token'], [''], { resourceNames: ['builder'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'accounts that a rule names in a namespace of users',
    objects: [
      role('named', 'shop', [rule(['create'], ['serviceaccounts/token'], [''], { resourceNames: ['builder'] })]),
      roleBinding('named', 'shop', 'named', [user('jane')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
]);
