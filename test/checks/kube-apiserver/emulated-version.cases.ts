import check from '../../../checks/kube-apiserver/emulated-version.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const emulating = (value: string, version = '1.37.2') => apiServer([`--emulated-version=${value}`], version);

describeCheck(check, [
  { given: 'no emulation', objects: apiServer([]), expect: 'pass' },
  { given: 'its own minor', objects: emulating('1.37'), expect: 'pass' },
  {
    given: 'the minor before, as in an upgrade by stages',
    objects: emulating('1.36'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /1\.37 behaves as 1\.36/ }],
  },
  {
    given: 'two minors before',
    objects: emulating('kube=1.35'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /1\.37 behaves as 1\.35/ }],
  },
  { given: 'another component of the binary', objects: emulating('wardle=1.2'), expect: 'pass' },
  { given: 'it beside another component', objects: emulating('wardle=1.2,kube=1.34'), expect: 'fail' },
  { given: 'a value that is no minor', objects: emulating('kube=old'), expect: 'unknown' },
  {
    given: 'a version of its own that nothing tells',
    objects: [
      serverVersion(),
      ...['node-1', 'node-2'].map((node) =>
        controlPlanePod('kube-apiserver', {
          flags: ['--emulated-version=1.35'],
          node,
          image: 'registry.example/kube-apiserver:latest',
        }),
      ),
    ],
    expect: 'unknown',
  },
  {
    given: 'a minor that cannot emulate',
    objects: apiServer([], '1.30.14'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /before 1\.31/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'emulated-version', passing: '1.36', failing: '1.34', type: 'list' }),
]);
