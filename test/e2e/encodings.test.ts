import { deepStrictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupVersion, lists } from '../../src/gather/catalogue.ts';
import { type Connection, connect } from '../../src/kube/connect.ts';
import type { Schema } from '../../src/kube/reader.ts';
import { decodeList, schemaOf } from '../src/shapes/support/lists.ts';
import { fieldsOf, fieldsSetIn } from '../src/shapes/support/shape.ts';
import { type BareApiServer, startApiServer } from './bare-api-server.ts';
import { type BareEtcd, startEtcd } from './bare-etcd.ts';
import { ephemeralContainers, NAMESPACE, neverSet, objects, statuses } from './every-field.ts';
import { binariesOf } from './server-process.ts';

// A genuine API server takes objects that set every field which is read; both of its encodings must say the same. No controller runs that
// could change the objects between two lists.

const binaries = binariesOf(process.env['KUBEVET_E2E_VERSION'] ?? '');
const folder = mkdtempSync(join(tmpdir(), 'kubevet-encodings-'));
const kubeconfig = join(folder, 'kubeconfig');

/** The objects of one kind, as read from each encoding; `kind` is that of the schema. */
interface BothEncodings {
  readonly kind: string;
  readonly protobuf: readonly object[];
  readonly json: readonly object[];
}

const sources = Object.values(lists).filter(({ custom }) => !custom);
const titleOf = ({ resource, metadataOnly }: (typeof sources)[number]): string =>
  metadataOnly ? `${resource}, metadata only` : resource;
const read = new Map<string, BothEncodings>();
let etcd: BareEtcd;
let server: BareApiServer;
let connection: Connection;

const kubectl = (args: readonly string[], input: object): string =>
  execFileSync(join(binaries, 'kubectl'), [`--kubeconfig=${kubeconfig}`, ...args], {
    encoding: 'utf8',
    input: JSON.stringify(input),
    stdio: 'pipe',
  });

beforeAll(async () => {
  etcd = await startEtcd(binaries);
  server = await startApiServer(binaries, {
    etcd,
    prefix: 'encodings',
    flags: {
      'allow-privileged': 'true',
      'feature-gates': 'ClusterTrustBundle=true,ClusterTrustBundleProjection=true,PodCertificateRequest=true',
      'runtime-config': 'certificates.k8s.io/v1beta1=true',
    },
  });
  writeFileSync(kubeconfig, server.kubeconfig, { mode: 0o600 });
  kubectl(['create', '-f', '-'], { apiVersion: 'v1', kind: 'List', items: objects });
  for (const [kind, name, status] of statuses) {
    const patch = JSON.stringify({ status });
    kubectl(['patch', kind, name, '-n', NAMESPACE, '--subresource=status', '--type=merge', '-p', patch], {});
  }
  const pod = JSON.parse(kubectl(['get', 'pod', 'linux', '-n', NAMESPACE, '-o', 'json'], {}));
  pod.spec.ephemeralContainers = ephemeralContainers;
  kubectl(['replace', '--raw', `/api/v1/namespaces/${NAMESPACE}/pods/linux/ephemeralcontainers`, '-f', '-'], pod);
  connection = await connect({
    kubeconfig,
    env: {},
    homeDirectory: folder,
    inputIsTerminal: false,
    userAgent: 'kubevet-e2e',
    requestTimeout: 30_000,
  });
  for (const source of sources) read.set(titleOf(source), await readBoth(source));
  read.set('configmaps', await readConfigMaps());
});
afterAll(async () => {
  connection?.close();
  await server?.stop();
  await etcd?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Lists a kind as kubevet does, once in each encoding. */
async function readBoth({
  group,
  versions,
  resource,
  schema,
  metadataOnly,
}: (typeof sources)[number]): Promise<BothEncodings> {
  const list = async (protobuf: boolean): Promise<readonly object[]> => {
    const items: object[] = [];
    const request = { groupVersion: groupVersion(group, versions[0]), resource, protobuf, metadataOnly };
    const sink = { restart: () => items.splice(0), item: (item: object) => items.push(item) };
    const outcome = await connection.list({ ...request, schema: only(protobuf ? 'decode' : 'project', schema) }, sink);
    expect(outcome).toEqual({ state: 'whole' });
    return items;
  };
  return { kind: schema.kind, protobuf: await list(true), json: await list(false) };
}

/** A schema that fails where it is given the other encoding. */
function only(encoding: 'decode' | 'project', schema: Schema<object>): Schema<object> {
  const other = encoding === 'decode' ? 'project' : 'decode';
  return {
    ...schema,
    [other]: () => {
      throw new Error(`the server did not answer in the encoding that was asked for: ${other}`);
    },
  };
}

/** ConfigMaps are never listed by kubevet: its reader refuses to. */
async function readConfigMaps(): Promise<BothEncodings> {
  const { project } = schemaOf('ConfigMap');
  const path = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
  const protobuf = decodeList('ConfigMap', [await ask(path, 'application/vnd.kubernetes.protobuf')]);
  const { items } = JSON.parse((await ask(path, 'application/json')).toString()) as {
    readonly items: readonly object[];
  };
  return { kind: 'ConfigMap', protobuf, json: items.map((item) => project(item)) };
}

function ask(path: string, accept: string): Promise<Buffer> {
  const { authority, client } = server.certificates;
  const options = { ca: authority, cert: client.certificate, key: client.key, headers: { Accept: accept } };
  return new Promise((resolve, reject) => {
    request(new URL(path, server.url), options, async (response) => {
      resolve(Buffer.concat(await response.toArray()));
    })
      .on('error', reject)
      .end();
  });
}

test.each([...sources.map(titleOf), 'configmaps'])('protobuf and JSON say the same: %s', (title) => {
  const { protobuf, json } = read.get(title) as BothEncodings;
  expect(protobuf.length).toBeGreaterThan(0);
  deepStrictEqual(protobuf, json);
});

test('nothing that was set is unknown, and nothing that may be secret is read', () => {
  const text = JSON.stringify([...read.values()]);
  expect(text).not.toContain('$other');
  expect(text).not.toMatch(/not read|bm90IHJlYWQ/);
});

test('every field that is read is set in an object of its kind', () => {
  const all = new Set([...read.values()].flatMap(({ kind }) => [...fieldsOf(kind)]));
  const set = new Set(
    [...read.values()].flatMap(({ kind, json }) => json.flatMap((item) => [...fieldsSetIn(kind, item)])),
  );
  expect([...all].filter((field) => !set.has(field))).toEqual(Object.keys(neverSet));
});
