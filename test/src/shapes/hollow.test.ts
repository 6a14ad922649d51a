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

/** Fields whose values are messages with fields of their own. */
const nested = ({ type, label }: Field): boolean => label !== 'map' && scalarOf(messages, type) === undefined;

/** A message in which every message that it can hold is there and says nothing but what kubevet does not declare. */
function hollowBytes(message: Message): Buffer {
  const inner = message.fields
    .filter(nested)
    .map(({ number, type }) => field(number, hollowBytes(messageOf(messages, type))));
  return Buffer.concat([...inner, field(UNDECLARED, 'new')]);
}

/** The same as JSON has it. */
function hollowJson(message: Message): object {
  const inner = flatFields(messages, message)
    .filter(nested)
    .map(({ name, type, label }) => {
      const value = hollowJson(messageOf(messages, type));
      return [name, label === 'repeated' ? [value] : value] as const;
    });
  return { ...Object.fromEntries(inner), undeclared: 'new' };
}

describe.each(kindsOf(messages).filter(({ options }) => !options['jsonOnly']))('$name', (kind) => {
  const schema = schemaOf(kind.name);

  test('reads messages that are there and empty alike from both encodings', () => {
    const bytes = hollowBytes(kind);
    const decoded = schema.decode(bytes, 0, bytes.length);
    deepStrictEqual(decoded, schema.project(hollowJson(kind)));
    expect(JSON.stringify(decoded)).not.toContain('new');
  });
});
