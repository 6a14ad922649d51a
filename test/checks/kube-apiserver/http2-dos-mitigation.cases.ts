import check from '../../../checks/kube-apiserver/http2-dos-mitigation.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const GATE = 'UnauthenticatedHTTP2DOSMitigation';
const gates = (value: string, version?: string) => apiServer([`--feature-gates=${value}`], version);
const untagged = (flags: readonly string[]) => [
  serverVersion(),
  ...['node-1', 'node-2'].map((node) =>
    controlPlanePod('kube-apiserver', { flags, node, image: 'registry.example/kube-apiserver:latest' }),
  ),
];

describeCheck(check, [
  { given: 'no gate where it is on by itself', objects: apiServer([], '1.29.0'), expect: 'pass' },
  {
    given: 'no gate where it is not',
    objects: apiServer([], '1.28.15'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /in 1\.28/ }],
  },
  { given: 'the gate on where it is not on by itself', objects: gates(`${GATE}=true`, '1.28.15'), expect: 'pass' },
  { given: 'all that is beta on there', objects: gates('AllBeta=true', '1.28.15'), expect: 'pass' },
  { given: 'a minor without the gate', objects: apiServer([], '1.24.17'), expect: 'fail' },
  {
    given: 'the gate off where it is on by itself',
    objects: gates(`${GATE}=false`),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off by a feature gate/ }],
  },
  { given: 'all that is beta off', objects: gates('AllBeta=false'), expect: 'fail' },
  {
    given: 'the gate off, and no HTTP/2',
    objects: apiServer([`--feature-gates=${GATE}=false`, '--disable-http2-serving']),
    expect: 'pass',
  },
  {
    given: 'gates that leave it at its default, and a version that nothing tells',
    objects: untagged(['--feature-gates=KMSv1=false']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /depends on the version/ }],
  },
  {
    given: 'the gate off, and whether HTTP/2 is served is not known',
    objects: apiServer([`--feature-gates=${GATE}=false`, '--disable-http2-serving=$(ODD)']),
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'feature-gates', passing: `${GATE}=true`, failing: `${GATE}=false`, type: 'list' }),
]);
