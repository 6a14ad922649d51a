import { describe, expect, test } from '@jest/globals';
import { commandLine } from '../../../../src/derive/processes/command-line.ts';
import { shellWords } from '../../../../src/derive/processes/shell-words.ts';

const VARIABLES: Readonly<Record<string, string>> = { MODE: 'RBAC' };
const line = (command: readonly string[], args: readonly string[] = []) =>
  commandLine({ command, args }, '/spec/containers/0', (name) => VARIABLES[name]);
const seen = (command: readonly string[], args: readonly string[] = []) => {
  const { program, arguments: words, opaque } = line(command, args);
  return { program, words: words.map(({ text }) => text), opaque };
};

describe('commandLine', () => {
  test('joins command and arguments, each with its place', () => {
    const { program, arguments: words } = line(['/usr/bin/etcd', '--a'], ['--b=1']);
    expect(program).toBe('etcd');
    expect(words.map(({ pointer }) => pointer)).toEqual(['/spec/containers/0/command/1', '/spec/containers/0/args/0']);
  });

  test('leaves the program to the image where only flags are given', () => {
    expect(seen([], ['--a'])).toEqual({ program: undefined, words: ['--a'], opaque: undefined });
    expect(seen([])).toEqual({ program: undefined, words: [], opaque: undefined });
  });

  test('finds the program among arguments only', () => {
    expect(seen([], ['kube-scheduler', '--a']).program).toBe('kube-scheduler');
  });

  test.each([
    ['go-runner', ['/go-runner', '--log-file=/x', '/usr/bin/etcd', '--a'], 'etcd'],
    ['tini', ['tini', '--', 'etcd', '--a'], 'etcd'],
    ['a shell', ['/bin/sh', '-c', 'exec etcd --a'], 'etcd'],
    ['a shell with options', ['sh', '-e', '-xc', 'etcd --a'], 'etcd'],
  ] as const)('looks behind %s', (_, command, program) => {
    expect(seen(command)).toEqual({ program, words: ['--a'], opaque: undefined });
  });

  test('points into the script for each word of it', () => {
    const [word] = line(['sh', '-c', 'etcd --a --b']).arguments;
    expect(word).toMatchObject({ text: '--a', raw: 'etcd --a --b', pointer: '/spec/containers/0/command/2' });
  });

  test.each([
    ['a wrapper of nothing', ['tini', '--']],
    ['a script file', ['/start.sh', '--a']],
    ['a shell that runs a file', ['bash', 'run', '--a']],
    ['a shell alone', ['sh']],
    ['a script with several commands', ['sh', '-c', 'set -e; etcd --a']],
    ['an empty script', ['sh', '-c', '']],
    ['a script with parameters', ['sh', '-c', 'etcd --a', 'x']],
    ['a script from a variable', ['sh', '-c', '$(SCRIPT)']],
    ['a program from a variable', ['$(PROGRAM)', '--a']],
  ] as const)('does not understand %s', (_, command) => {
    expect(seen(command)).toEqual({ program: undefined, words: [], opaque: command.join(' ') });
  });

  test('does not understand a wrapper of an empty command', () => {
    expect(seen(['sh', '-c', 'exec'])).toEqual({ program: undefined, words: [], opaque: 'sh -c exec' });
  });

  test('expands variables whose value is known, and says which text is not known', () => {
    const words = line(['etcd', '--mode=$(MODE)', '--name=$(NAME)', '--text=$$(MODE)']).arguments;
    expect(words.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['--mode=RBAC', false],
      ['--name=$(NAME)', true],
      ['--text=$(MODE)', false],
    ]);
  });
});

describe('shellWords', () => {
  test.each([
    ['a b\tc', ['a', 'b', 'c']],
    [`'a b' "c d" e\\ f`, ['a b', 'c d', 'e f']],
    [`--a='x'"y"z`, ['--a=xyz']],
    [`''`, ['']],
    ['exec a \\\n --b', ['a', '--b']],
    ['e --a=b,\\\nc', ['e', '--a=b,c']],
    ['a --b 1>>/var/log/a.log 2>&1', ['a', '--b']],
    ['a </dev/null --b', ['a', '--b']],
  ] as const)('splits %j', (script, words) => {
    expect(shellWords(script)).toEqual(words);
  });

  test.each([
    'a $HOME',
    'a `b`',
    'a "$b"',
    'a | b',
    'a && b',
    'a; b',
    'a\nb',
    'a *',
    "a 'b",
    'X=1 a',
    'a > "$f"',
    'a <<EOF',
  ])('leaves %j to a shell', (script) => {
    expect(shellWords(script)).toBeUndefined();
  });
});
