import check from '../../../checks/service-accounts/csr-autoapprove-scope.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { account, clusterRole, clusterRoleBinding, group, roleBinding, rule, user } from '../../support/objects.ts';

const JOIN = clusterRole('join', [
  rule(['create'], ['certificatesigningrequests/nodeclient'], ['certificates.k8s.io']),
]);
const RENEW = clusterRole('renew', [
  rule(['create'], ['certificatesigningrequests/selfnodeclient'], ['certificates.k8s.io']),
]);

describeCheck(check, [
  {
    given: 'what kubeadm binds',
    objects: [
      JOIN,
      RENEW,
      clusterRoleBinding('join', 'join', [group('system:bootstrappers:kubeadm:default-node-token')]),
      clusterRoleBinding('renew', 'renew', [group('system:nodes')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'joining for every login',
    objects: [JOIN, clusterRoleBinding('join', 'join', [group('system:bootstrappers'), group('system:authenticated')])],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Group', name: 'system:authenticated' }, message: /ClusterRoleBinding join/ },
    ],
  },
  {
    given: 'joining for nodes, which would let one node become another',
    objects: [JOIN, clusterRoleBinding('join', 'join', [group('system:nodes')])],
    expect: 'fail',
  },
  {
    given: 'renewal for an account, and a user named as the group',
    objects: [RENEW, clusterRoleBinding('renew', 'renew', [account('joiner', 'ops'), user('system:nodes')])],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'ServiceAccount', name: 'joiner' } },
      { verdict: 'fail', subject: { kind: 'User', name: 'system:nodes' } },
    ],
  },
  {
    given: 'a RoleBinding, which gives no right on requests, and cluster-admin',
    objects: [
      JOIN,
      roleBinding('join', 'shop', 'join', [user('jane')], { roleKind: 'ClusterRole' }),
      clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]),
      clusterRoleBinding('ops', 'cluster-admin', [group('ops')]),
    ],
    expect: 'pass',
  },
  {
    given: 'a binding that cannot be read',
    objects: [JOIN, { ...clusterRoleBinding('odd', 'join', []), subjects: 'everybody' }],
    expect: 'unknown',
  },
]);
