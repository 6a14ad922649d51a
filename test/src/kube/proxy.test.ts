import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { makeCertificates } from '../../../src/demo/certificates.ts';
import { proxyFor } from '../../../src/kube/proxy.ts';
import { certificates, connectionLab, listRoles, ROLES, recording } from '../../support/connections.ts';
import { httpProxy, silentServer, socksProxy } from '../../support/proxies.ts';
import { transportTo } from '../../support/transport.ts';

const lab = connectionLab();
afterEach(lab.close);
afterAll(lab.remove);

const named = await makeCertificates({ client: { user: 'u', groups: [] }, serverNames: ['api.example.com'] });
const roles = (recording.json.get(ROLES) as { readonly items: readonly unknown[] }).items.length;

/** The demo cluster at https://api.example.com, which only a proxy finds. */
async function hidden() {
  const server = await lab.serve({ certificates: named });
  const { port } = new URL(server.url);
  const target = `api.example.com:${port}`;
  const kubeconfig = (proxyUrl?: string) =>
    server.kubeconfig({ cluster: { server: `https://${target}`, ...(proxyUrl && { 'proxy-url': proxyUrl }) } });
  return { server, target, kubeconfig };
}

describe('which proxy', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ['https://api.example.com', { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['https://api.example.com', { https_proxy: 'proxy:3128' }, 'http://proxy:3128/'],
    ['https://api.example.com', { HTTP_PROXY: 'http://proxy:3128', ALL_PROXY: 'http://proxy:3128' }, undefined],
    ['http://api.example.com', { HTTP_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['https://127.0.0.1:6443', { HTTPS_PROXY: 'http://proxy:3128' }, undefined],
    ['https://[::1]:6443', { HTTPS_PROXY: 'http://proxy:3128' }, undefined],
    ['https://localhost:6443', { HTTPS_PROXY: 'http://proxy:3128' }, undefined],
    ['https://api.example.com', {}, undefined],
  ])('%s with %j: %s', (server, env, expected) => {
    expect(proxyFor(new URL(server), undefined, env)?.href).toBe(expected);
  });

  test.each([
    ['https://api.example.com:6443', '*', true],
    ['https://api.example.com:6443', 'example.com', true],
    ['https://api.example.com:6443', '.example.com', true],
    ['https://api.example.com:6443', '*.example.com', true],
    ['https://API.example.com:6443', 'other.org, api.EXAMPLE.com', true],
    ['https://api.example.com:6443', 'api.example.com:6443', true],
    ['https://api.example.com:6443', 'api.example.com:443', false],
    ['https://api.example.com', 'api.example.com:443', true],
    ['https://example.com', '.example.com', false],
    ['https://notexample.com', 'example.com', false],
    ['https://10.1.2.3:6443', '10.0.0.0/8', true],
    ['https://10.1.2.3:6443', '10.1.2.3', true],
    ['https://11.1.2.3:6443', '10.0.0.0/8', false],
    ['https://10.1.2.3:6443', '10.0.0.0/99', false],
    ['https://[fd00::1]:6443', 'fd00::/8', true],
    ['https://[fd00::1]:6443', 'fd00::1', true],
    ['https://[fd00::1]:6443', '[fd00::1]:6443', true],
    ['https://[fd00::1]:6443', '10.0.0.0/8', false],
    ['https://api.example.com', ' , ', false],
  ])('%s with NO_PROXY %s is reached directly: %s', (server, list, directly) => {
    const env = { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: list };
    expect(proxyFor(new URL(server), undefined, env) === undefined).toBe(directly);
  });

  test('proxy-url wins over the environment, NO_PROXY included', () => {
    const env = { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' };
    expect(proxyFor(new URL('https://127.0.0.1'), 'socks5://other:1080', env)?.href).toBe('socks5://other:1080');
  });

  test.each(['not an address', 'ftp://user:canary@proxy', 'socks5://', 'proxy:3128'])(
    'proxy-url %s is refused, and not shown',
    async (url) => {
      const server = await lab.serve();
      const { code, message, hint } = await lab.trouble(server.kubeconfig({ cluster: { 'proxy-url': url } }));
      expect([code, message]).toEqual([
        'kubeconfig',
        'proxy-url in the kubeconfig is no http, https or socks5 address',
      ]);
      expect(hint).toMatch(/http:/);
    },
  );
});

describe('through a proxy', () => {
  test.each([
    ['proxy-url', (host: string) => ({ url: `http://${host}`, env: {} })],
    ['HTTPS_PROXY', (host: string) => ({ url: undefined, env: { HTTPS_PROXY: `http://${host}` } })],
    ['https_proxy without a scheme', (host: string) => ({ url: undefined, env: { https_proxy: host } })],
  ])('of %s: one tunnel and one TLS handshake for many requests, to the name itself', async (_, how) => {
    const proxy = lab.closing(await httpProxy());
    const { server, target, kubeconfig } = await hidden();
    const { url, env } = how(proxy.host);
    const connection = await lab.connect(kubeconfig(url), { env });
    for (let time = 0; time < 3; time++) expect((await listRoles(connection)).names).toHaveLength(roles);
    expect(proxy.tunnels).toEqual([target]);
    expect(server.connections()).toBe(1);
    expect(connection.identity.tlsVerified).toBe(true);
    expect(server.requests.every(({ credential }) => credential === 'certificate')).toBe(true);
  });

  test('of SOCKS: likewise, and the proxy resolves the name', async () => {
    const proxy = lab.closing(await socksProxy());
    const { server, target, kubeconfig } = await hidden();
    const connection = await lab.connect(kubeconfig(`socks5://${proxy.host}`));
    for (let time = 0; time < 3; time++) expect((await listRoles(connection)).names).toHaveLength(roles);
    expect(proxy.tunnels).toEqual([target]);
    expect(server.connections()).toBe(1);
  });

  test('a server without TLS', async () => {
    const proxy = lab.closing(await httpProxy());
    const server = await lab.serve({ plain: true });
    const kubeconfig = server.kubeconfig({ credential: 'none', cluster: { 'proxy-url': `http://${proxy.host}` } });
    expect((await listRoles(await lab.connect(kubeconfig))).outcome.state).toBe('whole');
    expect(proxy.tunnels).toHaveLength(1);
  });

  test('with the login that stands in its address, encoded', async () => {
    const proxy = lab.closing(await httpProxy({ login: 'me:p@ss' }));
    const { kubeconfig } = await hidden();
    const connection = await lab.connect(kubeconfig(`http://me:p%40ss@${proxy.host}`));
    expect((await listRoles(connection)).outcome.state).toBe('whole');
  });

  test('tls-server-name says whose certificate it must be', async () => {
    const proxy = lab.closing(await httpProxy());
    const server = await lab.serve({ certificates: named });
    const cluster = { 'proxy-url': `http://${proxy.host}`, 'tls-server-name': 'api.example.com' };
    expect((await lab.connect(server.kubeconfig({ cluster }))).identity.tlsVerified).toBe(true);
    expect((await lab.trouble(server.kubeconfig({ cluster: { ...cluster, 'tls-server-name': 'x' } }))).message).toMatch(
      /another name/,
    );
  });

  test.each([
    ['http', httpProxy],
    ['socks5', socksProxy],
  ])('%s: the CA is checked, and insecure-skip-tls-verify is honoured', async (scheme, start) => {
    const proxy = lab.closing(await start());
    const server = await lab.serve({ certificates: named });
    const cluster = {
      'proxy-url': `${scheme}://${proxy.host}`,
      'certificate-authority-data': Buffer.from(certificates.authority).toString('base64'),
    };
    const { code, message, hint } = await lab.trouble(server.kubeconfig({ cluster }));
    expect([code, message]).toEqual(['connection', expect.stringMatching(/not signed by the given CA/)]);
    expect(hint).toMatch(/certificate-authority/);
    const lax = { ...cluster, 'certificate-authority-data': undefined, 'insecure-skip-tls-verify': true };
    expect((await lab.connect(server.kubeconfig({ cluster: lax }))).identity.tlsVerified).toBe(false);
  });
});

describe('a proxy in trouble is named, with a hint, without its password', () => {
  const login = 'user:canary@';

  test.each<[string, string, () => Promise<{ readonly host: string; close(): unknown }>, RegExp]>([
    ['wants another login', 'http', () => httpProxy({ login: 'x:y' }), /wants other credentials \(407\)/],
    ['refuses', 'http', () => httpProxy({ status: 403 }), /does not connect to api\.example\.com:\d+ \(403\)/],
    [
      'refuses',
      'socks5',
      () => socksProxy({ refuses: true }),
      /does not connect to api\.example\.com:\d+: .*HostUnreachable/,
    ],
    ['is not there', 'http', async () => ({ host: '127.0.0.1:1', close: () => {} }), /refused/],
    ['is not there', 'socks5', async () => ({ host: '127.0.0.1:1', close: () => {} }), /refused/],
    ['hangs', 'http', silentServer, /did not answer GET \/version within 0\.2 s through/],
    ['hangs', 'socks5', silentServer, /did not answer GET \/version within 0\.2 s through/],
    ['hangs in TLS', 'https', silentServer, /did not answer GET \/version within 0\.2 s through/],
  ])('it %s (%s)', async (_, scheme, start, expected) => {
    const proxy = lab.closing(await start());
    const { kubeconfig } = await hidden();
    const { code, message, hint } = await lab.trouble(kubeconfig(`${scheme}://${login}${proxy.host}`), {
      requestTimeout: 200,
    });
    expect(code).toBe('connection');
    expect(message).toMatch(expected);
    expect(message).toContain(`the proxy ${proxy.host}`);
    expect(hint).toMatch(/proxy-url.*HTTPS_PROXY/);
    expect(message + hint).not.toContain('canary');
  });

  test.each(['http', 'socks5'])(
    'that hangs (%s) holds up neither a deadline nor the end of the program',
    async (scheme) => {
      const proxy = lab.closing(await silentServer());
      const server = await lab.serve();
      const transport = transportTo(server, { proxy: new URL(`${scheme}://${proxy.host}`), timeout: 60_000 });
      const stop = new AbortController();
      const version = { method: 'GET', target: '/version', accept: 'application/json', signal: stop.signal } as const;
      const asked = transport.open(version).catch((error: unknown) => error);
      while (proxy.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      stop.abort('the time of --timeout 1s passed');
      expect(await asked).toMatchObject({ failure: { code: 'timed-out', detail: 'the time of --timeout 1s passed' } });
      transport.close();
      while (proxy.connections() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  );
});
