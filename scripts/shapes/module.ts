import { createHash } from 'node:crypto';
import { emitDecoder, emitNumbers } from './decoders.ts';
import { emitInterface } from './interfaces.ts';
import { emitAllowed, emitMembers, emitProjector } from './projectors.ts';
import { kindsOf, type Message, type Messages, reachable } from './schema.ts';

/** The module that is generated from a schema: its types, decoders and projectors. */
export function emitModule(messages: Messages): string {
  const declared = [...messages.values()].filter((message) => !message.options['scalar']);
  const read = declared.filter((message) => !onlyInlined(messages, message));
  const decoded = read.filter((message) => !message.options['jsonOnly']);
  const numbered = declared.filter((message) => !message.options['jsonOnly']);
  return `// Generated from shapes.proto by scripts/gen-shapes.ts: do not edit.
import { addAllowed, addQuantity, addString, append, EMPTY, NONE, readKey, stringAt, UNSET } from './collections.ts';
import {
  asBoolean, asInteger, asIntOrString, asKeys, asList, asMap, asObject, asString, below, isSet, otherMember, type Place, projectWith,
} from './project.ts';
import { decodeIntOrString, decodeMicroTime, decodeQuantity, decodeTime } from './scalars.ts';
import type { Schema } from './schema.ts';
import { WireError, WireReader } from './wire.ts';

${declared.map((message) => emitInterface(messages, message)).join('\n')}
${read.map((message) => emitAllowed(message)).join('')}${read.map((message) => emitMembers(messages, message)).join('')}${numbered.map((message) => emitNumbers(message)).join('')}${decoded.map((message) => emitDecoder(messages, message)).join('')}${read.map((message) => emitProjector(messages, message)).join('')}
${emitRegistry(messages)}`;
}

function emitRegistry(messages: Messages): string {
  const kinds = kindsOf(messages);
  return `function schema<T>(
  kind: string,
  hash: string,
  decode: (reader: WireReader, end: number) => T,
  project: (json: unknown, at: Place) => T,
): Schema<T> {
  return {
    kind,
    hash,
    decode(buffer, from, to) {
      reader.open(buffer, from, to);
      return decode(reader, to);
    },
    project: (json) => projectWith(project, json),
  };
}

/** Decoding is synchronous: one reader serves all. */
const reader = new WireReader();

function notInProtobuf(): never {
  throw new WireError('a kind that is served as JSON only');
}

/** Every kind that kubevet reads. */
export const schemas: { ${kinds.map((kind) => `readonly ${kind.name}: Schema<${kind.name}>`).join('; ')} } = {
${kinds.map((kind) => `  ${kind.name}: schema('${kind.name}', '${hashOf(messages, kind)}', ${kind.options['jsonOnly'] ? 'notInProtobuf' : `decode${kind.name}`}, project${kind.name}),\n`).join('')}};

/** The parts of a pod, for the reader that decodes equal specs once: src/shapes/same-spec.ts. */
export const podParts = { decodeObjectMeta, decodePodSpec, decodePodStatus, podFields: numbersOfPod, specFields: numbersOfPodSpec };
`;
}

/** Whether a message has no decoder of its own: it is part of the messages that inline it. */
function onlyInlined(messages: Messages, message: Message): boolean {
  if (message.options['kind']) return false;
  const uses = [...messages.values()].flatMap(({ fields }) => fields.filter((field) => field.type === message.name));
  return uses.every((field) => field.options['inline']);
}

/** Changes with everything that decides what is read of a kind; not with comments. */
function hashOf(messages: Messages, kind: Message): string {
  const parts = [...reachable(messages, kind)].map((message) => [
    message.name,
    message.options,
    message.fields.map(({ comment: _comment, ...field }) => field),
  ]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
