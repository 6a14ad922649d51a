import check from '../../../checks/rbac/pods-create.ts';
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
      clusterRole('strong', [rule(['create'], ['pods'], [''])]),
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
      clusterRole('strong', [rule(['create'], ['pods'], [''])]),
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
      role('strong', 'shop', [rule(['create'], ['pods'], [''])]),
      roleBinding('strong', 'shop', 'strong', [user('jane')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { kind: 'User', name: 'jane' }, message: /in namespace shop/ }],
  },
  {
    given: 'a role in kube-system',
    objects: [
      role('strong', 'kube-system', [rule(['create'], ['pods'], [''])]),
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
    objects: [clusterRole('strong', [rule(['create'], ['pods'], [''])])],
    expect: 'pass',
  },
  {
    given: 'a right to read pods',
    objects: [
      clusterRole('near', [rule(['get', 'list'], ['pods'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['create'], ['pods'], [''], { resourceNames: ['web'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'what Kubernetes itself binds and needs',
    objects: [
      clusterRole('system:controller:daemon-set-controller', [rule(['create'], ['pods'], [''])], BOOTSTRAPPED),
      clusterRoleBinding(
        'system:controller:daemon-set-controller',
        'system:controller:daemon-set-controller',
        [account('daemon-set-controller', 'kube-system')],
        BOOTSTRAPPED,
      ),
    ],
    expect: 'pass',
  },
  {
    given: 'a built-in role that was widened',
    objects: [
      clusterRole('system:monitoring', [rule(['create'], ['pods'], [''])], BOOTSTRAPPED),
      clusterRoleBinding('system:monitoring', 'system:monitoring', [group('system:monitoring')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:monitoring' } }],
  },
  {
    given: 'a binding with a role that is not there and another without subjects',
    objects: [
      clusterRoleBinding('dangling', 'gone', [user('jane')]),
      clusterRole('strong', [rule(['create'], ['pods'], [''])]),
      clusterRoleBinding('empty', 'strong', []),
    ],
    expect: 'pass',
  },

  {
    given: 'a named object that server-side apply may create',
    objects: [
      clusterRole('named', [rule(['create', 'patch'], ['pods'], [''], { resourceNames: ['one'] })]),
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
