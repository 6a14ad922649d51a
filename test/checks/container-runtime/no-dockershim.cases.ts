import check from '../../../checks/container-runtime/no-dockershim.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'containerd and CRI-O',
    objects: [
      node('a', { runtime: 'containerd://1.6.20' }),
      node('b', { runtime: 'cri-o://1.20.0', kubelet: 'v1.20.4' }),
    ],
    expect: 'pass',
  },
  {
    given: 'Docker under a kubelet of 1.23',
    objects: [node('a', { runtime: 'docker://20.10.7', kubelet: 'v1.23.17' }), node('b')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /dockershim of kubelet v1.23.17/ }],
  },
  {
    given: 'Docker under a kubelet of 1.24, by cri-dockerd',
    objects: [node('a', { runtime: 'docker://27.1.0', kubelet: 'v1.24.0' })],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /cri-dockerd/ }],
  },
  {
    given: 'Docker under a kubelet without a version',
    objects: [node('a', { runtime: 'docker://27.1.0', kubelet: 'main' })],
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
