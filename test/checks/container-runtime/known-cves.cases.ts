import { expect, test } from '@jest/globals';
import check from '../../../checks/container-runtime/known-cves.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'the newest patches',
    objects: [node('a', { runtime: 'containerd://2.3.6' }), node('b', { runtime: 'containerd://2.4.1' })],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'worker' } }],
  },
  {
    given: 'a version with published holes',
    objects: [node('a', { runtime: 'containerd://2.1.0' })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'worker' }, message: /^2.1.0 is affected by .*CVE-2026-53488/ }],
  },
  {
    given: 'the build of a vendor of such a version',
    objects: [node('a', { runtime: 'containerd://2.1.0-k8s.1' })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /may have fixed it/ }],
  },
  {
    given: 'such a version on a distribution that fixes its packages without a newer version number',
    objects: [
      node('a', { runtime: 'containerd://1.6.20', osImage: 'Debian GNU/Linux 12 (bookworm)' }),
      node('b', { runtime: 'containerd://2.1.0', osImage: 'Ubuntu 24.04.3 LTS' }),
      node('c', { runtime: 'containerd://2.4.1', osImage: 'Ubuntu 24.04.3 LTS' }),
    ],
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', message: /CVE-2024-25621.*: Debian may have fixed it/ },
      { verdict: 'unknown', message: /Ubuntu may have fixed it/ },
      { verdict: 'pass' },
    ],
  },
  {
    given: 'runtimes whose vulnerabilities are not described',
    objects: [node('a', { runtime: 'docker://28.0.0' }), node('b', { runtime: 'kata://3.0.0' })],
    expect: 'unknown',
  },

  { given: 'no node at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a virtual kubelet, which runs nothing itself',
    objects: [node('virtual', { runtime: '', labels: { type: 'virtual-kubelet' } })],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', subject: { kind: 'NodeGroup' } }],
  },
  {
    given: 'nodes that say nothing or nonsense for their runtime',
    objects: [node('a', { runtime: '' }), node('b', { runtime: 'containerd 2.2.1' })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /does not say its container runtime/ }],
  },
]);

test('says that the runtime beneath, which the API does not show, is not judged', () => {
  expect(check.meta.rationale).toMatch(/\(runc, crun\) is not visible in the API and not judged/);
});
