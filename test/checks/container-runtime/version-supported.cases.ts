import { expect, test } from '@jest/globals';
import check from '../../../checks/container-runtime/version-supported.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'lines that get patches, and the newest of Docker',
    objects: [
      node('a', { runtime: 'containerd://2.3.6' }),
      node('b', { runtime: 'cri-o://1.36.3' }),
      node('c', { runtime: 'docker://29.1.0' }),
    ],
    now: '2026-11-01T00:00:00Z',
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'NodeGroup', name: 'worker' } }],
  },
  {
    given: 'a line that has ended, on most nodes of a pool',
    objects: [
      node('a', { runtime: 'containerd://1.6.20' }),
      node('b', { runtime: 'containerd://1.6.20' }),
      node('c', { runtime: 'containerd://2.3.6' }),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { name: 'worker', members: { count: 2, samples: ['a', 'b'] } },
        message: /runs containerd 1.6.20: patches for containerd 1.6 ended on 2025-08-23/,
      },
      { verdict: 'pass', subject: { name: 'worker (differs: c)' } },
    ],
  },
  {
    given: 'the newest line that is known, long after it was',
    objects: [node('c', { runtime: 'docker://29.1.0' })],
    now: '2029-01-01T00:00:00Z',
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /releases are known up to/ }],
  },
  {
    given: 'a line with an announced end, by data that are older than 90 days',
    objects: [node('a', { runtime: 'containerd://2.3.6' }), node('b', { runtime: 'containerd://1.6.20' })],
    now: '2027-02-01T00:00:00Z',
    expect: 'fail',
    findings: [
      { verdict: 'unknown', message: /releases are known up to/ },
      { verdict: 'fail', message: /ended on 2025-08-23/ },
    ],
  },
  {
    given: 'the last day of a line',
    objects: [node('a', { runtime: 'containerd://2.2.9' })],
    now: '2026-11-06T23:59:59Z',
    expect: 'pass',
  },
  {
    given: 'the day after it',
    objects: [node('a', { runtime: 'containerd://2.2.9' })],
    now: '2026-11-07T00:00:00Z',
    expect: 'fail',
  },
  {
    given: 'a line with an end and the newest of Docker, at a time that is not known',
    objects: [node('a', { runtime: 'containerd://2.3.6' }), node('b', { runtime: 'docker://29.1.0' })],
    now: null,
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', subject: { name: 'worker' }, message: /--as-of/ },
      { verdict: 'unknown', subject: { name: 'worker (differs: b)' }, message: /--as-of/ },
    ],
  },
  {
    given: 'an old line of which nobody says when it ended',
    objects: [node('a', { runtime: 'cri-o://1.15.4' })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no end of support is known for cri-o 1\.15/ }],
  },
  {
    given: 'the build of a vendor of a line that has ended',
    objects: [node('a', { runtime: 'containerd://1.6.20~ds1' }), node('b', { runtime: 'cri-o://1.29.5-2.rhaos4.16' })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /the vendor of this build may patch it for longer/ }],
  },
  {
    given: 'a line that has ended, of which a distribution keeps its own package alive, beside nodes of another system',
    objects: [
      node('a', { runtime: 'containerd://1.6.20', osImage: 'Debian GNU/Linux 12 (bookworm)' }),
      node('b', { runtime: 'containerd://2.3.6', osImage: 'Debian GNU/Linux 12 (bookworm)' }),
    ],
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', message: /ended on 2025-08-23, but Debian may patch it for longer/ },
      { verdict: 'pass' },
    ],
  },
  {
    given: 'the same line on a system whose name only begins alike',
    objects: [node('a', { runtime: 'containerd://1.6.20', osImage: 'DebianLike 1' })],
    expect: 'fail',
  },
  {
    given: 'a version newer than those described, and a runtime that is not described',
    objects: [node('a', { runtime: 'containerd://9.1.0' }), node('b', { runtime: 'kata://3.0.0' })],
    expect: 'unknown',
  },
  {
    given: 'a Windows pool beside the control plane',
    objects: [
      node('cp', { runtime: 'containerd://2.3.6', labels: { 'node-role.kubernetes.io/control-plane': '' } }),
      node('win', { runtime: 'containerd://1.6.20', operatingSystem: 'windows' }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'control-plane' } },
      { verdict: 'fail', subject: { name: 'worker (windows)' } },
    ],
  },

  { given: 'no node at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a virtual kubelet, which runs nothing itself',
    objects: [node('virtual', { runtime: '', labels: { type: 'virtual-kubelet' } })],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', subject: { kind: 'NodeGroup', name: 'worker (virtual-kubelet)' } }],
  },
  {
    given: 'nodes that say nothing or nonsense for their runtime',
    objects: [node('a', { runtime: '' }), node('b', { runtime: 'containerd 2.2.1' })],
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', message: /^node a does not say its container runtime/ },
      { verdict: 'unknown', message: /^node b says "containerd 2\.2\.1" for its container runtime/ },
    ],
  },
]);

test('says that the runtime beneath, which the API does not show, is not judged', () => {
  expect(check.meta.rationale).toMatch(/\(runc, crun\) is not visible in the API and not judged/);
});
