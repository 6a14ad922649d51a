import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { ApiServer } from '../../../src/demo/api-server.ts';
import { makeCertificates } from '../../../src/demo/certificates.ts';
import { certificates, connectionLab, idToken, listRoles, oidcUser } from '../../support/connections.ts';
import { isRunning } from '../../support/processes.ts';

const lab = connectionLab();
afterEach(lab.close);
afterAll(lab.remove);

const VERSION = 'client.authentication.k8s.io/v1';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const credential = (status: object) => JSON.stringify({ apiVersion: VERSION, kind: 'ExecCredential', status });
const last = (server: ApiServer) => server.requests.at(-1);
const header = (server: ApiServer, name: string) => last(server)?.headers[name];

/** A plugin that answers with one status after another; `runs` says how often it was run. */
function countedPlugin(...statuses: readonly object[]) {
  for (const [index, status] of statuses.entries()) lab.save(`answer-${index + 1}`, credential(status));
  const log = lab.save('plugin.log', '');
  const script = `echo run >> ${log}; cat ${join(lab.folder, 'answer-')}$(grep -c run ${log})`;
  return {
    exec: { apiVersion: VERSION, command: 'sh', args: ['-c', script] },
    runs: () => readFileSync(log, 'utf8').split('\n').length - 1,
  };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a token', () => {
  test('that is refused is not tried again', async () => {
    const server = await lab.serve();
    const { code, hint } = await lab.trouble(server.kubeconfig({ credential: 'none', user: { token: 'stale' } }));
    expect([code, hint]).toEqual(['authentication', expect.stringMatching(/Log in again/)]);
    expect(server.requests).toHaveLength(1);
  });

  test('in a file that rotates is read again when it is refused, once for many requests', async () => {
    const server = await lab.serve();
    const tokenFile = lab.save('token', `${server.token}\n`);
    const connection = await lab.connect(
      server.kubeconfig({ credential: 'none', user: { tokenFile, token: 'loses' } }),
    );
    server.revoke(server.token);
    server.accept('rotated');
    lab.save('token', 'rotated\n');
    const all = await Promise.all(Array.from({ length: 8 }, () => listRoles(connection)));
    expect(new Set(all.map(({ outcome }) => outcome.state))).toEqual(new Set(['whole']));
    const before = server.requests.length;
    await listRoles(connection);
    expect(server.requests.length).toBe(before + 1);
    server.revoke('rotated');
    expect((await listRoles(connection)).outcome).toMatchObject({ failure: { code: 'unauthenticated' } });
    expect(server.requests.length).toBe(before + 3);
  });

  test.each([
    ['that is not there', undefined, /cannot be read/],
    ['that is empty', ' \n', /is empty/],
  ])('in a file %s', async (_, text, expected) => {
    const server = await lab.serve();
    const tokenFile = text === undefined ? '/missing/token' : lab.save('token', text);
    const { code, message, hint } = await lab.trouble(server.kubeconfig({ credential: 'none', user: { tokenFile } }));
    expect([code, message, hint]).toEqual(['kubeconfig', expect.stringMatching(expected), expect.any(String)]);
    expect(server.requests).toEqual([]);
  });

  test('with a line end in it is said to be one, and not shown', async () => {
    const server = await lab.serve();
    const user = { token: 'canary\nvalue' };
    const { message, hint } = await lab.trouble(server.kubeconfig({ credential: 'none', user }));
    expect([message, hint]).toEqual([expect.stringMatching(/cannot be sent/), expect.stringMatching(/line ends/)]);
    expect(message + hint).not.toContain('canary');
  });

  test('of a pod, with the CA beside it', async () => {
    const server = await lab.serve();
    lab.save('token', server.token);
    lab.save('ca.crt', server.certificates.authority);
    const { hostname, port } = new URL(server.url);
    const connection = await lab.connect(undefined, {
      env: { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port },
      homeDirectory: '/missing',
      serviceAccountDirectory: lab.folder,
    });
    expect(connection.identity).toMatchObject({ context: 'in-cluster', tlsVerified: true });
    expect(last(server)?.credential).toBe('token');
  });
});

