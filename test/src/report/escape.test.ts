import { describe, expect, test } from '@jest/globals';
import { escapeAll, escapeJson, escapeText } from '../../../src/report/escape.ts';

describe('escapeText', () => {
  test.each([
    ['a terminal escape', '\u001B[31mred', '\\u001b[31mred'],
    ['an escape of one character', '\u009B31m', '\\u009b31m'],
    ['a bell and a backspace', 'a\u0007\b', 'a\\u0007\\u0008'],
    ['a right-to-left override', 'a\u202Eb', 'a\\u202eb'],
    ['isolates and marks', '\u2066\u200F\u061C', '\\u2066\\u200f\\u061c'],
    ['what has no width', 'ad\u200Bmin\uFEFF\u2060', 'ad\\u200bmin\\ufeff\\u2060'],
    ['fillers that look like nothing', '\u3164\u115F\u034F', '\\u3164\\u115f\\u034f'],
    ['tags', 'x\u{E0041}', 'x\\udb40\\udc41'],
    ['half of a pair', 'x\uD800y', 'x\\ud800y'],
    ['line separators', 'a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
  ])('shows %s', (_, text, escaped) => expect(escapeText(text)).toBe(escaped));

  test('makes one line of several', () => {
    expect(escapeText('a \r\n\t b\nc')).toBe('a b c');
    expect(escapeText('a\u001B\r\nb', { lines: true })).toBe('a\\u001b\nb');
  });

  test('leaves letters of all scripts and pictures alone', () => {
    const text = 'Größe 集群 кластер שלום ⚠️ 🚀 é';
    expect(escapeText(text)).toBe(text);
  });
});

test('escapeJson keeps the value and shows what is harmful', () => {
  const value = { name: 'a\u202E\u009B\u001B[2J\u{E0041}\uD800"\\\n', '\u200B': 1 };
  const json = escapeJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).toMatch(/^[\x20-\x7e\n]*$/);
});

test('escapeAll reaches every text and leaves the rest', () => {
  expect(escapeAll({ 'k\u001B': ['v\u001B', 1, null, { deep: '\u202E', yes: true }] })).toEqual({
    'k\\u001b': ['v\\u001b', 1, null, { deep: '\\u202e', yes: true }],
  });
});

test('escapeAll copies no more than what it changes', () => {
  const harmless = { name: 'node-1', labels: ['a', 'b'] };
  expect(escapeAll(harmless)).toBe(harmless);
  const mixed = escapeAll([harmless, 'v\u001B']);
  expect(mixed).toEqual([harmless, 'v\\u001b']);
  expect(mixed[0]).toBe(harmless);
});
