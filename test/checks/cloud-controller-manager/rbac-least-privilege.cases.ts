import check from '../../../checks/cloud-controller-manager/rbac-least-privilege.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  account,
  clusterRole,
  clusterRoleBinding,
  controlPlanePod,
  node,
  role,
  roleBinding,
  rule,
  serverVersion,
} from '../../support/objects.ts';

const NAME = 'cloud-controller-manager';
const MANAGER = account(NAME, 'kube-system');
const subject = { kind: 'ServiceAccount', namespace: 'kube-system', name: NAME };
const pod = (...flags: readonly string[]) =>
  controlPlanePod(NAME, { flags, spec: { serviceAccountName: NAME }, ownerReferences: [] });
const base = [serverVersion(), node('node-1'), pod()];

const NEEDED = clusterRole('cloud', [
  rule(['get', 'list', 'watch', 'update', 'patch', 'delete'], ['nodes']),
  rule(['list', 'watch', 'patch', 'update'], ['services', 'services/status']),
  rule(['create', 'patch', 'update'], ['events']),
  rule(['create', 'get'], ['serviceaccounts']),
  rule(['create'], ['serviceaccounts/token']),
  rule(['create', 'get', 'update'], ['leases'], ['coordination.k8s.io']),
]);
const bound = (...rules: readonly ReturnType<typeof rule>[]) => [
  ...base,
  clusterRole('more', rules),
  clusterRoleBinding('more', 'more', [MANAGER]),
];

describeCheck(check, [
  {
    given: 'what it needs',
    objects: [...base, NEEDED, clusterRoleBinding('cloud', 'cloud', [MANAGER])],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject }],
  },
  {
    given: 'cluster-admin, as in a chart of its vendor',
    objects: [
      ...base,
      clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]),
      clusterRoleBinding('cloud', 'cluster-admin', [MANAGER]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject, message: /on everything, by ClusterRoleBinding cloud/ }],
  },
  {
    given: 'all Secrets, and roles',
    objects: bound(rule(['*'], ['secrets']), rule(['update'], ['clusterroles'], ['rbac.authorization.k8s.io'])),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^may read Secrets, change roles or bindings, by/ }],
  },
  { given: 'reading everything of the core', objects: bound(rule(['get'], ['*'])), expect: 'fail' },
  {
    given: 'a Secret by name',
    objects: bound(rule(['get'], ['secrets'], [''], { resourceNames: ['cloud'] })),
    expect: 'pass',
  },
  {
    given: 'Secrets of its own namespace',
    objects: [
      ...base,
      role('cloud', 'kube-system', [rule(['get'], ['secrets'])]),
      roleBinding('cloud', 'kube-system', 'cloud', [MANAGER]),
    ],
    expect: 'pass',
  },
  {
    given: 'pods of kube-system',
    objects: [
      ...base,
      role('cloud', 'kube-system', [rule(['create'], ['pods'])]),
      roleBinding('cloud', 'kube-system', 'cloud', [MANAGER]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /create pods/ }],
  },
  {
    given: 'pods of another namespace',
    objects: [
      ...base,
      role('cloud', 'shop', [rule(['create'], ['pods'])]),
      roleBinding('cloud', 'shop', 'cloud', [MANAGER]),
    ],
    expect: 'pass',
  },
  {
    given: 'a kubeconfig',
    objects: [serverVersion(), node('node-1'), pod('--kubeconfig=/etc/kubernetes/cloud.conf')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /kubeconfig that is not read/ }],
  },
  {
    given: 'k3s, in whose process it runs',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'unknown',
  },
  { given: 'no pod of it', objects: [serverVersion(), node('node-1')], expect: 'unknown' },
]);
