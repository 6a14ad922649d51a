import check from '../../../checks/nodes/kernel-cves.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const TALOS = 'Talos (v1.12.4)';
const kernel = (name: string, kernelVersion: string, osImage = TALOS) =>
  node(name, { osImage, nodeInfo: { kernelVersion } });

describeCheck(check, [
  {
    given: 'kernels that hold all fixes, from kernel.org and from vendors',
    objects: [
      kernel('a', '6.18.44-talos'),
      kernel('b', '7.1.0'),
      kernel('c', '6.12.91-110.amzn2023.x86_64', 'Amazon Linux 2023.6.20261001'),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^none known on 2026-09-08$/ }],
  },
  {
    given: 'a kernel of kernel.org without the fixes',
    objects: [kernel('a', '6.12.84', 'Linux From Scratch 12'), kernel('b', '6.18.44', 'Linux From Scratch 12')],
    expect: 'fail',
    findings: [
      { verdict: 'fail', message: /6.12.84 is affected by CVE-2026-46300, CVE-2026-43284, CVE-2026-31431/ },
      { verdict: 'pass' },
    ],
  },
  {
    given: 'a line that kernel.org no longer keeps',
    objects: [kernel('a', '5.4.302', 'Linux From Scratch 12')],
    expect: 'fail',
  },
  {
    given: 'old numbers of distributions that add fixes without a newer one',
    objects: [
      kernel('a', '5.15.0-1056-aws', 'Ubuntu 22.04.5 LTS'),
      kernel('b', '5.14.0-427.13.1.el9_4.x86_64', 'Red Hat Enterprise Linux 9.4 (Plow)'),
      kernel('c', '6.1.77', 'Bottlerocket OS 1.20.0 (aws-k8s-1.29)'),
      kernel('d', '6.6.30-custom', 'Linux From Scratch 12'),
      kernel('e', '6.12.84-talos'),
    ],
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', message: /Ubuntu may have fixed it/ },
      { verdict: 'unknown', message: /Red Hat may have fixed it/ },
      { verdict: 'unknown', message: /Bottlerocket may have fixed it/ },
      { verdict: 'unknown', message: /the vendor of this build may have fixed it/ },
    ],
  },
  {
    given: 'data that are older than 90 days',
    objects: [kernel('a', '6.18.44-talos')],
    now: '2027-01-01T00:00:00Z',
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /known up to/ }],
  },
  {
    given: 'a kernel that is no version',
    objects: [kernel('a', 'unknown'), kernel('b', '')],
    expect: 'unknown',
  },
  {
    given: 'a Windows node and a virtual kubelet',
    objects: [
      node('a', { operatingSystem: 'windows', nodeInfo: { kernelVersion: '10.0.20348.2527' } }),
      node('b', { runtime: '', labels: { type: 'virtual-kubelet' } }),
    ],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
