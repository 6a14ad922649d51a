import { describe, expect, test } from '@jest/globals';
import type { Gathered } from '../../../../src/model/resources.ts';
import type { Instances } from '../../../../src/model/views.ts';
import type { Pod } from '../../../../src/shapes/generated.ts';
import {
  component,
  dataOf,
  forbidden,
  type GivenResources,
  node,
  only,
  partial,
  view,
  whole,
} from '../../../support/derived.ts';

const VERSION = whole({ gitVersion: 'v1.37.2', major: '1', minor: '37', platform: 'linux/amd64' });
const seen = (pods: readonly Pod[], more: GivenResources = {}): GivenResources => ({
  'control-plane-pods': whole(pods),
  nodes: whole([node('node-1')]),
  'daemon-sets': whole([]),
  version: VERSION,
  ...more,
});
const scheduler = (flags: readonly string[], given = {}) =>
  only(view('settings:kube-scheduler', seen([component('kube-scheduler', flags, given)])));
const etcd = (flags: readonly string[], container: object = {}) =>
  only(view('settings:etcd', seen([component('etcd', flags, { container })])));

describe('settings from the command line', () => {
  test('are read by the type of the flag, with the argument as evidence', () => {
    expect(scheduler(['--profiling=false']).get('profiling')).toEqual({
      known: true,
      value: false,
      source: 'argv',
      evidence: [
        {
          from: 'object',
          object: { apiVersion: 'v1', kind: 'Pod', name: 'kube-scheduler-node-1', namespace: 'kube-system' },
          pointer: '/spec/containers/0/command/1',
          observed: '--profiling=false',
          source: 'argv',
        },
      ],
    });
  });

  test('show every use of a flag whose uses add up, and the last of another', () => {
    const instance = scheduler(['--feature-gates=A=true', '--v=1', '--feature-gates', 'B=false', '--v=2']);
    const gates = instance.get('feature-gates');
    expect(gates).toMatchObject({ known: true, value: ['A=true', 'B=false'] });
    expect(gates.known && gates.evidence).toHaveLength(3);
    const verbosity = instance.get('v');
    expect(verbosity.known && verbosity.evidence).toHaveLength(1);
  });

  test('fall to the default of the version of the instance', () => {
    const instance = scheduler([]);
    expect(instance.version?.value).toBe('1.37.2');
    expect(instance.get('profiling')).toMatchObject({
      known: true,
      value: true,
      source: 'default',
      evidence: [
        { from: 'absence', pointer: '/spec/containers/0/command', sought: '--profiling' },
        { from: 'fact', value: true },
      ],
    });
  });

  test('say where a flag is absent that stands among arguments only', () => {
    const instance = scheduler([], { container: { command: [], args: ['--v=2'] } });
    expect(instance.get('profiling')).toMatchObject({ evidence: [{ pointer: '/spec/containers/0/args' }, {}] });
  });

  test.each([
    ['a version that is not known', { image: 'registry.k8s.io/kube-scheduler@sha256:00' }, 'profiling'],
    ['a version that is not described', { image: 'registry.k8s.io/kube-scheduler:v1.99.0' }, 'profiling'],
  ])('are unknown where they are absent in %s', (_, given, setting) => {
    expect(scheduler([], given).get(setting)).toMatchObject({
      known: false,
      because: { code: 'outside-known-versions' },
    });
  });

  test.each([
    ['a value that is not of the type', ['--profiling=maybe']],
    ['a variable that is not read', ['--profiling=$(PROFILING)']],
    ['an argument that may be any flag', ['$(EXTRA)']],
    ['a value that is missing', ['--secure-port']],
  ])('are unknown with %s', (_, flags) => {
    const setting = flags[0] === '--secure-port' ? 'secure-port' : 'profiling';
    expect(scheduler(flags).get(setting)).toMatchObject({ known: false, because: { code: 'not-understood' } });
  });

  test('of a list are unknown where one use of its flag is', () => {
    const secret = ['--authorization-always-allow-paths=$(PATHS)', '--authorization-always-allow-paths=/healthz'];
    for (const flags of [secret, [...secret].reverse()]) {
      expect(scheduler(flags).get('authorization-always-allow-paths')).toMatchObject({ known: false });
    }
    expect(scheduler(['--profiling=$(PROFILING)', '--profiling=false']).get('profiling')).toMatchObject({
      value: false,
    });
  });

  test('are unknown behind a command that is not understood', () => {
    const instance = scheduler([], { container: { command: ['sh', '-c', 'a; kube-scheduler --profiling=false'] } });
    expect(instance.get('profiling')).toMatchObject({ known: false, because: { code: 'not-understood' } });
    expect(instance.given('profiling')).toBeUndefined();
  });

  test('tell whether a setting is given', () => {
    const instance = scheduler(['--profiling=true']);
    expect([instance.given('profiling'), instance.given('bind-address')]).toEqual([true, false]);
  });

  test('differ between replicas', () => {
    const pods = ['node-1', 'node-2'].map((name) =>
      component('kube-scheduler', [`--profiling=${name === 'node-1'}`], { node: name }),
    );
    const { instances } = dataOf(view('settings:kube-scheduler', seen(pods)));
    expect(instances.map((one) => one.get('profiling'))).toMatchObject([{ value: true }, { value: false }]);
  });
});

