import check from '../../../checks/kubelet/version-supported.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node, serverVersion } from '../../support/objects.ts';

const nodes = (...versions: readonly string[]): readonly object[] => [
  serverVersion(),
  ...versions.map((kubelet, index) => node(`node-${index + 1}`, { kubelet })),
];

describeCheck(check, [
  { given: 'minors that get patches', objects: nodes('v1.37.2', 'v1.36.1'), expect: 'pass' },
  {
    given: 'days that a minor has left',
    objects: nodes('v1.35.9'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^gets patches until 2027-02-28: 96 days left; none known on/ }],
  },
  {
    given: 'a flaw of Windows nodes, on Linux',
    objects: nodes('v1.37.0'),
    expect: 'pass',
  },
  {
    given: 'a flaw of Windows nodes that is not confirmed, on Windows',
    objects: [serverVersion(), node('node-1', { kubelet: 'v1.37.0', operatingSystem: 'windows' })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /may be affected by CVE-2026-76654/ }],
  },
  {
    given: 'a flaw, in a build of k3s that may have mended it',
    objects: nodes('v1.27.1+k3s1'),
    now: '2023-06-20T00:00:00Z',
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /possibly affected by .*CVE-2023-2431.*: the vendor of this build/ }],
  },
  {
    given: 'a flaw, in a build of Kubernetes itself',
    objects: nodes('v1.27.1'),
    now: '2023-06-20T00:00:00Z',
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /is affected by .*CVE-2023-2431/ }],
  },
  {
    given: 'one node left behind',
    objects: nodes('v1.37.2', 'v1.37.2', 'v1.33.1'),
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'worker', members: { count: 2, samples: ['node-1', 'node-2'] } } },
      { verdict: 'fail', subject: { name: 'worker (differs: node-3)' }, message: /1\.33 ended on/ },
    ],
  },
  { given: 'an old minor of a vendor', objects: nodes('v1.31.4-gke.100'), expect: 'unknown' },
  { given: 'an old minor of RKE2', objects: nodes('v1.31.4+rke2r1'), expect: 'fail' },
  {
    given: 'an old minor of a managed cluster',
    objects: [serverVersion('v1.31.4-eks-1a2b3c4'), node('node-1', { kubelet: 'v1.31.4' })],
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: nodes('v1.99.0'), expect: 'unknown' },
  { given: 'a node that names no version', objects: nodes(''), expect: 'unknown' },
  { given: 'a version that is none', objects: nodes('odd'), expect: 'unknown' },
  {
    given: 'a node that is only labelled as one of a virtual kubelet',
    objects: [serverVersion(), node('node-1', { kubelet: 'v1.27.16', labels: { type: 'virtual-kubelet' } })],
    expect: 'fail',
  },
  {
    given: 'a virtual kubelet',
    objects: [
      serverVersion(),
      node('node-1', { kubelet: 'v1.10.0', runtime: '', labels: { type: 'virtual-kubelet' } }),
    ],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [serverVersion()], expect: 'not-applicable' },
  {
    given: 'a Windows node left behind',
    objects: [serverVersion(), node('node-1', { kubelet: 'v1.33.1', operatingSystem: 'windows' })],
    expect: 'fail',
  },
]);
