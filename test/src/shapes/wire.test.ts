import { describe, expect, test } from '@jest/globals';
import { WireError, WireReader } from '../../../src/shapes/wire.ts';
import { field, numberField, varint } from './support/bytes.ts';

function readerOf(...parts: readonly (Buffer | readonly number[])[]): WireReader {
  const buffer = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const reader = new WireReader();
  reader.open(buffer, 0, buffer.length);
  return reader;
}
const CONTINUED = 0x80;

describe('numbers', () => {
  test.each([0, 1, 127, 128, 300, 2 ** 28, 2 ** 31, 2 ** 32 - 1])('reads %d', (value) => {
    expect(readerOf(varint(value)).varint()).toBe(value);
  });

  test('reads a negative int32, which takes ten bytes', () => {
    expect(varint(-1)).toHaveLength(10);
    expect(readerOf(varint(-1)).varint() | 0).toBe(-1);
    expect(readerOf(varint(-2_147_483_648)).varint() | 0).toBe(-2_147_483_648);
  });

  test.each([
    '0',
    '-1',
    '268435456',
    '4294967296',
    '9007199254740993',
    '9223372036854775807',
    '-9223372036854775808',
    '-4294967297',
  ])('reads the int64 %s as JSON.parse does', (digits) => {
    expect(readerOf(varint(BigInt(digits))).int64()).toBe(JSON.parse(digits));
  });

  test('refuses numbers that end early or never', () => {
    for (const read of ['varint', 'int64'] as const) {
      expect(() => readerOf([])[read]()).toThrow('truncated number at byte 0');
      expect(() => readerOf([CONTINUED])[read]()).toThrow('truncated number at byte 1');
      expect(() => readerOf(new Array(11).fill(CONTINUED))[read]()).toThrow('number longer than 10 bytes');
    }
    expect(() => readerOf([CONTINUED]).skip(0)).toThrow('truncated number');
    expect(() => readerOf(new Array(10).fill(CONTINUED), [1]).skip(0)).toThrow('number longer than 10 bytes');
  });
});

describe('strings', () => {
  test.each(['', 'a', 'kubernetes.io/os', 'ünï-日本', 'x'.repeat(64), 'x'.repeat(65), 'ü'.repeat(80), '🙂'])(
    'reads %j',
    (text) => {
      const reader = readerOf(field(1, text), field(1, text));
      for (let time = 0; time < 2; time++) {
        expect(reader.varint()).toBe(10);
        expect(reader.string()).toBe(text);
      }
    },
  );

  test('keeps strings apart that share their place in the cache', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `label-${index % 10_000}`);
    const reader = readerOf(...texts.map((text) => field(1, text)));
    for (const text of texts) {
      reader.varint();
      expect(reader.string()).toBe(text);
    }
  });

  test('refuses a length of more than 32 bits, which is not the same length without the higher ones', () => {
    for (const length of [2 ** 32 + 1, 2 ** 40 + 1]) {
      expect(() => readerOf(varint(length), [65]).string()).toThrow('a length that no message has');
      expect(() => readerOf(varint(length), [65]).skip(2)).toThrow('a length that no message has');
    }
  });

  test('refuses a string that runs past its message', () => {
    expect(() => readerOf([5, 65]).string()).toThrow('length 5 runs past the end at byte 1');
    const nested = readerOf(field(1, field(1, 'abc')));
    nested.varint();
    const outer = nested.enter(nested.end() - 1);
    nested.varint();
    expect(() => nested.string()).toThrow('length 3 runs past the end');
    nested.leave(outer);
    nested.at -= 1;
    expect(nested.string()).toBe('abc');
  });
});

describe('skipping', () => {
  test('goes behind a value of each wire type', () => {
    const cases: readonly (readonly [number, Buffer])[] = [
      [0, varint(-1)],
      [1, Buffer.alloc(8)],
      [2, Buffer.from([2, 1, 1])],
      [5, Buffer.alloc(4)],
    ];
    for (const [wireType, bytes] of cases) {
      const reader = readerOf(bytes, [7]);
      reader.skip(wireType);
      expect(reader.varint()).toBe(7);
    }
  });

  test('refuses what does not fit, and groups', () => {
    expect(() => readerOf(Buffer.alloc(7)).skip(1)).toThrow('truncated number');
    expect(() => readerOf(Buffer.alloc(3)).skip(5)).toThrow('truncated number');
    expect(() => readerOf([9]).skip(2)).toThrow('length 9 runs past the end');
    for (const wireType of [3, 4, 6, 7]) expect(() => readerOf([1]).skip(wireType)).toThrow(`wire type ${wireType}`);
  });

  test('skips undeclared fields, and refuses declared ones of another wire type and field 0', () => {
    const declared = new Set([1]);
    const reader = readerOf(varint(5), [7]);
    reader.skipUndeclared(16, declared, 'Pod');
    expect(reader.varint()).toBe(7);
    expect(() => reader.skipUndeclared(8, declared, 'Pod')).toThrow('Pod: field 1 has wire type 0');
    expect(() => reader.skipUndeclared(2, declared, 'Pod')).toThrow('field number 0');
  });
});

test('errors are WireErrors', () => {
  expect(() => readerOf([]).varint()).toThrow(WireError);
  expect(() => readerOf(numberField(1, 1)).fail('x')).toThrow(new WireError('x at byte 0'));
});