describe('a client certificate', () => {
  const { client } = certificates;

  test('is shown, from files too', async () => {
    const server = await lab.serve();
    const user = {
      'client-certificate': lab.save('client.pem', client.certificate),
      'client-key': lab.save('client.key', client.key),
    };
    await lab.connect(server.kubeconfig({ credential: 'none', user }));
    expect(last(server)?.credential).toBe('certificate');
  });

  test('of another authority is refused by the server, and told', async () => {
    const server = await lab.serve();
    const other = (await makeCertificates({ client: { user: 'kubernetes-admin', groups: [] } })).client;
    const user = { 'client-certificate-data': base64(other.certificate), 'client-key-data': base64(other.key) };
    expect((await lab.trouble(server.kubeconfig({ credential: 'none', user }))).message).toMatch(/credentials.*401/);
  });

  test.each<[string, Record<string, string | undefined>, RegExp]>([
    ['without its key', { 'client-key-data': undefined }, /without a client-key/],
    [
      'with the key of another',
      { 'client-key-data': base64(certificates.server.key) },
      /cannot be used: key values mismatch/,
    ],
    ['that is no PEM', { 'client-certificate-data': base64('hello') }, /client-certificate-data .*no certificate/],
    ['whose PEM is garbage', { 'client-certificate-data': base64('-----BEGIN CERTIFICATE-----\nx') }, /cannot be used/],
    [
      'that is not there',
      { 'client-certificate-data': '', 'client-certificate': '/missing.pem' },
      /\/missing\.pem, which cannot/,
    ],
  ])('%s', async (_, user, expected) => {
    const server = await lab.serve();
    const { message, hint } = await lab.trouble(server.kubeconfig({ user }));
    expect([message, hint]).toEqual([expect.stringMatching(expected), expect.any(String)]);
    expect(server.requests).toEqual([]);
  });

  test('an authority that is no PEM', async () => {
    const server = await lab.serve();
    const cluster = { 'certificate-authority-data': base64('hello') };
    expect((await lab.trouble(server.kubeconfig({ cluster }))).message).toMatch(
      /certificate-authority-data .*no certificate/,
    );
  });
});

describe('a credential plugin', () => {
  test('runs once for eight first calls, and its token is used until it is refused', async () => {
    const server = await lab.serve();
    const plugin = countedPlugin({ token: server.token }, { token: 'fresh' });
    const connection = await lab.connect(server.kubeconfig({ credential: 'none', user: { exec: plugin.exec } }));
    await Promise.all(Array.from({ length: 8 }, () => listRoles(connection)));
    await listRoles(connection);
    expect(plugin.runs()).toBe(1);
    server.revoke(server.token);
    server.accept('fresh');
    const all = await Promise.all(Array.from({ length: 8 }, () => listRoles(connection)));
    expect(new Set(all.map(({ outcome }) => outcome.state))).toEqual(new Set(['whole']));
    expect(plugin.runs()).toBe(2);
  });

  test('whose new token is refused too is not run for ever', async () => {
    const server = await lab.serve();
    const plugin = countedPlugin({ token: 'stale' }, { token: 'stale' }, { token: server.token });
    const { code } = await lab.trouble(server.kubeconfig({ credential: 'none', user: { exec: plugin.exec } }));
    expect([code, plugin.runs(), server.requests.length]).toEqual(['authentication', 2, 2]);
  });

  test('that fails is run once for eight calls', async () => {
    const server = await lab.serve();
    const plugin = countedPlugin({ token: server.token }, {}, { token: server.token });
    const connection = await lab.connect(server.kubeconfig({ credential: 'none', user: { exec: plugin.exec } }));
    server.revoke(server.token);
    const all = await Promise.all(Array.from({ length: 8 }, () => listRoles(connection)));
    for (const { outcome } of all) expect(outcome).toMatchObject({ failure: { code: 'unauthenticated' } });
    expect(plugin.runs()).toBe(2);
  });

  test('that hangs later holds up neither a deadline nor the end of the program', async () => {
    const server = await lab.serve();
    const log = lab.save('plugin.log', '');
    const pid = lab.save('pid', '');
    const script = `echo run >> ${log}; [ $(grep -c run ${log}) = 1 ] || { echo $$ > ${pid}; exec sleep 30; }; printf %s "$ANSWER"`;
    const env = [{ name: 'ANSWER', value: credential({ token: server.token }) }];
    const exec = { apiVersion: VERSION, command: 'sh', args: ['-c', script], env };
    const connection = await lab.connect(server.kubeconfig({ credential: 'none', user: { exec } }));
    server.revoke(server.token);
    const stop = new AbortController();
    const listing = listRoles(connection, stop.signal);
    while (readFileSync(pid, 'utf8') === '') await soon();
    stop.abort('interrupted by SIGINT');
    expect((await listing).outcome).toMatchObject({
      state: 'failed',
      failure: { code: 'timed-out', detail: 'interrupted by SIGINT' },
    });
    connection.close();
    while (isRunning(Number(readFileSync(pid, 'utf8')))) await soon();
  });

  test('may give a certificate, and another one when that is refused', async () => {
    const server = await lab.serve();
    const other = (await makeCertificates({ client: { user: 'x', groups: [] } })).client;
    const [refused, good] = [other, certificates.client].map(({ certificate, key }) => ({
      clientCertificateData: certificate,
      clientKeyData: key,
    }));
    const plugin = countedPlugin(refused ?? {}, good ?? {});
    await lab.connect(server.kubeconfig({ credential: 'none', user: { exec: plugin.exec } }));
    expect([last(server)?.credential, plugin.runs()]).toEqual(['certificate', 2]);
  });

  test('is told of the cluster where it asks for that, and gets its variables', async () => {
    const server = await lab.serve();
    const log = join(lab.folder, 'info.json');
    const exec = {
      apiVersion: VERSION,
      command: 'sh',
      args: ['-c', `printf %s "$KUBERNETES_EXEC_INFO" > ${log}; printf %s "$ANSWER"`],
      env: [{ name: 'ANSWER', value: credential({ token: server.token }) }],
      provideClusterInfo: true,
    };
    await lab.connect(server.kubeconfig({ credential: 'none', user: { exec } }));
    expect(JSON.parse(readFileSync(log, 'utf8'))).toMatchObject({
      kind: 'ExecCredential',
      apiVersion: VERSION,
      spec: { interactive: false, cluster: { server: server.url, 'certificate-authority-data': expect.any(String) } },
    });
  });
});

