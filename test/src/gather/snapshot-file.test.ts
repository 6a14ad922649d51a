import { describe, expect, test } from '@jest/globals';
import { catalogueKeys } from '../../../src/gather/catalogue.ts';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import { parseSnapshot, redactSnapshot, serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import { KubevetError } from '../../../src/model/error.ts';
import * as build from '../../support/objects.ts';
import { failedList, recordedReader, refusing } from './readers.ts';

const OPTIONS = { concurrency: 4, takenAt: '2026-11-24T00:00:00Z', tool: '0.1.0' };
const recorded = await gather(recordedReader('protobuf'), catalogueKeys, OPTIONS);
const text = serializeSnapshot(recorded);

type Tree = Record<string, unknown>;

/** The snapshot with one member, named by its path, set to something else. */
function changed(path: string, value: unknown): string {
  const tree = JSON.parse(text) as Tree;
  const names = path.slice(1).split('/');
  const last = names.pop() as string;
  let at = tree;
  for (const name of names) at = at[name] as Tree;
  at[last] = value;
  return JSON.stringify(tree);
}

function errorOf(broken: string): KubevetError {
  try {
    parseSnapshot(broken, 'file.json');
  } catch (error) {
    if (error instanceof KubevetError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('a saved snapshot', () => {
  test('is read as it was written, byte by byte', () => {
    expect(serializeSnapshot(parseSnapshot(text, 'file.json'))).toBe(text);
    expect(JSON.parse(JSON.stringify(parseSnapshot(text, 'file.json')))).toEqual(JSON.parse(JSON.stringify(recorded)));
  });

  test('with failures, partial answers, manifests and no time too', async () => {
    const objects = [build.deployment('web', { spec: { securityContext: { runAsUser: 1 } } }), build.node('node-1')];
    const reader = refusing(objectReader(objects, { complete: false }), {
      list: (resource) => (resource === 'roles' ? failedList('forbidden') : undefined),
    });
    const snapshot = await gather(reader, catalogueKeys, { ...OPTIONS, takenAt: undefined });
    const written = serializeSnapshot(snapshot);
    expect(serializeSnapshot(parseSnapshot(written, 'file.json'))).toBe(written);
  });

  test('does not depend on the order of its members', () => {
    const reversed = Object.fromEntries(Object.entries(recorded).reverse());
    expect(serializeSnapshot(reversed as unknown as typeof recorded)).toBe(text);
  });
});

describe('what another version gathered', () => {
  test('in another way, is not gathered', () => {
    const { resources } = parseSnapshot(changed('/fields/nodes', '0000'), 'file.json');
    expect(resources.nodes).toEqual({
      state: 'failed',
      failure: {
        code: 'not-gathered',
        detail: 'kubevet 0.1.0 took the snapshot and did not gather all that this version looks at',
      },
    });
    expect(resources.roles?.state).toBe('whole');
  });

  test('and this one does not know, is left out', () => {
    const { resources } = parseSnapshot(
      changed('/resources/something-new', { state: 'whole', value: [] }),
      'file.json',
    );
    expect(Object.keys(resources).sort()).toEqual(catalogueKeys.filter((key) => key !== 'host-files').sort());
  });

  test('in another layout, is refused', () => {
    expect(errorOf(changed('/schema', 2))).toMatchObject({
      code: 'input',
      message: expect.stringContaining('layout 2'),
    });
  });
});

describe('what is broken is refused in one sentence', () => {
  test.each([
    ['/tool', 1, '/tool'],
    ['/takenAt', 'soon', '/takenAt'],
    ['/input', 'guess', '/input'],
    ['/deadlines', [1], '/deadlines'],
    ['/fields', [], '/fields'],
    ['/cluster', 'x', '/cluster'],
    ['/resources/nodes', [], '/resources/nodes'],
    ['/resources/nodes/state', 'half', '/resources/nodes/state'],
    ['/resources/nodes', { state: 'partial', value: [], missing: [] }, '/resources/nodes/missing'],
    ['/resources/nodes', { state: 'failed', failure: { code: 1 } }, '/resources/nodes/failure/code'],
    ['/resources/nodes/value/0/metadata/name', 5, '/resources/nodes/value/0/metadata/name'],
    ['/resources/workload-shapes/value/0/hostPID', 'no', '/resources/workload-shapes/value/0/hostPID'],
    ['/resources/workload-shapes/value/0/pods', 0.5, '/resources/workload-shapes/value/0/pods'],
    [
      '/resources/workload-shapes/value/0/containers/0/securityContext',
      { privileged: 'x' },
      '/resources/workload-shapes/value/0/containers/0/securityContext',
    ],
    [
      '/resources/workload-shapes/value/0/securityContext',
      { runAsUser: 'x' },
      '/resources/workload-shapes/value/0/securityContext',
    ],
    ['/resources/kubelet-configz/value/0/node', null, '/resources/kubelet-configz/value/0/node'],
    ['/resources/version/value/minor', 37, '/resources/version/value/minor'],
    ['/resources/flagz/value/flags', { a: true }, '/resources/flagz/value/flags/a'],
  ])('%s = %j', (path, value, place) => {
    const error = errorOf(changed(path, value));
    expect(error.code).toBe('input');
    expect(error.hint).toBeDefined();
    expect(error.message).toContain('file.json');
    expect(error.message).toContain(place);
    expect(error.message).not.toContain('/spec/containers/0');
  });

  test.each(['', '{', text.slice(0, 5000), '[]', '"x"', '{"schema":1}'])('text that begins with %.20j', (broken) => {
    expect(errorOf(broken).message).toContain('file.json cannot be read as a snapshot');
  });
});

describe('redaction', () => {
  test.each([
    ['https://10.0.0.1:6443', 'https://redacted.invalid'],
    ['https://k8s.prod.example.com', 'https://redacted.invalid'],
    ['https://ABC.gr7.us-east-1.eks.amazonaws.com', 'https://redacted.eks.amazonaws.com'],
    ['https://me-dns-1.hcp.westeurope.azmk8s.io:443', 'https://redacted.azmk8s.io'],
    ['nonsense', 'https://redacted.invalid'],
  ])('%s becomes %s', (server, expected) => {
    const cluster = { ...recorded.cluster, server };
    expect(redactSnapshot({ ...recorded, cluster }).cluster).toEqual({
      uid: recorded.cluster.uid,
      tlsVerified: true,
      server: expected,
    });
  });

  test('a snapshot without a server gets none', () => {
    expect(redactSnapshot({ ...recorded, cluster: {} }).cluster).toEqual({});
  });
});
