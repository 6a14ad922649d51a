import { WireError, WireReader } from './wire.ts';

/** What the metadata of a list says. */
export interface ListMetadata {
  readonly resourceVersion: string;
  /** Asks for the next page; empty on the last one. */
  readonly continue: string;
  /** How many items come after this page; 0 where the server does not say. */
  readonly remainingItemCount: number;
}

/** Why a reply is no list that can be read. */
export type ListProblem = 'not-protobuf' | 'wrong-kind' | 'broken' | 'truncated';

/** A reply that cannot be read as the list that was asked for. The items before it were handed over. */
export class ListError extends Error {
  readonly problem: ListProblem;

  constructor(problem: ListProblem, message: string) {
    super(message);
    this.name = 'ListError';
    this.problem = problem;
  }
}

/** Takes one item: its bytes are `buffer[from..to)`, valid during the call only. */
export type ItemSink = (buffer: Buffer, from: number, to: number) => void;

/** First bytes of a reply in Kubernetes protobuf, before runtime.Unknown { 1 typeMeta, 2 raw: the list, 3 contentEncoding }. */
const MAGIC = Buffer.from('k8s\0', 'latin1');

/** etcd refuses objects above 1.5 MiB; a field far above that is garbage. */
const LARGEST_FIELD = 64 * 1024 * 1024;

/** Fields 1 and 2 are messages, around the list as in it: the type and the list, the metadata and an item. */
const LAST_MESSAGE = 2;

/** A tag and a length take at most ten bytes each. */
const LONGEST_NUMBER = 10;

/** A field of a message: its number and wire type, and where its value stands. */
interface Header {
  readonly number: number;
  readonly wireType: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Splits a list in Kubernetes protobuf into its items while its bytes arrive, wherever they were cut. It knows no kind's fields.
 * `push` and `end` throw a ListError; a list is whole only once `end` has returned.
 */
export class ListSplitter {
  /** How many items were handed over. */
  count = 0;
  #metadata: ListMetadata = { resourceVersion: '', continue: '', remainingItemCount: 0 };
  readonly #kind: string;
  readonly #onItem: ItemSink;
  readonly #reader = new WireReader();
  #state: 'magic' | 'envelope' | 'list' | 'failed' = 'magic';
  #found = '';
  /** Bytes of a field that is not whole yet, and how many it takes; 0 where that is not known yet. */
  #parts: Buffer[] = [];
  #held = 0;
  #need = 0;
  /** Bytes taken so far, and where the list ends; -1 before it began. */
  #taken = 0;
  #listEnd = -1;

  /** `kind` is that of the list: `PodList`. */
  constructor(kind: string, onItem: ItemSink) {
    this.#kind = kind;
    this.#onItem = onItem;
  }

  /** What the list says of itself, as far as it came: it stands before the items. */
  get metadata(): ListMetadata {
    return this.#metadata;
  }

