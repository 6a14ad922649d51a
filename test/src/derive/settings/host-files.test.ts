import { describe, expect, test } from '@jest/globals';
import { sourcesOf } from '../../../../src/derive/index.ts';
import { facts } from '../../../../src/facts/index.ts';
import { gather } from '../../../../src/gather/gather.ts';
import { objectReader } from '../../../../src/gather/objects.ts';
import { parseSnapshot, serializeSnapshot } from '../../../../src/gather/snapshot-file.ts';
import type { Snapshot } from '../../../../src/model/resources.ts';
import type { Instance } from '../../../../src/model/views.ts';
import { dataOf, only } from '../../../support/derived.ts';
import {
  authenticationConfig,
  authorizationConfig,
  oneWithFile,
  type WithFile,
  withFile,
} from '../../../support/host-files.ts';
import { controlPlanePod, hostFile, node, serverVersion } from '../../../support/objects.ts';

type Component = 'kube-apiserver' | 'kube-scheduler' | 'etcd';

const take = (objects: readonly object[]): Promise<Snapshot> =>
  gather(objectReader(objects, { complete: true }), ['control-plane-pods', 'nodes', 'version', 'host-files'], {
    concurrency: 2,
    takenAt: undefined,
    tool: 'test',
  });

/** The one instance of a component in these objects, from a snapshot that was saved and read again. */
async function instanceIn(component: Component, objects: readonly object[]): Promise<Instance> {
  const snapshot = parseSnapshot(serializeSnapshot(await take(objects)), 'file');
  return only(sourcesOf(snapshot, facts)(`settings:${component}`));
}

const started = (component: Component, given: WithFile) => instanceIn(component, withFile(component, given));

describe('settings in a file of the host that is in the snapshot', () => {
  test('are the authorizers', async () => {
    const text = authorizationConfig('Node', 'RBAC', 'Webhook');
    const instance = await started('kube-apiserver', { flag: 'authorization-config', text });
    expect(instance.get('authorization-mode')).toEqual({
      known: true,
      value: ['Node', 'RBAC', 'Webhook'],
      source: 'host-file',
      evidence: ['Node', 'RBAC', 'Webhook'].map((observed, index) => ({
        from: 'host-file',
        node: 'node-1',
        path: '/etc/kubernetes/conf/authorization-config.yaml',
        pointer: `/authorizers/${index}/type`,
        observed,
        source: 'host-file',
      })),
    });
    expect(instance.given('authorization-mode')).toBe(true);
    expect(instance.get('authorization-webhook-version')).toMatchObject({ because: { code: 'set-in-file' } });
  });

  test('are whether anonymous requests are let in, or the flag where the file does not say', async () => {
    const anonymous = async (sections: object) => {
      const given = { flag: 'authentication-config', text: authenticationConfig(sections) };
      return (await started('kube-apiserver', { ...given, flags: ['--anonymous-auth=false'] })).get('anonymous-auth');
    };
    expect(await anonymous({ anonymous: { enabled: true } })).toMatchObject({ value: true, source: 'host-file' });
    expect(await anonymous({ anonymous: {} })).toMatchObject({ value: false, source: 'host-file' });
    expect(await anonymous({ jwt: [] })).toMatchObject({ value: false, source: 'argv' });
  });

  test('are the profiling of the scheduler', async () => {
    const profiling = async (fields: object) => {
      const text = JSON.stringify({ kind: 'KubeSchedulerConfiguration', ...fields });
      const instance = await started('kube-scheduler', { flag: 'config', text, flags: ['--profiling=false'] });
      return [instance.get('profiling'), instance.get('contention-profiling'), instance.given('profiling')];
    };
    expect(await profiling({ enableProfiling: false })).toMatchObject([
      { value: false, source: 'host-file' },
      { value: false, source: 'host-file' },
      true,
    ]);
    // The flag is void beside the file, so that the default holds.
    expect(await profiling({})).toMatchObject([
      {
        value: true,
        source: 'default',
        evidence: [{ from: 'host-file', pointer: '/enableProfiling', observed: null }, { from: 'fact' }],
      },
      { value: true, source: 'default' },
      false,
    ]);
  });

  test('are those of etcd, by its flags', async () => {
    const text = [
      'listen-client-urls: https://127.0.0.1:2379,https://192.0.2.1:2379',
      'client-transport-security:',
      '  client-cert-auth: true',
      '  trusted-ca-file: /pki/ca.crt',
      'peer-transport-security: {auto-tls: true}',
      'initial-cluster-token: c4n4ry',
    ].join('\n');
    const instance = await started('etcd', { flag: 'config-file', text, flags: ['--client-cert-auth=false'] });
    const values = ['client-cert-auth', 'trusted-ca-file', 'peer-auto-tls', 'cert-file', 'listen-client-urls'].map(
      (setting) => instance.get(setting),
    );
    expect(values).toMatchObject([
      { value: true, source: 'host-file', evidence: [{ pointer: '/client-transport-security/client-cert-auth' }] },
      { value: '/pki/ca.crt' },
      { value: true },
      { value: '', source: 'default' },
      { source: 'host-file' },
    ]);
    expect(instance.get('snapshot-count')).toMatchObject({ known: false, because: { code: 'set-in-file' } });
  });

  test('differ between replicas', async () => {
    const flag = 'authorization-config';
    const objects = [
      serverVersion(),
      ...oneWithFile('kube-apiserver', { flag, text: authorizationConfig('RBAC'), node: 'node-1' }),
      ...oneWithFile('kube-apiserver', { flag, text: authorizationConfig('AlwaysAllow'), node: 'node-2' }),
    ];
    const { instances } = dataOf(sourcesOf(await take(objects), facts)('settings:kube-apiserver'));
    expect(instances.map((one) => one.get('authorization-mode'))).toMatchObject([
      { value: ['RBAC'] },
      { value: ['AlwaysAllow'] },
    ]);
  });

  test('are those of k3s, which runs on the host itself', async () => {
    const args = ['server', '--kube-apiserver-arg=authorization-config=/etc/a.yaml'];
    const instance = await instanceIn('kube-apiserver', [
      serverVersion('v1.37.2+k3s1'),
      node('node-1', { annotations: { 'k3s.io/node-args': JSON.stringify(args) }, kubelet: 'v1.37.2+k3s1' }),
      hostFile('/etc/a.yaml', authorizationConfig('Node', 'RBAC')),
    ]);
    expect(instance.get('authorization-mode')).toMatchObject({ value: ['Node', 'RBAC'] });
  });
});

