import check from '../../../checks/kube-apiserver/sa-max-token-expiration.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const limit = (value: string) => `--service-account-max-token-expiration=${value}`;

describeCheck(check, [
  {
    given: 'no limit',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no limit/ }],
  },
  { given: 'no limit, spelled out', objects: apiServer([limit('0s')]), expect: 'fail' },
  { given: 'two days', objects: apiServer([limit('48h')]), expect: 'pass' },
  {
    given: 'a minute more',
    objects: apiServer([limit('48h1m')]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /48h1m/ }],
  },
  { given: 'the limit in minutes', objects: apiServer([limit('90m')]), expect: 'pass' },
  {
    given: 'an external signer, which has a limit of its own',
    objects: apiServer(['--service-account-signing-endpoint=/run/signer.sock']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /external signer/ }],
  },
  { given: 'a value that is no duration', objects: apiServer([limit('1 day')]), expect: 'unknown' },
  {
    given: 'a signer that is not known',
    objects: apiServer(['--service-account-signing-endpoint=$(SIGNER)']),
    expect: 'unknown',
  },
  { given: 'a version that has no external signer', objects: apiServer([], '1.31.0'), expect: 'fail' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'service-account-max-token-expiration', passing: '24h', failing: '8760h' }),
]);
