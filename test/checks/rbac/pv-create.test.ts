import check from '../../../checks/rbac/pv-create.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { account, clusterRole, clusterRoleBinding, group, roleBinding, rule, user } from '../../support/objects.ts';

const BOOTSTRAPPED = { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } };

describeCheck(check, [
  {
    given: 'a group that holds it in the whole cluster, by a role of its own',
    objects: [
      clusterRole('strong', [rule(['create'], ['persistentvolumes'], [''])]),
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
      clusterRole('strong', [rule(['create'], ['persistentvolumes'], [''])]),
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
    given: 'a RoleBinding, which cannot give a right on what lies outside of namespaces',
    objects: [
      clusterRole('strong', [rule(['create'], ['persistentvolumes'], [''])]),
      roleBinding('strong', 'kube-system', 'strong', [user('jane')], { roleKind: 'ClusterRole' }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
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
    objects: [clusterRole('strong', [rule(['create'], ['persistentvolumes'], [''])])],
    expect: 'pass',
  },
  {
    given: 'a right to create claims',
    objects: [
      clusterRole('near', [rule(['create'], ['persistentvolumeclaims'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['create'], ['persistentvolumes'], [''], { resourceNames: ['disk'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'what Kubernetes itself binds and needs',
    objects: [
      clusterRole(
        'system:controller:persistent-volume-binder',
        [rule(['create'], ['persistentvolumes'], [''])],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding(
        'system:controller:persistent-volume-binder',
        'system:controller:persistent-volume-binder',
        [account('persistent-volume-binder', 'kube-system')],
        BOOTSTRAPPED,
      ),
    ],
    expect: 'pass',
  },
  {
    given: 'a built-in role that was widened',
    objects: [
      clusterRole('system:monitoring', [rule(['create'], ['persistentvolumes'], [''])], BOOTSTRAPPED),
      clusterRoleBinding('system:monitoring', 'system:monitoring', [group('system:monitoring')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:monitoring' } }],
  },
  {
    given: 'a binding with a role that is not there and another without subjects',
    objects: [
      clusterRoleBinding('dangling', 'gone', [user('jane')]),
      clusterRole('strong', [rule(['create'], ['persistentvolumes'], [''])]),
      clusterRoleBinding('empty', 'strong', []),
    ],
    expect: 'pass',
  },

  {
    given: 'a named object that server-side apply may create',
    objects: [
      clusterRole('named', [rule(['create', 'patch'], ['persistentvolumes'], [''], { resourceNames: ['one'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'a role whose rules are no list, so that not all roles are known',
    objects: [{ ...clusterRole('odd', []), rules: 'everything' }, clusterRoleBinding('odd', 'odd', [user('jane')])],
    expect: 'unknown',
  },
]);
