import check from '../../../checks/cloud-controller-manager/profiling.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

describeCheck(check, [
  { given: 'profiling off', objects: asked('--profiling=false'), expect: 'pass' },
  { given: 'no flag', objects: asked(), expect: 'fail' },
  {
    given: 'the bare flag',
    objects: asked('--profiling'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /debug\/pprof/ }],
  },
  { given: 'the flag twice', objects: asked('--profiling=true', '--profiling=false'), expect: 'pass' },
  { given: 'a value that is no boolean', objects: asked('--profiling=maybe'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: running('cloud-controller-manager', [], '1.99.0'), expect: 'unknown' },
  ...unknownCases('cloud-controller-manager', 'profiling'),
]);
