import check from '../../../checks/etcd/listen-metrics.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

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
  { given: 'no URL', objects: asked('--listen-metrics-urls=2381'), expect: 'unknown' },
  ...unknownCases('etcd', 'listen-metrics-urls'),
]);
