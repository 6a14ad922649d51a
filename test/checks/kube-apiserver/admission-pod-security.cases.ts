import check from '../../../checks/kube-apiserver/admission-pod-security.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { namespace } from '../../support/objects.ts';

describeCheck(check, [
  { given: 'nothing said, so it is on', objects: apiServer([]), expect: 'pass' },
  {
    given: 'it switched off',
    objects: apiServer(['--disable-admission-plugins=PodSecurity']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /PodSecurity is off/ }],
  },
  {
    given: 'it switched off among others',
    objects: apiServer(['--disable-admission-plugins=Priority,PodSecurity']),
    expect: 'fail',
  },
  {
    given: 'it switched off in a second use of the flag',
    objects: apiServer(['--disable-admission-plugins=Priority', '--disable-admission-plugins=PodSecurity']),
    expect: 'fail',
  },
  { given: 'the old flag without it', objects: apiServer(['--admission-control=Priority']), expect: 'fail' },
  { given: 'the old flag with it', objects: apiServer(['--admission-control=Priority,PodSecurity']), expect: 'pass' },
  { given: 'the old flag with nothing', objects: apiServer(['--admission-control=']), expect: 'fail' },
  { given: 'its gate off', objects: apiServer(['--feature-gates=PodSecurity=f'], '1.24.17'), expect: 'fail' },
  { given: 'its gate on', objects: apiServer(['--feature-gates=PodSecurity=true'], '1.24.17'), expect: 'pass' },
  { given: 'gates that cannot be read', objects: apiServer(['--feature-gates=$(GATES)']), expect: 'unknown' },
  { given: 'others enabled', objects: apiServer(['--enable-admission-plugins=NodeRestriction']), expect: 'pass' },
  {
    given: 'namespaces that ask for nothing, which is another question',
    objects: [...apiServer([]), namespace('shop', { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } })],
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  {
    given: 'it enabled on a version beyond the data',
    objects: apiServer(['--enable-admission-plugins=PodSecurity'], '1.99.0'),
    expect: 'pass',
  },
  ...flagCases({ flag: 'disable-admission-plugins', passing: 'Priority', failing: 'PodSecurity', type: 'list' }),
]);
