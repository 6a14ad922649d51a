import check from '../../../checks/rbac/nodes-proxy.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { BOOTSTRAPPED, clusterRole, clusterRoleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({ power: rule(['get'], ['nodes/proxy'], ['']), clusterOnly: true }),
  {
    given: 'a right to nodes/metrics',
    objects: [
      clusterRole('near', [rule(['get'], ['nodes/metrics', 'nodes/stats'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'a single node',
    objects: [
      clusterRole('named', [rule(['get'], ['nodes/proxy'], [''], { resourceNames: ['node-1'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'what Kubernetes itself binds and needs',
    objects: [
      clusterRole('system:kubelet-api-admin', [rule(['get'], ['nodes/proxy'], [''])], BOOTSTRAPPED),
      clusterRoleBinding('kubeadm:apiserver-kubelet-client', 'system:kubelet-api-admin', [
        user('kube-apiserver-kubelet-client'),
      ]),
    ],
    expect: 'pass',
  },
]);
