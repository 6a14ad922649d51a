import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Behaviour } from '../../../src/demo/behaviour.ts';
import { makeCertificates } from '../../../src/demo/certificates.ts';
import { schemas } from '../../../src/shapes/generated.ts';
import { connectionLab, listRoles, ROLES, recording } from '../../support/connections.ts';
import { fullServer, silentServer } from '../../support/proxies.ts';

const lab = connectionLab();
afterEach(lab.close);
afterAll(lab.remove);

const expected = (recording.json.get(ROLES) as { items: { metadata: { name: string } }[] }).items
  .map(({ metadata }) => metadata.name)
  .sort();

const named = await makeCertificates({
  client: { user: 'kubernetes-admin', groups: [] },
  serverNames: ['api.example.com'],
});
const answer = (contentType: string, text: string): Behaviour => ({
  does: 'alter',
  alter: () => ({ code: 200, contentType, body: Buffer.from(text) }),
});

describe('a connection', () => {
  test('reads lists as the server has them, over few connections', async () => {
    const server = await lab.serve();
    const connection = await lab.connect(server.kubeconfig());
    for (let time = 0; time < 10; time++) {
      const { names, outcome } = await listRoles(connection);
      expect(outcome).toEqual({ state: 'whole' });
      expect(names.sort()).toEqual(expected);
    }
    expect(server.connections()).toBe(1);
    expect(connection.identity.tlsVerified).toBe(true);
    expect(connection.warnings).toEqual([]);
  });

  test('never asks for a limit together with resourceVersion', async () => {
    const server = await lab.serve();
    await listRoles(await lab.connect(server.kubeconfig()));
    expect(server.requests.filter(({ query }) => query.includes('limit') && query.includes('resourceVersion'))).toEqual(
      [],
    );
  });

  test('a list that expires begins anew and gives each item once', async () => {
    const gone = { does: 'refuse', status: { code: 410, reason: 'Expired', message: 'too old' } } as const;
    const server = await lab.serve({ behaviours: { [ROLES]: [gone as never] } });
    const { names, outcome } = await listRoles(await lab.connect(server.kubeconfig()));
    expect(outcome.state).toBe('whole');
    expect(names.length).toBe(expected.length);
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (code) => {
    const elsewhere = await lab.serve();
    const moved: Behaviour = {
      does: 'alter',
      alter: (reply) => ({ ...reply, code, headers: { Location: `${elsewhere.url}${ROLES}` } }),
    };
    const server = await lab.serve({ behaviours: { [ROLES]: moved } });
    const { outcome } = await listRoles(await lab.connect(server.kubeconfig()));
    expect(outcome).toMatchObject({
      failure: { code: 'malformed', detail: expect.stringContaining('never followed') },
    });
    const { code: trouble, message } = await lab.trouble(
      (await lab.serve({ behaviours: { '*': moved } })).kubeconfig(),
    );
    expect([trouble, message]).toEqual(['connection', expect.stringContaining('never followed')]);
    expect(elsewhere.requests).toEqual([]);
  });

  test('a name that would lead to another path never leaves', async () => {
    const server = await lab.serve();
    const connection = await lab.connect(server.kubeconfig());
    const before = server.requests.length;
    for (const namespace of ['../../nodes', 'a/b', 'a?watch=true', 'a#b', '..', '%2e%2e', 'a\r\nX: y', 'a\\b']) {
      await connection.list<object>(
        { groupVersion: 'v1', resource: 'pods', namespace, schema: schemas.Pod, protobuf: true },
        { restart: () => {}, item: () => {} },
      );
    }
    expect(server.requests.slice(before).map(({ path, query }) => path + query)).toEqual([
      '/api/v1/namespaces/a%3Fwatch%3Dtrue/pods?limit=500',
      '/api/v1/namespaces/a%23b/pods?limit=500',
    ]);
  });

  test('a server below a path is asked there', async () => {
    const version = { code: 200, contentType: 'application/json', body: Buffer.from('{"gitVersion":"v1.37.2"}') };
    const server = await lab.serve({ behaviours: { '*': { does: 'alter', alter: () => version } } });
    const cluster = { server: `${server.url}/k8s/clusters/c-1/` };
    const connection = await lab.connect(server.kubeconfig({ cluster }));
    expect(server.requests.map(({ path }) => path)).toEqual(['/k8s/clusters/c-1/version']);
    expect(connection.identity.server).toBe(`${server.url}/k8s/clusters/c-1`);
  });

  test('kubectl proxy works, with a warning', async () => {
    const server = await lab.serve({ plain: true });
    const connection = await lab.connect(server.kubeconfig({ credential: 'none' }));
    expect((await listRoles(connection)).outcome.state).toBe('whole');
    expect(connection.warnings.join()).toContain('not encrypted');
    expect(connection.identity.tlsVerified).toBe(false);
  });

  test('insecure-skip-tls-verify is honoured, with a warning', async () => {
    const server = await lab.serve({ certificates: named });
    const cluster = { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined };
    const connection = await lab.connect(server.kubeconfig({ cluster }));
    expect(connection.warnings.join()).toContain('not verified');
    expect(connection.identity.tlsVerified).toBe(false);
    const { hint } = await lab.trouble(server.kubeconfig({ cluster: { 'certificate-authority-data': undefined } }));
    expect(hint).toMatch(/never skips the check/);
  });

  test('tls-server-name is the name that the certificate must have', async () => {
    const server = await lab.serve({ certificates: named });
    const connection = await lab.connect(server.kubeconfig({ cluster: { 'tls-server-name': 'api.example.com' } }));
    expect((await listRoles(connection)).outcome.state).toBe('whole');
    expect(connection.identity.tlsVerified).toBe(true);
    expect((await lab.trouble(server.kubeconfig())).message).toMatch(/another name/);
  });

  test('a server that does not let everybody ask its version is one all the same', async () => {
    const refused: Behaviour = { does: 'refuse', status: { code: 403, reason: 'Forbidden', message: 'no' } };
    const server = await lab.serve({ behaviours: { '/version': refused } });
    expect((await listRoles(await lab.connect(server.kubeconfig()))).outcome.state).toBe('whole');
  });

  test.each<[string, Behaviour, RegExp]>([
    ['a web page', answer('text/html', '<html>log in</html>'), /no Kubernetes API server/],
    ['JSON of something else', answer('application/json', '{"version":"1"}'), /no Kubernetes API server/],
    ['JSON that is no object', answer('application/json', 'null'), /no Kubernetes API server/],
    ['404', { does: 'refuse', status: { code: 404, reason: 'NotFound', message: 'no' } }, /answered 404 for \/version/],
  ])('a server that answers %s is said to be none', async (_, behaviour, expected) => {
    const server = await lab.serve({ behaviours: { '*': behaviour } });
    const { code, message, hint } = await lab.trouble(server.kubeconfig());
    expect([code, message, hint]).toEqual(['connection', expect.stringMatching(expected), expect.any(String)]);
  });
});

describe('a server that hangs', () => {
  test('over a request is given up in time', async () => {
    const server = await lab.serve({ behaviours: { [ROLES]: { does: 'hang' } } });
    const { outcome } = await listRoles(await lab.connect(server.kubeconfig(), { requestTimeout: 200 }));
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'timed-out' } });
  });

  test('over the TLS handshake is given up in time', async () => {
    const silent = lab.closing(await silentServer());
    const server = await lab.serve();
    const started = Date.now();
    const kubeconfig = server.kubeconfig({ cluster: { server: `https://${silent.host}` } });
    const { code, message } = await lab.trouble(kubeconfig, { requestTimeout: 200 });
    expect([code, message]).toEqual(['connection', expect.stringMatching(/did not answer .* within 0\.2 s$/)]);
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  test('and takes no connection is given up in time', async () => {
    const full = lab.closing(await fullServer());
    const server = await lab.serve();
    const kubeconfig = server.kubeconfig({ cluster: { server: `https://${full.host}` } });
    expect((await lab.trouble(kubeconfig, { requestTimeout: 200 })).message).toMatch(/within 0\.2 s$/);
  });
});

