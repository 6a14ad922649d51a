import check from '../../../checks/kube-apiserver/priority-and-fairness.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const gates = (value: string, version: string) => apiServer([`--feature-gates=${value}`], version);

describeCheck(check, [
  { given: 'nothing said, so it is on', objects: apiServer([]), expect: 'pass' },
  {
    given: 'its flag false',
    objects: apiServer(['--enable-priority-and-fairness=false']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /by its flag/ }],
  },
  {
    given: 'its gate false, as old k3s sets it',
    objects: gates('APIPriorityAndFairness=false', '1.25.3'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /by a feature gate/ }],
  },
  { given: 'its gate true', objects: gates('APIPriorityAndFairness=true', '1.25.3'), expect: 'pass' },
  { given: 'all that is beta off while it is beta', objects: gates('AllBeta=false', '1.28.9'), expect: 'fail' },
  { given: 'all that is beta off when it no longer is', objects: gates('AllBeta=false', '1.29.0'), expect: 'pass' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'enable-priority-and-fairness', passing: 'true', failing: 'false', type: 'boolean' }),
]);
