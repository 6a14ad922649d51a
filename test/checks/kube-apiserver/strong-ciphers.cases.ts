import check from '../../../checks/kube-apiserver/strong-ciphers.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const suites = (...names: readonly string[]) => apiServer([`--tls-cipher-suites=${names.join(',')}`]);
const GCM = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';

describeCheck(check, [
  { given: 'a few good ones, not every one that there is', objects: suites(GCM), expect: 'pass' },
  {
    given: 'the suites by their long and short names, and those of TLS 1.3',
    objects: suites(
      'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
      'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
      'TLS_CHACHA20_POLY1305_SHA256',
    ),
    expect: 'pass',
  },
  {
    given: 'a CBC suite with forward secrecy',
    objects: suites(GCM, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^offers TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA$/ }],
  },
  { given: '3DES', objects: suites(GCM, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'), expect: 'fail' },
  {
    given: 'none chosen, so that Go decides',
    objects: apiServer([]),
    expect: 'review',
    findings: [{ verdict: 'review', message: /those of Go/ }],
  },
  { given: 'none chosen and TLS 1.3 alone', objects: apiServer(['--tls-min-version=VersionTLS13']), expect: 'pass' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'tls-cipher-suites',
    passing: GCM,
    failing: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
    type: 'list',
  }),
]);
