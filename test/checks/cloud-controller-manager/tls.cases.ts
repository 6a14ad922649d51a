import check from '../../../checks/cloud-controller-manager/tls.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

describeCheck(check, [
  { given: 'a certificate', objects: asked('--tls-cert-file=/c.crt', '--tls-private-key-file=/c.key'), expect: 'pass' },
  { given: 'none, on loopback', objects: asked('--bind-address=127.0.0.1'), expect: 'pass' },
  {
    given: 'none, open to the network',
    objects: asked(),
    expect: 'review',
    findings: [{ verdict: 'review', message: /self-signed/ }],
  },
  {
    given: 'TLS 1.1',
    objects: asked('--tls-cert-file=/c.crt', '--tls-min-version=VersionTLS11'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /VersionTLS11/ }],
  },
  { given: 'no version of TLS', objects: asked('--tls-min-version=TLS9'), expect: 'unknown' },
  { given: 'an address that is not known', objects: asked('--bind-address=$(ADDRESS)'), expect: 'unknown' },
  ...unknownCases('cloud-controller-manager', 'tls-min-version'),
]);
