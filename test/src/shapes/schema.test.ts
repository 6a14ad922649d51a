import { expect, test } from '@jest/globals';
import { parse } from '../../../scripts/shapes/parse.ts';

const MESSAGES = 'message Time { option (scalar) = "time"; int64 seconds = 1; } message Inner {} ';

test('a schema is read with its labels, options and comments', () => {
  const messages = parse(`${MESSAGES}
    // not kept
    /// What it is,
    /// in two lines.
    message Outer {
      option (union) = true;
      optional bool flag = 1; repeated Inner items = 2; // not kept
      map<string, string> map = 3 [(allow) = "a " "b"];
      Inner inner = 4 [(value) = true];
    }`);
  expect(messages.get('Outer')).toMatchObject({
    options: { union: true },
    comment: 'What it is, in two lines.',
    fields: [
      { number: 1, name: 'flag', type: 'bool', label: 'optional', options: {} },
      { number: 2, name: 'items', type: 'Inner', label: 'repeated' },
      { number: 3, name: 'map', type: 'string', label: 'map', options: { allow: 'a b' } },
      { number: 4, name: 'inner', type: 'Inner', label: 'value', options: { value: true } },
    ],
  });
});

test.each([
  ['message A { string a = 0; }', 'A.a has no number'],
  ['message A { string a = 1; string b = 1; }', 'A.a: field 1 comes twice'],
  ['message A { Nothing a = 1; }', 'no message Nothing'],
  ['message A { Inner a = 1; }', 'A.a: a struct is (value), (inline) or optional'],
  ['message A { Time a = 1; }', 'A.a: a time may be null, it is optional'],
  ['message A { map<string, int32> a = 1; }', 'A.a: a map of int32'],
  ['message A { option (jsonOnly) = true; string a = 1; }', 'A.a: nothing says what a custom resource means'],
  ['message A {} message A {}', 'A is declared twice'],
  ['message A { string a; }', 'expected =, found ;'],
  ['message A {', 'it ends early'],
  ['enum A {}', 'unexpected enum'],
])('%s is refused', (text, said) => {
  expect(() => parse(MESSAGES + text)).toThrow(new RegExp(said.replaceAll(/[().=]/g, '\\$&')));
});