describe('a server that is busy', () => {
  const busy = (code: number, retryAfterSeconds: number): Behaviour => ({
    does: 'refuse',
    status: { code, reason: 'Busy', message: 'later', retryAfterSeconds },
  });

  test.each([429, 503])('is asked again after the time that it says (%i)', async (code) => {
    const server = await lab.serve({ behaviours: { [ROLES]: [busy(code, 0.4)] } });
    const connection = await lab.connect(server.kubeconfig());
    const started = Date.now();
    expect((await listRoles(connection)).outcome.state).toBe('whole');
    expect(Date.now() - started).toBeGreaterThanOrEqual(400);
  });

  test('is not waited for beyond the deadline', async () => {
    const server = await lab.serve({ behaviours: { [ROLES]: busy(429, 20) } });
    const connection = await lab.connect(server.kubeconfig());
    const stop = new AbortController();
    const listing = listRoles(connection, stop.signal);
    const asked = () => server.requests.filter(({ path }) => path === ROLES);
    while (asked().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort('the time of --timeout 1s passed');
    const { outcome } = await listing;
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'timed-out' } });
    expect(asked()).toHaveLength(1);
  });

  test.each<[string, Behaviour]>([
    ['500', { does: 'refuse', status: { code: 500, reason: 'InternalError', message: 'etcd' } }],
    ['a connection that is cut', { does: 'cut' }],
    ['a body that is cut', { does: 'cut', after: 20 }],
  ])('is asked again after %s, for single objects too', async (_, behaviour) => {
    const server = await lab.serve({ behaviours: { '/version': [behaviour] } });
    await lab.connect(server.kubeconfig());
    expect(server.requests.map(({ path }) => path)).toEqual(['/version', '/version']);
  });
});

describe('a failure', () => {
  test('names no credential', async () => {
    const refused = {
      does: 'refuse',
      status: { code: 403, reason: 'Forbidden', message: 'Bearer canary-token-value is not allowed' },
    } as const;
    const server = await lab.serve({ behaviours: { [ROLES]: refused as never } });
    const { outcome } = await listRoles(await lab.connect(server.kubeconfig({ credential: 'token' })));
    expect(JSON.stringify(outcome)).not.toContain('canary-token-value');
    expect(JSON.stringify(outcome)).not.toContain(server.token);
  });
});
