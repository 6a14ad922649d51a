import check from '../../../checks/kube-apiserver/audit-log-maxbackup.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const log = '--audit-log-path=/var/log/audit.log';

describeCheck(check, [
  { given: 'as much as is asked for', objects: apiServer([log, '--audit-log-maxbackup=10']), expect: 'pass' },
  {
    given: 'too little',
    objects: apiServer([log, '--audit-log-maxbackup=9']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /9 / }],
  },
  {
    given: 'zero, which is no limit',
    objects: apiServer([log, '--audit-log-maxbackup=0']),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /disk does not fill/ }],
  },
  { given: 'no flag where the default is a number', objects: apiServer([log], '1.37.2'), expect: 'pass' },
  { given: 'no flag where the default is no limit', objects: apiServer([log], '1.35.1'), expect: 'pass' },
  {
    given: 'no log file',
    objects: apiServer(['--audit-log-maxbackup=9']),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no audit log file/ }],
  },
  {
    given: 'the standard output',
    objects: apiServer(['--audit-log-path=-', '--audit-log-maxbackup=9']),
    expect: 'not-applicable',
  },
  {
    given: 'a log that goes nowhere',
    objects: apiServer(['--audit-log-path=/dev/null', '--audit-log-maxbackup=500']),
    expect: 'not-applicable',
  },
  { given: 'a value that is no number', objects: apiServer([log, '--audit-log-maxbackup=many']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([log], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'audit-log-maxbackup', passing: '365', failing: '5', beside: [log] }),
]);
