import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type KubeconfigOptions, loadKubeconfig, selectContext } from '../../../src/kube/kubeconfig.ts';
import { KubevetError } from '../../../src/model/error.ts';
import { connectionLab } from '../../support/connections.ts';

const lab = connectionLab();
const home = join(lab.folder, 'home');
const serviceAccount = join(lab.folder, 'service-account');
mkdirSync(join(home, '.kube'), { recursive: true });
mkdirSync(serviceAccount);
afterAll(lab.remove);
beforeEach(() => {
  lab.save('home/.kube/config', config('home'));
});

/** A kubeconfig with one context, whose cluster and user have its name. */
const config = (name: string, more: { cluster?: object; user?: object; current?: string; context?: object } = {}) =>
  JSON.stringify({
    kind: 'Config',
    clusters: [{ name, cluster: { server: `https://${name}.example:6443`, ...more.cluster } }],
    users: [{ name, user: { token: name, ...more.user } }],
    contexts: [{ name, context: { cluster: name, user: name, ...more.context } }],
    'current-context': more.current ?? name,
  });

const select = async (options: Partial<KubeconfigOptions>, context?: string) =>
  selectContext(await loadKubeconfig({ env: {}, homeDirectory: home, ...options }), context);

/** Message and hint of what `select` fails with. */
async function trouble(options: Partial<KubeconfigOptions>, context?: string): Promise<string> {
  const error = await select(options, context).catch((thrown: unknown) => thrown);
  if (!(error instanceof KubevetError)) throw error;
  expect(error.code).toBe('kubeconfig');
  return `${error.message} | ${error.hint}`;
}

const given = (text: string) => ({ kubeconfig: lab.save('given', text) });

