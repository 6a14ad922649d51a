import check from '../../../checks/kubelet/strong-ciphers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'tlsCipherSuites',
    passing: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'],
    failing: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
    omitted: 'fail',
  }),
  {
    given: 'the suites by their long and short names',
    objects: kubelet({
      tlsCipherSuites: [
        'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
        'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
        'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
        'TLS_CHACHA20_POLY1305_SHA256',
      ],
    }),
    expect: 'pass',
  },
  { given: 'TLS 1.3 alone', objects: kubelet({ tlsMinVersion: 'VersionTLS13' }), expect: 'pass' },
  { given: 'TLS 1.2 and no chosen suites', objects: kubelet({ tlsMinVersion: 'VersionTLS12' }), expect: 'fail' },
  {
    given: 'a CBC suite with forward secrecy',
    objects: kubelet({ tlsCipherSuites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA/ }],
  },
]);
