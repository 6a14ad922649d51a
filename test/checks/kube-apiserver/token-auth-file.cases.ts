import check from '../../../checks/kube-apiserver/token-auth-file.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'no flag', objects: apiServer([]), expect: 'pass' },
  {
    given: 'a token file',
    objects: apiServer(['--token-auth-file=/etc/kubernetes/tokens.csv']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /\/etc\/kubernetes\/tokens\.csv/ }],
  },
  {
    given: 'a flag whose name begins alike',
    objects: apiServer(['--token-auth-file-reload=true']),
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  {
    given: 'a token file on a version beyond the data',
    objects: apiServer(['--token-auth-file=/tokens.csv'], '1.99.0'),
    expect: 'fail',
  },
  ...flagCases({ flag: 'token-auth-file', passing: '', failing: '/tokens.csv' }),
]);
