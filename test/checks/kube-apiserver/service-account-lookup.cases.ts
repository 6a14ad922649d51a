import check from '../../../checks/kube-apiserver/service-account-lookup.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'the lookup on', objects: apiServer(['--service-account-lookup=true']), expect: 'pass' },
  { given: 'no flag', objects: apiServer([]), expect: 'pass' },
  {
    given: 'the flag the other way',
    objects: apiServer(['--service-account-lookup=false']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /not checked/ }],
  },
  { given: 'the bare flag', objects: apiServer(['--service-account-lookup']), expect: 'pass' },
  {
    given: 'a word after the flag, which booleans do not take',
    objects: apiServer(['--service-account-lookup', 'true']),
    expect: 'pass',
  },
  { given: 'a value that is no boolean', objects: apiServer(['--service-account-lookup=maybe']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'service-account-lookup', passing: 'true', failing: 'false', type: 'boolean' }),
]);
