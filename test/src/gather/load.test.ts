import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gather } from '../../../src/gather/gather.ts';
import { type Loaded, loadInput } from '../../../src/gather/load.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import { serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import { KubevetError } from '../../../src/model/error.ts';
import type { ResourceKey } from '../../../src/model/resources.ts';
import { clusterRole, deployment, namespace, pod } from '../../support/objects.ts';

const OPTIONS = { concurrency: 2, takenAt: undefined, tool: 'test' };
const noInput = () => Promise.reject(new Error('standard input is not asked for'));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubevet-load-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
}

const load = (from: string) => loadInput(from, { standardInput: noInput });

/** Names of the objects of a resource that was loaded. */
async function loaded(from: Loaded, key: ResourceKey): Promise<unknown> {
  if (from.kind !== 'objects') throw new Error('not objects');
  return (await gather(from.reader, [key], OPTIONS)).resources[key];
}

const NAMES = (...names: readonly string[]) => ({
  state: 'partial',
  value: names.map((name) => ({ metadata: { name } })),
});
const YAML = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: one }\n';

async function errorOf(promise: Promise<unknown>): Promise<KubevetError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KubevetError)) throw new Error(`no KubevetError: ${String(error)}`);
  expect(error.code).toBe('input');
  expect(error.hint).toBeDefined();
  expect(error.message).not.toContain('\n');
  return error;
}

describe('objects', () => {
  test.each([
    ['one.json', JSON.stringify(namespace('one')), ['one']],
    ['one.yaml', YAML, ['one']],
    ['bom.yaml', `\uFEFF${YAML}`, ['one']],
    ['two.yml', `---\n${YAML}---\n---\n${YAML.replace('one', 'two')}`, ['one', 'two']],
    [
      'list.json',
      JSON.stringify({ kind: 'List', apiVersion: 'v1', items: [namespace('one'), namespace('two')] }),
      ['one', 'two'],
    ],
    [
      'raw.json',
      JSON.stringify({ kind: 'NamespaceList', apiVersion: 'v1', items: [{ metadata: { name: 'one' } }] }),
      ['one'],
    ],
    ['array.json', JSON.stringify([namespace('one')]), ['one']],
    ['flow.yaml', '{ apiVersion: v1, kind: Namespace, metadata: { name: one } }', ['one']],
    [
      'strange.json',
      JSON.stringify([namespace('one'), { apiVersion: 'example.com/v1', kind: 'Strange', spec: { items: 1 } }]),
      ['one'],
    ],
  ])('%s', async (name, text, names) => {
    expect(await loaded(await load(await file(name, text)), 'namespaces')).toMatchObject(NAMES(...names));
  });

  test('from standard input', async () => {
    const from = await loadInput('-', { standardInput: async () => YAML });
    if (from.kind === 'objects') expect(from.reader.identity.context).toBe('standard input');
    expect(await loaded(from, 'namespaces')).toMatchObject(NAMES('one'));
  });

  test('from a folder with folders in it, hidden and other files left out', async () => {
    await file('tree/a.yaml', YAML);
    await file('tree/deep/er/b.JSON', JSON.stringify(namespace('two')));
    await file('tree/.hidden.yaml', 'not: kubernetes');
    await file('tree/notes.txt', 'not kubernetes');
    await symlink(join(folder, 'tree'), join(folder, 'tree', 'loop.yaml'));
    expect(await loaded(await load(join(folder, 'tree')), 'namespaces')).toMatchObject(NAMES('one', 'two'));
  });

  test('they are partial, and say where they are from; kinds without objects are not gathered', async () => {
    const from = await load(await file('web.json', JSON.stringify([deployment('web'), pod('one')])));
    if (from.kind !== 'objects') throw new Error('not objects');
    expect(from.reader).toMatchObject({ partial: true, identity: { context: join(folder, 'web.json') } });
    expect(await loaded(from, 'workload-shapes')).toMatchObject({
      state: 'partial',
      value: [{ pods: 0 }, { pods: 1 }],
    });
    expect(await loaded(from, 'roles')).toMatchObject({ state: 'failed', failure: { code: 'not-gathered' } });
    expect(await loaded(from, 'version')).toMatchObject({ state: 'failed', failure: { code: 'not-gathered' } });
  });

  test('the version may be given, or be the answer of a server', async () => {
    const path = await file('one.json', JSON.stringify(namespace('one')));
    const given = await loadInput(path, { standardInput: noInput, kubernetesVersion: '1.36' });
    expect(await loaded(given, 'version')).toMatchObject({
      state: 'whole',
      value: { gitVersion: 'v1.36.0', major: '1', minor: '36' },
    });
    const answered = await load(
      await file(
        'version.json',
        JSON.stringify({ major: '1', minor: '37', gitVersion: 'v1.37.2', platform: 'linux/amd64' }),
      ),
    );
    expect(await loaded(answered, 'version')).toMatchObject({ state: 'whole', value: { gitVersion: 'v1.37.2' } });
    await expect(loadInput(path, { standardInput: noInput, kubernetesVersion: 'latest' })).rejects.toMatchObject({
      code: 'usage',
    });
  });

  test('an object of a wrong shape makes its kind fail, no more', async () => {
    const from = await load(
      await file('odd.json', JSON.stringify([namespace('one'), { ...clusterRole('r', []), rules: 'all' }])),
    );
    expect(await loaded(from, 'cluster-roles')).toMatchObject({ state: 'failed', failure: { code: 'malformed' } });
    expect(await loaded(from, 'namespaces')).toMatchObject(NAMES('one'));
  });
});

