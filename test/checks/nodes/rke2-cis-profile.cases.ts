import { expect, test } from '@jest/globals';
import check from '../../../checks/nodes/rke2-cis-profile.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s, rke2 } from '../../support/k3s-nodes.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'the profile, on a server, an agent and an old release',
    objects: [
      rke2('a', ['server', '--profile', 'cis']),
      rke2('b', ['agent'], { RKE2_CIS_PROFILE: 'cis' }),
      rke2('c', ['agent', '--profile', 'cis-1.23'], {}, { kubelet: 'v1.28.9+rke2r1' }),
    ],
    expect: 'pass',
  },
  {
    given: 'an agent without it',
    objects: [rke2('a', ['server', '--profile', 'cis']), rke2('b', ['agent'])],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'control-plane' } },
      { verdict: 'fail', subject: { name: 'worker' }, message: /no profile is set/ },
    ],
  },
  { given: 'the profile for etcd alone', objects: [rke2('a', ['server', '--profile', 'etcd'])], expect: 'fail' },
  { given: 'a profile of another time', objects: [rke2('a', ['server', '--profile', 'stig'])], expect: 'unknown' },
  { given: 'k3s, which has no profile', objects: [k3s('a', ['server'])], expect: 'not-applicable' },
  { given: 'nodes of another distribution', objects: [node('a')], expect: 'not-applicable' },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);

test('the fix warns of a host without the kernel parameters', () => {
  expect(check.meta.remediation.mayBreak).toContain('Without the kernel parameters');
});
