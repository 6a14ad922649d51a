import type { CheckCase } from './describe-check.ts';
import { container, daemonSet, deployment, job, ownedBy, pod, statefulSet } from './objects.ts';

/** Cases that the questions about the namespaces of the host share; `exporter` is the answer for a node-exporter, which may need some. */
export function hostNamespaceCases(
  field: 'hostIPC' | 'hostNetwork' | 'hostPID',
  exporter: 'fail' | 'review',
): readonly CheckCase[] {
  const shared = { [field]: true };
  const ofJob = { ownerReferences: [ownedBy('batch/v1', 'Job', 'batch')], spec: shared };
  return [
    {
      given: 'pods that do not say it, and one that says false',
      objects: [pod('one'), pod('two', { spec: { [field]: false } }), deployment('three')],
      expect: 'pass',
      findings: [{ verdict: 'pass', subject: { kind: 'Deployment', name: 'three' } }],
    },
    {
      given: 'a StatefulSet that says true',
      objects: [pod('one'), statefulSet('db', { namespace: 'shop', spec: shared })],
      expect: 'fail',
      findings: [
        { verdict: 'fail', subject: { kind: 'StatefulSet', namespace: 'shop', name: 'db' } },
        { verdict: 'pass', subject: { kind: 'Pod', name: 'one' } },
      ],
    },
    {
      given: 'pods of a Job that are alike',
      objects: [job('batch'), pod('batch-a', ofJob), pod('batch-b', ofJob)],
      expect: 'fail',
      findings: [{ verdict: 'fail' }],
    },
    {
      given: 'a node-exporter in the namespace of monitoring',
      objects: [
        daemonSet('node-exporter', {
          namespace: 'monitoring',
          containers: [container('node-exporter', { image: 'quay.io/prometheus/node-exporter:v1.10.0' })],
          spec: shared,
        }),
      ],
      expect: exporter,
    },
    { given: 'no pods at all', objects: [], expect: 'not-applicable' },
    {
      given: 'a pod that has ended and one whose containers are no list',
      objects: [pod('done', { phase: 'Succeeded', spec: shared }), { ...pod('odd'), spec: { containers: 'many' } }],
      expect: 'unknown',
    },
  ];
}
