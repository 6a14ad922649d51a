import check from '../../../checks/kube-apiserver/admission-service-account.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'nothing said, so it is on', objects: apiServer([]), expect: 'pass' },
  {
    given: 'it switched off',
    objects: apiServer(['--disable-admission-plugins=ServiceAccount']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /ServiceAccount is off/ }],
  },
  {
    given: 'it switched off among others',
    objects: apiServer(['--disable-admission-plugins=Priority,ServiceAccount']),
    expect: 'fail',
  },
  {
    given: 'it switched off in the first of two uses of the flag, which add up',
    objects: apiServer(['--disable-admission-plugins=ServiceAccount', '--disable-admission-plugins=Priority']),
    expect: 'fail',
  },
  { given: 'the old flag without it', objects: apiServer(['--admission-control=Priority']), expect: 'fail' },
  {
    given: 'the old flag with it',
    objects: apiServer(['--admission-control=Priority,ServiceAccount']),
    expect: 'pass',
  },
  { given: 'others enabled', objects: apiServer(['--enable-admission-plugins=NodeRestriction']), expect: 'pass' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  {
    given: 'it enabled on a version beyond the data',
    objects: apiServer(['--enable-admission-plugins=ServiceAccount'], '1.99.0'),
    expect: 'pass',
  },
  ...flagCases({ flag: 'disable-admission-plugins', passing: 'Priority', failing: 'ServiceAccount', type: 'list' }),
]);
