import { existsSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Demo, startDemo } from '../../../src/demo/demo.ts';
import { demoFaults, FAULT_LABEL } from '../../../src/demo/faults.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Lists over the connection that the kubeconfig describes. */
function list(path: string): Promise<{
  items: { metadata: { name: string; namespace?: string } }[];
}> {
  const { clusters, users } = JSON.parse(readFileSync(demo.kubeconfig, 'utf8'));
  const decode = (text: string) => Buffer.from(text, 'base64');
  const options = {
    ca: decode(clusters[0].cluster['certificate-authority-data']),
    cert: decode(users[0].user['client-certificate-data']),
    key: decode(users[0].user['client-key-data']),
    headers: {
      accept: path.endsWith('secrets')
        ? 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1'
        : 'application/json',
    },
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${clusters[0].cluster.server}${path}`, options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve(JSON.parse(Buffer.concat(chunks).toString()));
    });
    outgoing.on('error', reject).end();
  });
}

test('its kubeconfig is for this user only and reaches it', async () => {
  expect(statSync(demo.kubeconfig).mode & 0o777).toBe(0o600);
  expect((await list('/api/v1/nodes')).items.map(({ metadata }) => metadata.name)).toEqual(['node-1', 'node-2']);
});

test('every fault is labelled and served once', async () => {
  for (const [path, objects] of Object.entries(demoFaults())) {
    const { items } = await list(path);
    for (const object of objects) {
      expect(object.metadata.labels?.[FAULT_LABEL]).toBe('true');
      expect(
        items.filter(
          ({ metadata }) => metadata.name === object.metadata.name && metadata.namespace === object.metadata.namespace,
        ),
      ).toHaveLength(1);
    }
  }
});

test('owners of added objects exist', () => {
  const added = Object.values(demoFaults())
    .flat()
    .map(({ metadata }) => metadata);
  const uids = new Set(added.map(({ uid }) => uid));
  const owners = added.flatMap(({ ownerReferences = [] }) => ownerReferences as { readonly uid: string }[]);
  expect(owners).toHaveLength(5);
  expect(owners.filter(({ uid }) => !uids.has(uid))).toEqual([]);
});

test('the banner says what was added', () => {
  expect(demo.banner).toContain(demo.server.url);
  expect(demo.banner).toContain('kubevet.dev/demo-fault=true');
  expect(demo.banner).toContain('jump-host');
});

test('closing it removes the kubeconfig', async () => {
  const other = await startDemo();
  expect(existsSync(other.kubeconfig)).toBe(true);
  await other.close();
  expect(existsSync(other.kubeconfig)).toBe(false);
});
