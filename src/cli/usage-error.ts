import { nearest } from '../engine/nearest.ts';
import { KubevetError } from '../model/error.ts';
import { cluster, gather, input, report, selection } from './options.ts';

/** Names of the commands, for suggestions. */
export const COMMANDS = [
  'scan',
  'snapshot',
  'checks',
  'explain',
  'doctor',
  'permissions',
  'demo',
  'facts',
  'completion',
  'version',
] as const;

const OPTIONS = [
  ...[cluster, input, gather, selection, report].flatMap((group) => Object.keys(group)),
  ...['all-contexts', 'out', 'include', 'serve', 'help', 'version'],
];

/** What the parser says of a wrong command line, in kubevet's words and with what was probably meant. */
export function usageError(message: string, argv: readonly string[]): KubevetError {
  const command = argv.find((word) => (COMMANDS as readonly string[]).includes(word));
  const see = `See kubevet ${command === undefined ? '' : `${command} `}--help.`;
  const wrong = (text: string, hint = see) => new KubevetError('usage', text, { hint });

  const unknown = /^Unknown (?:argument|command)s?: (.+)$/.exec(message)?.[1]?.split(', ');
  if (unknown !== undefined) {
    const option = argv.find((word) => unknown.some((name) => isOption(word, name)));
    if (option !== undefined) return unknownOption(option.replace(/=.*$/s, ''), command, see, wrong);
    const [word = ''] = unknown;
    if (command !== undefined) return wrong(`unexpected argument "${word}"`);
    const meant = nearest(word, COMMANDS);
    return wrong(
      `there is no command "${word}"`,
      meant === undefined ? 'kubevet --help lists the commands.' : `Did you mean kubevet ${meant}?`,
    );
  }
  const [, name, given, choices] =
    /^Invalid values:\s+Argument: (\S+), Given: (.*), Choices: (.*)$/s.exec(message.trim()) ?? [];
  if (choices !== undefined) {
    return wrong(
      `${OPTIONS.includes(name ?? '') ? '--' : ''}${name} cannot be ${given}`,
      `Choose one of ${choices.trim().replaceAll('"', '')}.`,
    );
  }
  const valueless = /^Not enough arguments following: (\S+)$/.exec(message)?.[1];
  if (valueless !== undefined) return wrong(`${dashed(valueless)} wants a value`);
  if (command === 'explain' && /^Not enough non-option arguments/.test(message))
    return wrong(`${command} wants the id of a check`, '`kubevet checks` lists all of them.');
  return wrong(message);
}

function unknownOption(
  option: string,
  command: string | undefined,
  see: string,
  wrong: (text: string, hint?: string) => KubevetError,
): KubevetError {
  const name = option.replace(/^-+/, '');
  if (OPTIONS.includes(name)) return wrong(`kubevet ${command ?? 'scan'} has no option ${option}`);
  const meant = nearest(name, OPTIONS);
  return wrong(`there is no option ${option}`, meant === undefined ? see : `Did you mean --${meant}?`);
}

/** Whether a word of the command line is what the parser calls `name`: `--name`, `--name=value`, or `-n` among other letters. */
const isOption = (word: string, name: string): boolean =>
  name.length === 1
    ? new RegExp(`^-[^-]*${name.replace(/\W/, '\\$&')}`).test(word)
    : word === `--${name}` || word.startsWith(`--${name}=`) || word === `--no-${name}`;

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);
