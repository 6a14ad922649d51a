import check from '../../../checks/workloads/host-network.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { hostNamespaceCases } from '../../support/host-namespaces.ts';
import { container, controlPlanePod, deployment, pod } from '../../support/objects.ts';

describeCheck(check, [
  ...hostNamespaceCases('hostNetwork', 'review'),
  {
    given: 'the control plane and kube-proxy, which have to',
    objects: [controlPlanePod('kube-apiserver'), controlPlanePod('etcd'), controlPlanePod('kube-proxy')],
    expect: 'not-applicable',
    findings: [
      { verdict: 'not-applicable', subject: { kind: 'Pod', name: 'etcd-node-1' } },
      { verdict: 'not-applicable', subject: { kind: 'DaemonSet', name: 'kube-proxy' } },
    ],
  },
  {
    given: 'a pod of kube-system that only has the image of a component',
    objects: [
      pod('helper', {
        namespace: 'kube-system',
        containers: [container('helper', { image: 'registry.k8s.io/kube-apiserver:v1.37.2' })],
        spec: { hostNetwork: true },
      }),
      pod('kube-apiserver-x', {
        namespace: 'kube-system',
        containers: [container('kube-apiserver', { image: 'registry.example/kube-apiserver:v1' })],
        spec: { hostNetwork: true, serviceAccountName: 'default' },
      }),
      deployment('kube-proxy', {
        namespace: 'kube-system',
        containers: [container('kube-proxy', { image: 'registry.k8s.io/kube-proxy:v1.37.2' })],
        spec: { hostNetwork: true },
      }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'helper' } },
      { verdict: 'fail', subject: { name: 'kube-apiserver-x' } },
      { verdict: 'fail', subject: { kind: 'Deployment', name: 'kube-proxy' } },
    ],
  },
]);
