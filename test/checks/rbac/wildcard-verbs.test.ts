import check from '../../../checks/rbac/wildcard-verbs.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { account, clusterRole, clusterRoleBinding, role, roleBinding, rule, user } from '../../support/objects.ts';

const BOOTSTRAPPED = { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } };
const HIT = rule(['*'], ['secrets', 'pods']);

describeCheck(check, [
  {
    given: 'such a rule in a role that is bound',
    objects: [clusterRole('broad', [HIT]), clusterRoleBinding('broad', 'broad', [account('app')])],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'ClusterRole', name: 'broad' }, message: /ClusterRoleBinding broad/ },
    ],
  },
  {
    given: 'such a rule on resources of an operator of its own',
    objects: [
      clusterRole('operator', [rule(['*'], ['*'], ['shop.example.com'])]),
      clusterRoleBinding('operator', 'operator', [account('operator')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'one role that is bound in a namespace only, and one that is bound twice',
    objects: [
      role('local', 'shop', [HIT]),
      roleBinding('local', 'shop', 'local', [user('jane')]),
      clusterRole('both', [HIT]),
      roleBinding('both', 'shop', 'both', [user('jane')], { roleKind: 'ClusterRole' }),
      clusterRoleBinding('both', 'both', [user('joe')]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'review', subject: { kind: 'Role', namespace: 'shop', name: 'local' } },
      { verdict: 'fail', subject: { kind: 'ClusterRole', name: 'both' }, message: /in the whole cluster/ },
    ],
  },
  {
    given: 'roles that Kubernetes makes with a wildcard',
    objects: [
      clusterRole('system:controller:namespace-controller', [rule(['delete', 'list'], ['*'], ['*'])], BOOTSTRAPPED),
      clusterRoleBinding(
        'system:controller:namespace-controller',
        'system:controller:namespace-controller',
        [account('namespace-controller', 'kube-system')],
        BOOTSTRAPPED,
      ),
      clusterRole('system:kubelet-api-admin', [rule(['*'], ['nodes/proxy'])], BOOTSTRAPPED),
      clusterRoleBinding('kubelets', 'system:kubelet-api-admin', [user('kubelets')]),
    ],
    expect: 'pass',
  },
  {
    given: 'everything at once, which is the matter of another check',
    objects: [clusterRole('all', [rule(['*'], ['*'], ['*'])]), clusterRoleBinding('all', 'all', [user('jane')])],
    expect: 'pass',
  },
  {
    given: 'a wildcard elsewhere in the rule, and one for paths',
    objects: [
      clusterRole('other', [rule(['get', 'list', 'watch'], ['*']), { verbs: ['*'], nonResourceURLs: ['*'] }]),
      clusterRoleBinding('other', 'other', [user('jane')]),
    ],
    expect: 'pass',
  },
  { given: 'such a role that nobody is bound to', objects: [clusterRole('broad', [HIT])], expect: 'pass' },
  {
    given: 'a binding whose subjects are no list, so that not all bindings are known',
    objects: [{ ...clusterRoleBinding('odd', 'view', []), subjects: 'everybody' }],
    expect: 'unknown',
  },
]);
