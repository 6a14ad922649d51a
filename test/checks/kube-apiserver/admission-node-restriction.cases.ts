import check from '../../../checks/kube-apiserver/admission-node-restriction.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'it enabled', objects: apiServer(['--enable-admission-plugins=NodeRestriction']), expect: 'pass' },
  {
    given: 'nothing said, so it is off',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /NodeRestriction is off/ }],
  },
  {
    given: 'a name that begins alike',
    objects: apiServer(['--enable-admission-plugins=NodeRestrictions']),
    expect: 'fail',
  },
  {
    given: 'it enabled in the first of two uses of the flag, which add up',
    objects: apiServer(['--enable-admission-plugins=NodeRestriction', '--enable-admission-plugins=AlwaysPullImages']),
    expect: 'pass',
  },
  {
    given: 'it enabled and disabled',
    objects: apiServer(['--enable-admission-plugins=NodeRestriction', '--disable-admission-plugins=NodeRestriction']),
    expect: 'fail',
  },
  { given: 'the old flag with it', objects: apiServer(['--admission-control=NodeRestriction']), expect: 'pass' },
  {
    given: 'it enabled without the Node authorizer, which another check asks about',
    objects: apiServer(['--enable-admission-plugins=NodeRestriction', '--authorization-mode=RBAC']),
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'enable-admission-plugins',
    passing: 'NodeRestriction',
    failing: 'AlwaysPullImages',
    type: 'list',
  }),
]);
