import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../../src/demo/api-server.ts';
import { demoRecording, type Recording } from '../../../src/demo/recording.ts';
import { type Connection, type ConnectOptions, connect } from '../../../src/kube/connect.ts';
import { type ClusterRole, schemas } from '../../../src/shapes/generated.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubevet-connect-'));
let recording: Recording;
let open: { close(): unknown }[] = [];

beforeAll(async () => {
  recording = await demoRecording();
});
afterEach(async () => {
  for (const one of open.reverse()) await one.close();
  open = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(options: Omit<ApiServerOptions, 'recording'> = {}): Promise<ApiServer> {
  const server = await startApiServer({ recording, ...options });
  open.push(server);
  return server;
}

async function connectTo(kubeconfig: string, options: Partial<ConnectOptions> = {}): Promise<Connection> {
  const file = join(folder, 'config');
  writeFileSync(file, kubeconfig);
  const connection = await connect({
    kubeconfig: file,
    env: { PATH: '/usr/bin:/bin' },
    homeDirectory: folder,
    inputIsTerminal: false,
    userAgent: 'kubevet/test',
    requestTimeout: 3_000,
    ...options,
  });
  open.push(connection);
  return connection;
}

/** Lists ClusterRoles; gives their names, and the outcome. */
async function listRoles(connection: Connection) {
  let names: string[] = [];
  const request = {
    groupVersion: 'rbac.authorization.k8s.io/v1',
    resource: 'clusterroles',
    schema: schemas.ClusterRole,
    protobuf: true,
  };
  const outcome = await connection.list<ClusterRole>(request, {
    restart: () => {
      names = [];
    },
    item: ({ metadata }) => names.push(metadata.name),
  });
  return { names, outcome };
}

const ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
const expected = () =>
  (recording.json.get(ROLES) as { items: { metadata: { name: string } }[] }).items.map((one) => one.metadata.name);

describe('a connection', () => {
  test('reads lists as the server has them, over few connections', async () => {
    const server = await serve();
    const connection = await connectTo(server.kubeconfig());
    for (let time = 0; time < 10; time++) {
      const { names, outcome } = await listRoles(connection);
      expect(outcome).toEqual({ state: 'whole' });
      expect(names.sort()).toEqual(expected().sort());
    }
    expect(server.connections()).toBe(1);
    expect(connection.identity.tlsVerified).toBe(true);
    expect(connection.warnings).toEqual([]);
  });

  test('never asks for a limit together with resourceVersion', async () => {
    const server = await serve();
    await listRoles(await connectTo(server.kubeconfig()));
    expect(server.requests.filter(({ query }) => query.includes('limit') && query.includes('resourceVersion'))).toEqual(
      [],
    );
  });

  test('a list that expires begins anew and gives each item once', async () => {
    const gone = { does: 'refuse', status: { code: 410, reason: 'Expired', message: 'too old' } } as const;
    const server = await serve({ behaviours: { [ROLES]: [gone as never] } });
    const { names, outcome } = await listRoles(await connectTo(server.kubeconfig()));
    expect(outcome.state).toBe('whole');
    expect(names.length).toBe(expected().length);
  });

  test('a redirect is not followed', async () => {
    const moved = {
      does: 'alter',
      alter: () => ({ code: 302, contentType: 'text/html', body: Buffer.from(''), headers: { Location: '/version' } }),
    };
    const server = await serve({ behaviours: { [ROLES]: moved as never } });
    const { outcome } = await listRoles(await connectTo(server.kubeconfig()));
    expect(outcome).toMatchObject({
      state: 'failed',
      failure: { code: 'malformed', detail: expect.stringContaining('redirect') },
    });
  });

  test('as-groups of the kubeconfig and --as both reach the server', async () => {
    const server = await serve();
    const asked = () => server.requests.at(-1)?.headers;
    await connectTo(server.kubeconfig({ user: { as: 'jane', 'as-groups': ['dev', 'ops'] } }));
    expect(asked()?.['impersonate-user']).toBe('jane');
    expect(String(asked()?.['impersonate-group'])).toBe('dev,ops');
    await connectTo(server.kubeconfig(), { impersonate: { user: 'joe', uid: '7', groups: ['qa'] } });
    expect([
      asked()?.['impersonate-user'],
      asked()?.['impersonate-uid'],
      String(asked()?.['impersonate-group']),
    ]).toEqual(['joe', '7', 'qa']);
  });

  test('a credential plugin runs once for many first requests, and once more when refused', async () => {
    const server = await serve();
    const log = join(folder, 'plugin.log');
    const credential = (token: string) =>
      JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status: { token } });
    const answer = join(folder, 'answer.json');
    writeFileSync(answer, credential(server.token));
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'sh',
      args: ['-c', `echo run >> ${log}; cat ${answer}`],
      interactiveMode: 'Never',
    };
    const connection = await connectTo(server.kubeconfig({ credential: 'none', user: { exec } }));
    await Promise.all(Array.from({ length: 8 }, () => listRoles(connection)));
    expect(readFileSync(log, 'utf8')).toBe('run\n');
    server.revoke(server.token);
    server.accept('fresh');
    writeFileSync(answer, credential('fresh'));
    expect((await listRoles(connection)).outcome.state).toBe('whole');
    expect(readFileSync(log, 'utf8')).toBe('run\nrun\n');
  });

  test('kubectl proxy works, with a warning', async () => {
    const server = await serve({ plain: true });
    const connection = await connectTo(server.kubeconfig({ credential: 'none' }));
    expect((await listRoles(connection)).outcome.state).toBe('whole');
    expect(connection.warnings.join()).toContain('not encrypted');
    expect(connection.identity.tlsVerified).toBe(false);
  });

  test('insecure-skip-tls-verify works, with a warning', async () => {
    const server = await serve();
    const cluster = { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined };
    const connection = await connectTo(server.kubeconfig({ cluster }));
    expect(connection.warnings.join()).toContain('not verified');
    expect(connection.identity.tlsVerified).toBe(false);
  });

  test('a server that hangs is given up in time', async () => {
    const server = await serve({ behaviours: { [ROLES]: { does: 'hang' } } });
    const { outcome } = await listRoles(await connectTo(server.kubeconfig(), { requestTimeout: 300 }));
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'timed-out' } });
  });

  test('no failure names a credential', async () => {
    const refused = {
      does: 'refuse',
      status: { code: 403, reason: 'Forbidden', message: 'Bearer canary-token-value is not allowed' },
    } as const;
    const server = await serve({ behaviours: { [ROLES]: refused as never } });
    const { outcome } = await listRoles(await connectTo(server.kubeconfig({ credential: 'token' })));
    expect(JSON.stringify(outcome)).not.toContain('canary-token-value');
    expect(JSON.stringify(outcome)).not.toContain(server.token);
  });
});