  /** Takes the next bytes of the reply, hands over the items that they complete. */
  push(chunk: Buffer): void {
    if (this.#state === 'failed') this.#fail('broken', 'data after an error');
    let rest = chunk;
    while (this.#held > 0 && rest.length > 0) rest = this.#complete(rest);
    if (rest.length > 0) this.#consume(rest);
  }

  /** Ends the reply; gives the metadata of the list, which is whole. */
  end(): ListMetadata {
    if (this.#state === 'magic' && this.#held === 0) this.#fail('truncated', 'an empty reply');
    if (this.#listEnd < 0 || this.#state !== 'envelope' || this.#held > 0)
      this.#fail('truncated', 'the reply ends early');
    return this.#metadata;
  }

  /** Gives to the field that was begun what it still needs; returns what is left. */
  #complete(chunk: Buffer): Buffer {
    const take = Math.min(chunk.length, Math.max(this.#need - this.#held, 1));
    this.#parts.push(chunk.subarray(0, take));
    this.#held += take;
    if (this.#held >= this.#need) {
      const whole = Buffer.concat(this.#parts, this.#held);
      this.#parts = [];
      this.#held = 0;
      this.#need = 0;
      this.#consume(whole);
    }
    return chunk.subarray(take);
  }

  /** Takes whole fields while there are some, and holds the rest. */
  #consume(buffer: Buffer): void {
    let at = 0;
    for (let used = -1; used !== 0 && at < buffer.length; at += used) {
      used = this.#state === 'magic' ? this.#takeMagic(buffer) : this.#takeField(buffer, at);
      this.#taken += used;
    }
    if (at === buffer.length) return;
    this.#parts.push(buffer.subarray(at));
    this.#held += buffer.length - at;
  }

  #takeMagic(buffer: Buffer): number {
    const length = Math.min(MAGIC.length, buffer.length);
    if (buffer.compare(MAGIC, 0, length, 0, length) !== 0) {
      this.#fail(
        'not-protobuf',
        buffer[0] === 0x7b ? 'the server answered JSON, not protobuf' : 'the reply is not Kubernetes protobuf',
      );
    }
    if (length < MAGIC.length) return 0;
    this.#state = 'envelope';
    return length;
  }

  /** Takes the field that starts at `at`; gives its length in bytes, 0 where it is not whole yet. */
  #takeField(buffer: Buffer, at: number): number {
    const field = this.#header(buffer, at);
    if (field === undefined) return 0;
    const { number, wireType, from, to } = field;
    if (wireType === 0) {
      if (number <= LAST_MESSAGE) this.#fail('broken', `field ${number} has wire type 0`);
      return this.#advance(to - at);
    }
    if (this.#state === 'envelope' && number === 2)
      return this.#beginList(this.#taken + from - at, this.#taken + to - at, from - at);
    if (this.#state === 'list' && this.#taken + to - at > this.#listEnd) {
      this.#fail('broken', 'a field runs past the end of the list');
    }
    if (to - from > LARGEST_FIELD) this.#fail('broken', `a field of ${to - from} bytes`);
    if (to > buffer.length) {
      this.#need = to - at;
      return 0;
    }
    this.#read(buffer, number, from, to);
    return this.#advance(to - at);
  }

  /** Leaves the list where it ends with the field that was taken. */
  #advance(length: number): number {
    if (this.#state === 'list' && this.#taken + length > this.#listEnd)
      this.#fail('broken', 'a field runs past the end of the list');
    if (this.#state === 'list' && this.#taken + length === this.#listEnd) this.#state = 'envelope';
    return length;
  }

  #beginList(from: number, to: number, length: number): number {
    if (this.#found !== this.#kind) this.#fail('wrong-kind', `the reply is a ${this.#found || 'thing without a kind'}`);
    if (this.#listEnd >= 0) this.#fail('broken', 'two lists in one reply');
    this.#listEnd = to;
    if (to > from) this.#state = 'list';
    return length;
  }

  #read(buffer: Buffer, number: number, from: number, to: number): void {
    const item = this.#state === 'list' && number === 2;
    try {
      if (item) this.#onItem(buffer, from, to);
      else if (this.#state === 'list' && number === 1) this.#metadata = this.#readMetadata(buffer, from, to);
      else if (this.#state === 'envelope' && number === 1) this.#found = this.#readKind(buffer, from, to);
      else if (this.#state === 'envelope' && number === 3 && to > from) this.#fail('broken', 'its content is encoded');
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.#fail('broken', item ? `item ${this.count}: ${error.message}` : error.message);
    }
    if (item) this.count++;
  }

  #readKind(buffer: Buffer, from: number, to: number): string {
    let kind = '';
    const reader = this.#reader;
    for (reader.open(buffer, from, to); reader.at < to; ) {
      const tag = reader.varint();
      if (tag === 18) kind = reader.string();
      else reader.skip(tag & 7);
    }
    return kind;
  }

  #readMetadata(buffer: Buffer, from: number, to: number): ListMetadata {
    let resourceVersion = '';
    let next = '';
    let remainingItemCount = 0;
    const reader = this.#reader;
    for (reader.open(buffer, from, to); reader.at < to; ) {
      const tag = reader.varint();
      if (tag === 18) resourceVersion = reader.string();
      else if (tag === 26) next = reader.string();
      else if (tag === 32) remainingItemCount = reader.int64();
      else reader.skip(tag & 7);
    }
    return { resourceVersion, continue: next, remainingItemCount };
  }

  /** The tag, and the length where there is one; undefined where more bytes are needed. */
  #header(buffer: Buffer, at: number): Header | undefined {
    const tag = this.#number(buffer, at);
    if (tag === undefined) return undefined;
    const number = Math.floor(tag.value / 8);
    const wireType = tag.value % 8;
    if (number === 0) this.#fail('broken', 'field number 0');
    if (wireType !== 0 && wireType !== 2) this.#fail('broken', `wire type ${wireType}`);
    const value = this.#number(buffer, tag.end);
    if (value === undefined) return undefined;
    return { number, wireType, from: value.end, to: wireType === 0 ? value.end : value.end + value.value };
  }

  #number(buffer: Buffer, at: number): { readonly value: number; readonly end: number } | undefined {
    let value = 0;
    let scale = 1;
    for (let index = at; index < at + LONGEST_NUMBER; index++) {
      const byte = buffer[index];
      if (byte === undefined) return undefined;
      value += (byte & 127) * scale;
      if (byte < 128) return { value, end: index + 1 };
      scale *= 128;
    }
    return this.#fail('broken', 'a number longer than 10 bytes');
  }

  #fail(problem: ListProblem, what: string): never {
    this.#state = 'failed';
    throw new ListError(problem, `${this.#kind}: ${what} (byte ${this.#taken}, after ${this.count} items)`);
  }
}