describe('snapshots', () => {
  test('are told from objects by themselves', async () => {
    const snapshot = await gather(objectReader([namespace('one')], { complete: true }), ['namespaces'], OPTIONS);
    const text = serializeSnapshot(snapshot);
    const from = await load(await file('snapshot.json', text));
    if (from.kind !== 'snapshot') throw new Error('no snapshot');
    expect(serializeSnapshot(from.snapshot)).toBe(text);
    await file('mixed/snapshot.json', text);
    const path = await file('mixed/one.yaml', YAML);
    expect((await errorOf(load(join(path, '..')))).message).toContain('mixed/snapshot.json, document 1 is a snapshot');
  });

  test('a snapshot that was cut off is told by name', async () => {
    const text = serializeSnapshot(
      await gather(objectReader([namespace('one')], { complete: true }), ['namespaces'], OPTIONS),
    );
    for (const end of [1, 40, text.length >> 1, text.length - 3]) {
      expect((await errorOf(load(await file('cut.json', text.slice(0, end))))).message).toContain('cut.json');
    }
  });
});

describe('what is neither', () => {
  test.each([
    ['empty.yaml', '', /empty\.yaml is empty/],
    ['blank.yaml', '---\n---\n', /no Kubernetes object/],
    ['values.yaml', `${YAML}---\nreplicas: 3\n`, /values\.yaml, document 2 is no Kubernetes object/],
    ['text.yaml', 'hello', /text\.yaml, document 1/],
    ['number.json', '[1]', /number\.json, document 1/],
    ['broken.yaml', 'a: [', /broken\.yaml is neither JSON nor YAML/],
    [
      'bomb.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
        .join('\n')}`,
      /bomb\.yaml/,
    ],
    ['page.json', '<html><body>Login</body></html>', /page\.json/],
  ])('%s', async (name, text, message) => {
    expect((await errorOf(load(await file(name, text)))).message).toMatch(message);
  });

  test('a file that is not there, and a folder without any', async () => {
    expect((await errorOf(load(join(folder, 'nowhere')))).message).toMatch(/no such file/);
    await mkdir(join(folder, 'none'));
    expect((await errorOf(load(join(folder, 'none')))).message).toMatch(/holds no \.json/);
  });
});
