import { expect, test } from '@jest/globals';
import { KubevetError } from '../../../src/model/error.ts';
import { factValue } from '../../../src/model/facts.ts';
import { each, isNone, type None } from '../../../src/model/finding.ts';
import { finding, node } from '../../support/outcomes.ts';

const none: None = { unseen: { code: 'not-visible', detail: 'nothing shows it' } };

test('each judges every subject, and says what none means', () => {
  const judge = (name: string) => finding('pass', node(name));
  expect(each(['a', 'b'], judge, none)).toEqual([judge('a'), judge('b')]);
  expect(each([], judge, none)).toBe(none);
  expect([isNone(none), isNone([judge('a')])]).toEqual([true, false]);
});

test('an error keeps its code, hint and cause', () => {
  const cause = new Error('refused');
  expect(new KubevetError('connection', 'no answer', { hint: 'Look.', cause })).toMatchObject({
    code: 'connection',
    message: 'no answer',
    hint: 'Look.',
    cause,
  });
  const bare = new KubevetError('usage', 'no');
  expect([bare.hint, Object.hasOwn(bare, 'cause')]).toEqual([undefined, false]);
});

test('a list as a fact is one text', () => expect([factValue(['a', 'b']), factValue(1)]).toEqual(['a,b', 1]));
