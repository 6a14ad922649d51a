import check from '../../../checks/kube-scheduler/profiling.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-scheduler', flags);

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
  {
    given: 'a configuration file, which decides',
    objects: asked('--profiling=false', '--config=/etc/kubernetes/scheduler.yaml'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/kubernetes\/scheduler.yaml/ }],
  },
  { given: 'a version beyond the data', objects: running('kube-scheduler', [], '1.99.0'), expect: 'unknown' },
  ...unknownCases('kube-scheduler', 'profiling'),
]);
