import check from '../../../checks/etcd/tls-min-version.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'nothing, so that it is 1.2', objects: asked('--tls-min-version='), expect: 'pass' },
  { given: 'TLS 1.3', objects: asked('--tls-min-version=TLS1.3'), expect: 'pass' },
  {
    given: 'TLS 1.0',
    objects: asked('--tls-min-version=TLS1.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /TLS1\.0.*does not start/ }],
  },
  { given: 'a release without the flag', objects: running('etcd', [], '3.5.7-0'), expect: 'unknown' },
  { given: 'no version of TLS', objects: asked('--tls-min-version=VersionTLS12'), expect: 'unknown' },
  ...unknownCases('etcd', 'tls-min-version'),
]);
