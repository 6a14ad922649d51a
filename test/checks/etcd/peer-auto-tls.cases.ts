import check from '../../../checks/etcd/peer-auto-tls.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'the flag off', objects: asked('--peer-auto-tls=false'), expect: 'pass' },
  {
    given: 'the flag on',
    objects: asked('--peer-auto-tls'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /nobody can verify/ }],
  },
  {
    given: 'the flag on, and a certificate that makes it moot',
    objects: asked('--peer-auto-tls=true', '--peer-cert-file=/e.crt', '--peer-key-file=/e.key'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /ignored/ }],
  },
  {
    given: 'the flag on, and half a pair',
    objects: asked('--peer-auto-tls=true', '--peer-cert-file=/e.crt'),
    expect: 'fail',
  },
  {
    given: 'the flag on, and a pair that is not known',
    objects: asked('--peer-auto-tls=true', '--peer-cert-file=$(FILE)'),
    expect: 'unknown',
  },
  ...unknownCases('etcd', 'peer-auto-tls'),
  {
    given: 'the flag on, and a key that is not known',
    objects: asked('--peer-auto-tls=true', '--peer-cert-file=/e.crt', '--peer-key-file=$(FILE)'),
    expect: 'unknown',
  },
]);