describe('other ways to say who one is', () => {
  test('user name and password', async () => {
    const server = await lab.serve();
    server.accept(`Basic ${base64('me:pass')}`);
    await lab.connect(server.kubeconfig({ credential: 'none', user: { username: 'me', password: 'pass' } }));
    expect(last(server)?.credential).toBe('token');
  });

  test('OIDC, of the old auth-provider form', async () => {
    const server = await lab.serve();
    server.accept(idToken);
    await lab.connect(server.kubeconfig({ credential: 'none', user: oidcUser }));
    expect(last(server)?.credential).toBe('token');
  });

  test('an auth-provider that nobody knows is told, and does not become nobody', async () => {
    const server = await lab.serve();
    const user = { 'auth-provider': { name: 'keystone' } };
    const { code, message, hint } = await lab.trouble(server.kubeconfig({ credential: 'none', user }));
    expect([code, message]).toEqual(['authentication', expect.stringContaining('"keystone"')]);
    expect(hint).toMatch(/exec/);
    expect(server.requests).toEqual([]);
  });
});

describe('impersonation', () => {
  test('of the kubeconfig is honoured whole', async () => {
    const server = await lab.serve();
    const user = {
      as: 'jane',
      'as-uid': '42',
      'as-groups': ['dev', 'ops'],
      'as-user-extra': { 'example.com/Scope': ['a', 'b'] },
    };
    await lab.connect(server.kubeconfig({ user }));
    expect(last(server)?.headers).toMatchObject({
      'impersonate-user': 'jane',
      'impersonate-uid': '42',
      'impersonate-group': ['dev', 'ops'],
      'impersonate-extra-example.com%2fscope': ['a', 'b'],
    });
  });

  test('of the command line takes its place, whole', async () => {
    const server = await lab.serve();
    const user = { as: 'jane', 'as-uid': '42', 'as-groups': ['dev'], 'as-user-extra': { scope: ['a'] } };
    await lab.connect(server.kubeconfig({ user }), { impersonate: { user: 'joe', groups: ['qa'] } });
    expect(header(server, 'impersonate-user')).toBe('joe');
    expect(header(server, 'impersonate-group')).toBe('qa');
    expect(header(server, 'impersonate-uid')).toBeUndefined();
    expect(header(server, 'impersonate-extra-scope')).toBeUndefined();
  });

  test('of a name beyond ASCII arrives as UTF-8', async () => {
    const server = await lab.serve();
    await lab.connect(server.kubeconfig(), { impersonate: { user: 'jürgen', groups: ['Prüfer'] } });
    const sent = (name: string) => Buffer.from(String(header(server, name)), 'latin1').toString('utf8');
    expect([sent('impersonate-user'), sent('impersonate-group')]).toEqual(['jürgen', 'Prüfer']);
  });
});
