import check from '../../../checks/rbac/escalate-bind.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  account,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

const BOOTSTRAPPED = { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } };

describeCheck(check, [
  {
    given: 'a group that holds it in the whole cluster, by a role of its own',
    objects: [
      clusterRole('strong', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])]),
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
      clusterRole('strong', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])]),
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
    objects: [
      clusterRole('wild', [rule(['*'], ['*'], ['rbac.authorization.k8s.io'])]),
      clusterRoleBinding('wild', 'wild', [user('jane')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'jane' } }],
  },
  {
    given: 'a role in a namespace of users, which a person reviews',
    objects: [
      role('strong', 'shop', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])]),
      roleBinding('strong', 'shop', 'strong', [user('jane')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { kind: 'User', name: 'jane' }, message: /in namespace shop/ }],
  },
  {
    given: 'a role in kube-system',
    objects: [
      role('strong', 'kube-system', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])]),
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
    objects: [clusterRole('strong', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])])],
    expect: 'pass',
  },
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
    given: 'what Kubernetes itself binds and needs',
    objects: [
      clusterRole(
        'system:controller:clusterrole-aggregation-controller',
        [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding(
        'system:controller:clusterrole-aggregation-controller',
        'system:controller:clusterrole-aggregation-controller',
        [account('clusterrole-aggregation-controller', 'kube-system')],
        BOOTSTRAPPED,
      ),
    ],
    expect: 'pass',
  },
  {
    given: 'a built-in role that was widened',
    objects: [
      clusterRole('system:monitoring', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])], BOOTSTRAPPED),
      clusterRoleBinding('system:monitoring', 'system:monitoring', [group('system:monitoring')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:monitoring' } }],
  },
  {
    given: 'a binding with a role that is not there and another without subjects',
    objects: [
      clusterRoleBinding('dangling', 'gone', [user('jane')]),
      clusterRole('strong', [rule(['escalate'], ['roles'], ['rbac.authorization.k8s.io'])]),
      clusterRoleBinding('empty', 'strong', []),
    ],
    expect: 'pass',
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
    given: 'a role whose rules are no list, so that not all roles are known',
    objects: [{ ...clusterRole('odd', []), rules: 'everything' }, clusterRoleBinding('odd', 'odd', [user('jane')])],
    expect: 'unknown',
  },
]);