describe('where it is looked for', () => {
  test('in the home folder', async () => {
    expect(await select({})).toMatchObject({ name: 'home', user: { token: 'home' } });
  });

  test('$KUBECONFIG comes before it, --kubeconfig before both', async () => {
    const env = { KUBECONFIG: lab.save('environment', config('environment')) };
    expect((await select({ env })).name).toBe('environment');
    expect((await select({ env, ...given(config('given')) })).name).toBe('given');
  });

  test('of several files the first to name something wins, and missing ones are passed over', async () => {
    const first = lab.save('first', config('first', { current: '' }));
    const second = lab.save('second', config('first', { user: { token: 'loses' }, current: 'third' }));
    const third = lab.save('third', config('third'));
    const env = { KUBECONFIG: [join(lab.folder, 'missing'), first, '', second, third].join(delimiter) };
    expect((await select({ env })).name).toBe('third');
    expect((await select({ env }, 'first')).user).toEqual({ token: 'first' });
  });

  test('nowhere: says where it looked', async () => {
    const env = { KUBECONFIG: ['/missing/a', '/missing/b'].join(delimiter) };
    expect(await trouble({ env })).toMatch(/looked for \/missing\/a, \/missing\/b \| .*--kubeconfig/);
    expect(await trouble({ homeDirectory: '/missing' })).toMatch(/looked for \/missing\/\.kube\/config/);
    expect(await trouble({ kubeconfig: '/missing/a' })).toMatch(/\/missing\/a does not exist \| .*--kubeconfig/);
  });

  test('a folder', async () => {
    expect(await trouble({ kubeconfig: lab.folder })).toMatch(/it is a folder/);
  });

  test('a pod uses its ServiceAccount where there is no kubeconfig, and only there', async () => {
    lab.save('service-account/token', 'pod-token\n');
    const pod = {
      homeDirectory: '/missing',
      env: { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443' },
      serviceAccountDirectory: serviceAccount,
    };
    expect(await select(pod)).toEqual({
      name: 'in-cluster',
      cluster: { server: 'https://[fd00::1]:443', 'certificate-authority': join(serviceAccount, 'ca.crt') },
      user: { tokenFile: join(serviceAccount, 'token') },
    });
    expect((await select({ ...pod, homeDirectory: home })).name).toBe('home');
    expect(await trouble({ ...pod, env: {} })).toMatch(/no kubeconfig was found/);
    expect(await trouble({ ...pod, serviceAccountDirectory: '/missing' })).toMatch(/no kubeconfig was found/);
  });
});

describe('what it names', () => {
  test('paths are relative to the file, a plugin only where it is a path', async () => {
    const cluster = { 'certificate-authority': 'ca.pem' };
    const user = { 'client-certificate': '/abs.pem', 'client-key': 'pki/key.pem', exec: { command: './plugin' } };
    const found = await select(given(config('a', { cluster, user })));
    expect(found.cluster['certificate-authority']).toBe(join(lab.folder, 'ca.pem'));
    expect(found.user).toMatchObject({
      'client-certificate': '/abs.pem',
      'client-key': join(lab.folder, 'pki/key.pem'),
      exec: { command: join(lab.folder, 'plugin') },
    });
    const named = await select(given(config('a', { user: { exec: { command: 'plugin' } } })));
    expect(named.user.exec?.command).toBe('plugin');
  });

  test('what is null or empty is as good as not there', async () => {
    const user = { token: '', tokenFile: null, as: '', exec: null, 'as-groups': null };
    expect((await select(given(config('a', { user })))).user).toEqual({});
    expect((await select(given(config('a', { context: { user: '' } })))).user).toEqual({});
  });

  test.each<[string, string, string | undefined, RegExp]>([
    ['no current context', config('a', { current: '' }), undefined, /no current context.* \| .*--context: a\./],
    [
      'a current context that is not there',
      config('a', { current: 'gone' }),
      undefined,
      /"gone" does not exist.* \| .*: a\./,
    ],
    ['a wanted context that is not there', config('a'), 'gone', /the context "gone" does not exist.* \| .*: a\./],
    [
      'a cluster that is not there',
      config('a', { context: { cluster: 'gone' } }),
      undefined,
      /cluster "gone", which does not/,
    ],
    ['a user that is not there', config('a', { context: { user: 'gone' } }), undefined, /user "gone", which does not/],
    ['a cluster without a server', config('a', { cluster: { server: '' } }), undefined, /"a" has no server \| /],
    [
      'a server that is no address',
      config('a', { cluster: { server: 'a:6443' } }),
      undefined,
      /no http or https address/,
    ],
    ['a token that is a number', config('a', { user: { token: 7 } }), undefined, /user "a" of .*, token has/],
    [
      'a server that is a list',
      config('a', { cluster: { server: ['x'] } }),
      undefined,
      /cluster "a" of .*, server has/,
    ],
    ['groups that are one text', config('a', { user: { 'as-groups': 'x' } }), undefined, /as-groups has/],
    ['a plugin that is a text', config('a', { user: { exec: 'sh' } }), undefined, /exec has/],
    ['arguments that are one text', config('a', { user: { exec: { args: 'x' } } }), undefined, /args has/],
    ['variables that are a map', config('a', { user: { exec: { env: { A: 'b' } } } }), undefined, /env has/],
    ['clusters that are a map', '{"clusters":{}}', undefined, /clusters is not a list/],
    ['an entry without a name', '{"users":[{}]}', undefined, /users\[0\] has no name/],
    ['two of one name', '{"users":[{"name":"a"},{"name":"a"}]}', undefined, /two users are named "a"/],
    ['an object', '{"kind":"Pod"}', undefined, /not a kubeconfig/],
    ['a list', '[]', undefined, /not a kubeconfig/],
    ['nothing', '', undefined, /no current context.* \| It holds no context/],
  ])('%s', async (_, text, context, expected) => {
    expect(await trouble(given(text), context)).toMatch(expected);
  });

  test('YAML that cannot be read names the line, and shows nothing of it', async () => {
    const told = await trouble(given('users:\n- name: a\n  user: {token: canary, ]\n'));
    expect(told).toMatch(/not valid YAML in line 3/);
    expect(told).not.toContain('canary');
  });
});
