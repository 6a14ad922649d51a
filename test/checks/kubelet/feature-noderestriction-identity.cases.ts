import check from '../../../checks/kubelet/feature-noderestriction-identity.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { UNREADABLE_BINDING } from '../../support/grants.ts';
import {
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

const NODES = group('system:nodes');
const NODE_ROLE = clusterRole('system:node', [rule(['get', 'list'], ['secrets', 'pods'])], BOOTSTRAPPED);
const CSR = 'certificates.k8s.io';

describeCheck(check, [
  {
    given: 'the default, without subjects',
    objects: [NODE_ROLE, clusterRoleBinding('system:node', 'system:node', [], BOOTSTRAPPED)],
    expect: 'pass',
  },
  {
    given: 'the binding of clusters from before 1.8',
    objects: [NODE_ROLE, clusterRoleBinding('system:node', 'system:node', [NODES], BOOTSTRAPPED)],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Group', name: 'system:nodes' }, message: /ClusterRoleBinding system:node/ },
    ],
  },
  {
    given: 'that role without any rule that would be too much',
    objects: [
      clusterRole('system:node', [rule(['get'], ['pods'])]),
      clusterRoleBinding('mine', 'system:node', [NODES]),
    ],
    expect: 'fail',
  },
  {
    given: "kubeadm's bindings",
    objects: [
      clusterRole('system:certificates.k8s.io:certificatesigningrequests:selfnodeclient', [
        rule(['create'], ['certificatesigningrequests/selfnodeclient'], [CSR]),
      ]),
      clusterRoleBinding(
        'kubeadm:node-autoapprove-certificate-rotation',
        'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
        [NODES],
      ),
      role('kubeadm:kubelet-config', 'kube-system', [
        rule(['get'], ['configmaps'], [''], { resourceNames: ['kubelet-config'] }),
      ]),
      roleBinding('kubeadm:kubelet-config', 'kube-system', 'kubeadm:kubelet-config', [NODES], { roleKind: 'Role' }),
    ],
    expect: 'pass',
  },
  {
    given: "the requests that a provider's nodes make",
    objects: [
      clusterRole('bootstrap', [rule(['create', 'get', 'list', 'watch'], ['certificatesigningrequests'], [CSR])]),
      clusterRoleBinding('bootstrap', 'bootstrap', [NODES]),
    ],
    expect: 'pass',
  },
  {
    given: 'certificates for any node, approved for every node',
    objects: [
      clusterRole('bootstrap', [rule(['create'], ['certificatesigningrequests/nodeclient'], [CSR])]),
      clusterRoleBinding('bootstrap', 'bootstrap', [NODES]),
    ],
    expect: 'fail',
  },
  {
    given: 'reading what is not secret',
    objects: [
      clusterRole('cidrs', [rule(['list'], ['clustercidrs'], ['networking.k8s.io'])]),
      clusterRoleBinding('cidrs', 'cidrs', [NODES]),
    ],
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { kind: 'Cluster' } },
      { verdict: 'review', subject: { kind: 'Group', name: 'system:nodes' } },
    ],
  },
  {
    given: 'Secrets of one namespace',
    objects: [
      role('open', 'shop', [rule(['get'], ['secrets'])]),
      roleBinding('open', 'shop', 'open', [NODES], { roleKind: 'Role' }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /in namespace shop/ }],
  },
  {
    given: 'reading everything',
    objects: [clusterRole('all', [rule(['get'], ['*'], ['*'])]), clusterRoleBinding('all', 'all', [NODES])],
    expect: 'fail',
  },
  {
    given: 'the API of other kubelets',
    objects: [clusterRole('peek', [rule(['get'], ['nodes/proxy'])]), clusterRoleBinding('peek', 'peek', [NODES])],
    expect: 'fail',
  },
  {
    given: 'a single node',
    objects: [
      clusterRole('edit', [rule(['delete'], ['pods'])]),
      clusterRoleBinding('edit', 'edit', [user('system:node:node-1')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User', name: 'system:node:node-1' } }],
  },
  {
    given: 'others with these rights, which are the matter of other checks',
    objects: [
      clusterRole('edit', [rule(['delete'], ['pods'])]),
      clusterRoleBinding('edit', 'edit', [group('system:nodes:admins'), user('node')]),
    ],
    expect: 'pass',
  },
  UNREADABLE_BINDING,
]);
