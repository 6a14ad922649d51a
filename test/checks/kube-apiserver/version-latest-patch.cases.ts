import check from '../../../checks/kube-apiserver/version-latest-patch.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const server = (version: string, node: string) => controlPlanePod('kube-apiserver', { version, node });

describeCheck(check, [
  {
    given: 'the newest patch',
    objects: apiServer([], '1.37.2'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /known on \d{4}-\d\d-\d\d$/ }],
  },
  {
    given: 'an older patch',
    objects: apiServer([], '1.37.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /runs 1\.37\.0, 2 patches behind 1\.37\.2/ }],
  },
  {
    given: 'a patch newer than the data',
    objects: apiServer([], '1.37.9'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^newer than all patches known on / }],
  },
  { given: 'a test release', objects: [serverVersion('v1.37.0-rc.1')], expect: 'fail' },
  {
    given: 'data too old to know the newest patch',
    objects: apiServer([], '1.37.2'),
    now: '2027-06-01T00:00:00Z',
    expect: 'unknown',
  },
  {
    given: 'one of two servers left behind',
    objects: [serverVersion('v1.37.2'), server('1.37.2', 'node-1'), server('1.37.1', 'node-2')],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-1' } },
      { verdict: 'fail', subject: { name: 'kube-apiserver-node-2' }, message: /one patch behind/ },
    ],
  },
  { given: 'no server that is visible, and /version', objects: [serverVersion('v1.36.1')], expect: 'fail' },
  {
    given: 'a provider that chooses the patch',
    objects: [serverVersion('v1.37.0-eks-1a2b3c4')],
    expect: 'not-applicable',
  },
  { given: 'an older patch of k3s', objects: [serverVersion('v1.37.1+k3s1')], expect: 'fail' },
  { given: 'an older patch of somebody', objects: [serverVersion('v1.37.1+abc1234')], expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
]);
