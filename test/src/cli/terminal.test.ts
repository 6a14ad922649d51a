import { describe, expect, test } from '@jest/globals';
import { type ColorChoice, paintsOut, usesColor } from '../../../src/cli/terminal.ts';
import { recordedTerminal } from '../../support/terminal.ts';

describe('colour', () => {
  test.each<[string, boolean | undefined, Record<string, string>, boolean]>([
    ['on a terminal', true, {}, true],
    ['in a pipe', undefined, {}, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR counts for nothing', true, { NO_COLOR: '' }, true],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['FORCE_COLOR in a pipe', undefined, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 on a terminal', true, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR over NO_COLOR', undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('%s', (_, isTerminal, env, expected) => {
    expect(usesColor(isTerminal, env)).toBe(expected);
  });
});

test.each<[ColorChoice, boolean, boolean]>([
  ['auto', true, true],
  ['auto', false, false],
  ['always', false, true],
  ['never', true, false],
])('--color %s where the terminal has colour: %s', (choice, colorOut, expected) => {
  expect(paintsOut(choice, recordedTerminal({ colorOut }))).toBe(expected);
});
