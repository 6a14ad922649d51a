import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../../scripts/shapes/parse.ts';
import {
  type Field,
  flatFields,
  isUnion,
  type Message,
  messageOf,
  scalarOf,
} from '../../../../scripts/shapes/schema.ts';

// What a decoded object must look like, by the schema alone: what is generated is not asked.
const messages = parse(readFileSync(new URL('../../../../src/shapes/shapes.proto', import.meta.url), 'utf8'));

const TYPES: Readonly<Record<string, readonly string[]>> = {
  bool: ['boolean'],
  int32: ['number'],
  int64: ['number'],
  intOrString: ['number', 'string'],
};

/**
 * Throws where an object is not of the type that is generated for its message; gives the fields that it sets, as `PodSpec.hostPID`.
 * A field that is always there counts where it says something.
 */
export function fieldsSetIn(kind: string, object: object): ReadonlySet<string> {
  const found = new Set<string>();
  visitMessage(messageOf(messages, kind), object, found);
  return found;
}

/** All fields that objects of a kind can set, in the same form. */
export function fieldsOf(kind: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (message: Message): void => {
    for (const field of flatFields(messages, message)) {
      const name = `${message.name}.${field.name}`;
      if (found.has(name)) continue;
      found.add(name);
      if (scalarOf(messages, field.type) === undefined) visit(messageOf(messages, field.type));
    }
  };
  visit(messageOf(messages, kind));
  return found;
}

function visitMessage(message: Message, object: unknown, found: Set<string>): boolean {
  assert(typeof object === 'object' && object !== null, `${message.name} is ${object}`);
  const { $other, ...shape } = object as Readonly<Record<string, unknown>>;
  assert($other === undefined || ($other === true && isUnion(messages, message)));
  const fields = flatFields(messages, message);
  assert.deepEqual(Object.keys(shape).sort(), fields.map(({ name }) => name).sort());
  const set = fields.filter((field) => visitField(field, shape[field.name], found));
  for (const { name } of set) found.add(`${message.name}.${name}`);
  return set.length > 0;
}

/** Whether a field says anything. */
function visitField(field: Field, value: unknown, found: Set<string>): boolean {
  if (field.label === 'repeated' || field.options['keys']) {
    assert(Array.isArray(value));
    for (const item of value) visitValue(field, item, found);
    return value.length > 0;
  }
  if (field.label === 'map') {
    const values = Object.values(value as object);
    for (const item of values) assert.equal(typeof item, 'string');
    return values.length > 0;
  }
  const mayLack = field.label === 'optional' || field.options['whenName'] !== undefined;
  if (value === undefined && mayLack) return false;
  return visitValue(field, value, found) || mayLack;
}

function visitValue(field: Field, value: unknown, found: Set<string>): boolean {
  const scalar = scalarOf(messages, field.type);
  if (scalar === undefined) return visitMessage(messageOf(messages, field.type), value, found);
  assert((TYPES[scalar] ?? ['string']).includes(typeof value), `${field.name} is a ${typeof value}`);
  return value !== 0 && value !== '' && value !== false;
}
