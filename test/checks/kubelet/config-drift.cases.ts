import check from '../../../checks/kubelet/config-drift.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

const STRONG = { authentication: { anonymous: { enabled: false } }, readOnlyPort: 0 };
const WEAK = { authentication: { anonymous: { enabled: true } }, readOnlyPort: 10255 };

const member = (name: string, config: object, options: Parameters<typeof node>[1] = {}) => [
  node(name, options),
  kubeletConfigz(name, { ...config }),
];
const inPool = (pool: string) => ({ labels: { 'cloud.google.com/gke-nodepool': pool } });
const cluster = (...nodes: readonly (readonly object[])[]) => [serverVersion(), ...nodes.flat()];

describeCheck(check, [
  {
    given: 'nodes that are alike',
    objects: cluster(member('a', STRONG), member('b', STRONG)),
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { kind: 'NodeGroup', name: 'worker', members: { count: 2, samples: ['a', 'b'] } } },
    ],
  },
  {
    given: 'one that differs',
    objects: cluster(member('a', STRONG), member('b', STRONG), member('c', WEAK)),
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { name: 'worker' },
        message: /^c differ in authentication.anonymous.enabled, readOnlyPort$/,
      },
    ],
  },
  {
    given: 'a gate on one',
    objects: cluster(member('a', STRONG), member('b', { ...STRONG, featureGates: { AllAlpha: true } })),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^b differ in featureGates.AllAlpha$/ }],
  },
  {
    given: 'pools that differ, as they may',
    objects: cluster(member('a', STRONG, inPool('trusted')), member('b', WEAK, inPool('guests'))),
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { name: 'guests' } },
      { verdict: 'pass', subject: { name: 'trusted' } },
    ],
  },
  {
    given: 'roles that differ, as they may',
    objects: cluster(
      member(
        'a',
        { ...STRONG, staticPodPath: '/etc/kubernetes/manifests' },
        { labels: { 'node-role.kubernetes.io/control-plane': '' } },
      ),
      member('b', STRONG),
    ),
    expect: 'pass',
  },
  {
    given: 'systems that differ, as they must',
    objects: cluster(
      member('a', STRONG),
      member('b', { ...STRONG, seccompDefault: true }, { operatingSystem: 'windows' }),
    ),
    expect: 'pass',
  },
  {
    given: 'minors with other defaults',
    objects: cluster(
      member('a', { ...STRONG, failCgroupV1: false }, { kubelet: 'v1.34.4' }),
      member('b', { ...STRONG, failCgroupV1: true }, { kubelet: 'v1.35.1' }),
    ),
    expect: 'pass',
  },
  {
    given: 'patches that differ, with a weak node among them',
    objects: cluster(
      member('a', STRONG, { kubelet: 'v1.36.1' }),
      member('b', STRONG, { kubelet: 'v1.36.2' }),
      member('c', WEAK, { kubelet: 'v1.36.3' }),
    ),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^c differ/ }],
  },
  {
    given: 'what is a node’s own, and what does not guard it',
    objects: cluster(
      member(
        'a',
        {
          ...STRONG,
          maxPods: 58,
          kubeReserved: { memory: '1Gi' },
          address: '192.0.2.1',
          clusterDNS: ['10.96.0.10'],
          tlsCertFile: '/pki/a.pem',
        },
        { addresses: [{ type: 'InternalIP', address: '192.0.2.1' }] },
      ),
      member(
        'b',
        {
          ...STRONG,
          maxPods: 110,
          kubeReserved: { memory: '2Gi' },
          address: '192.0.2.2',
          clusterDNS: ['169.254.20.10'],
          tlsCertFile: '/pki/b.pem',
        },
        { addresses: [{ type: 'InternalIP', address: '192.0.2.2' }] },
      ),
    ),
    expect: 'pass',
  },
  {
    given: 'a reservation that one node lacks',
    objects: cluster(
      member('a', { ...STRONG, kubeReserved: { memory: '1Gi' } }),
      member('b', { ...STRONG, kubeReserved: { memory: '0' } }),
    ),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /kubeReserved/ }],
  },
  {
    given: 'a node that shows nothing among others',
    objects: cluster(member('a', STRONG), [node('b')]),
    expect: 'unknown',
  },
  {
    given: 'a node that shows nothing beside one that differs',
    objects: cluster(member('a', STRONG), member('b', STRONG), member('c', WEAK), [node('d')]),
    expect: 'fail',
  },
  {
    given: 'many differences',
    objects: cluster(
      member('a', {
        tlsCertFile: '/a',
        tlsPrivateKeyFile: '/b',
        tlsMinVersion: 'x',
        staticPodPath: '/d',
        seccompDefault: true,
        port: 1,
      }),
      member('b', {}),
    ),
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        message: /^b differ in port, seccompDefault, staticPodPath, tlsCertFile, tlsMinVersion and 1 more$/,
      },
    ],
  },
  {
    given: 'a field that says nothing on one of them',
    objects: cluster(member('a', { memorySwap: {} }), member('b', {})),
    expect: 'pass',
  },
  {
    given: 'virtual kubelets',
    objects: cluster([node('a', { runtime: '', labels: { type: 'virtual-kubelet' } })]),
    expect: 'not-applicable',
  },
  { given: 'no node', objects: cluster(), expect: 'not-applicable' },
]);
