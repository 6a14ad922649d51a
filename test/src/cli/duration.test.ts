import { describe, expect, test } from '@jest/globals';
import { parseDuration } from '../../../src/cli/duration.ts';
import { KubevetError } from '../../../src/model/error.ts';

describe('a duration', () => {
  test.each([
    ['90s', 90_000],
    ['2m', 120_000],
    ['1h30m', 5_400_000],
    ['1.5s', 1_500],
    ['250ms', 250],
    ['10', 10_000],
    ['0', undefined],
    ['0s', undefined],
  ])('%s', (text, expected) => {
    expect(parseDuration(text, 'timeout')).toBe(expected);
  });

  test.each(['', 'soon', '5x', '-3s', '1h 30m', 's'])('refuses %j', (text) => {
    expect(() => parseDuration(text, 'timeout')).toThrow(KubevetError);
  });
});
