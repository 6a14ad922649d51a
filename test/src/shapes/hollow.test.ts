import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from '../../../scripts/shapes/parse.ts';
import { type Field, flatFields, kindsOf, type Message, messageOf, scalarOf } from '../../../scripts/shapes/schema.ts';
import { field } from './support/bytes.ts';
import { schemaOf } from './support/lists.ts';

const messages = parse(readFileSync(new URL('../../../src/shapes/shapes.proto', import.meta.url), 'utf8'));
/** A number that no message declares. */
const UNDECLARED = 4095;

/** Fields whose values are messages with fields of their own; none at the last level but those that JSON does not nest. */
const nestedIn = (fields: readonly Field[], levels: number): readonly Field[] =>
  fields.filter(
    ({ type, label, options }) =>
      label !== 'map' && scalarOf(messages, type) === undefined && (levels > 0 || options['inline'] === true),
  );

/** A message in which every message that it can hold, so many levels deep, is there and says nothing but what kubevet does not declare. */
function hollowBytes(message: Message, levels: number): Buffer {
  const inner = nestedIn(message.fields, levels).map(({ number, type, options }) =>
    field(number, hollowBytes(messageOf(messages, type), options['inline'] ? levels : levels - 1)),
  );
  return Buffer.concat([...inner, field(UNDECLARED, 'new')]);
}

/** The same as JSON has it. */
function hollowJson(message: Message, levels: number): object {
  const inner = nestedIn(flatFields(messages, message), levels).map(({ name, type, label }) => {
    const value = hollowJson(messageOf(messages, type), levels - 1);
    return [name, label === 'repeated' ? [value] : value] as const;
  });
  return { ...Object.fromEntries(inner), undeclared: 'new' };
}

describe.each(kindsOf(messages).filter(({ options }) => !options['jsonOnly']))('$name', (kind) => {
  const schema = schemaOf(kind.name);

  test.each([0, 1, 2, 20])('with nothing in it, %d levels deep, reads alike from both encodings', (levels) => {
    const bytes = hollowBytes(kind, levels);
    const decoded = schema.decode(bytes, 0, bytes.length);
    deepStrictEqual(decoded, schema.project(hollowJson(kind, levels)));
    expect(JSON.stringify(decoded)).not.toContain('new');
  });
});
