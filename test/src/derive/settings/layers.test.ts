import { expect, test } from '@jest/globals';
import { givenBy } from '../../../../src/derive/settings/layers.ts';

test.each([
  [[true, false], true],
  [[undefined, true], true],
  [[false, false], false],
  [[false, undefined], undefined],
  [[undefined], undefined],
  [[], undefined],
])('layers that answer %j give a setting: %s', (answers, expected) => {
  const layers = answers.map((answer) => ({ read: () => undefined, gives: () => answer }));
  expect(givenBy(layers, 'profiling')).toBe(expected);
});
