import check from '../../../checks/kube-controller-manager/tls-min-version.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'TLS 1.3', objects: asked('--tls-min-version=VersionTLS13'), expect: 'pass' },
  {
    given: 'TLS 1.0',
    objects: asked('--tls-min-version=VersionTLS10'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /VersionTLS10/ }],
  },
  { given: 'no version of TLS', objects: asked('--tls-min-version=SSLv3'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: running('kube-controller-manager', [], '1.99.0'), expect: 'unknown' },
  ...unknownCases('kube-controller-manager', 'tls-min-version'),
]);
