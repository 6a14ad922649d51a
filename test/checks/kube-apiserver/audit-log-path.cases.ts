import check from '../../../checks/kube-apiserver/audit-log-path.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const policy = '--audit-policy-file=/etc/kubernetes/audit.yaml';

describeCheck(check, [
  {
    given: 'a log file and a policy',
    objects: apiServer([policy, '--audit-log-path=/var/log/audit.log']),
    expect: 'pass',
  },
  { given: 'a log that goes nowhere', objects: apiServer([policy, '--audit-log-path=/dev/null']), expect: 'fail' },
  {
    given: 'a log that goes nowhere beside a webhook',
    objects: apiServer([
      policy,
      '--audit-log-path=/dev/null',
      '--audit-webhook-config-file=/etc/kubernetes/audit-webhook',
    ]),
    expect: 'pass',
  },
  { given: 'the standard output and a policy', objects: apiServer([policy, '--audit-log-path=-']), expect: 'pass' },
  {
    given: 'a webhook and a policy',
    objects: apiServer([policy, '--audit-webhook-config-file=/etc/kubernetes/hook.yaml']),
    expect: 'pass',
  },
  {
    given: 'a policy alone',
    objects: apiServer([policy]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /neither/ }],
  },
  {
    given: 'a log file alone, to which nothing is written',
    objects: apiServer(['--audit-log-path=/var/log/audit.log']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no policy/ }],
  },
  { given: 'nothing', objects: apiServer([]), expect: 'fail' },
  { given: 'a version beyond the data', objects: apiServer([policy], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'audit-log-path', passing: '/var/log/audit.log', failing: '', beside: [policy] }),
]);
