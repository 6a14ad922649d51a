import { itemTypeOf } from './interfaces.ts';
import { type Field, flatFields, isUnion, type Message, type Messages, messageOf, scalarOf } from './schema.ts';

const READ = {
  string: 'reader.string()',
  bytes: 'reader.base64()',
  bool: 'reader.varint() !== 0',
  int32: 'reader.varint() | 0',
  int64: 'reader.int64()',
  time: 'decodeTime(reader, reader.end())',
  microTime: 'decodeMicroTime(reader, reader.end())',
  quantity: 'decodeQuantity(reader, reader.end())',
  intOrString: 'decodeIntOrString(reader, reader.end())',
} as const;

/** What a Go value is that the object does not say. */
export const ZERO: Readonly<Record<string, string>> = {
  string: "''",
  bytes: "''",
  bool: 'false',
  int32: '0',
  int64: '0',
  quantity: "''",
  intOrString: '0',
};

/** Names that the code of a decoder uses itself. */
const TAKEN = new Set(['reader', 'end', 'outer', 'tag']);

/** The decoder of a message: a loop over its tags, its fields as local variables. */
export function emitDecoder(messages: Messages, message: Message): string {
  const fields = flatFields(messages, message);
  const union = isUnion(messages, message);
  for (const field of fields) {
    if (TAKEN.has(field.name))
      throw new Error(`schema: ${message.name}.${field.name} needs another name in its decoder`);
  }
  const names = [...fields.map((field) => field.name), ...(union ? ['$other'] : [])];
  return `
function decode${message.name}(reader: WireReader, end: number): ${message.name} {
${fields.map((field) => declaration(messages, field)).join('')}${union ? '  let $other: true | undefined;\n' : ''}  const outer = reader.enter(end);
${loop(messages, message)}${fields.map((field) => late(field, message)).join('')}  reader.leave(outer);
  return { ${names.join(', ')} };
}
`;
}

/** Which numbers a message declares, for fields that come with another wire type. */
export function emitNumbers(message: Message): string {
  return `const numbersOf${message.name}: ReadonlySet<number> = new Set([${message.fields.map((field) => field.number).join(', ')}]);\n`;
}

function declaration(messages: Messages, field: Field): string {
  const type = itemTypeOf(messages, field);
  const name = field.name;
  if (field.options['keys']) return `  let ${name}: string[] = EMPTY;\n`;
  if (field.label === 'repeated') return `  let ${name}: ${type.includes(' ') ? `(${type})` : type}[] = EMPTY;\n`;
  if (field.label === 'map') return `  let ${name} = NONE;\n`;
  if (field.options['whenName']) return `  let ${name}: string | undefined;\n  let ${name}At = -1;\n`;
  const zero = field.label === 'value' ? ZERO[scalarOf(messages, field.type) ?? ''] : undefined;
  return zero === undefined
    ? `  let ${name}: ${type} | undefined;\n`
    : `  let ${name}${type.includes('|') ? `: ${type}` : ''} = ${zero};\n`;
}

function loop(messages: Messages, message: Message): string {
  const other = message.options['union'] ? '        $other = true;\n' : '';
  return `  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
${message.fields.map((field) => cases(messages, field)).join('')}      default:
${other}        reader.skipUndeclared(tag, numbersOf${message.name}, '${message.name}');
    }
  }
`;
}

function cases(messages: Messages, field: Field): string {
  if (field.options['inline']) return inlined(messages, messageOf(messages, field.type), field.number);
  const number = field.label !== 'map' && isNumber(messages, field);
  const one = `      case ${field.number * 8 + (number ? 0 : 2)}:\n        ${statement(messages, field)}\n        break;\n`;
  if (field.label !== 'repeated' || !number) return one;
  return `${one}      case ${field.number * 8 + 2}: {
        const end = reader.end();
        const outer = reader.enter(end);
        while (reader.at < end) ${statement(messages, field)}
        reader.leave(outer);
        break;
      }
`;
}

function inlined(messages: Messages, message: Message, number: number): string {
  return `      case ${number * 8 + 2}: {
        const end = reader.end();
        const outer = reader.enter(end);
${loop(messages, message)}        reader.leave(outer);
        break;
      }
`;
}

function statement(messages: Messages, field: Field): string {
  const scalar = scalarOf(messages, field.type);
  const read = scalar === undefined ? `decode${field.type}(reader, reader.end())` : READ[scalar];
  const { name } = field;
  if (field.options['keys']) return `${name} = append(${name}, readKey(reader));`;
  if (field.label === 'repeated') return `${name} = append(${name}, ${read});`;
  if (field.options['allow']) return `${name} = addAllowed(reader, ${name}, allowedOf${capital(name)});`;
  if (field.label === 'map')
    return `${name} = ${scalar === 'quantity' ? 'addQuantity' : 'addString'}(reader, ${name});`;
  if (field.options['whenName']) return `${name}At = reader.at; reader.skip(2);`;
  return `${name} = ${read};`;
}

/** What is decided once the whole message was seen. */
function late(field: Field, message: Message): string {
  const { name } = field;
  if (field.options['whenName']) {
    return `  if (allowedOf${message.name}${capital(name)}.has(name)) ${name} = ${name}At < 0 ? '' : stringAt(reader, ${name}At);\n`;
  }
  if (!field.options['value']) return '';
  return `  ${name} ??= decode${field.type}(reader, reader.at);\n`;
}

function isNumber(messages: Messages, field: Field): boolean {
  const scalar = scalarOf(messages, field.type);
  return scalar === 'bool' || scalar === 'int32' || scalar === 'int64';
}
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