describe('are not known', () => {
  const flag = 'authorization-config';
  const because = async (objects: readonly object[]) =>
    (await instanceIn('kube-apiserver', objects)).get('authorization-mode');

  test.each([
    [
      'where the file is not in the snapshot',
      [serverVersion(), ...oneWithFile('kube-apiserver', { flag, text: '' }).slice(0, 1)],
      /on the host$/,
    ],
    ['where it was not found', withFile('kube-apiserver', { flag, text: undefined }), /was not found/],
    ['where it is no document', withFile('kube-apiserver', { flag, text: 'a: [' }), /was not read/],
    [
      'where it is of another kind',
      withFile('kube-apiserver', { flag, text: '{kind: Other, authorizers: []}' }),
      /not described/,
    ],
    [
      'where it lies on the host of another node',
      [
        serverVersion(),
        ...withFile('kube-apiserver', { flag, text: 'x' }).slice(1, 2),
        hostFile('/etc/kubernetes/conf/authorization-config.yaml', authorizationConfig('RBAC'), 'node-2'),
      ],
      /on the host$/,
    ],
    [
      'where the container does not mount it from its host',
      [
        serverVersion(),
        controlPlanePod('kube-apiserver', { flags: ['--authorization-config=/etc/a.yaml'] }),
        hostFile('/etc/a.yaml', authorizationConfig('RBAC')),
      ],
      /on the host$/,
    ],
  ])('%s', async (_, objects, detail) => {
    expect(await because(objects)).toMatchObject({
      known: false,
      because: { code: 'set-in-file', detail: expect.stringMatching(detail) },
    });
  });
});

describe('the content of a file that a flag names', () => {
  const text = JSON.stringify({
    kind: 'EncryptionConfiguration',
    resources: [
      {
        resources: ['secrets'],
        providers: [{ aescbc: { keys: [{ name: 'k', secret: 'c4n4ry' }] } }, { identity: {} }],
      },
    ],
  });

  test('is what is allow-listed of it: never a key', async () => {
    const instance = await started('kube-apiserver', { flag: 'encryption-provider-config', text });
    expect(instance.file?.('encryption-provider-config')).toEqual({
      known: true,
      node: 'node-1',
      path: '/etc/kubernetes/conf/encryption-provider-config.yaml',
      content: {
        kind: 'EncryptionConfiguration',
        resources: [{ resources: ['secrets'], providers: [{ aescbc: { keys: [{ name: 'k' }] } }, { identity: {} }] }],
      },
    });
    expect(instance.get('encryption-provider-config')).toMatchObject({ source: 'argv' });
    expect(instance.file?.('audit-policy-file')).toBeUndefined();
  });

  test('is reduced again when a snapshot is loaded', async () => {
    const snapshot = serializeSnapshot(
      await take(withFile('kube-apiserver', { flag: 'encryption-provider-config', text })),
    );
    expect(snapshot).not.toContain('c4n4ry');
    const tampered = snapshot.replace('"name": "k"', '"name": "k", "secret": "c4n4ry"');
    expect(serializeSnapshot(parseSnapshot(tampered, 'file'))).toBe(snapshot);
  });

  test('is in no snapshot of a reader without such files', async () => {
    expect((await take([serverVersion()])).resources['host-files']).toBeUndefined();
  });
});
