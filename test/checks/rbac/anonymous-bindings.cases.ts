import check from '../../../checks/rbac/anonymous-bindings.ts';
import { type CheckCase, describeCheck } from '../../support/describe-check.ts';
import { idleCases, UNREADABLE_BINDING } from '../../support/grants.ts';
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

const ANONYMOUS = user('system:anonymous');
const CLUSTER_INFO = rule(['get'], ['configmaps'], [''], { resourceNames: ['cluster-info'] });

describeCheck(check, [
  ...idleCases(ANONYMOUS),
  {
    given: 'what kubeadm grants so that nodes can join',
    objects: [
      role('kubeadm:bootstrap-signer-clusterinfo', 'kube-public', [CLUSTER_INFO]),
      roleBinding('kubeadm:bootstrap-signer-clusterinfo', 'kube-public', 'kubeadm:bootstrap-signer-clusterinfo', [
        ANONYMOUS,
      ]),
    ],
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { kind: 'User', name: 'system:anonymous' }, message: /default rights only/ },
    ],
  },
  {
    given: 'that role widened to all ConfigMaps, under the same name',
    objects: [
      role('kubeadm:bootstrap-signer-clusterinfo', 'kube-public', [rule(['get'], ['configmaps'])]),
      roleBinding('kubeadm:bootstrap-signer-clusterinfo', 'kube-public', 'kubeadm:bootstrap-signer-clusterinfo', [
        ANONYMOUS,
      ]),
    ],
    expect: 'fail',
  },
  {
    given: 'the same rule in another namespace',
    objects: [role('info', 'shop', [CLUSTER_INFO]), roleBinding('info', 'shop', 'info', [ANONYMOUS])],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'system:anonymous' }, message: /in namespace shop/ }],
  },
  {
    given: 'cluster-admin for anybody',
    objects: [
      clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]),
      clusterRoleBinding('oops', 'cluster-admin', [ANONYMOUS]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /in the whole cluster, by ClusterRoleBinding oops/ }],
  },
  {
    given: 'no binding that names it',
    objects: [clusterRole('view', [rule(['get'], ['pods'])]), clusterRoleBinding('view', 'view', [user('jane')])],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'a group and an account of that name, which are others',
    objects: [
      clusterRole('view', [rule(['get'], ['pods'])]),
      clusterRoleBinding('view', 'view', [group('system:anonymous'), account('system:anonymous')]),
    ],
    expect: 'pass',
  },
  UNREADABLE_BINDING,
  ...[
    rule(['get', 'update'], ['configmaps'], [''], { resourceNames: ['cluster-info'] }),
    rule(['get'], ['configmaps', 'secrets'], [''], { resourceNames: ['cluster-info'] }),
    rule(['get'], ['configmaps'], ['', 'apps'], { resourceNames: ['cluster-info'] }),
    rule(['get'], ['configmaps'], [''], { resourceNames: ['cluster-info', 'other'] }),
  ].map(
    (widened): CheckCase => ({
      given: `the same role with more beside it: ${JSON.stringify(widened)}`,
      objects: [role('info', 'kube-public', [widened]), roleBinding('info', 'kube-public', 'info', [ANONYMOUS])],
      expect: 'fail',
    }),
  ),
]);
