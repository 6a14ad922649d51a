import check from '../../../checks/kube-proxy/profiling.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyCases } from '../../support/kube-proxies.ts';

describeCheck(check, [
  ...proxyCases({
    field: 'enableProfiling',
    flag: 'profiling',
    passing: false,
    failing: true,
    byDefault: 'pass',
  }).filter(({ given }) => given !== 'the flag with underscores'),
  {
    given: 'profiling where metrics are open too',
    objects: proxy({ enableProfiling: true, metricsBindAddress: '0.0.0.0:10249' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /network/ }],
  },
  {
    given: 'profiling on loopback',
    objects: proxy({ enableProfiling: true, metricsBindAddress: '127.0.0.1:10249' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /on the node/ }],
  },
]);
