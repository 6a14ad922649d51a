/** A list in Kubernetes protobuf, taken apart: each item as its own bytes. */
export interface ProtobufList {
  readonly apiVersion: string;
  readonly kind: string;
  readonly items: readonly Buffer[];
}

export interface ListMetadata {
  readonly resourceVersion: string;
  readonly continue?: string;
  readonly remainingItemCount?: number;
}

const MAGIC = Buffer.from('k8s\0', 'latin1');

/** Takes a recorded reply apart. Throws where it is no list in Kubernetes protobuf. */
export function splitProtobufList(reply: Buffer): ProtobufList {
  if (!reply.subarray(0, 4).equals(MAGIC)) throw new Error('no Kubernetes protobuf');
  const envelope = fields(reply.subarray(4));
  const type = fields(envelope.find(([number]) => number === 1)?.[1] ?? Buffer.alloc(0));
  const list = envelope.find(([number]) => number === 2)?.[1] ?? Buffer.alloc(0);
  const text = (wanted: number) => type.find(([number]) => number === wanted)?.[1].toString() ?? '';
  return {
    apiVersion: text(1),
    kind: text(2),
    items: fields(list).flatMap(([number, bytes]) => (number === 2 ? [bytes] : [])),
  };
}

/** Puts a list together as the API server does. */
export function encodeProtobufList(list: ProtobufList, metadata: ListMetadata): Buffer {
  const listMetadata = Buffer.concat([
    bytesField(1, Buffer.alloc(0)),
    bytesField(2, Buffer.from(metadata.resourceVersion)),
    bytesField(3, Buffer.from(metadata.continue ?? '')),
    ...(metadata.remainingItemCount === undefined ? [] : [varint(4 * 8), varint(metadata.remainingItemCount)]),
  ]);
  const raw = Buffer.concat([bytesField(1, listMetadata), ...list.items.map((item) => bytesField(2, item))]);
  const type = Buffer.concat([bytesField(1, Buffer.from(list.apiVersion)), bytesField(2, Buffer.from(list.kind))]);
  const nothing = Buffer.alloc(0);
  return Buffer.concat([
    MAGIC,
    bytesField(1, type),
    bytesField(2, raw),
    bytesField(3, nothing),
    bytesField(4, nothing),
  ]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

const bytesField = (number: number, value: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(value.length), value]);

/** The fields of a message that hold bytes; numbers are skipped. */
function fields(message: Buffer): readonly (readonly [number: number, bytes: Buffer])[] {
  const found: [number, Buffer][] = [];
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new Error('protobuf ends early');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = read();
    const value = read();
    if (tag % 8 === 0) continue;
    if (tag % 8 !== 2 || at + value > message.length) throw new Error('protobuf is broken');
    found.push([Math.floor(tag / 8), message.subarray(at, at + value)]);
    at += value;
  }
  return found;
}