describe('settings that a file overrides', () => {
  test('are set in that file, whatever the flag says', () => {
    const instance = scheduler(['--config=/etc/scheduler.yaml', '--profiling=false']);
    const because = { code: 'set-in-file', detail: 'set in /etc/scheduler.yaml on the host' };
    expect(instance.get('profiling')).toEqual({ known: false, because });
    expect(instance.get('leader-elect-lease-duration')).toEqual({ known: false, because });
    expect(instance.given('profiling')).toBeUndefined();
  });

  test('leave the others to their flags', () => {
    const instance = scheduler(['--config=/etc/scheduler.yaml', '--bind-address=127.0.0.1']);
    expect(instance.get('bind-address')).toMatchObject({ value: '127.0.0.1' });
    expect(instance.get('config')).toMatchObject({ value: '/etc/scheduler.yaml' });
  });

  test('go by their flags where the name of the file is empty', () => {
    expect(scheduler(['--config=', '--profiling=false']).get('profiling')).toMatchObject({ value: false });
  });

  test('are unknown where it is not known whether there is one', () => {
    const instance = scheduler(['--config=$(CONFIG)', '--profiling=false']);
    expect(instance.get('profiling')).toMatchObject({ known: false, because: { code: 'not-understood' } });
    expect(instance.given('profiling')).toBeUndefined();
    expect(instance.get('bind-address')).toMatchObject({ value: '0.0.0.0' });
    const envFrom = [{ configMapRef: { name: 'settings' } }];
    expect(etcd(['--auto-tls=false'], { envFrom }).get('auto-tls')).toMatchObject({ known: false });
  });

  test('are all of etcd', () => {
    const because = { code: 'set-in-file', detail: 'set in /etc/etcd.yaml on the host' };
    expect(etcd(['--config-file', '/etc/etcd.yaml', '--auto-tls']).get('auto-tls')).toEqual({ known: false, because });
    const env = [{ name: 'ETCD_CONFIG_FILE', value: '/etc/etcd.yaml' }];
    expect(etcd([], { env }).get('auto-tls')).toEqual({ known: false, because });
  });
});

describe('settings of etcd from its environment', () => {
  test('count where no flag says otherwise', () => {
    const env = [
      { name: 'OTHER' },
      { name: 'ETCD_CLIENT_CERT_AUTH', value: 'true' },
      { name: 'ETCD_AUTO_TLS', value: 'true' },
    ];
    const instance = etcd(['--auto-tls=false'], { env });
    expect(instance.get('client-cert-auth')).toMatchObject({
      value: true,
      source: 'environment',
      evidence: [{ pointer: '/spec/containers/0/env/1/value', observed: 'true' }],
    });
    expect(instance.get('auto-tls')).toMatchObject({ value: false, source: 'argv' });
    expect(['client-cert-auth', 'peer-auto-tls'].map((name) => instance.given(name))).toEqual([true, false]);
  });

  test.each([
    [
      'a value from elsewhere',
      { env: [{ name: 'ETCD_AUTO_TLS', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] },
    ],
    ['a value that cannot be read', { env: [{ name: 'ETCD_AUTO_TLS', value: 'perhaps' }] }],
    ['a value that other variables are filled into', { env: [{ name: 'ETCD_AUTO_TLS', value: '$(OTHER)' }] }],
    ['variables from elsewhere', { envFrom: [{ configMapRef: { name: 'settings' } }] }],
  ])('are unknown with %s', (_, container) => {
    expect(etcd([], container).get('auto-tls')).toMatchObject({ known: false, because: { code: 'not-understood' } });
  });

  test('may be given where the container takes variables from elsewhere', () => {
    expect(etcd([]).given('auto-tls')).toBe(false);
    expect(etcd([], { envFrom: [{ configMapRef: { name: 'settings' } }] }).given('auto-tls')).toBeUndefined();
  });

  test('are unknown where the value is not kept, and where a text comes from elsewhere', () => {
    const env = [
      { name: 'ETCD_UNHEARD', value: 'a' },
      { name: 'ETCD_CERT_FILE', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } },
      { name: 'ETCD_KEY_FILE', value: '$(KEY)' },
    ];
    for (const setting of ['unheard', 'cert-file', 'key-file']) {
      expect(etcd([], { env }).get(setting)).toMatchObject({ known: false, because: { code: 'not-understood' } });
    }
  });

  test('may be given where variables come from elsewhere', () => {
    expect(etcd([], { envFrom: [{ configMapRef: { name: 'settings' } }] }).given('auto-tls')).toBeUndefined();
  });
});

