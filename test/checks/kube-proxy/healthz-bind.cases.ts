import check from '../../../checks/kube-proxy/healthz-bind.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyCases } from '../../support/kube-proxies.ts';

const profiling = { enableProfiling: true };

describeCheck(check, [
  ...proxyCases({
    field: 'healthzBindAddress',
    flag: 'healthz-bind-address',
    passing: '127.0.0.1:10256',
    failing: '0.0.0.0:10256',
    byDefault: 'fail',
    beside: profiling,
    besideFlags: ['--profiling=true'],
  }),
  { given: 'the default without profiling', objects: proxy({}), expect: 'pass' },
  { given: 'open without profiling', objects: proxy({ healthzBindAddress: '0.0.0.0:10256' }), expect: 'pass' },
  { given: 'the empty text', objects: proxy({ ...profiling, healthzBindAddress: '' }), expect: 'fail' },
  { given: 'no address', objects: proxy({ healthzBindAddress: 'nowhere' }), expect: 'unknown' },
]);
