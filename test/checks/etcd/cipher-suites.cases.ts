import check from '../../../checks/etcd/cipher-suites.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);
const GCM = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';

describeCheck(check, [
  {
    given: 'modern suites',
    objects: asked(`--cipher-suites=${GCM}, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256`),
    expect: 'pass',
  },
  {
    given: 'suites of TLS 1.3, which cannot be chosen and do no harm',
    objects: asked(`--cipher-suites=${GCM},TLS_AES_256_GCM_SHA384`),
    expect: 'pass',
  },
  {
    given: 'an outdated suite among them',
    objects: asked(`--cipher-suites=${GCM},TLS_RSA_WITH_AES_128_CBC_SHA`),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^offers TLS_RSA_WITH_AES_128_CBC_SHA$/ }],
  },
  {
    given: "none, so that Go's apply, which are for a person to look at",
    objects: asked(),
    expect: 'review',
    findings: [{ verdict: 'review', message: /Go's defaults/ }],
  },
  { given: 'TLS 1.3 alone', objects: asked('--tls-min-version=TLS1.3'), expect: 'pass' },
  { given: 'a release without a minimum of TLS', objects: running('etcd', [], '3.5.7-0'), expect: 'review' },
  {
    given: 'a configuration file, which decides all',
    objects: asked(`--cipher-suites=${GCM}`, '--config-file=/etc/etcd.yaml'),
    expect: 'unknown',
  },
  ...unknownCases('etcd', 'cipher-suites'),
]);
