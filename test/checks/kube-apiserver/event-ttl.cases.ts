import check from '../../../checks/kube-apiserver/event-ttl.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const ttl = (value: string) => apiServer([`--event-ttl=${value}`]);

describeCheck(check, [
  { given: 'nothing said, so it is an hour', objects: apiServer([]), expect: 'pass' },
  { given: 'a day', objects: ttl('24h'), expect: 'pass' },
  {
    given: 'a little less than an hour',
    objects: ttl('59m59s'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /59m59s/ }],
  },
  {
    given: 'for ever, which fills etcd',
    objects: ttl('0'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /fill etcd/ }],
  },
  { given: 'a value that is no duration', objects: ttl('3600'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'event-ttl', passing: '2h', failing: '5m' }),
]);
