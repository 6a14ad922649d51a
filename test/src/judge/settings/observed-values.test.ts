import { describe, expect, test } from '@jest/globals';
import { isGiven, items, notUnderstood } from '../../../../src/judge/settings/observed-values.ts';

describe('items', () => {
  test('a list is its entries, nothing is none, anything else is one', () => {
    expect(items(['a', 1])).toEqual(['a', '1']);
    expect(items([])).toEqual([]);
    expect(items('')).toEqual([]);
    expect(items(null)).toEqual([]);
    expect(items('a')).toEqual(['a']);
  });
});

describe('isGiven', () => {
  test('the empty string, null and the empty list are not given; false and 0 are', () => {
    expect(['', null, []].map(isGiven)).toEqual([false, false, false]);
    expect([false, 0, 'a', ['']].map(isGiven)).toEqual([true, true, true, true]);
  });
});

test('notUnderstood carries its sentence', () => {
  expect(notUnderstood('odd')).toEqual({ code: 'not-understood', detail: 'odd' });
});
