import check from '../../../checks/kube-controller-manager/authn-authz.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';
import { delegationCases } from '../../support/serving.ts';

describeCheck(check, [
  ...delegationCases('kube-controller-manager', 'unknown'),
  {
    given: 'k3s, in whose process it runs with kubeconfigs that do not show',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'unknown',
  },
]);
