import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';

// The same shape by another way: protobufjs reads the bytes, and the options of the schema are followed by reflection.
const text = readFileSync(new URL('../../../../src/shapes/shapes.proto', import.meta.url), 'utf8');
const root = protobuf.parse(text, { keepCase: true }).root.resolveAll();

type Message = Readonly<Record<string, unknown>>;

/** One item of a kind; without `$other`, since protobufjs drops what the schema does not declare. */
export function readWithProtobufjs(kind: string, bytes: Buffer): object {
  const type = root.lookupType(`kubevet.${kind}`);
  return shapeOf(type, type.decode(bytes) as unknown as Message);
}

function shapeOf(type: protobuf.Type, message: Message): Record<string, unknown> {
  const shape: Record<string, unknown> = {};
  for (const field of type.fieldsArray) {
    const options = (field.options ?? {}) as Readonly<Record<string, unknown>>;
    const isSet = Object.hasOwn(message, field.name);
    const value = message[field.name];
    if (options['(inline)']) Object.assign(shape, shapeOf(messageType(field), isSet ? (value as Message) : {}));
    else if (options['(whenName)'])
      shape[field.name] = allows(options['(whenName)'], message['name']) ? (value ?? '') : undefined;
    else if (field instanceof protobuf.MapField) shape[field.name] = mapOf(field, options, (value ?? {}) as Message);
    else if (field.repeated) shape[field.name] = (value as readonly unknown[]).map((item) => readValue(field, item));
    else if (options['(value)']) shape[field.name] = shapeOf(messageType(field), isSet ? (value as Message) : {});
    else if (isSet) shape[field.name] = readValue(field, value);
    else shape[field.name] = options['proto3_optional'] ? undefined : zeroOf(field);
  }
  return shape;
}

function readValue(field: protobuf.FieldBase, value: unknown): unknown {
  if (field.type === 'int64') return Number(String(value));
  if (field.type === 'bytes') return Buffer.from(value as Uint8Array).toString('base64');
  if (field.resolvedType === null) return value;
  const message = value as Message;
  const scalar = (messageType(field).options as Readonly<Record<string, unknown>> | undefined)?.['(scalar)'];
  if (scalar === 'quantity') return message['string'] ?? '';
  if (scalar === 'intOrString') return Number(String(message['type'])) === 1 ? message['strVal'] : message['intVal'];
  if (scalar === 'time') return timeOf(message);
  if (scalar === 'microTime') return microTimeOf(message);
  return shapeOf(messageType(field), message);
}

function timeOf(message: Message): string | undefined {
  if (!Object.hasOwn(message, 'seconds')) return undefined;
  return new Date(Number(String(message['seconds'])) * 1000).toISOString().replace('.000Z', 'Z');
}

function microTimeOf(message: Message): string | undefined {
  const micros = String(Math.floor(Number(message['nanos'] ?? 0) / 1000)).padStart(6, '0');
  return timeOf(message)?.replace('Z', `.${micros}Z`);
}

function zeroOf(field: protobuf.FieldBase): unknown {
  if (field.resolvedType !== null)
    return readValue(field, field.resolvedType instanceof protobuf.Type ? field.resolvedType.create() : {});
  return field.type === 'string' || field.type === 'bytes' ? '' : field.type === 'bool' ? false : 0;
}

function mapOf(field: protobuf.FieldBase, options: Message, entries: Message): unknown {
  if (options['(keys)']) return Object.keys(entries);
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(entries)) {
    if (options['(allow)'] === undefined || allows(options['(allow)'], key)) map[key] = readValue(field, value);
  }
  return map;
}

function allows(option: unknown, name: unknown): boolean {
  return String(option).split(' ').includes(String(name));
}

function messageType(field: protobuf.FieldBase): protobuf.Type {
  if (field.resolvedType instanceof protobuf.Type) return field.resolvedType;
  throw new Error(`${field.fullName} is no message`);
}
