import check from '../../../checks/kube-apiserver/tls-min-version.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'no flag', objects: apiServer([]), expect: 'pass' },
  {
    given: 'TLS 1.0',
    objects: apiServer(['--tls-min-version=VersionTLS10']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /VersionTLS10/ }],
  },
  { given: 'TLS 1.3', objects: apiServer(['--tls-min-version=VersionTLS13']), expect: 'pass' },
  { given: 'no version at all', objects: apiServer(['--tls-min-version=1.2']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'tls-min-version', passing: 'VersionTLS12', failing: 'VersionTLS11' }),
]);
