import check from '../../../checks/kube-scheduler/profiling.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { withFile } from '../../support/host-files.ts';
import { profilingCases } from '../../support/serving.ts';

describeCheck(check, [
  ...profilingCases('kube-scheduler'),
  {
    given: 'a configuration file, which decides',
    objects: running('kube-scheduler', ['--profiling=false', '--config=/etc/kubernetes/scheduler.yaml']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/kubernetes\/scheduler.yaml/ }],
  },
  {
    given: 'that file, collected from the host',
    objects: withFile('kube-scheduler', {
      flag: 'config',
      text: '{kind: KubeSchedulerConfiguration, enableProfiling: false}',
    }),
    expect: 'pass',
  },
  {
    given: 'that file without a word of it, and the flag, which is void then',
    objects: withFile('kube-scheduler', {
      flag: 'config',
      text: '{kind: KubeSchedulerConfiguration}',
      flags: ['--profiling=false'],
    }),
    expect: 'fail',
  },
]);
