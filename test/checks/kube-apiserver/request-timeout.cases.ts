import check from '../../../checks/kube-apiserver/request-timeout.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const timeout = (value: string) => apiServer([`--request-timeout=${value}`]);

describeCheck(check, [
  { given: 'nothing said, so it is a minute', objects: apiServer([]), expect: 'pass' },
  { given: 'five minutes', objects: timeout('300s'), expect: 'pass' },
  {
    given: 'a little more',
    objects: timeout('5m1s'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /5m1s/ }],
  },
  {
    given: 'none, with which every request ends at once',
    objects: timeout('0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^requests end after 0/ }],
  },
  { given: 'a value that is no duration', objects: timeout('300'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'request-timeout', passing: '2m', failing: '1h' }),
]);
