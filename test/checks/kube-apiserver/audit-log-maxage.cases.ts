import check from '../../../checks/kube-apiserver/audit-log-maxage.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const log = '--audit-log-path=/var/log/audit.log';

describeCheck(check, [
  { given: 'as much as is asked for', objects: apiServer([log, '--audit-log-maxage=30']), expect: 'pass' },
  {
    given: 'too little',
    objects: apiServer([log, '--audit-log-maxage=29']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /29 / }],
  },
  {
    given: 'zero, which is no limit',
    objects: apiServer([log, '--audit-log-maxage=0']),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /disk does not fill/ }],
  },
  { given: 'no flag where the default is a number', objects: apiServer([log], '1.37.2'), expect: 'pass' },
  { given: 'no flag where the default is no limit', objects: apiServer([log], '1.35.1'), expect: 'pass' },
  {
    given: 'no log file',
    objects: apiServer(['--audit-log-maxage=29']),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no audit log file/ }],
  },
  {
    given: 'the standard output',
    objects: apiServer(['--audit-log-path=-', '--audit-log-maxage=29']),
    expect: 'not-applicable',
  },
  {
    given: 'a log that goes nowhere',
    objects: apiServer(['--audit-log-path=/dev/null', '--audit-log-maxage=500']),
    expect: 'not-applicable',
  },
  { given: 'a value that is no number', objects: apiServer([log, '--audit-log-maxage=many']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([log], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'audit-log-maxage', passing: '365', failing: '5', beside: [log] }),
]);
