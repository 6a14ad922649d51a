import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emitModule } from '../../../scripts/shapes/module.ts';
import { parse } from '../../../scripts/shapes/parse.ts';
import type { Schema } from '../../../src/shapes/schema.ts';
import { decodeList, randomLists } from './support/lists.ts';
import { fieldsOf } from './support/shape.ts';

// A server newer than kubevet, seen from the other side: readers generated from a schema that lacks members of every union.

const shapes = new URL('../../../src/shapes/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'kubevet-older-'));
const messages = parse(readFileSync(new URL('shapes.proto', shapes), 'utf8'));
const unions = [...messages.values()].filter(({ options }) => options['union']);
/** Each union without its first member and every third one after it. */
const older = new Map(messages);
for (const union of unions) {
  older.set(union.name, { ...union, fields: union.fields.filter((_, index) => index % 3 !== 0) });
}
let schemas: Readonly<Record<string, Schema<object>>>;

beforeAll(async () => {
  const file = join(folder, 'older.ts');
  writeFileSync(file, emitModule(older).replaceAll("from './", `from '${fileURLToPath(shapes)}`));
  ({ schemas } = await import(file));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every union has members to take out', () => {
  expect(unions.map(({ name }) => name)).toEqual([
    'VolumeSource',
    'VolumeProjection',
    'ProbeHandler',
    'LifecycleHandler',
    'NetworkPolicyPeer',
  ]);
});

test.each(randomLists)('members that are not known are reported alike in both encodings: $title', (list) => {
  const schema = schemas[list.kind] as Schema<object>;
  const items = decodeList(list.kind, [list.protobuf], schema);
  for (const [index, item] of list.items.entries()) deepStrictEqual(items[index], schema.project(item));
  const hasUnions = [...fieldsOf(list.kind)].some((field) => /^(Volume|NetworkPolicyPeer)\./.test(field));
  expect(JSON.stringify(items).includes('"$other":true')).toBe(hasUnions);
});
