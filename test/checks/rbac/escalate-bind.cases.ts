import check from '../../../checks/rbac/escalate-bind.ts';
import { type CheckCase, describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, roleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io']),
    own: {
      role: 'system:controller:clusterrole-aggregation-controller',
      subject: account('clusterrole-aggregation-controller', 'kube-system'),
    },
  }),
  {
    given: 'a right to create bindings, which gives no more than one has',
    objects: [
      clusterRole('near', [rule(['create'], ['rolebindings', 'clusterrolebindings'], ['rbac.authorization.k8s.io'])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [
        rule(['bind'], ['clusterroles'], ['rbac.authorization.k8s.io'], { resourceNames: ['view'] }),
      ]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'bind on cluster-admin by name',
    objects: [
      clusterRole('named', [
        rule(['bind'], ['clusterroles'], ['rbac.authorization.k8s.io'], { resourceNames: ['cluster-admin'] }),
      ]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'bind on a role of a controller by name, and on one that only reads',
    objects: [
      clusterRole('named', [
        rule(['bind'], ['clusterroles'], ['rbac.authorization.k8s.io'], {
          resourceNames: ['system:controller:clusterrole-aggregation-controller'],
        }),
      ]),
      clusterRoleBinding('named', 'named', [user('jane')]),
      clusterRole('reader', [
        rule(['bind'], ['clusterroles'], ['rbac.authorization.k8s.io'], { resourceNames: ['system:auth-delegator'] }),
      ]),
      clusterRoleBinding('reader', 'reader', [user('joe')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' } }],
  },
  {
    given: 'escalate on ClusterRoles by a RoleBinding, which cannot give it',
    objects: [
      clusterRole('strong', [rule(['escalate'], ['clusterroles'], ['rbac.authorization.k8s.io'])]),
      roleBinding('strong', 'kube-system', 'strong', [user('jane')], { roleKind: 'ClusterRole' }),
    ],
    expect: 'pass',
  },
  ...[['escalate'], ['*'], ['get', 'escalate'], ['bind', '*']].map(
    (verbs): CheckCase => ({
      given: `${verbs.join(' and ')} on a harmless role by name, which may be given any rule`,
      objects: [
        clusterRole('named', [
          rule(verbs, ['clusterroles'], ['rbac.authorization.k8s.io'], { resourceNames: ['view'] }),
        ]),
        clusterRoleBinding('named', 'named', [user('jane')]),
      ],
      expect: 'fail',
    }),
  ),
  {
    given: 'bind on a harmless role and on cluster-admin by name',
    objects: [
      clusterRole('named', [
        rule(['bind'], ['clusterroles'], ['rbac.authorization.k8s.io'], { resourceNames: ['view', 'cluster-admin'] }),
      ]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
]);
