import check from '../../../checks/workloads/host-network.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  container,
  controlPlanePod,
  daemonSet,
  deployment,
  job,
  ownedBy,
  pod,
  statefulSet,
} from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'pods that do not say it, and one that says false',
    objects: [pod('one'), pod('two', { spec: { hostNetwork: false } }), deployment('three')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Deployment', name: 'three' } }],
  },
  {
    given: 'a StatefulSet that says true',
    objects: [pod('one'), statefulSet('db', { namespace: 'shop', spec: { hostNetwork: true } })],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'StatefulSet', namespace: 'shop', name: 'db' } },
      { verdict: 'pass', subject: { kind: 'Pod', name: 'one' } },
    ],
  },
  {
    given: 'pods of a Job that are alike',
    objects: [
      job('batch'),
      pod('batch-a', { ownerReferences: [ownedBy('batch/v1', 'Job', 'batch')], spec: { hostNetwork: true } }),
      pod('batch-b', { ownerReferences: [ownedBy('batch/v1', 'Job', 'batch')], spec: { hostNetwork: true } }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail' }],
  },
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
  {
    given: 'a node-exporter in the namespace of monitoring',
    objects: [
      daemonSet('node-exporter', {
        namespace: 'monitoring',
        containers: [container('node-exporter', { image: 'quay.io/prometheus/node-exporter:v1.10.0' })],
        spec: { hostNetwork: true },
      }),
    ],
    expect: 'review',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', spec: { hostNetwork: true } }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
