import check from '../../../checks/rbac/pods-exec.ts';
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
    given: 'get alone on a server of 1.34, which a WebSocket request is enough for',
    objects: [
      serverVersion('v1.34.4'),
      clusterRole('viewer', [rule(['get'], ['pods/exec'])]),
      clusterRoleBinding('viewer', 'viewer', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'get alone on a server of 1.35, which asks for create',
    objects: [
      serverVersion('v1.35.1'),
      clusterRole('viewer', [rule(['get'], ['*/attach', 'pods/exec'])]),
      clusterRoleBinding('viewer', 'viewer', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'get alone on a server whose version is no version',
    objects: [
      serverVersion('devel'),
      clusterRole('viewer', [rule(['get'], ['*/exec'])]),
      clusterRoleBinding('viewer', 'viewer', [user('jane')]),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'User', name: 'jane' }, message: /version of the API server/ }],
  },
  {
    given: 'a group that holds it in the whole cluster, by a role of its own',
    objects: [
      clusterRole('strong', [rule(['create'], ['pods/exec'], [''])]),
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
      clusterRole('strong', [rule(['create'], ['pods/exec'], [''])]),
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
      role('strong', 'shop', [rule(['create'], ['pods/exec'], [''])]),
      roleBinding('strong', 'shop', 'strong', [user('jane')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { kind: 'User', name: 'jane' }, message: /in namespace shop/ }],
  },
  {
    given: 'a role in kube-system',
    objects: [
      role('strong', 'kube-system', [rule(['create'], ['pods/exec'], [''])]),
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
    objects: [clusterRole('strong', [rule(['create'], ['pods/exec'], [''])])],
    expect: 'pass',
  },
  {
    given: 'a right to read pods, and pods/* which means nothing to RBAC',
    objects: [
      clusterRole('near', [rule(['get'], ['pods', 'pods/*'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'what Kubernetes itself binds and needs',
    objects: [
      clusterRole('system:controller:namespace-controller', [rule(['create'], ['pods/exec'], [''])], BOOTSTRAPPED),
      clusterRoleBinding(
        'system:controller:namespace-controller',
        'system:controller:namespace-controller',
        [account('namespace-controller', 'kube-system')],
        BOOTSTRAPPED,
      ),
    ],
    expect: 'pass',
  },
  {
    given: 'a built-in role that was widened',
    objects: [
      clusterRole('system:monitoring', [rule(['create'], ['pods/exec'], [''])], BOOTSTRAPPED),
      clusterRoleBinding('system:monitoring', 'system:monitoring', [group('system:monitoring')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:monitoring' } }],
  },
  {
    given: 'a binding with a role that is not there and another without subjects',
    objects: [
      clusterRoleBinding('dangling', 'gone', [user('jane')]),
      clusterRole('strong', [rule(['create'], ['pods/exec'], [''])]),
      clusterRoleBinding('empty', 'strong', []),
    ],
    expect: 'pass',
  },

  {
    given: 'a role whose rules are no list, so that not all roles are known',
    objects: [{ ...clusterRole('odd', []), rules: 'everything' }, clusterRoleBinding('odd', 'odd', [user('jane')])],
    expect: 'unknown',
  },
]);
