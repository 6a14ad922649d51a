import { groupVersion, lists } from '../../src/gather/catalogue.ts';
import { capital } from './decoders.ts';
import { parse } from './parse.ts';
import { type Field, isUnion, kindsOf, type Message, type Messages, messageOf, scalarOf } from './schema.ts';

/** What one release of Kubernetes publishes, as far as kubevet could read it: the fields of messages by full name, a field as `2 optional string`. */
export type Published = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A message of the schema, and one of those that it reads. */
interface Pair {
  readonly message: Message;
  readonly name: string;
}

/** A field of the schema that a release does not have, or has otherwise. */
export interface Difference {
  /** `k8s.io.api.core.v1.PodSpec.hostUsers`. */
  readonly field: string;
  readonly problem: 'absent' | 'different';
}

/** What list-splitter.ts reads around the items. */
const ENVELOPE = parse(`
  message Unknown { optional TypeMeta typeMeta = 1; bytes raw = 2; string contentEncoding = 3; }
  message TypeMeta { string kind = 2; }
  message ListMeta { string resourceVersion = 2; string continue = 3; optional int64 remainingItemCount = 4; }
`);
const MACHINERY = 'k8s.io.apimachinery.pkg';
/** The packages of groups that are not in k8s.io/api. */
const PACKAGES: Readonly<Record<string, string>> = {
  meta: `${MACHINERY}.apis.meta`,
  apiextensions: 'k8s.io.apiextensions_apiserver.pkg.apis.apiextensions',
  apiregistration: 'k8s.io.kube_aggregator.pkg.apis.apiregistration',
};

/** The schema together with the lists that its kinds come in. */
export function withLists(messages: Messages): Messages {
  const all = kindsOf(messages).map((kind) => listOf(kind.name));
  return new Map([...messages, ...ENVELOPE, ...all.map((list) => [list.name, list] as const)]);
}

/** Where reading starts: the envelope, and the list of every kind that is served as protobuf, in each version that is asked for. */
function rootsOf(messages: Messages): readonly Pair[] {
  const unknown = { message: messageOf(messages, 'Unknown'), name: `${MACHINERY}.runtime.Unknown` };
  const kinds = kindsOf(messages).filter(({ options }) => !options['jsonOnly']);
  return [unknown, ...kinds.flatMap((kind) => listsOf(messages, kind))];
}

function listsOf(messages: Messages, kind: Message): readonly Pair[] {
  const asked = Object.values(lists).filter((source) => source.kind === kind.name);
  const versions = asked.flatMap((source) => source.versions.map((version) => groupVersion(source.group, version)));
  return [...new Set([String(kind.options['kind']), ...versions])].map((version) => ({
    message: messageOf(messages, `${kind.name}List`),
    name: `${packageOf(version)}.${kind.name}List`,
  }));
}

/** All messages of the schema with the published ones that they read, which the types of the fields lead to. */
function pairsOf(messages: Messages, published: Published): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const visit = (pair: Pair): void => {
    const key = `${pair.message.name} ${pair.name}`;
    const fields = published[pair.name];
    if (fields === undefined || pairs.has(key)) return;
    pairs.set(key, pair);
    for (const field of pair.message.fields) {
      const message = messages.get(field.type);
      if (message !== undefined) visit({ message, name: textOf(fields, field)?.split(' ')[2] ?? '' });
    }
  };
  for (const root of rootsOf(messages)) visit(root);
  return [...pairs.values()];
}

/** Of what a release publishes that which decides whether the schema is right: fields with a number or name of ours, and all of unions. */
export function extract(messages: Messages, published: Published): Published {
  const kept: Record<string, Record<string, string>> = {};
  for (const { message, name } of pairsOf(messages, published)) {
    for (const [field, text] of Object.entries(published[name] ?? {})) {
      const ours = message.fields.some((one) => one.name === field || text.startsWith(`${one.number} `));
      if (ours || isUnion(messages, message)) kept[name] = { ...kept[name], [field]: text };
    }
  }
  return kept;
}

/** Every field of the schema that a release does not publish with the same number, label and type. */
export function differences(
  messages: Messages,
  published: Published,
): { readonly compared: number; readonly found: readonly Difference[] } {
  const pairs = pairsOf(messages, published);
  const found: Difference[] = rootsOf(messages)
    .filter(({ name }) => published[name] === undefined)
    .map(({ name }) => ({ field: name, problem: 'absent' }));
  for (const { message, name } of pairs) {
    for (const field of message.fields) {
      const problem = problemOf(messages, field, published[name] ?? {});
      if (problem !== undefined) found.push({ field: `${name}.${field.name}`, problem });
    }
  }
  return { compared: pairs.reduce((sum, { message }) => sum + message.fields.length, 0), found };
}

/** Members of published unions that the schema does not know, beside those that it says it ignores. */
export function undeclaredMembers(messages: Messages, published: Published): readonly string[] {
  return pairsOf(messages, published).flatMap(({ message, name }) => {
    if (!isUnion(messages, message)) return [];
    const known = new Set([...message.fields.map((field) => field.name), ...ignoredBy(message)]);
    return Object.keys(published[name] ?? {})
      .filter((field) => !known.has(field))
      .map((field) => `${name}.${field}`);
  });
}

const ignoredBy = (message: Message): readonly string[] => String(message.options['ignored'] ?? '').split(' ');

/** What is published of a field; its name there may have a capital that its name in JSON does not have. */
const textOf = (published: Readonly<Record<string, string>>, { name }: Field): string | undefined =>
  published[name] ?? published[capital(name)];

function problemOf(
  messages: Messages,
  field: Field,
  published: Readonly<Record<string, string>>,
): Difference['problem'] | undefined {
  const text = textOf(published, field);
  const numberTaken = Object.values(published).some((other) => other.startsWith(`${field.number} `));
  if (text === undefined) return numberTaken ? 'different' : 'absent';
  const [number, label, type = ''] = text.split(' ');
  const same = Number(number) === field.number && label === labelOf(field) && isSameType(messages, field, type);
  return same ? undefined : 'different';
}

/** The label that a field has in generated.proto, which does not tell pointers from values. */
const labelOf = (field: Field): string => (field.label === 'value' ? 'optional' : field.label);

function isSameType(messages: Messages, field: Field, type: string): boolean {
  const scalar = scalarOf(messages, field.type);
  if (scalar === field.type) return type === scalar;
  if (scalar !== undefined) return type.endsWith(`.${field.type}`);
  return type.includes('.');
}

function listOf(kind: string): Message {
  const field = (number: number, name: string, type: string, label: Field['label']): Field => ({
    number,
    name,
    type,
    label,
    options: {},
    comment: undefined,
  });
  const fields = [field(1, 'metadata', 'ListMeta', 'optional'), field(2, 'items', kind, 'repeated')];
  return { name: `${kind}List`, fields, options: {}, comment: undefined };
}

/** The package of a group and version: `apps/v1`, `v1`, `rbac.authorization.k8s.io/v1`. */
function packageOf(groupVersion: string): string {
  const [version = '', group = 'core'] = groupVersion.split('/').reverse();
  const name = group.split('.')[0];
  return `${PACKAGES[name ?? ''] ?? `k8s.io.api.${name}`}.${version}`;
}
