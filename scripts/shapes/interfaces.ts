import { type Field, flatFields, isUnion, type Message, type Messages, scalarOf } from './schema.ts';

const TYPES = {
  string: 'string',
  bytes: 'string',
  bool: 'boolean',
  int32: 'number',
  int64: 'number',
  time: 'string',
  microTime: 'string',
  quantity: 'string',
  intOrString: 'number | string',
} as const;

/** The interface of a message: what checks see. */
export function emitInterface(messages: Messages, message: Message): string {
  const lines = flatFields(messages, message).map(
    (field) => `${docOf(field.comment, '  ')}  readonly ${field.name}: ${typeOf(messages, field)};\n`,
  );
  if (isUnion(messages, message)) {
    lines.push('  /** True where the object has a member that kubevet does not know: a server newer than it. */\n');
    lines.push('  readonly $other: true | undefined;\n');
  }
  const doc = docOf(message.comment, '');
  if (lines.length === 0) return `${doc}export type ${message.name} = Readonly<Record<string, never>>;\n`;
  return `${doc}export interface ${message.name} {\n${lines.join('')}}\n`;
}

/** The type of a field's value in TypeScript. */
export function typeOf(messages: Messages, field: Field): string {
  const type = itemTypeOf(messages, field);
  if (field.options['keys']) return 'readonly string[]';
  if (field.label === 'repeated') return `readonly ${type}[]`;
  if (field.label === 'map') return `Readonly<Record<string, ${type} | undefined>>`;
  return field.label === 'optional' || field.options['whenName'] ? `${type} | undefined` : type;
}

/** The type of one item of a field. */
export function itemTypeOf(messages: Messages, field: Field): string {
  const scalar = scalarOf(messages, field.type);
  return scalar === undefined ? field.type : TYPES[scalar];
}

const docOf = (comment: string | undefined, indent: string): string =>
  comment === undefined ? '' : `${indent}/** ${comment} */\n`;
