import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { padEnd, paragraph, truncate, wrap } from '../../../src/report/layout.ts';

describe('wrap', () => {
  test('breaks between words', () => expect(wrap('one two  three', 7)).toEqual(['one two', 'three']));

  test('breaks a long word after punctuation, else anywhere', () => {
    expect(wrap('see https://kubernetes.io/docs/reference now', 20)).toEqual([
      'see https://',
      'kubernetes.io/docs/',
      'reference now',
    ]);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('of nothing is no line', () => expect(wrap('  ', 10)).toEqual([]));

  test('no line is too wide, and no letter is lost', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', ' ', '集', '🚀', '👩‍🚀', 'é', '-'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (given, width) => {
        const lines = wrap(given, width);
        expect(lines.every((line) => stringWidth(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
    );
  });
});

test('a paragraph hangs below its first words', () => {
  expect(paragraph('one two three', 14, '  - ', (line) => `<${line}>`)).toEqual(['  - <one two>', '    <three>']);
});

test('padEnd and truncate count columns, not letters', () => {
  expect(padEnd('集群', 6)).toBe('集群  ');
  expect(padEnd('too long', 3)).toBe('too long');
  expect(truncate('集群集群', 5)).toBe('集群…');
  expect(truncate('short', 5)).toBe('short');
});
