import check from '../../../checks/cloud-controller-manager/secure-port.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

describeCheck(check, [
  { given: 'nothing of ports', objects: asked(), expect: 'pass' },
  { given: 'the plain port off', objects: asked('--port=0'), expect: 'pass' },
  {
    given: 'a plain port',
    objects: asked('--port=10253'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /plain HTTP .* 10253/ }],
  },
  {
    given: 'HTTPS switched off',
    objects: asked('--secure-port=0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off/ }],
  },
  {
    given: 'a plain port of a manager on an old library, beside a new API server',
    objects: running('cloud-controller-manager', ['--port=10253'], '1.22.4'),
    expect: 'fail',
  },
  { given: 'a port that cannot be read', objects: asked('--port=http'), expect: 'unknown' },
  ...unknownCases('cloud-controller-manager', 'secure-port'),
]);
