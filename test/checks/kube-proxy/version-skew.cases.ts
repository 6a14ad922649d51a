import check from '../../../checks/kube-proxy/version-skew.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxySet } from '../../support/kube-proxies.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const beside = (server: string, proxy: string): readonly object[] => [serverVersion(`v${server}`), proxySet([], proxy)];

describeCheck(check, [
  {
    given: 'the same version',
    objects: beside('1.37.2', '1.37.2'),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'DaemonSet', name: 'kube-proxy' } }],
  },
  {
    given: 'two minors older',
    objects: beside('1.37.2', '1.35.9'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^gets patches until 2027-02-28: 96 days left; none known on/ }],
  },
  {
    given: 'three minors older, which fits but gets no more patches',
    objects: beside('1.37.2', '1.34.12'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^runs 1\.34\.12: patches for Kubernetes 1\.34 ended on 2026-10-27$/ }],
  },
  {
    given: 'an old node, whose kubelet is too far from it, though the node says nothing of kube-proxy',
    objects: [
      ...beside('1.37.2', '1.37.2'),
      node('node-1'),
      node('node-2', { kubelet: 'v1.33.1', nodeInfo: { kubeProxyVersion: '' } }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^runs 1\.37\.2, 4 minors newer than the kubelet of node-2$/ }],
  },
  {
    given: 'a pod of one node beside an old kubelet of another',
    objects: [
      serverVersion(),
      controlPlanePod('kube-proxy', { node: 'node-1', ownerReferences: [] }),
      node('node-1'),
      node('node-2', { kubelet: 'v1.33.1' }),
    ],
    expect: 'pass',
  },
  {
    given: 'a node that gives another version of it, which is not one of its own',
    objects: [...beside('1.37.2', '1.37.2'), node('node-1', { nodeInfo: { kubeProxyVersion: 'v1.20.0' } })],
    expect: 'pass',
  },
  {
    given: 'a flaw of Windows nodes in an old one, which runs on Linux',
    objects: beside('1.20.4', '1.20.4'),
    now: '2021-04-01T00:00:00Z',
    expect: 'pass',
  },
  {
    given: 'four minors older',
    objects: beside('1.37.2', '1.33.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /4 minors older than an API server; .*ended on/ }],
  },
  {
    given: 'newer than the API server',
    objects: beside('1.36.2', '1.37.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /one minor newer/ }],
  },
  { given: 'an old one three minors older', objects: beside('1.27.1', '1.24.1'), expect: 'fail' },
  {
    given: 'API servers that differ, of which one is too old',
    objects: [
      ...beside('1.37.2', '1.37.0'),
      controlPlanePod('kube-apiserver', { version: '1.37.2', node: 'm-1' }),
      controlPlanePod('kube-apiserver', { version: '1.36.2', node: 'm-2' }),
    ],
    expect: 'fail',
  },
  { given: 'an image without a version', objects: beside('1.37.2', 'latest'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: beside('1.99.0', '1.99.0'), expect: 'unknown' },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
