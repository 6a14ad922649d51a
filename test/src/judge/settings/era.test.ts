import { describe, expect, test } from '@jest/globals';
import { isOlder, outsideEra } from '../../../../src/judge/settings/era.ts';
import { instance } from '../../../support/instances.ts';

const SOURCE = 'https://kubernetes.io/docs/';
const middle = { from: '1.27', through: '1.30', because: 'it is not there', source: SOURCE } as const;

describe('a question that is one in some minors', () => {
  test.each([
    ['1.26.15', 'first minor that it concerns', '1.27'],
    ['1.9.0', 'first minor that it concerns', '1.27'],
    ['1.31.0', 'last minor that it concerns', '1.30'],
    ['2.0.0', 'last minor that it concerns', '1.30'],
  ])('is none in %s', (version, fact, value) => {
    expect(outsideEra(instance({ version }), middle)).toEqual({
      verdict: 'not-applicable',
      subject: { kind: 'Pod', name: 'one' },
      evidence: [expect.objectContaining({ fact: 'version' }), { from: 'fact', fact, value, source: SOURCE }],
      because: 'it is not there',
    });
  });

  test.each(['1.27.0', '1.28.3+k3s1', '1.30.99'])('is one in %s', (version) => {
    expect(outsideEra(instance({ version }), middle)).toBeUndefined();
  });

  test('may be one for ever, or from ever on', () => {
    expect(outsideEra(instance({ version: '1.99.0' }), { ...middle, through: undefined } as never)).toBeUndefined();
    expect(outsideEra(instance({ version: '1.2.0' }), { ...middle, from: undefined } as never)).toBeUndefined();
  });

  test.each([undefined, 'latest'])('is left to who asks where the version is %s', (version) => {
    expect(outsideEra(instance(version === undefined ? {} : { version }), middle)).toBeUndefined();
  });
});

test.each([
  ['1.9', '1.10', true],
  ['1.10', '1.9', false],
  ['1.30', '1.30', false],
  ['1.99', '2.0', true],
])('%s is older than %s: %s', (one, other, older) => {
  expect(isOlder(one, other)).toBe(older);
});
