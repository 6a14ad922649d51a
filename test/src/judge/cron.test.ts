import { describe, expect, test } from '@jest/globals';
import { longestGap } from '../../../src/judge/cron.ts';
import { parseDuration } from '../../../src/judge/go-duration.ts';

const NOW = '2026-11-24T12:34:56Z';
const hours = (schedule: string): number | undefined => {
  const gap = longestGap(schedule, NOW);
  return gap === undefined ? undefined : gap / 3_600_000;
};

describe('the longest gap of a schedule', () => {
  test.each([
    ['* * * * *', 1 / 60],
    ['*/15 * * * *', 0.25],
    ['0 * * * *', 1],
    ['@hourly', 1],
    ['0 */6 * * *', 6],
    ['30 2 * * *', 24],
    ['@daily', 24],
    [' @midnight ', 24],
    ['0 8-17 * * *', 15],
    ['0 1,13 * * *', 12],
    ['0 8-16/4 * * *', 16],
    ['5/20 * * * *', 20 / 60],
    ['0 3 * * 1-5', 72],
    ['0 3 * * mon,THU', 96],
    ['@weekly', 168],
    ['0 0 * * 7', 168],
    ['0 0 1 * *', 744],
    ['@monthly', 744],
    ['0 0 1 jan,jul *', 184 * 24],
    ['@yearly', 365 * 24],
    ['0 0 1 * 1', 168],
    ['0 0 */2 * *', 48],
    ['@every 12h', 12],
    ['@every 1h30m', 1.5],
  ])('%s is %d hours', (schedule, expected) => {
    expect(hours(schedule)).toBeCloseTo(expected, 6);
  });

  test.each([
    ['', 'empty'],
    ['0 0 * *', 'four fields'],
    ['0 0 * * * *', 'six fields'],
    ['60 0 * * *', 'a minute that is none'],
    ['0 24 * * *', 'an hour that is none'],
    ['0 0 0 * *', 'a day that is none'],
    ['0 0 * 13 *', 'a month that is none'],
    ['0 0 * foo *', 'a name that is none'],
    ['0 0 * * 8', 'a weekday that is none'],
    ['5-1 * * * *', 'a range backwards'],
    ['*/0 * * * *', 'a step of nothing'],
    ['0/00 * * * *', 'a step of nothing in two digits'],
    ['1-2-3 * * * *', 'a range of three'],
    ['0; * * * *', 'a letter that is none of the language'],
    ['TZ=UTC 0 0 * * *', 'a time zone in front'],
    ['@reboot', 'a macro that is none'],
    ['@every day', 'no duration'],
    ['0 0 31 2 *', 'a day that never comes'],
  ])('%j is not understood: %s', (schedule) => {
    expect(hours(schedule)).toBeUndefined();
  });
});

describe('durations of Go', () => {
  test.each([
    ['0', 0],
    ['4h0m0s', 14_400_000],
    ['1.5h', 5_400_000],
    ['100ms', 100],
    ['2us', 0.002],
    ['2µs', 0.002],
    ['5ns', 0.000005],
    ['-1m', -60_000],
    ['+1s', 1000],
  ])('%s is %d ms', (text, expected) => {
    expect(parseDuration(text)).toBeCloseTo(expected, 9);
  });

  test.each(['', '5', 'h', '1d', '1h ', '1 h', 'forever'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
