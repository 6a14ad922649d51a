import check from '../../../checks/workloads/host-pid.ts';
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
    objects: [pod('one'), pod('two', { spec: { hostPID: false } }), deployment('three')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Deployment', name: 'three' } }],
  },
  {
    given: 'a StatefulSet that says true',
    objects: [pod('one'), statefulSet('db', { namespace: 'shop', spec: { hostPID: true } })],
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
      pod('batch-a', { ownerReferences: [ownedBy('batch/v1', 'Job', 'batch')], spec: { hostPID: true } }),
      pod('batch-b', { ownerReferences: [ownedBy('batch/v1', 'Job', 'batch')], spec: { hostPID: true } }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail' }],
  },
  {
    given: 'a component of Kubernetes, which does not need it',
    objects: [controlPlanePod('kube-apiserver', { spec: { hostPID: true } })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Pod', name: 'kube-apiserver-node-1' } }],
  },
  {
    given: 'a node-exporter in the namespace of monitoring',
    objects: [
      daemonSet('node-exporter', {
        namespace: 'monitoring',
        containers: [container('node-exporter', { image: 'quay.io/prometheus/node-exporter:v1.10.0' })],
        spec: { hostPID: true },
      }),
    ],
    expect: 'review',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', spec: { hostPID: true } }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
