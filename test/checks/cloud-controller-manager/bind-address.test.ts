import check from '../../../checks/cloud-controller-manager/bind-address.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

describeCheck(check, [
  { given: 'loopback', objects: asked('--bind-address=127.0.0.1'), expect: 'pass' },
  { given: 'loopback of IPv6', objects: asked('--bind-address=::1'), expect: 'pass' },
  {
    given: 'no flag',
    objects: asked(),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /listens on 0\.0\.0\.0, port 102/ }],
  },
  { given: 'an address of the node', objects: asked('--bind-address=10.0.0.7'), expect: 'fail' },
  {
    given: 'no port at all',
    objects: asked('--bind-address=0.0.0.0', '--secure-port=0'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /nothing is served/ }],
  },
  {
    given: 'a port that cannot be read',
    objects: asked('--bind-address=0.0.0.0', '--secure-port=https'),
    expect: 'unknown',
  },
  { given: 'something that is no address', objects: asked('--bind-address=everywhere'), expect: 'unknown' },
  ...unknownCases('cloud-controller-manager', 'bind-address'),
]);
