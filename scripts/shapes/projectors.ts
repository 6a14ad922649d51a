import { capital, ZERO } from './decoders.ts';
import { type Field, flatFields, isUnion, type Message, type Messages, messageOf, scalarOf, words } from './schema.ts';

const AS = {
  string: 'asString',
  bytes: 'asString',
  bool: 'asBoolean',
  int32: 'asInteger',
  int64: 'asInteger',
  time: 'asString',
  microTime: 'asString',
  quantity: 'asString',
  intOrString: 'asIntOrString',
} as const;

/** The projector of a message: the same object as its decoder makes, from parsed JSON. */
export function emitProjector(messages: Messages, message: Message): string {
  const fields = flatFields(messages, message);
  const lines = fields.map((field) => `    ${field.name}: ${expression(messages, message, field)},\n`);
  if (isUnion(messages, message)) lines.push(`    $other: otherMember(from, membersOf${message.name}),\n`);
  if (lines.length === 0) {
    return `
function project${message.name}(json: unknown, at: Place): ${message.name} {
  asObject(json, at);
  return {};
}
`;
  }
  return `
function project${message.name}(json: unknown, at: Place): ${message.name} {
  const from = asObject<${message.name}>(json, at);
  return {
${lines.join('')}  };
}
`;
}

/** The names that a union knows, so that a projector sees the others. */
export function emitMembers(messages: Messages, message: Message): string {
  if (!isUnion(messages, message)) return '';
  const names = [...flatFields(messages, message).map((field) => field.name), ...words(message.options['ignored'])];
  return `const membersOf${message.name}: ReadonlySet<string> = new Set(${JSON.stringify(names)});\n`;
}

/** The lists of what may be kept of a message. */
export function emitAllowed(message: Message): string {
  return message.fields
    .map((field) => {
      const name = field.options['allow'] ? capital(field.name) : `${message.name}${capital(field.name)}`;
      const kept = words(field.options['allow'] ?? field.options['whenName']);
      if (kept.length === 0) return '';
      return `const allowedOf${name}: ReadonlySet<string> = new Set(${JSON.stringify(kept)});\n`;
    })
    .join('');
}

function expression(messages: Messages, message: Message, field: Field): string {
  const value = `from.${field.name}`;
  const place = `below(at, '${field.name}')`;
  const scalar = scalarOf(messages, field.type);
  if (field.options['whenName']) {
    const allowed = `allowedOf${message.name}${capital(field.name)}`;
    return `${allowed}.has(from.name as string) ? (isSet(${value}) ? asString(${value}, ${place}) : '') : undefined`;
  }
  if (field.options['value']) return `project${field.type}(${value} ?? UNSET, ${place})`;
  const [read, unset] = readerOf(messages, field);
  const zero = unset ?? (field.label === 'value' ? (ZERO[scalar ?? ''] ?? 'undefined') : 'undefined');
  return `isSet(${value}) ? ${read.replace('VALUE', value).replace('PLACE', place)} : ${zero}`;
}

function readerOf(messages: Messages, field: Field): readonly [read: string, unset?: string] {
  const scalar = scalarOf(messages, field.type);
  const one = scalar === undefined ? `project${messageOf(messages, field.type).name}` : AS[scalar];
  if (field.options['keys']) return ['asKeys(VALUE, PLACE)', 'EMPTY'];
  if (field.label === 'repeated') return [`asList(VALUE, PLACE, ${one})`, 'EMPTY'];
  if (field.options['allow']) return [`asMap(VALUE, PLACE, allowedOf${capital(field.name)})`, 'NONE'];
  if (field.label === 'map') return ['asMap(VALUE, PLACE)', 'NONE'];
  return [`${one}(VALUE, PLACE)`];
}