describe('instances that are not seen', () => {
  const scheduled = (resources: GivenResources): Gathered<Instances> => view('settings:kube-scheduler', resources);

  test('are not visible on a cluster of one’s own', () => {
    expect(scheduled(seen([]))).toMatchObject({
      state: 'whole',
      value: { instances: [], none: { unseen: { code: 'not-visible' } } },
    });
  });

  test('are the provider’s on a managed plane', () => {
    const version = whole({ gitVersion: 'v1.33.5-eks-ad5ca7f', major: '1', minor: '33+', platform: '' });
    expect(scheduled(seen([], { version }))).toMatchObject({
      state: 'whole',
      value: { none: { provider: 'EKS', absent: [{ observed: 'v1.33.5-eks-ad5ca7f' }] } },
    });
  });

  test('are judged where they are visible on a managed plane', () => {
    const version = whole({ gitVersion: 'v1.33.5-aliyun.1', major: '1', minor: '33', platform: '' });
    expect(only(scheduled(seen([component('kube-scheduler')], { version }))).version?.value).toBe('1.37.2');
  });

  test('are unknown where the signs contradict each other, or were not read', () => {
    const version = whole({ gitVersion: 'v1.33.5-gke.100', major: '1', minor: '33', platform: '' });
    const conflict = view(
      'settings:kube-scheduler',
      seen([], { version }),
      'https://x.gr7.eu-west-1.eks.amazonaws.com',
    );
    expect(dataOf(conflict).none).toMatchObject({ unseen: { code: 'not-understood' } });
    expect(dataOf(scheduled(seen([], { version: forbidden }))).none).toEqual({
      unseen: forbidden.state === 'failed' && forbidden.failure,
    });
  });

  test('leave the view failed or partial with the list of pods', () => {
    expect(scheduled(seen([], { 'control-plane-pods': forbidden }))).toEqual(forbidden);
    expect(
      scheduled(seen([], { 'control-plane-pods': partial([component('kube-scheduler')], 'pods of a') })),
    ).toMatchObject({
      state: 'partial',
      missing: ['pods of a'],
    });
  });

  test('are noted while they are pending', () => {
    const pods = [component('kube-scheduler'), component('kube-scheduler', [], { node: 'node-2', phase: 'Pending' })];
    expect(scheduled(seen(pods))).toMatchObject({
      state: 'partial',
      missing: ['the pod kube-system/kube-scheduler-node-2 is pending, so it was not judged'],
    });
  });
});

