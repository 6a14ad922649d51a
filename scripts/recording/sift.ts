import { METRICS } from '../../src/gather/metric-names.ts';
import { parseSeries } from '../../src/gather/metrics.ts';
import { seriesText } from '../../src/judge/metrics.ts';
import { readFileSync } from 'node:fs';
import { Reader, Writer } from 'protobufjs';
import { type CommandLine, commandFacts } from '../../src/gather/command-words.ts';
import { keepCommandLine } from '../../src/gather/control-plane.ts';
import { keepNodeAnnotation } from '../../src/gather/nodes.ts';
import type { CommandFact } from '../../src/model/workload-shape.ts';
import { parse } from '../shapes/parse.ts';
import { type Field, flatFields, isUnion, type Message, messageOf, scalarOf, words } from '../shapes/schema.ts';

const messages = parse(readFileSync(new URL('../../src/shapes/shapes.proto', import.meta.url), 'utf8'));

/** What stands for a command line of which only this fact may be kept. */
const SHOWING: Readonly<Record<CommandFact, string>> = {
  sshd: 'sshd',
  dropbear: 'dropbear',
  'etcd-snapshot-save': 'etcdctl snapshot save',
  'velero-backup': 'velero backup create',
  'cloud-controller-manager': 'cloud-controller-manager',
};

