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
  view,
  whole,
} from '../../../support/derived.ts';

const VERSION = whole({ gitVersion: 'v1.37.2', major: '1', minor: '37', platform: 'linux/amd64' });
const flagz = (flags: Readonly<Record<string, string>>) => whole({ apiVersion: 'config.k8s.io/v1beta1', flags });
const servers = (pods: readonly Pod[], more: GivenResources = {}, server?: string): Gathered<Instances> =>
  view(
    'settings:kube-apiserver',
    { 'control-plane-pods': whole(pods), nodes: whole([]), 'daemon-sets': whole([]), version: VERSION, ...more },
    server,
  );
const apiServer = (flags: readonly string[] = [], given = {}) => component('kube-apiserver', flags, given);

describe('/flagz', () => {
  test('decides for the server that advertises its address', () => {
    const pods = [apiServer(), apiServer([], { node: 'node-2', ip: '10.0.0.2' })];
    const { instances } = dataOf(
      servers(pods, { flagz: flagz({ 'advertise-address': '10.0.0.2', profiling: 'false' }) }),
    );
    expect(instances.map((one) => one.get('profiling'))).toMatchObject([
      { value: true, source: 'default' },
      {
        value: false,
        source: 'flagz',
        evidence: [
          { from: 'endpoint', path: '/flagz', pointer: '/flags/profiling', observed: 'false', source: 'flagz' },
        ],
      },
    ]);
  });

  test.each([
    ['advertises another address', { 'advertise-address': '10.9.9.9', profiling: 'false' }, {}],
    ['advertises no address', { profiling: 'false' }, {}],
    [
      'advertises the address of the host, of a pod with its own',
      { 'advertise-address': '10.0.0.1', profiling: 'false' },
      { hostNetwork: false, ip: '' },
    ],
  ])('decides for none where it %s', (_, flags, given) => {
    expect(only(servers([apiServer([], given)], { flagz: flagz(flags) })).get('profiling')).toMatchObject({
      source: 'default',
    });
  });

  test('decides for none where two have the address', () => {
    const pods = [apiServer(), apiServer([], { name: 'other' })];
    const { instances } = dataOf(
      servers(pods, { flagz: flagz({ 'advertise-address': '10.0.0.1', profiling: 'false' }) }),
    );
    expect(instances.map((one) => one.get('profiling'))).toMatchObject([{ source: 'default' }, { source: 'default' }]);
  });

  test('is read by the type of each flag', () => {
    const flags = {
      'advertise-address': '10.0.0.1',
      'authorization-mode': '[Node,RBAC]',
      'audit-log-maxage': 'x',
      'token-auth-file': '[CLASSIFIED]',
    };
    const instance = only(servers([apiServer(['--token-auth-file=/f'])], { flagz: flagz(flags) }));
    expect(instance.get('authorization-mode')).toMatchObject({
      value: ['Node', 'RBAC'],
      evidence: [{ observed: '[Node,RBAC]' }],
    });
    expect(instance.get('audit-log-maxage')).toMatchObject({ known: false, because: { code: 'not-understood' } });
    expect(instance.get('token-auth-file')).toMatchObject({ value: '/f', source: 'argv' });
    expect(instance.get('toString')).toMatchObject({ known: false });
  });

  test('tells that a flag was given only where its value is not the default', () => {
    const flags = {
      'advertise-address': '10.0.0.1',
      profiling: 'false',
      'anonymous-auth': 'true',
      'allow-privileged': 'x',
    };
    const instance = only(servers([apiServer()], { flagz: flagz(flags) }));
    expect(['profiling', 'anonymous-auth', 'client-ca-file'].map((flag) => instance.given(flag))).toEqual([
      true,
      false,
      false,
    ]);
    const alone = only(servers([], { flagz: flagz({ ...flags, unheard: 'x' }) }));
    expect(['profiling', 'anonymous-auth', 'unheard'].map((flag) => alone.given(flag))).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  test('does not tell that a certificate was given which the server made itself', () => {
    const flags = {
      'advertise-address': '10.0.0.1',
      'cert-dir': '/var/run/kubernetes',
      'tls-cert-file': '/var/run/kubernetes/apiserver.crt',
      'tls-private-key-file': '/etc/pki/own.key',
    };
    const answer = { flagz: flagz(flags) };
    const unset = only(servers([apiServer()], answer));
    expect(unset.get('tls-cert-file')).toMatchObject({ value: '', source: 'default' });
    expect(unset.given('tls-cert-file')).toBe(false);
    expect(unset.get('tls-private-key-file')).toMatchObject({ value: '/etc/pki/own.key', source: 'flagz' });
    const set = only(servers([apiServer([`--tls-cert-file=${flags['tls-cert-file']}`])], answer));
    expect(set.get('tls-cert-file')).toMatchObject({ value: flags['tls-cert-file'], source: 'argv' });
    const because = { code: 'not-visible', detail: expect.stringContaining('by itself') };
    expect(only(servers([], answer)).get('tls-cert-file')).toMatchObject({ because });
  });

  test('does not decide what a file overrides', () => {
    const instance = only(
      servers([apiServer(['--authentication-config=/etc/a.yaml'])], {
        flagz: flagz({ 'advertise-address': '10.0.0.1', 'anonymous-auth': 'true' }),
      }),
    );
    expect(instance.get('anonymous-auth')).toEqual({
      known: false,
      because: { code: 'set-in-file', detail: 'set in /etc/a.yaml on the host' },
    });
  });

  test('shows the file that overrides', () => {
    const flags = {
      'advertise-address': '10.0.0.1',
      'authorization-config': '/etc/a.yaml',
      'authorization-mode': '[]',
    };
    const instance = only(servers([apiServer()], { flagz: flagz(flags) }));
    expect(instance.get('authorization-mode')).toMatchObject({ because: { code: 'set-in-file' } });
    expect(instance.get('authorization-webhook-version')).toMatchObject({ because: { code: 'set-in-file' } });
  });
});

describe('an API server that is not seen', () => {
  const answer = {
    flagz: flagz({ 'advertise-address': '10.0.0.1', 'anonymous-auth': 'false', 'authentication-config': '' }),
  };

  test('is known by /flagz, which is one of perhaps many', () => {
    const found = servers([], answer);
    const instance = only(found);
    expect(found).toMatchObject({ state: 'partial', missing: [expect.stringContaining('others')] });
    expect(instance.subject).toEqual({ kind: 'Endpoint', name: '/flagz' });
    expect(instance.version?.value).toBe('1.37.2');
    expect(instance.get('anonymous-auth')).toMatchObject({ value: false, source: 'flagz' });
    expect(instance.get('profiling')).toMatchObject({ because: { code: 'not-visible' } });
  });

  test('is known by /flagz also where pods may not be listed', () => {
    expect(servers([], { ...answer, 'control-plane-pods': forbidden })).toMatchObject({
      state: 'partial',
      missing: ['not allowed', expect.any(String)],
    });
  });

  test('has no version where that was not read', () => {
    const instance = only(servers([], { ...answer, version: forbidden }));
    expect(instance.version).toBeUndefined();
    expect(instance.given('anonymous-auth')).toBeUndefined();
  });

  test('is not hidden by a pod of somebody that looks like one', () => {
    const pods = [apiServer(['--anonymous-auth=true'], { namespace: 'team' })];
    expect(only(servers(pods, answer)).get('anonymous-auth')).toMatchObject({ value: false, source: 'flagz' });
    expect(dataOf(servers(pods, { flagz: forbidden }))).toMatchObject({
      instances: [],
      none: { unseen: { detail: expect.stringContaining('team/kube-apiserver-node-1') } },
    });
  });

  test('is the provider’s on a managed plane, whatever /flagz says', () => {
    expect(dataOf(servers([], answer, 'https://x.hcp.westeurope.azmk8s.io:443'))).toMatchObject({
      instances: [],
      none: { provider: 'AKS' },
    });
  });

  test('is unknown without /flagz', () => {
    expect(dataOf(servers([], { flagz: forbidden }))).toMatchObject({
      instances: [],
      none: { unseen: { code: 'not-visible' } },
    });
  });
});

describe('the version of an API server', () => {
  test('is what the server says where the image of the only one does not', () => {
    const instance = only(servers([apiServer([], { image: 'x/kube-apiserver@sha256:00' })]));
    expect(instance.version).toEqual({
      value: '1.37.2',
      evidence: [{ from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: 'v1.37.2' }],
    });
    expect(instance.get('profiling')).toMatchObject({ value: true });
  });

  test('is not known on a managed plane, whose own server is another', () => {
    const found = servers([apiServer([], { image: 'x/kube-apiserver@sha256:00' })], {}, 'https://a.azmk8s.io');
    expect(only(found).version).toBeUndefined();
  });

  test('is not known where it may be the other one’s', () => {
    const pods = ['a', 'b'].map((name) => apiServer([], { name, image: 'x/kube-apiserver@sha256:00' }));
    expect(dataOf(servers(pods)).instances.map(({ version }) => version)).toEqual([undefined, undefined]);
  });
});

describe('k3s and RKE2', () => {
  const annotated = (name: string, args: unknown, more: object = {}) =>
    node(name, {
      annotations: { 'k3s.io/node-args': typeof args === 'string' ? args : JSON.stringify(args) },
      version: 'v1.37.2+k3s1',
      address: `10.0.0.${name.slice(-1)}`,
      ...more,
    });
  const SERVER = [
    'server',
    '--disable',
    'traefik',
    '--kube-apiserver-arg',
    'profiling=false',
    '--kube-apiserver-arg=--v=2',
    '--token',
    'x',
  ];
  const k3s = (
    key: 'settings:kube-apiserver' | 'settings:etcd' | 'settings:kube-scheduler' | 'settings:kube-proxy',
    args: unknown,
    more: object = {},
  ) =>
    view(key, {
      'control-plane-pods': whole([]),
      'daemon-sets': whole([]),
      version: VERSION,
      nodes: whole([annotated('node-2', args, more), node('node-9'), annotated('node-1', ['agent'])]),
    });

  test('write a switch and its value as two words', () => {
    const found = (value: string) => k3s('settings:kube-scheduler', ['server', '--disable-scheduler', value]);
    expect(only(found('false')).subject).toEqual({ kind: 'Node', name: 'node-2' });
    expect(dataOf(found('true')).instances).toEqual([]);
  });

  test('run components inside, whose given arguments a node shows', () => {
    const instance = only(k3s('settings:kube-apiserver', SERVER));
    expect(instance.subject).toEqual({ kind: 'Node', name: 'node-2' });
    expect(instance.version?.value).toBe('1.37.2+k3s1');
    expect(instance.get('profiling')).toEqual({
      known: true,
      value: false,
      source: 'node-annotation',
      evidence: [
        {
          from: 'object',
          object: { apiVersion: 'v1', kind: 'Node', name: 'node-2' },
          pointer: '/metadata/annotations/k3s.io~1node-args',
          observed: JSON.stringify(SERVER),
          source: 'node-annotation',
        },
      ],
    });
    expect(instance.get('v')).toMatchObject({ value: 2 });
  });

  test('set what is not given as they like', () => {
    expect(only(k3s('settings:kube-apiserver', SERVER)).get('anonymous-auth')).toMatchObject({
      because: { code: 'not-visible' },
    });
  });

  test('answer at /flagz by the address of the node', () => {
    const found = view('settings:kube-apiserver', {
      'control-plane-pods': whole([]),
      nodes: whole([annotated('node-2', SERVER)]),
      'daemon-sets': whole([]),
      version: VERSION,
      flagz: flagz({ 'advertise-address': '10.0.0.2', 'anonymous-auth': 'false' }),
    });
    expect(only(found).get('anonymous-auth')).toMatchObject({ value: false, source: 'flagz' });
  });

  test('run kube-proxy on every node', () => {
    expect(dataOf(k3s('settings:kube-proxy', SERVER)).instances.map(({ subject }) => subject.name)).toEqual([
      'node-1',
      'node-2',
    ]);
  });

  test('run etcd only on nodes that say so, of a version of its own', () => {
    expect(dataOf(k3s('settings:etcd', SERVER)).instances).toEqual([]);
    const labels = { 'node-role.kubernetes.io/etcd': 'true' };
    const instance = only(k3s('settings:etcd', [...SERVER, '--etcd-arg', 'auto-tls'], { labels }));
    expect(instance.version).toBeUndefined();
    expect(instance.get('auto-tls')).toMatchObject({ value: true });
  });

  test('run no component that is switched off', () => {
    expect(dataOf(k3s('settings:kube-scheduler', [...SERVER, '--disable-scheduler'])).instances).toEqual([]);
    expect(dataOf(k3s('settings:kube-scheduler', [...SERVER, '--disable-scheduler=false'])).instances).toHaveLength(1);
    const twice = [...SERVER, '--disable-scheduler', '--disable-scheduler=false'];
    expect(dataOf(k3s('settings:kube-scheduler', twice)).instances).toHaveLength(1);
  });

  test('have no version where the node has none', () => {
    expect(only(k3s('settings:kube-scheduler', SERVER, { version: '' })).version).toBeUndefined();
  });

  test.each(['{', '{"a":1}', '[1]', '["server",1]'])('are not understood as %s', (args) => {
    const labels = { 'node-role.kubernetes.io/control-plane': 'true' };
    expect(only(k3s('settings:kube-scheduler', args, { labels })).get('profiling')).toMatchObject({
      because: { code: 'not-understood' },
    });
    expect(dataOf(k3s('settings:kube-scheduler', args)).instances).toEqual([]);
  });

  test('an argument flag without a value gives nothing', () => {
    expect(only(k3s('settings:kube-scheduler', ['server', '--kube-scheduler-arg'])).given('profiling')).toBe(false);
  });

  test('are not hidden by a pod of somebody on their node', () => {
    const found = view('settings:kube-apiserver', {
      'control-plane-pods': whole([apiServer(['--profiling=true'], { namespace: 'team', node: 'node-2' })]),
      'daemon-sets': whole([]),
      version: VERSION,
      nodes: whole([annotated('node-2', SERVER)]),
    });
    expect(only(found).get('profiling')).toMatchObject({ value: false, source: 'node-annotation' });
  });

  test('count by their pods where these are seen', () => {
    const found = view('settings:kube-scheduler', {
      'control-plane-pods': whole([component('kube-scheduler', [], { node: 'node-2' })]),
      nodes: whole([
        node('node-2', { annotations: { 'rke2.io/node-args': '["server"]' } }),
        node('node-3', { annotations: { 'rke2.io/node-args': '["server"]' } }),
      ]),
      'daemon-sets': whole([]),
      version: VERSION,
    });
    expect(dataOf(found).instances.map(({ subject }) => subject.kind)).toEqual(['Pod', 'Node']);
  });
});
