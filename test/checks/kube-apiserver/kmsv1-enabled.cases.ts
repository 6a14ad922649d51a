import check from '../../../checks/kube-apiserver/kmsv1-enabled.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const gates = (value: string, version?: string) => apiServer([`--feature-gates=${value}`], version);

describeCheck(check, [
  { given: 'no gate', objects: apiServer([]), expect: 'pass' },
  {
    given: 'the gate on, whether or not a provider uses it',
    objects: gates('KMSv1=true'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /KMSv1/ }],
  },
  { given: 'the gate on among others', objects: gates('AllAlpha=false,kube:KMSv1=true'), expect: 'fail' },
  { given: 'a gate that begins alike', objects: gates('KMSv1Healthz=true'), expect: 'pass' },
  { given: 'the first minor that has it off', objects: gates('KMSv1=true', '1.29.0'), expect: 'fail' },
  {
    given: 'a minor that has it on by itself',
    objects: apiServer([], '1.28.15'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /before 1\.29/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'feature-gates', passing: 'KMSv1=false', failing: 'KMSv1=true', type: 'list' }),
]);
