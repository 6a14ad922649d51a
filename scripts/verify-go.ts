import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfModule, NEWEST } from './shapes/go-modules.ts';
import { parse } from './shapes/parse.ts';
import { type Field, type Message, type Messages, messageOf, scalarOf } from './shapes/schema.ts';

// Holds shapes.proto against the Go types that Kubernetes is made of: field number, type, JSON name, pointer or value, inlined
// structs, and unions that are complete. CI runs it for the newest release; of an older one it also lists what that does not have yet:
//   node --import ./scripts/ts.mjs scripts/verify-go.ts [1.34.4]
const API = [
  'core/v1',
  'apps/v1',
  'batch/v1',
  'rbac/v1',
  'networking/v1',
  'admissionregistration/v1',
  'flowcontrol/v1',
  'certificates/v1',
  'coordination/v1',
  'node/v1',
];
const OTHERS = [
  ['k8s.io/apimachinery', 'pkg/apis/meta/v1'],
  ['k8s.io/apiextensions-apiserver', 'pkg/apis/apiextensions/v1'],
  ['k8s.io/kube-aggregator', 'pkg/apis/apiregistration/v1'],
] as const;

/** Messages of the schema that stand for several Go types with the same fields, and those that stand for none. */
const GO_NAMES: Readonly<Record<string, readonly string[]>> = {
  KeySelector: ['SecretKeySelector', 'ConfigMapKeySelector'],
  NameSource: ['SecretEnvSource', 'ConfigMapEnvSource'],
  FlowSubject: ['flowcontrol/v1.Subject'],
  Present: [],
};
const GO_SCALARS: Readonly<Record<string, readonly string[]>> = {
  string: ['string', 'types.UID'],
  bool: ['bool'],
  int32: ['int32'],
  int64: ['int64'],
  bytes: ['byte', '[]byte'],
  MicroTime: ['metav1.MicroTime', 'MicroTime'],
  Time: ['metav1.Time', 'Time'],
  Quantity: ['resource.Quantity'],
  IntOrString: ['intstr.IntOrString'],
};

interface GoField {
  readonly type: string;
  readonly json: string;
  readonly number: number;
  readonly embedded: boolean;
}

const release = process.argv[2] ?? NEWEST;
const sources = [...API.map((group) => ['k8s.io/api', group] as const), ...OTHERS].map(
  ([module, group]) => [group, readFileSync(join(folderOfModule(module, release), group, 'types.go'), 'utf8')] as const,
);
const structs = readAllStructs();
const named = readNamedTypes(sources.map(([, text]) => text).join('\n'));
const messages = parse(readFileSync(new URL('../src/shapes/shapes.proto', import.meta.url), 'utf8'));
const found = compareAll(messages);
for (const difference of found.differences) console.log(difference);
for (const note of found.notes) console.log(`note: ${note}`);
console.log(`${found.compared} fields compared, ${found.differences.length} differences`);
process.exitCode = found.differences.length === 0 ? 0 : 1;

/** The structs of all sources, by name; where several groups have one of a name by that of the group too: `flowcontrol/v1.Subject`. */
function readAllStructs(): ReadonlyMap<string, readonly GoField[]> {
  const all = new Map<string, readonly GoField[]>();
  for (const [group, text] of sources) {
    for (const [name, fields] of readStructs(text)) all.set(all.has(name) ? `${group}.${name}` : name, fields);
  }
  return all;
}

/** The fields of every struct that have a protobuf tag. */
function readStructs(text: string): ReadonlyMap<string, readonly GoField[]> {
  const result = new Map<string, readonly GoField[]>();
  const fieldLine = /^\t(?:(\w+)[ \t]+)?([\w.*[\]]+)[ \t]+`(?:json:"([^"]*)")?[^`\n]*?protobuf:"\w+,(\d+),/gm;
  for (const [, name, body] of text.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)) {
    const fields = [...(body ?? '').matchAll(fieldLine)].map(([, goName, type, json, number]) => ({
      type: type ?? '',
      json: (json ?? '').split(',')[0] ?? '',
      number: Number(number),
      embedded: goName === undefined,
    }));
    if (name !== undefined && fields.length > 0) result.set(name, fields);
  }
  return result;
}

