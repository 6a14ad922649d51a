import check from '../../../checks/kube-apiserver/profiling.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, controlPlanePod, serverVersion } from '../../support/objects.ts';

describeCheck(check, [
  { given: 'profiling off', objects: apiServer(['--profiling=false']), expect: 'pass' },
  { given: 'no flag', objects: apiServer([]), expect: 'fail' },
  {
    given: 'the flag the other way',
    objects: apiServer(['--profiling=true']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /debug\/pprof/ }],
  },
  { given: 'the bare flag', objects: apiServer(['--profiling']), expect: 'fail' },
  {
    given: 'a word after the flag, which booleans do not take',
    objects: apiServer(['--profiling', 'false']),
    expect: 'fail',
  },
  { given: 'a value that is no boolean', objects: apiServer(['--profiling=maybe']), expect: 'unknown' },
  {
    given: 'a server with another container beside it',
    objects: [serverVersion(), controlPlanePod('kube-apiserver', { sidecars: [container('kms-plugin')] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { container: 'kube-apiserver' } }],
  },
  { given: 'false as Go also writes it', objects: apiServer(['--profiling=F']), expect: 'pass' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'profiling', passing: 'false', failing: 'true', type: 'boolean' }),
]);
