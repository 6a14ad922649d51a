import check from '../../../checks/kube-scheduler/profiling.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { profilingCases } from '../../support/serving.ts';

describeCheck(check, [
  ...profilingCases('kube-scheduler'),
  {
    given: 'a configuration file, which decides',
    objects: running('kube-scheduler', ['--profiling=false', '--config=/etc/kubernetes/scheduler.yaml']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/kubernetes\/scheduler.yaml/ }],
  },
]);