/** `type PodPhase string`, `type ResourceList map[ResourceName]resource.Quantity`: what the names stand for. */
function readNamedTypes(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^type (\w+) ((?:map\[\w+\]|\[\])?[\w.]+)$/gm);
  return new Map([...lines].map(([, name, type]) => [name ?? '', type ?? '']));
}

function compareAll(all: Messages): { compared: number; differences: readonly string[]; notes: readonly string[] } {
  const differences: string[] = [];
  const notes: string[] = [];
  let compared = 0;
  for (const message of all.values()) {
    if (message.options['scalar'] || message.options['jsonOnly']) continue;
    for (const goName of GO_NAMES[message.name] ?? [message.name]) {
      const fields = structs.get(goName);
      if (fields === undefined) {
        differences.push(`${message.name}: no Go type ${goName}`);
        continue;
      }
      for (const field of message.fields) differences.push(...compareField(all, message, field, fields));
      compared += message.fields.length;
      const missing = message.options['union'] ? fields.filter((goField) => !hasNumber(message, goField.number)) : [];
      if (missing.length > 0)
        notes.push(`${message.name} does not declare ${missing.map(({ json }) => json).join(', ')}`);
    }
  }
  return { compared, differences, notes };
}

function hasNumber(message: Message, number: number): boolean {
  return message.fields.some((field) => field.number === number);
}

function compareField(all: Messages, message: Message, field: Field, fields: readonly GoField[]): readonly string[] {
  const where = `${message.name}.${field.name}`;
  const goField = fields.find(({ number }) => number === field.number);
  if (goField === undefined) return [`${where}: no field ${field.number} in Go`];
  const { label, item } = shapeOf(goField.type);
  const inline = goField.embedded && goField.json === '';
  const result: string[] = [];
  if ((field.options['inline'] === true) !== inline) result.push(`${where}: inline is ${inline} in Go`);
  if (!inline && goField.json !== field.name) result.push(`${where}: its JSON name is ${goField.json}`);
  // A time may be null. Of a struct that is no pointer every server says something, but a file may not: undefined tells the two apart.
  const isMessage = field.type === 'Time' || scalarOf(all, field.type) === undefined;
  const mayBeAbsent = field.label === 'optional' && label === 'value' && isMessage;
  if (field.label !== label && !mayBeAbsent) result.push(`${where}: ${field.label} is ${label} in Go`);
  if (!sameType(all, field, item)) result.push(`${where}: ${field.type} is ${goField.type} in Go`);
  return result;
}

function shapeOf(type: string): { readonly label: Field['label']; readonly item: string } {
  const target = named.get(type) ?? type;
  if (target.startsWith('map[')) return { label: 'map', item: target.replace(/^map\[\w+\]/, '') };
  if (target.startsWith('[]') && target !== '[]byte') return { label: 'repeated', item: target.slice(2) };
  return target.startsWith('*') ? { label: 'optional', item: target.slice(1) } : { label: 'value', item: target };
}

function sameType(all: Messages, field: Field, goType: string): boolean {
  if (field.type === 'Present') return true;
  const plain = goType.replace(/^\w+\./, '');
  if (scalarOf(all, field.type) !== undefined) {
    const allowed = GO_SCALARS[field.type] ?? [];
    return allowed.includes(goType) || allowed.includes(named.get(plain) ?? '');
  }
  const { name } = messageOf(all, field.type);
  // An ephemeral container's common part has the fields of a container, which the API machinery itself relies on.
  return (
    (GO_NAMES[name] ?? [name]).some((goName) => goName.split('.').at(-1) === plain) ||
    (name === 'Container' && plain === 'EphemeralContainerCommon')
  );
}
