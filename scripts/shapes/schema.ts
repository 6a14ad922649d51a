/** A value that protobuf writes by itself. */
export type ScalarType = 'string' | 'bool' | 'int32' | 'int64' | 'bytes';

/** A message that is one value in JSON. */
export type ScalarMessage = 'time' | 'microTime' | 'quantity' | 'intOrString';

export interface Field {
  readonly number: number;
  readonly name: string;
  readonly type: string;
  /** `value`: a Go value; `optional`: a Go pointer. */
  readonly label: 'value' | 'optional' | 'repeated' | 'map';
  readonly options: Readonly<Record<string, string | true>>;
  readonly comment: string | undefined;
}

export interface Message {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly options: Readonly<Record<string, string | true>>;
  readonly comment: string | undefined;
}

/** The messages of a schema, by name, in the order in which they stand there. */
export type Messages = ReadonlyMap<string, Message>;

const SCALARS = new Set<string>(['string', 'bool', 'int32', 'int64', 'bytes']);

/** How a type is read where it is one value; undefined where it is a message with fields of its own. */
export function scalarOf(messages: Messages, type: string): ScalarType | ScalarMessage | undefined {
  if (SCALARS.has(type)) return type as ScalarType;
  return messageOf(messages, type).options['scalar'] as ScalarMessage | undefined;
}

export function messageOf(messages: Messages, name: string): Message {
  const message = messages.get(name);
  if (message === undefined) throw new Error(`schema: no message ${name}`);
  return message;
}

/** The fields of a message as JSON has them: those of inlined messages are its own. */
export function flatFields(messages: Messages, message: Message): readonly Field[] {
  return message.fields.flatMap((field) =>
    field.options['inline'] ? flatFields(messages, messageOf(messages, field.type)) : [field],
  );
}

/** Whether an undeclared member of a message is reported. */
export function isUnion(messages: Messages, message: Message): boolean {
  if (message.options['union']) return true;
  return message.fields.some((field) => field.options['inline'] && isUnion(messages, messageOf(messages, field.type)));
}

/** The kinds: the messages that are objects of the API. */
export function kindsOf(messages: Messages): readonly Message[] {
  return [...messages.values()].filter((message) => message.options['kind'] !== undefined);
}

/** A message and all that it reaches, by name. */
export function reachable(messages: Messages, root: Message, found = new Set<Message>()): ReadonlySet<Message> {
  if (found.has(root)) return found;
  found.add(root);
  for (const field of root.fields) {
    if (!SCALARS.has(field.type)) reachable(messages, messageOf(messages, field.type), found);
  }
  return found;
}

/** The words of an option that lists them. */
export const words = (option: string | true | undefined): readonly string[] =>
  typeof option === 'string' ? option.split(' ') : [];
