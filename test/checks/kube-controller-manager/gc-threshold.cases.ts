import check from '../../../checks/kube-controller-manager/gc-threshold.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'a lower limit', objects: asked('--terminated-pod-gc-threshold=10'), expect: 'pass' },
  {
    given: 'no limit',
    objects: asked('--terminated-pod-gc-threshold=0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /never removed/ }],
  },
  { given: 'a limit below zero', objects: asked('--terminated-pod-gc-threshold=-1'), expect: 'fail' },
  {
    given: 'a high limit',
    objects: asked('--terminated-pod-gc-threshold=12501'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /beyond 12501/ }],
  },
  {
    given: 'the collector switched off',
    objects: asked('--controllers=*,-podgc'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /podgc is switched off/ }],
  },
  { given: 'the collector not named', objects: asked('--controllers=namespace-controller'), expect: 'fail' },
  { given: 'no number', objects: asked('--terminated-pod-gc-threshold=many'), expect: 'unknown' },
  ...unknownCases('kube-controller-manager', 'terminated-pod-gc-threshold'),
  { given: 'the lowest limit', objects: asked('--terminated-pod-gc-threshold=1'), expect: 'pass' },
  { given: 'the highest limit', objects: asked('--terminated-pod-gc-threshold=12500'), expect: 'pass' },
  { given: 'controllers that are not known', objects: asked('--controllers=$(CONTROLLERS)'), expect: 'unknown' },
]);
