import check from '../../../checks/kube-scheduler/secure-port.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-scheduler', flags);
const old = (...flags: readonly string[]) => running('kube-scheduler', flags, '1.22.17');

describeCheck(check, [
  { given: 'a release that has HTTPS only', objects: asked(), expect: 'pass' },
  {
    given: 'HTTPS switched off',
    objects: asked('--secure-port=0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off/ }],
  },
  {
    given: 'an old release at its defaults',
    objects: old(),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /plain HTTP .* port 10251/ }],
  },
  { given: 'an old release with the plain port off', objects: old('--port=0'), expect: 'pass' },
  { given: 'an old release and a port that cannot be read', objects: old('--port=http'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: running('kube-scheduler', [], '1.99.0'), expect: 'unknown' },
  ...unknownCases('kube-scheduler', 'secure-port'),
]);
