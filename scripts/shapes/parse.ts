import type { Field, Message, Messages } from './schema.ts';
import { scalarOf } from './schema.ts';

/**
 * Reads the part of the proto3 language that shapes.proto uses: messages with fields and options. A line that starts with `///`
 * documents what follows it. Throws where the text is anything else.
 */
export function parse(text: string): Messages {
  const tokens = new Tokens(text);
  const messages = new Map<string, Message>();
  while (!tokens.done()) {
    const comment = tokens.comment();
    const word = tokens.next();
    if (word === 'syntax' || word === 'package' || word === 'import') {
      tokens.skipPast(';');
      continue;
    }
    if (word !== 'message') throw new Error(`schema: unexpected ${word}`);
    const message = readMessage(tokens, comment);
    if (messages.has(message.name)) throw new Error(`schema: ${message.name} is declared twice`);
    messages.set(message.name, message);
  }
  for (const message of messages.values()) for (const field of message.fields) checkField(messages, message, field);
  return messages;
}

function readMessage(tokens: Tokens, comment: string | undefined): Message {
  const name = tokens.next();
  const options: Record<string, string | true> = {};
  const fields: Field[] = [];
  tokens.expect('{');
  while (tokens.peek() !== '}') {
    const about = tokens.comment();
    if (tokens.peek() === 'option') {
      tokens.next();
      readOption(tokens, options);
      tokens.expect(';');
    } else fields.push(readField(tokens, about));
  }
  tokens.expect('}');
  return { name, fields, options, comment };
}

function readField(tokens: Tokens, comment: string | undefined): Field {
  let label: Field['label'] = 'value';
  if (tokens.peek() === 'optional' || tokens.peek() === 'repeated') label = tokens.next() as 'optional' | 'repeated';
  let type = tokens.next();
  if (type === 'map') {
    label = 'map';
    for (const token of ['<', 'string', ',']) tokens.expect(token);
    type = tokens.next();
    tokens.expect('>');
  }
  const name = tokens.next();
  tokens.expect('=');
  const number = Number(tokens.next());
  const options: Record<string, string | true> = {};
  if (tokens.peek() === '[') {
    do {
      tokens.next();
      readOption(tokens, options);
    } while (tokens.peek() === ',');
    tokens.expect(']');
  }
  tokens.expect(';');
  return { number, name, type, label, options, comment };
}

function readOption(tokens: Tokens, into: Record<string, string | true>): void {
  tokens.expect('(');
  const name = tokens.next();
  tokens.expect(')');
  tokens.expect('=');
  let text = '';
  while (tokens.peek()?.startsWith('"')) text += tokens.next().slice(1, -1);
  if (text === '') tokens.expect('true');
  into[name] = text === '' ? true : text;
}

/** What the emitters rely on. */
function checkField(messages: Messages, message: Message, field: Field): void {
  const scalar = scalarOf(messages, field.type);
  const where = `schema: ${message.name}.${field.name}`;
  if (!(field.number > 0)) throw new Error(`${where} has no number`);
  if (message.fields.some((other) => other !== field && other.number === field.number)) {
    throw new Error(`${where}: field ${field.number} comes twice`);
  }
  if (field.label === 'map' && !field.options['keys'] && scalar !== 'string' && scalar !== 'quantity') {
    throw new Error(`${where}: a map of ${field.type}`);
  }
  if (field.label === 'value' && scalar === undefined && !field.options['value'] && !field.options['inline']) {
    throw new Error(`${where}: a struct is (value), (inline) or optional`);
  }
  if (message.options['jsonOnly'] && field.label === 'value' && !field.options['value']) {
    throw new Error(`${where}: nothing says what a custom resource means by leaving a field out, it is optional`);
  }
  if (field.label === 'value' && (scalar === 'time' || scalar === 'microTime'))
    throw new Error(`${where}: a time may be null, it is optional`);
}

class Tokens {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    const code = text.replaceAll(/^\s*\/\/(?!\/).*$|\s\/\/(?!\/).*$/gm, '');
    this.#tokens = code.match(/\/\/\/.*|"[^"]*"|[\w.]+|[^\s\w]/g) ?? [];
  }

  done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Error('schema: it ends early');
    return token;
  }

  expect(wanted: string): void {
    const token = this.next();
    if (token === wanted) return;
    const before = this.#tokens.slice(Math.max(0, this.#at - 6), this.#at - 1).join(' ');
    throw new Error(`schema: expected ${wanted}, found ${token} after ${before}`);
  }

  skipPast(token: string): void {
    while (this.next() !== token);
  }

  /** The comment lines that stand next, as one text. */
  comment(): string | undefined {
    const lines: string[] = [];
    while (this.peek()?.startsWith('///')) lines.push(this.next().slice(3).trim());
    return lines.length === 0 ? undefined : lines.join(' ');
  }
}
