import check from '../../../checks/kube-apiserver/audit-policy-file.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'a file', objects: apiServer(['--audit-policy-file=/etc/kubernetes/audit.yaml']), expect: 'pass' },
  {
    given: 'no flag',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no audit policy/ }],
  },
  { given: 'an empty value', objects: apiServer(['--audit-policy-file=']), expect: 'fail' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'audit-policy-file', passing: '/etc/kubernetes/audit.yaml', failing: '' }),
]);
