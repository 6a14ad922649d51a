import check from '../../../checks/kube-apiserver/admission-always-admit.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'nothing said, so it is off', objects: apiServer([]), expect: 'pass' },
  {
    given: 'it enabled',
    objects: apiServer(['--enable-admission-plugins=NodeRestriction,AlwaysAdmit']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /AlwaysAdmit is enabled/ }],
  },
  { given: 'the old flag with it', objects: apiServer(['--admission-control=AlwaysAdmit']), expect: 'fail' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'enable-admission-plugins',
    passing: 'NodeRestriction',
    failing: 'AlwaysAdmit',
    type: 'list',
  }),
]);
