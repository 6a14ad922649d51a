import check from '../../../checks/kube-apiserver/sa-token-extend-expiration.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  {
    given: 'nothing said, so pods ask for an hour and get a year',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /a year/ }],
  },
  {
    given: 'an external signer, which does not switch it off',
    objects: apiServer(['--service-account-signing-endpoint=/run/signer.sock']),
    expect: 'fail',
  },
  {
    given: 'a word after the flag, which booleans do not take',
    objects: apiServer(['--service-account-extend-token-expiration', 'false']),
    expect: 'fail',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'service-account-extend-token-expiration',
    passing: 'false',
    failing: 'true',
    type: 'boolean',
  }),
]);
