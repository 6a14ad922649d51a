import { describe, expect, test } from '@jest/globals';
import { type Argument, parseFlags } from '../../../../src/derive/processes/flags.ts';
import type { FlagType } from '../../../../src/model/facts.ts';

const TYPES: Readonly<Record<string, FlagType>> = {
  profiling: 'boolean',
  port: 'integer',
  modes: 'list',
  name: 'string',
};
const typeOf = (flag: string): FlagType | undefined => TYPES[flag];

const args = (...texts: readonly string[]): readonly Argument[] =>
  texts.map((text, index) => ({ text, hidden: text.includes('$('), raw: text, pointer: `/args/${index}` }));
const values = (flag: string, ...texts: readonly string[]) =>
  parseFlags(args(...texts), typeOf)
    .uses.get(flag)
    ?.map(({ value }) => value);

describe('parseFlags', () => {
  test.each([
    ['a value behind an equals sign', 'name', ['--name=x'], ['x']],
    ['a value in the next argument', 'name', ['--name', 'x'], ['x']],
    ['a value that looks like a flag', 'port', ['--port', '-1'], ['-1']],
    ['a boolean takes no next argument', 'profiling', ['--profiling', 'false'], [undefined]],
    ['one dash, as etcd allows', 'name', ['-name=x'], ['x']],
    ['underscores for dashes', 'some-flag', ['--some_flag=a_b'], ['a_b']],
    ['an empty value', 'name', ['--name='], ['']],
    ['equals signs in the value', 'name', ['--name=a=b'], ['a=b']],
    ['repeats in their order', 'name', ['--name=a', '--name', 'b'], ['a', 'b']],
    ['a flag of no known type with a value', 'other', ['--other', 'x'], ['x']],
    ['a flag of no known type before another', 'other', ['--other', '--name=x'], [undefined]],
    ['a flag of no known type at the end', 'other', ['--other'], [undefined]],
    ['no flag behind the end of flags', 'name', ['--', '--name=x'], undefined],
    ['words that are no flags', 'name', ['serve', '--name=x'], ['x']],
    ['an exact name, never a part of one', 'name', ['--name-too=x', '--the-name=x'], undefined],
  ] as const)('reads %s', (_, flag, texts, expected) => {
    expect(values(flag, ...texts)).toEqual(expected);
  });

  test('keeps where a value in an argument of its own stands', () => {
    const [use] = parseFlags(args('--name', 'x'), typeOf).uses.get('name') ?? [];
    expect(use?.arguments.map(({ pointer }) => pointer)).toEqual(['/args/0', '/args/1']);
  });

  test('knows a flag whose value is hidden', () => {
    const parsed = parseFlags(
      args('--name=$(X)', '--port', '$(P)', '--profiling', '--modes=a', '--other', 'b'),
      typeOf,
    );
    expect(parsed.opaque).toBeUndefined();
    expect([...parsed.uses].map(([name, [use]]) => [name, use?.hidden])).toEqual([
      ['name', true],
      ['port', true],
      ['profiling', false],
      ['modes', false],
      ['other', false],
    ]);
  });

  test.each([
    ['alone', ['$(EXTRA)']],
    ['in the name', ['--$(X)=true']],
    ['behind a boolean', ['--profiling', '$(X)']],
    ['behind a flag of no known type', ['--other', '$(X)']],
  ] as const)('takes a hidden argument %s for any flag', (_, texts) => {
    expect(parseFlags(args(...texts), typeOf).opaque?.text).toBe(texts.at(-1));
  });
});
