/** Bytes that are no valid protobuf, or not of the message that was expected. */
export class WireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WireError';
  }
}

/** Bytes of a length: four say up to 256 MiB. Of longer ones the high bits would be dropped. */
const LONGEST_LENGTH = 4;

/** Label keys, image names, reasons: the same short strings come again and again. They are kept once, found by their bytes. */
const SLOTS = 8192;
const LONGEST_INTERNED = 64;
const interned: string[] = new Array(SLOTS).fill('');

/**
 * Reads the protobuf wire format from one buffer: a cursor with checked bounds. It knows no message; the generated decoders do.
 * Every method that meets bytes which cannot be throws a WireError.
 */
export class WireReader {
  /** Place of the next byte. */
  at = 0;
  #buffer: Buffer = Buffer.alloc(0);
  #limit = 0;

  /** Starts to read `buffer[from..to)`. */
  open(buffer: Buffer, from: number, to: number): void {
    this.#buffer = buffer;
    this.at = from;
    this.#limit = to;
  }

  /** Narrows the bounds to a nested message that ends at `to`; gives what `leave` takes to widen them again. */
  enter(to: number): number {
    const outer = this.#limit;
    this.#limit = to;
    return outer;
  }

  /** Ends a nested message. */
  leave(outer: number): void {
    this.#limit = outer;
  }

  fail(what: string): never {
    throw new WireError(`${what} at byte ${this.at}`);
  }

  /** An unsigned number up to 2^32-1. Higher bits are dropped, as bool and int32 want it. */
  varint(): number {
    const buffer = this.#buffer;
    if (this.at >= this.#limit) this.fail('truncated number');
    let byte = buffer[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; shift < 70; shift += 7) {
      if (this.at >= this.#limit) this.fail('truncated number');
      byte = buffer[this.at++] as number;
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    return this.fail('number longer than 10 bytes');
  }

  /** A signed 64-bit number as the nearest double: what JSON.parse makes of the same digits. */
  int64(): number {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.#limit) this.fail('truncated number');
      const byte = this.#buffer[this.at++] as number;
      const bits = byte & 127;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 128) return (high | 0) * 4_294_967_296 + (low >>> 0);
    }
    return this.fail('number longer than 10 bytes');
  }

  /** Reads a length and gives the end of what follows. */
  end(): number {
    const from = this.at;
    const length = this.varint();
    if (this.at - from > LONGEST_LENGTH) this.fail('a length that no message has');
    if (length > this.#limit - this.at) this.fail(`length ${length} runs past the end`);
    return this.at + length;
  }

  /** Skips one value of a wire type. */
  skip(wireType: number): void {
    if (wireType === 2) this.at = this.end();
    else if (wireType === 0) this.#skipNumber();
    else if (wireType === 1) this.#skipFixed(8);
    else if (wireType === 5) this.#skipFixed(4);
    else this.fail(`wire type ${wireType}`);
  }

  /** Skips a field that a decoder has no case for, unless it knows the field by another wire type. */
  skipUndeclared(tag: number, declared: ReadonlySet<number>, message: string): void {
    if (tag < 8) this.fail('field number 0');
    if (declared.has(tag >>> 3)) this.fail(`${message}: field ${tag >>> 3} has wire type ${tag & 7}`);
    this.skip(tag & 7);
  }

  string(): string {
    const to = this.end();
    const from = this.at;
    this.at = to;
    if (to === from) return '';
    if (to - from > LONGEST_INTERNED) return this.#buffer.toString('utf8', from, to);
    return intern(this.#buffer, from, to);
  }

  /** Bytes, as JSON writes them. */
  base64(): string {
    const to = this.end();
    const from = this.at;
    this.at = to;
    return this.#buffer.toString('base64', from, to);
  }

  #skipNumber(): void {
    const longest = this.at + 10;
    while (this.at < this.#limit && (this.#buffer[this.at] as number) > 127) this.at++;
    if (++this.at > this.#limit) this.fail('truncated number');
    if (this.at > longest) this.fail('number longer than 10 bytes');
  }

  #skipFixed(bytes: number): void {
    if (bytes > this.#limit - this.at) this.fail('truncated number');
    this.at += bytes;
  }
}

function intern(buffer: Buffer, from: number, to: number): string {
  let hash = to - from;
  let bits = 0;
  for (let at = from; at < to; at++) {
    const byte = buffer[at] as number;
    bits |= byte;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  if (bits > 127) return buffer.toString('utf8', from, to);
  const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
  const known = interned[slot] as string;
  if (equalsAscii(known, buffer, from, to)) return known;
  const fresh = buffer.toString('latin1', from, to);
  interned[slot] = fresh;
  return fresh;
}

function equalsAscii(text: string, buffer: Buffer, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) !== buffer[from + index]) return false;
  }
  return true;
}
