import check from '../../../checks/nodes/container-optimised-os.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'systems made for containers',
    objects: [
      node('a', { osImage: 'Talos (v1.12.4)' }),
      node('b', { osImage: 'Bottlerocket OS 1.20.0 (aws-k8s-1.29)' }),
      node('c', { osImage: 'Container-Optimized OS from Google' }),
      node('d', { osImage: 'Red Hat Enterprise Linux CoreOS 416.94.202406251923-0' }),
    ],
    expect: 'pass',
  },
  {
    given: 'a system for general use among them',
    objects: [node('a', { osImage: 'Talos (v1.12.4)' }), node('b', { osImage: 'Ubuntu 24.04.3 LTS' })],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'worker' } },
      { verdict: 'fail', subject: { name: 'worker (differs: b)' }, message: /^Ubuntu 24.04.3 LTS is not known/ },
    ],
  },
  {
    given: 'a system that is known as neither',
    objects: [node('a', { osImage: 'Home Grown OS 3' })],
    expect: 'review',
  },
  { given: 'a node that does not name its system', objects: [node('a', { osImage: '' })], expect: 'unknown' },
  {
    given: 'Windows and a virtual kubelet',
    objects: [
      node('a', { operatingSystem: 'windows', osImage: 'Windows Server 2022 Datacenter' }),
      node('b', { runtime: '', osImage: '', labels: { type: 'virtual-kubelet' } }),
    ],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
