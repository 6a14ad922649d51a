import { describe, expect, test } from '@jest/globals';
import { run } from '../../../src/cli/program.ts';
import { COMMANDS } from '../../../src/cli/usage-error.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function kubevet(...argv: readonly string[]) {
  const terminal = recordedTerminal();
  await run(argv, terminal);
  return terminal.written;
}

describe('a wrong command line', () => {
  test.each<[string, string, string]>([
    ['scna', 'there is no command "scna"', 'Did you mean kubevet scan?'],
    ['frobnicate', 'there is no command "frobnicate"', 'kubevet --help lists the commands.'],
    ['demo --fail-onn high', 'there is no option --fail-onn', 'Did you mean --fail-on?'],
    ['demo --fail-onn=high', 'there is no option --fail-onn', 'Did you mean --fail-on?'],
    ['demo --frobnicate', 'there is no option --frobnicate', 'See kubevet demo --help.'],
    ['-x', 'there is no option -x', 'See kubevet --help.'],
    ['checks --fail-on high', 'kubevet checks has no option --fail-on', 'See kubevet checks --help.'],
    ['demo --from file', 'kubevet demo has no option --from', 'See kubevet demo --help.'],
    ['demo extra', 'unexpected argument "extra"', 'See kubevet demo --help.'],
    ['demo --fail-on hgih', '--fail-on cannot be "hgih"', 'Choose one of critical, high, medium, low.'],
    ['completion fish', 'shell cannot be "fish"', 'Choose one of bash, zsh.'],
    ['explain', 'explain wants the id of a check', '`kubevet checks` lists all of them.'],
    ['--check', '--check wants a value', 'See kubevet --help.'],
    ['explain anonymous-auth', 'no check fits "anonymous-auth"', 'Did you mean kube-apiserver/anonymous-auth or kube'],
    ['--kubernetes-version 1.30', '--kubernetes-version needs --from', 'A cluster says its version itself.'],
  ])('%s', async (line, message, hint) => {
    const { out, err, code } = await kubevet(...line.split(' '));
    expect(out).toBe('');
    expect(err).toContain(`error: ${message}\nhint: ${hint}`);
    expect(code).toBe(2);
  });

  test('is found before the demo cluster starts', async () => {
    expect((await kubevet('demo', '-o', 'jsno')).err).not.toContain('Demo:');
    expect((await kubevet('demo', '--check', 'nosuch')).err).not.toContain('Demo:');
  });
});

test('files and a context exclude each other', async () => {
  expect(await kubevet('--from', 'file', '--context', 'prod')).toMatchObject({ code: 2 });
});

describe('tab completion', () => {
  const complete = (...words: readonly string[]) => kubevet('--get-yargs-completions', 'kubevet', ...words);

  test('knows checks, components and formats', async () => {
    expect((await complete('explain', 'rb')).out).toMatch(/^rbac\/impersonate$/m);
    expect((await complete('demo', '--check', '')).out).toMatch(/^etcd\/backup-plan$/m);
    expect((await complete('demo', '--component', 'k')).out).toMatch(/^kubelet$/m);
    expect((await complete('-o', '')).out).toMatch(/^json$/m);
  });

  test('has a script for each shell, and for the one in use', async () => {
    const bash = (await kubevet('completion', 'bash')).out;
    expect(bash).toContain('complete -o bashdefault');
    expect((await kubevet('completion')).out).toBe(bash);
    const zsh = recordedTerminal({ env: { SHELL: '/usr/bin/zsh' } });
    await run(['completion'], zsh);
    expect(zsh.written).toMatchObject({ code: 0, err: '' });
    expect(zsh.written.out).toContain('compdef _kubevet kubevet');
  });
});

test('several checks may be named at once', async () => {
  const { out } = await kubevet(
    'checks',
    '--component',
    'etcd,kube-scheduler',
    '--check',
    '!kube-scheduler/*',
    '-o',
    'json',
  );
  expect(new Set(JSON.parse(out).map((check: { component: string }) => check.component))).toEqual(new Set(['etcd']));
});

test('suggestions know every command', async () => {
  const { program } = await import('../../../src/cli/program.ts');
  const help = await program([], recordedTerminal()).getHelp();
  const listed = [...help.matchAll(/^ {2}kubevet (\w+)/gm)].map(([, name]) => name);
  expect([...new Set(listed)].filter((name) => !COMMANDS.includes(name as never))).toEqual([]);
  for (const name of COMMANDS) expect(listed).toContain(name);
});

test('version is a command too', async () => {
  expect((await kubevet('version')).out).toMatch(/^\d+\.\d+\.\d+/);
});
