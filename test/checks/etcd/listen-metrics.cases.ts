import check from '../../../checks/etcd/listen-metrics.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'loopback', objects: asked('--listen-metrics-urls=http://127.0.0.1:2381'), expect: 'pass' },
  { given: 'TLS', objects: asked('--listen-metrics-urls=https://0.0.0.0:2381'), expect: 'pass' },
  {
    given: 'the network',
    objects: asked('--listen-metrics-urls=http://127.0.0.1:2381,http://10.0.0.7:2381'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /10\.0\.0\.7:2381/ }],
  },
  {
    given: 'k3s that is told to show them, by a flag of its own',
    objects: [
      node('node-1', {
        kubelet: 'v1.37.2+k3s1',
        labels: { 'node-role.kubernetes.io/etcd': 'true' },
        annotations: { 'k3s.io/node-args': '["server","--cluster-init","--etcd-expose-metrics"]' },
      }),
    ],
    expect: 'unknown',
  },
  { given: 'no URL', objects: asked('--listen-metrics-urls=2381'), expect: 'unknown' },
  ...unknownCases('etcd', 'listen-metrics-urls'),
]);
