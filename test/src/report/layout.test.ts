import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { addressLines, commandLines, paragraph, wrap } from '../../../src/report/layout.ts';

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

test('a command goes on after a backslash, between words only', () => {
  const command = "kubectl get -n shop -o 'jsonpath={.spec.a b}' -- pod web";
  const lines = commandLines(command, 24, '  $ ', (line) => line);
  expect(lines).toEqual(['  $ kubectl get -n \\', '    shop -o \\', "    'jsonpath={.spec.a b}' \\", '    -- pod web']);
  expect(lines.map((line) => line.slice(4).replace(/ \\$/, '')).join(' ')).toBe(command);
});

test('an address is never broken', () => {
  const address = 'https://kubernetes.io/docs/reference';
  const plain = (line: string) => line;
  expect(addressLines('RBAC', address, 60, '  see ', plain)).toEqual([`  see RBAC: ${address}`]);
  expect(addressLines('RBAC', address, 20, '  see ', plain)).toEqual(['  see RBAC', `      ${address}`]);
});
