import { describe, expect, test } from '@jest/globals';
import { decodeIntOrString, decodeQuantity, decodeTime } from '../../../src/shapes/scalars.ts';
import { WireReader } from '../../../src/shapes/wire.ts';
import { field, numberField } from './support/bytes.ts';

function decode<T>(read: (reader: WireReader, end: number) => T, ...fields: readonly Buffer[]): T {
  const buffer = Buffer.concat(fields);
  const reader = new WireReader();
  reader.open(buffer, 0, buffer.length);
  const value = read(reader, buffer.length);
  expect(reader.at).toBe(buffer.length);
  return value;
}
const UNDECLARED = field(9, 'later');

describe('Time', () => {
  test.each([
    '1970-01-01T00:00:00Z',
    '2026-11-23T13:03:32Z',
    '2026-11-23T23:59:59Z',
    '1969-12-31T23:59:59Z',
    '2024-02-29T12:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ])('reads %s', (text) => {
    const seconds = Date.parse(text) / 1000;
    expect(decode(decodeTime, numberField(1, seconds), numberField(2, 5), UNDECLARED)).toBe(text);
  });

  test('reads a day again after others', () => {
    const days = Array.from({ length: 200 }, (_, day) => day * 86_400);
    for (const seconds of [...days, ...days]) {
      const text = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
      expect(decode(decodeTime, numberField(1, seconds))).toBe(text);
    }
  });

  test('takes an empty message for no time, as JSON has null', () => {
    expect(decode(decodeTime)).toBeUndefined();
  });

  test.each([253_402_300_800n, -62_167_219_201n, 9_223_372_036_854_775_807n])('refuses %d seconds', (seconds) => {
    expect(() => decode(decodeTime, numberField(1, seconds))).toThrow('a time outside of the years 0 to 9999');
  });
});

test('a quantity is its text', () => {
  expect(decode(decodeQuantity, field(1, '100m'), UNDECLARED)).toBe('100m');
  expect(decode(decodeQuantity)).toBe('');
});

test('a port is a number or a name', () => {
  expect(decode(decodeIntOrString, numberField(1, 0), numberField(2, 8080), field(3, ''), UNDECLARED)).toBe(8080);
  expect(decode(decodeIntOrString, numberField(1, 0), numberField(2, -1))).toBe(-1);
  expect(decode(decodeIntOrString, numberField(1, 1), numberField(2, 0), field(3, 'https'))).toBe('https');
  expect(decode(decodeIntOrString)).toBe(0);
});