/** One field of a message on the wire: `raw` is all of it, `bytes` its content where that has a length. */
interface WireField {
  readonly number: number;
  readonly raw: Buffer;
  readonly bytes: Buffer;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * An object of the API as JSON, with nothing but what kubevet keeps of it: only fields that shapes.proto declares, and command lines and
 * annotations as they may stand in a snapshot. A member of a union that is not declared stays, empty: that it is set is read.
 */
export function siftJson(kind: string, item: unknown): Json {
  return siftObject(messageOf(messages, kind), item as Json);
}

/** The same of the server's own protobuf: what stays is byte for byte as it was. */
export function siftProtobuf(kind: string, item: Buffer): Buffer {
  return siftMessage(messageOf(messages, kind), item);
}

function siftObject(message: Message, whole: Json): Json {
  const object = message.name === 'ExecAction' ? {} : hasCommand(message) ? withCommand(whole) : whole;
  const fields = flatFields(messages, message);
  const kept = fields.flatMap((field) => {
    const value = object[field.name];
    const hidden = field.options['whenName'] && !words(field.options['whenName']).includes(String(object['name']));
    return value === undefined || value === null || hidden ? [] : [[field.name, siftValue(field, value)]];
  });
  const known = new Set([...fields.map(({ name }) => name), ...words(message.options['ignored'])]);
  const others = isUnion(messages, message) ? Object.keys(object).filter((name) => !known.has(name)) : [];
  return Object.fromEntries([...kept, ...others.map((name) => [name, {}])]);
}

function siftValue(field: Field, value: unknown): unknown {
  if (field.label === 'map') {
    const entries = Object.entries(value as Json).filter(([key]) => isAllowed(field, key));
    return Object.fromEntries(entries.map(([key, text]) => [key, field.options['keys'] ? '' : keepEntry(key, text)]));
  }
  if (scalarOf(messages, field.type) !== undefined) return value;
  const message = messageOf(messages, field.type);
  return field.label === 'repeated'
    ? (value as readonly Json[]).map((one) => siftObject(message, one))
    : siftObject(message, value as Json);
}

function siftMessage(message: Message, bytes: Buffer): Buffer {
  const fields = split(bytes);
  if (message.name === 'ExecAction') return Buffer.alloc(0);
  const kept = (message.name === 'Container' ? commandFields(fields) : fields).map((one) => {
    const field = message.fields.find(({ number }) => number === one.number);
    if (field === undefined) return message.options['union'] ? write(one.number, Buffer.alloc(0)) : Buffer.alloc(0);
    const { whenName } = field.options;
    if (whenName && !words(whenName).includes(textIn(fields, 1))) return Buffer.alloc(0);
    if (field.label === 'map') return siftEntry(field, one);
    if (isOneValue(field.type)) return one.raw;
    return write(one.number, siftMessage(messageOf(messages, field.type), one.bytes));
  });
  return Buffer.concat(kept);
}

function siftEntry(field: Field, { number, raw, bytes }: WireField): Buffer {
  const entry = split(bytes);
  const key = textIn(entry, 1);
  if (!isAllowed(field, key)) return Buffer.alloc(0);
  if (field.options['keys']) return write(number, write(1, Buffer.from(key)));
  const text = textIn(entry, 2);
  const kept = keepNodeAnnotation(key, text);
  if (kept === text) return raw;
  return write(number, Buffer.concat([write(1, Buffer.from(key)), write(2, Buffer.from(kept))]));
}

const isOneValue = (type: string): boolean => ['string', 'bool', 'int32', 'int64', 'bytes'].includes(type);

const isAllowed = ({ options }: Field, key: string): boolean =>
  options['allow'] === undefined || words(options['allow']).includes(key);

const keepEntry = (key: string, value: unknown): unknown =>
  typeof value === 'string' ? keepNodeAnnotation(key, value) : value;

/** The command line of a container as it may be recorded; of one that runs no component, what kubevet tells by it. */
function keptCommand(container: CommandLine & { readonly name: string; readonly image: string }): CommandLine {
  const facts = [...commandFacts(container).keys()].map((fact) => SHOWING[fact]);
  const kept = keepCommandLine(container);
  const says = facts.length > 0 && kept.command.length + kept.args.length === 0;
  return says ? { command: ['sh', '-c', facts.join('; ')], args: [] } : kept;
}

const hasCommand = ({ name }: Message): boolean => name === 'Container' || name === 'EphemeralContainer';

function withCommand(container: Json): Json {
  const { name = '', image = '', command = [], args = [] } = container as Partial<Parameters<typeof keptCommand>[0]>;
  const kept = Object.entries(keptCommand({ name, image, command, args })).filter(([, list]) => list.length > 0);
  const { command: _command, args: _args, ...rest } = container;
  return { ...rest, ...Object.fromEntries(kept) };
}

function commandFields(fields: readonly WireField[]): readonly WireField[] {
  const texts = (wanted: number) => fields.flatMap(({ number, bytes }) => (number === wanted ? [bytes.toString()] : []));
  const { command, args } = keptCommand({
    name: textIn(fields, 1),
    image: textIn(fields, 2),
    command: texts(3),
    args: texts(4),
  });
  const made = [...command.map((text) => write(3, Buffer.from(text))), ...args.map((text) => write(4, Buffer.from(text)))];
  const others = fields.filter(({ number }) => number !== 3 && number !== 4);
  return [...others, ...split(Buffer.concat(made))].sort((one, other) => one.number - other.number);
}

const textIn = (fields: readonly WireField[], wanted: number): string =>
  fields.findLast(({ number }) => number === wanted)?.bytes.toString() ?? '';

function split(message: Buffer): readonly WireField[] {
  const reader = Reader.create(message);
  const fields: WireField[] = [];
  while (reader.pos < reader.len) {
    const from = reader.pos;
    const tag = reader.uint32();
    const hasLength = (tag & 7) === 2;
    const bytes = hasLength ? Buffer.from(reader.bytes()) : Buffer.alloc(0);
    if (!hasLength) reader.skipType(tag & 7);
    fields.push({ number: tag >>> 3, raw: message.subarray(from, reader.pos), bytes });
  }
  return fields;
}

const write = (number: number, bytes: Buffer): Buffer =>
  Buffer.from(
    Writer.create()
      .uint32((number << 3) | 2)
      .bytes(bytes)
      .finish(),
  );

/** A line of /metrics with only what kubevet keeps of it; none where it keeps nothing. */
export function siftLine(line: string): readonly string[] {
  if (!Object.hasOwn(METRICS, /^\w*/.exec(line)?.[0] ?? '')) return [];
  const series = parseSeries(line);
  return typeof series === 'object' ? [`${seriesText(series)} ${series.value}`] : [];
}
