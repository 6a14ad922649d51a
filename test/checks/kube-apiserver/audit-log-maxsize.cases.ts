import check from '../../../checks/kube-apiserver/audit-log-maxsize.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const log = '--audit-log-path=/var/log/audit.log';

describeCheck(check, [
  { given: 'as much as is asked for', objects: apiServer([log, '--audit-log-maxsize=100']), expect: 'pass' },
  { given: 'more', objects: apiServer([log, '--audit-log-maxsize=500']), expect: 'pass' },
  {
    given: 'too little',
    objects: apiServer([log, '--audit-log-maxsize=99']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /99 MB/ }],
  },
  {
    given: 'zero where it switches the rotation off',
    objects: apiServer([log, '--audit-log-maxsize=0'], '1.36.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /never rotated/ }],
  },
  {
    given: 'zero where it stands for 100',
    objects: apiServer([log, '--audit-log-maxsize=0'], '1.35.3'),
    expect: 'pass',
  },
  { given: 'no flag where the default is 100', objects: apiServer([log], '1.36.0'), expect: 'pass' },
  { given: 'no flag where the default is 0', objects: apiServer([log], '1.35.3'), expect: 'pass' },
  {
    given: 'zero, and a version that nothing tells',
    objects: [
      serverVersion(),
      node('node-1'),
      ...['node-1', 'node-2'].map((name) =>
        controlPlanePod('kube-apiserver', {
          flags: [log, '--audit-log-maxsize=0'],
          image: 'registry.example/kube-apiserver:latest',
          node: name,
        }),
      ),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /depends on the version/ }],
  },
  {
    given: 'no log file',
    objects: apiServer(['--audit-log-maxsize=5']),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no audit log file/ }],
  },
  {
    given: 'the standard output',
    objects: apiServer(['--audit-log-path=-', '--audit-log-maxsize=5']),
    expect: 'not-applicable',
  },
  {
    given: 'a log that goes nowhere',
    objects: apiServer(['--audit-log-path=/dev/null', '--audit-log-maxsize=500']),
    expect: 'not-applicable',
  },
  { given: 'a value that is no number', objects: apiServer([log, '--audit-log-maxsize=big']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([log], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'audit-log-maxsize', passing: '200', failing: '5', beside: [log] }),
]);
