import check from '../../../checks/workloads/host-ipc.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { hostNamespaceCases } from '../../support/host-namespaces.ts';
import { controlPlanePod } from '../../support/objects.ts';

describeCheck(check, [
  ...hostNamespaceCases('hostIPC', 'fail'),
  {
    given: 'a component of Kubernetes, which does not need it',
    objects: [controlPlanePod('kube-apiserver', { spec: { hostIPC: true } })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Pod', name: 'kube-apiserver-node-1' } }],
  },
]);