describe('what kubeadm was asked for', () => {
  const config = (section: object) => whole({ clusterConfiguration: section as never });
  const asked = (section: object, more: GivenResources = {}) =>
    view('settings:kube-scheduler', seen([], { 'kubeadm-config': config(section), ...more }));

  test.each([
    [
      'a map',
      { scheduler: { extraArgs: { profiling: 'false' } } },
      '/data/ClusterConfiguration/scheduler/extraArgs/profiling',
    ],
    [
      'a list',
      { scheduler: { extraArgs: [{ name: 'v' }, 'odd', { name: 'profiling', value: 'false' }] } },
      '/data/ClusterConfiguration/scheduler/extraArgs/2/value',
    ],
  ])('stands in for instances that are not seen, as %s', (_, section, pointer) => {
    const found = asked(section);
    const instance = only(found);
    expect(found.state).toBe('partial');
    expect(instance.subject).toEqual({ kind: 'ConfigMap', name: 'kubeadm-config', namespace: 'kube-system' });
    expect(instance.get('profiling')).toMatchObject({
      value: false,
      source: 'config-map',
      evidence: [{ pointer, observed: 'false' }],
    });
    expect(instance.get('bind-address')).toMatchObject({ known: false, because: { code: 'not-visible' } });
  });

  test('does so where the pods were not read', () => {
    const found = asked({ scheduler: { extraArgs: { v: '2' } } }, { 'control-plane-pods': forbidden });
    expect(found).toMatchObject({ state: 'partial', missing: ['not allowed', expect.stringContaining('kubeadm')] });
  });

  test.each([
    {},
    { scheduler: { extraArgs: {} } },
    { scheduler: { extraArgs: 'odd' } },
    { scheduler: 'odd' },
    { scheduler: null },
  ])('says nothing as %j', (section) => {
    expect(dataOf(asked(section)).instances).toEqual([]);
  });

  test('does not count beside a pod that is seen', () => {
    const resources = seen([component('kube-scheduler')], {
      'kubeadm-config': config({ scheduler: { extraArgs: { profiling: 'false' } } }),
    });
    expect(only(view('settings:kube-scheduler', resources)).get('profiling')).toMatchObject({
      value: true,
      source: 'default',
    });
  });

  test('says nothing of the cloud controller manager, which kubeadm does not run', () => {
    const resources = seen([], { 'kubeadm-config': config({ scheduler: { extraArgs: { v: '2' } } }) });
    expect(dataOf(view('settings:cloud-controller-manager', resources)).instances).toEqual([]);
  });
});

describe('the cloud controller manager', () => {
  const manager = (flags: readonly string[] = [], given = {}) => component('kube-controller-manager', flags, given);
  const none = (pods: readonly Pod[], more: GivenResources = {}) =>
    dataOf(view('settings:cloud-controller-manager', seen(pods, more))).none;

  test('is proven absent where nothing asks for one', () => {
    expect(none([manager()])).toMatchObject({
      absent: [
        { sought: 'cloud-controller-manager' },
        { sought: 'providerID' },
        { sought: '--cloud-provider' },
        { from: 'fact' },
      ],
    });
  });

  test('is proven absent also where the default of the flag is not known', () => {
    expect(none([manager([], { image: 'registry.k8s.io/kube-controller-manager@sha256:00' })])).toHaveProperty(
      'absent',
    );
  });

  test.each([
    ['the controller manager leaves the cloud to it', [manager(['--cloud-provider=external'])], {}],
    [
      'the controller manager is not understood',
      [manager([], { container: { command: ['sh', '-c', 'a; kube-controller-manager'] } })],
      {},
    ],
    ['no controller manager is seen', [], {}],
    [
      'a node has an id of a cloud',
      [manager()],
      { nodes: whole([node('node-1', { spec: { providerID: 'cloud://1' } })]) },
    ],
    [
      'a node waits for it',
      [manager()],
      {
        nodes: whole([
          node('n', {
            spec: { taints: [{ key: 'node.cloudprovider.kubernetes.io/uninitialized', effect: 'NoSchedule' }] },
          }),
        ]),
      },
    ],
    [
      'one node of several waits for it, and for more',
      [manager()],
      {
        nodes: whole([
          node('a'),
          node('b', {
            spec: {
              taints: [
                { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' },
                { key: 'node.cloudprovider.kubernetes.io/uninitialized', effect: 'NoSchedule' },
              ],
            },
          }),
        ]),
      },
    ],
    ['pods were not all seen', [manager()], { 'control-plane-pods': partial([manager()]) }],
    ['nodes were not all seen', [manager()], { nodes: partial([node('node-1')]) }],
    ['there are no nodes', [manager()], { nodes: whole([]) }],
  ] as const)('is not proven absent where %s', (_, pods, more) => {
    expect(none(pods, more)).toHaveProperty('unseen');
  });

  test('is the provider’s on a managed plane', () => {
    const version = whole({ gitVersion: 'v1.33.5-gke.100', major: '1', minor: '33', platform: '' });
    expect(none([manager()], { version })).toMatchObject({ provider: 'GKE' });
  });

  test('is an instance where it is seen', () => {
    const image = 'registry.k8s.io/provider-aws/cloud-controller-manager:v1.36.0';
    const container = { name: 'ccm', image, args: ['--cloud-provider=aws', '--profiling=false'], command: [] };
    const found = only(view('settings:cloud-controller-manager', seen([component('cloud', [], { container })])));
    expect(found.get('profiling')).toMatchObject({ value: false });
    expect(found.version?.value).toBe('1.36.0');
  });
});
