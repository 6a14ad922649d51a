import check from '../../../checks/rbac/cluster-admin-equivalent.ts';
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

const ALL = rule(['*'], ['*'], ['*']);

describeCheck(check, [
  {
    given: 'cluster-admin itself, which another check looks at',
    objects: [clusterRole('cluster-admin', [ALL]), clusterRoleBinding('ops', 'cluster-admin', [group('ops')])],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'the same rights under another name',
    objects: [clusterRole('helper', [ALL]), clusterRoleBinding('helper', 'helper', [account('helper', 'tools')])],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'ServiceAccount', name: 'helper' }, message: /in the whole cluster/ },
    ],
  },
  {
    given: 'a built-in role that was widened to everything',
    objects: [
      clusterRole('system:basic-user', [ALL], BOOTSTRAPPED),
      clusterRoleBinding('system:basic-user', 'system:basic-user', [group('system:authenticated')], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:authenticated' } }],
  },
  {
    given: 'everything in a namespace of users, and everything in kube-system',
    objects: [
      role('owner', 'shop', [ALL]),
      roleBinding('owner', 'shop', 'owner', [user('jane')]),
      role('owner', 'kube-system', [ALL]),
      roleBinding('owner', 'kube-system', 'owner', [user('joe')]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'review', subject: { kind: 'User', name: 'jane' }, message: /in namespace shop/ },
      { verdict: 'fail', subject: { kind: 'User', name: 'joe' } },
    ],
  },
  {
    given: 'everything but for the names, or the verbs, or the groups',
    objects: [
      clusterRole('almost', [
        rule(['*'], ['*'], ['*'], { resourceNames: ['one'] }),
        rule(['get', 'list'], ['*'], ['*']),
        rule(['*'], ['*'], ['apps']),
        { verbs: ['*'], nonResourceURLs: ['*'] },
      ]),
      clusterRoleBinding('almost', 'almost', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'everything by two roles that share the verbs',
    objects: [
      clusterRole('reader', [rule(['get', 'list', 'watch'], ['*'], ['*'])]),
      clusterRole('writer', [rule(['create', 'update', 'patch', 'delete'], ['*'], ['*'])]),
      clusterRoleBinding('reader', 'reader', [account('helper', 'tools'), user('jane')]),
      clusterRoleBinding('writer', 'writer', [user('system:serviceaccount:tools:helper')]),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'ServiceAccount', name: 'helper' },
        message: /may read, write and delete everything in the whole cluster, by .*reader.*writer/,
      },
    ],
  },
  UNREADABLE_BINDING,
  {
    given: 'everything by two roles, of which one holds in a namespace only',
    objects: [
      clusterRole('reader', [rule(['get', 'list', 'watch'], ['*'], ['*'])]),
      clusterRole('writer', [rule(['create', 'update', 'patch', 'delete'], ['*'], ['*'])]),
      clusterRoleBinding('reader', 'reader', [user('jane')]),
      roleBinding('writer', 'shop', 'writer', [user('jane')], { roleKind: 'ClusterRole' }),
    ],
    expect: 'pass',
  },
]);
