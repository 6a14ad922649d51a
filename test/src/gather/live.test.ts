import { getEventListeners, getMaxListeners } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../../src/demo/api-server.ts';
import { catalogueKeys } from '../../../src/gather/catalogue.ts';
import { diagnose } from '../../../src/gather/doctor.ts';
import { gather } from '../../../src/gather/gather.ts';
import { serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import { type Connection, connect } from '../../../src/kube/connect.ts';
import type { Snapshot } from '../../../src/model/resources.ts';
import { recordedReader, recording } from './readers.ts';

const OPTIONS = { concurrency: 4, takenAt: '2026-11-24T00:00:00Z', tool: 'test' };
const folder = mkdtempSync(join(tmpdir(), 'kubevet-gather-'));
let open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.reverse()) await one.close();
  open = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function connected(options: Omit<ApiServerOptions, 'recording'> = {}): Promise<readonly [Connection, ApiServer]> {
  const server = await startApiServer({ recording, ...options });
  const kubeconfig = join(folder, 'config');
  writeFileSync(kubeconfig, server.kubeconfig());
  const env = { PATH: '/usr/bin:/bin' };
  const where = { kubeconfig, env, homeDirectory: folder, inputIsTerminal: false };
  const connection = await connect({ ...where, userAgent: 'kubevet/test', requestTimeout: 3_000 });
  open.push(server, connection);
  return [connection, server];
}

const states = ({ resources }: Snapshot) =>
  Object.fromEntries(
    Object.entries(resources).map(([key, gathered]) => [
      key,
      gathered.state === 'failed' ? gathered.failure.code : gathered.state,
    ]),
  );
const unread = (snapshot: Snapshot) =>
  Object.fromEntries(Object.entries(states(snapshot)).filter(([, state]) => state !== 'whole'));

describe('over the network', () => {
  test('everything is gathered, as from the recorded replies themselves', async () => {
    const [connection, server] = await connected();
    const live = await gather(connection, catalogueKeys, OPTIONS);
    const recorded = await gather(recordedReader('protobuf'), catalogueKeys, OPTIONS);
    expect(unread(live)).toEqual({});
    expect(serializeSnapshot({ ...live, cluster: {} })).toBe(serializeSnapshot({ ...recorded, cluster: {} }));
    expect(live.cluster).toMatchObject({ uid: recorded.cluster.uid, tlsVerified: true });
    const lists = server.requests.filter(({ query }) => query.includes('limit=')).map(({ path }) => path);
    expect([...new Set(lists)]).toHaveLength(lists.length);
  });

  test('an identity with no rights beyond those of everybody learns why, kind by kind', async () => {
    const [connection] = await connected({ may: () => false });
    const snapshot = await gather(connection, catalogueKeys, OPTIONS);
    const { version, discovery, ...others } = states(snapshot);
    expect({ version, discovery }).toEqual({ version: 'whole', discovery: 'whole' });
    expect(new Set(Object.values(others))).toEqual(new Set(['forbidden']));
    const { identity, refused } = await diagnose(connection, catalogueKeys);
    expect(identity).toBe('kubernetes-admin');
    expect(refused.map(({ permission }) => permission)).toEqual(
      expect.arrayContaining(['list pods', 'get nodes/proxy', 'get /flagz']),
    );
    expect(refused.map(({ permission }) => permission)).not.toContain('get /version');
  });

  test('an administrator is refused nothing', async () => {
    const [connection] = await connected();
    expect(await diagnose(connection, catalogueKeys)).toEqual({ identity: 'kubernetes-admin', refused: [] });
  });

  test('a reply that is a web page, or cut, spoils only what needs it', async () => {
    const page = { contentType: 'text/html', body: Buffer.from('<html>Login</html>') };
    const [connection] = await connected({
      behaviours: {
        '/flagz': { does: 'alter', alter: (reply) => ({ ...reply, ...page }) },
        '/apis/rbac.authorization.k8s.io/v1/roles': { does: 'alter', alter: (reply) => ({ ...reply, ...page }) },
        '/apis/rbac.authorization.k8s.io/v1/clusterroles': {
          does: 'alter',
          alter: (reply) => ({ ...reply, body: Buffer.from(reply.body).subarray(0, 20_000) }),
        },
      },
    });
    const wrong = unread(await gather(connection, catalogueKeys, OPTIONS));
    expect(Object.keys(wrong)).toEqual(['cluster-roles', 'flagz', 'roles']);
    expect(wrong).toMatchObject({ flagz: 'malformed', roles: 'malformed' });
  });

  test('names of nodes that would lead elsewhere lead nowhere', async () => {
    const names = ['../../../pods', 'a/run/b', 'a?b', '..', '\ud800', ''];
    const items = names.map((name) => ({ metadata: { name }, status: {} }));
    const list = JSON.stringify({ kind: 'NodeList', apiVersion: 'v1', metadata: {}, items });
    const nodes = { code: 200, contentType: 'application/json', body: Buffer.from(list) };
    const [connection, server] = await connected({
      behaviours: { '/api/v1/nodes': { does: 'alter', alter: () => nodes } },
    });
    const before = server.requests.length;
    const snapshot = await gather(connection, ['kubelet-configz'], OPTIONS);
    expect(
      server.requests
        .slice(before)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      '/api/v1/namespaces/kube-system',
      '/api/v1/nodes',
      '/api/v1/nodes/%EF%BF%BD/proxy/configz',
      '/api/v1/nodes/a%3Fb/proxy/configz',
    ]);
    expect(snapshot.resources['kubelet-configz']).toMatchObject({ state: 'partial' });
  });

  test('any number of requests may hear of the deadline: Node would warn of more than ten', async () => {
    const [connection] = await connected();
    const { signal } = new AbortController();
    expect(unread(await gather(connection, catalogueKeys, { ...OPTIONS, concurrency: 16, signal }))).toEqual({});
    expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('a kind that never answers ends at the deadline, and the rest stands', async () => {
    const [connection] = await connected({ behaviours: { '/api/v1/serviceaccounts': { does: 'hang' } } });
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort('the time of --timeout 2s passed'), 2_000);
    const snapshot = await gather(connection, ['service-accounts', 'services', 'leases', 'roles'], {
      ...OPTIONS,
      signal: stop.signal,
    });
    clearTimeout(timer);
    expect(unread(snapshot)).toEqual({ 'service-accounts': 'timed-out' });
    expect(snapshot.deadlines).toEqual(['the time of --timeout 2s passed: not read, or in part only: serviceaccounts']);
  });
});
