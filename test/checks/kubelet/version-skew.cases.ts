import check from '../../../checks/kubelet/version-skew.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const nodes = (...versions: readonly string[]): readonly object[] => [
  serverVersion(),
  ...versions.map((kubelet, index) => node(`node-${index + 1}`, { kubelet })),
];
const server = (version: string, on: string) => controlPlanePod('kube-apiserver', { version, node: on });

describeCheck(check, [
  { given: 'kubelets up to three minors older', objects: nodes('v1.37.2', 'v1.34.0'), expect: 'pass' },
  {
    given: 'a kubelet four minors older',
    objects: nodes('v1.37.2', 'v1.33.9'),
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'worker (differs: node-2)' }, message: /4 minors older/ }],
  },
  {
    given: 'a kubelet newer than the API server',
    objects: [serverVersion('v1.36.2'), node('node-1', { kubelet: 'v1.37.0' })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /one minor newer/ }],
  },
  {
    given: 'an old kubelet, which may be two minors older only',
    objects: [serverVersion('v1.27.2'), node('node-1', { kubelet: 'v1.24.9' })],
    expect: 'fail',
  },
  {
    given: 'API servers that differ, of which one is too new',
    objects: [server('1.37.2', 'm-1'), server('1.36.2', 'm-2'), ...nodes('v1.33.0')],
    expect: 'fail',
  },
  {
    given: 'API servers that differ, of which one is too old',
    objects: [server('1.37.2', 'm-1'), server('1.36.2', 'm-2'), ...nodes('v1.37.0')],
    expect: 'fail',
  },
  { given: 'a version of a vendor', objects: nodes('v1.35.3-eks-1a2b3c4'), expect: 'pass' },
  { given: 'a version that is none', objects: nodes('odd'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: nodes('v1.99.0'), expect: 'unknown' },
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
    given: 'a Windows node four minors older',
    objects: [serverVersion(), node('node-1', { kubelet: 'v1.33.9', operatingSystem: 'windows' })],
    expect: 'fail',
  },
]);
