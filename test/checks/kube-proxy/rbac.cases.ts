import check from '../../../checks/kube-proxy/rbac.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  account,
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  controlPlanePod,
  daemonSet,
  role,
  roleBinding,
  rule,
  serverVersion,
  user,
} from '../../support/objects.ts';

const READ = ['list', 'watch'];
const PROXIER = clusterRole(
  'system:node-proxier',
  [
    rule(READ, ['services', 'endpoints']),
    rule(['get', ...READ], ['nodes']),
    rule(['create', 'patch', 'update'], ['events'], ['', 'events.k8s.io']),
    rule(READ, ['endpointslices'], ['discovery.k8s.io']),
  ],
  BOOTSTRAPPED,
);
const PROXY = account('kube-proxy', 'kube-system');
const SET = daemonSet('kube-proxy', {
  namespace: 'kube-system',
  containers: [{ name: 'kube-proxy', image: 'registry.k8s.io/kube-proxy:v1.37.2', command: ['kube-proxy'] }],
  spec: { serviceAccountName: 'kube-proxy' },
});
const ITSELF = clusterRoleBinding(
  'system:node-proxier',
  'system:node-proxier',
  [user('system:kube-proxy')],
  BOOTSTRAPPED,
);
const base = [serverVersion(), SET, PROXIER, ITSELF];
const subject = { kind: 'ServiceAccount', namespace: 'kube-system', name: 'kube-proxy' };

describeCheck(check, [
  {
    given: 'what kubeadm binds',
    objects: [...base, clusterRoleBinding('kubeadm:node-proxier', 'system:node-proxier', [PROXY])],
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject },
      { verdict: 'pass', subject: { kind: 'User', name: 'system:kube-proxy' } },
    ],
  },
  {
    given: 'what EKS binds, under a name of its own',
    objects: [...base, clusterRoleBinding('eks:kube-proxy', 'system:node-proxier', [PROXY])],
    expect: 'pass',
  },
  {
    given: 'cluster-admin',
    objects: [
      ...base,
      clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]),
      clusterRoleBinding('proxies', 'cluster-admin', [PROXY]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject, message: /ClusterRoleBinding proxies \(ClusterRole cluster-admin\)/ }],
  },
  {
    given: 'the role of Kubernetes, widened',
    objects: [
      serverVersion(),
      SET,
      ITSELF,
      clusterRole('system:node-proxier', [rule(READ, ['services', 'secrets'])], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'User' }, message: /system:node-proxier/ }],
  },
  {
    given: 'rights in a namespace, and on paths',
    objects: [
      ...base,
      role('more', 'kube-system', [rule(['get'], ['secrets'])]),
      roleBinding('more', 'kube-system', 'more', [PROXY]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject, message: /in namespace kube-system/ }],
  },
  {
    given: 'paths of the API server',
    objects: [
      ...base,
      clusterRole('paths', [{ verbs: ['get'], nonResourceURLs: ['/metrics'] }]),
      clusterRoleBinding('paths', 'paths', [PROXY]),
    ],
    expect: 'fail',
  },
  {
    given: 'its own ConfigMap by name',
    objects: [
      ...base,
      role('kube-proxy', 'kube-system', [rule(['get'], ['configmaps'], [''], { resourceNames: ['kube-proxy'] })]),
      roleBinding('kube-proxy', 'kube-system', 'kube-proxy', [PROXY]),
    ],
    expect: 'pass',
  },
  {
    given: 'a pod without a ServiceAccount of its own, that has one for all',
    objects: [
      serverVersion(),
      controlPlanePod('kube-proxy', { ownerReferences: [] }),
      clusterRole('reader', [rule(['get'], ['secrets'])]),
      clusterRoleBinding('reader', 'reader', [account('default', 'kube-system')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'ServiceAccount', name: 'default' } }],
  },
  { given: 'no kube-proxy that is visible', objects: [serverVersion(), PROXIER, ITSELF], expect: 'unknown' },
]);
