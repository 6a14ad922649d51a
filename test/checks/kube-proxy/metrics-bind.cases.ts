import check from '../../../checks/kube-proxy/metrics-bind.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyByFlags, proxyCases } from '../../support/kube-proxies.ts';

describeCheck(check, [
  ...proxyCases({
    field: 'metricsBindAddress',
    flag: 'metrics-bind-address',
    passing: '127.0.0.1:10249',
    failing: '0.0.0.0:10249',
    byDefault: 'pass',
  }),
  { given: 'the empty text', objects: proxy({ metricsBindAddress: '' }), expect: 'pass' },
  { given: 'loopback of IPv6', objects: proxy({ metricsBindAddress: '[::1]:10249' }), expect: 'pass' },
  {
    given: 'a port alone',
    objects: proxy({ metricsBindAddress: ':10249' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /:10249/ }],
  },
  { given: 'a host alone', objects: proxy({ metricsBindAddress: '::' }), expect: 'fail' },
  { given: 'no address', objects: proxy({ metricsBindAddress: 'nowhere' }), expect: 'unknown' },
  {
    given: 'the empty text by flag, which serves nothing',
    objects: proxyByFlags('--metrics-bind-address='),
    expect: 'pass',
  },
]);
