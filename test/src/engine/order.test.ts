import { expect, test } from '@jest/globals';
import { compareTexts } from '../../../src/engine/order.ts';

test('texts are ordered by code unit, whatever the language of the machine', () => {
  expect(['b', 'ä', 'a', 'Z', '', 'aa'].sort(compareTexts)).toEqual(['', 'Z', 'a', 'aa', 'b', 'ä']);
  expect(compareTexts('a', 'a')).toBe(0);
});
