import check from '../../../checks/kube-apiserver/known-cves.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const server = (version: string, node: string) => controlPlanePod('kube-apiserver', { version, node });

describeCheck(check, [
  {
    given: 'a version with no fixable flaw',
    objects: apiServer([], '1.37.2'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /none known on/ }],
  },
  {
    given: 'a version with flaws that later ones fix',
    objects: apiServer([], '1.25.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /1\.25\.0 is affected by .*CVE-2022-3162/ }],
  },
  {
    given: 'a flaw that needs a feature to be on',
    objects: apiServer([], '1.33.0'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /CVE-2025-4563/ }],
  },
  {
    given: 'one of two servers left behind',
    objects: [serverVersion('v1.37.2'), server('1.37.2', 'node-1'), server('1.25.0', 'node-2')],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-1' } },
      { verdict: 'fail', subject: { name: 'kube-apiserver-node-2' } },
    ],
  },
  { given: 'no server that is visible, and /version', objects: [serverVersion('v1.25.3')], expect: 'fail' },
  {
    given: 'a vendor that may have fixed it',
    objects: [serverVersion('v1.25.0-eks-1a2b3c4')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /may have fixed/ }],
  },
  { given: 'no fixable flaw on a managed plane', objects: [serverVersion('v1.37.2-eks-1a2b3c4')], expect: 'pass' },
  { given: 'data too old to vouch', objects: apiServer([], '1.37.2'), now: '2027-06-01T00:00:00Z', expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
]);
