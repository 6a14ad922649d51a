import type { Argument } from './flags.ts';
import { shellWords } from './shell-words.ts';

/** What a container is seen to run. */
export interface CommandLine {
  /** Name of the program without folders; undefined where the image decides or the command is not understood. */
  readonly program: string | undefined;
  readonly arguments: readonly Argument[];
  /** A command that is not understood: its text. */
  readonly opaque: string | undefined;
}

/** The part of a container that says what it runs. */
export interface Runnable {
  readonly command: readonly string[];
  readonly args: readonly string[];
}

/**
 * The program and arguments of a container, behind wrappers and simple shell commands. `pointer` is the container's place in its
 * object, `variable` gives the value of an environment variable, or undefined where it is not known.
 */
export function commandLine(
  container: Runnable,
  pointer: string,
  variable: (name: string) => string | undefined,
): CommandLine {
  const given = [
    ...container.command.map((raw, index) => ({ raw, pointer: `${pointer}/command/${index}` })),
    ...container.args.map((raw, index) => ({ raw, pointer: `${pointer}/args/${index}` })),
  ].map(({ raw, pointer: place }): Argument => ({ ...expand(raw, variable), raw, pointer: place }));
  const [first, ...rest] = given;
  const imageDecides = first === undefined || (container.command.length === 0 && first.text.startsWith('-'));
  return imageDecides ? { program: undefined, arguments: given, opaque: undefined } : unwrap(first, rest);
}

/** `$(NAME)` by its value, `$$(NAME)` to `$(NAME)`, as the kubelet does. */
function expand(raw: string, variable: (name: string) => string | undefined): { text: string; hidden: boolean } {
  let hidden = false;
  const text = raw.replaceAll(/\$\$|\$\(([^)]*)\)/g, (match, name?: string) => {
    if (name === undefined) return '$';
    const value = variable(name);
    if (value === undefined) hidden = true;
    return value ?? match;
  });
  return { text, hidden };
}

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash']);
/** Programs that do nothing but start what stands behind their own flags. */
const WRAPPERS = new Set(['exec', 'nohup', 'go-runner', 'tini', 'dumb-init', 'catatonit', 'hyperkube']);

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function unwrap(program: Argument, rest: readonly Argument[]): CommandLine {
  const name = baseName(program.text);
  if (program.hidden || name.endsWith('.sh')) return notUnderstood([program, ...rest]);
  if (SHELLS.has(name)) return unwrapShell(program, rest);
  if (!WRAPPERS.has(name)) return { program: name, arguments: rest, opaque: undefined };
  const start = firstPlain(rest);
  const wrapped = rest[start];
  return wrapped === undefined ? notUnderstood([program, ...rest]) : unwrap(wrapped, rest.slice(start + 1));
}

function unwrapShell(shell: Argument, rest: readonly Argument[]): CommandLine {
  const at = firstPlain(rest);
  const [option, script, parameter] = [rest[at - 1], rest[at], rest[at + 1]];
  const isScript = option !== undefined && script !== undefined && /^-[a-z]*c$/.test(option.text);
  // Words behind the script are its parameters, which it may use as it likes.
  if (!isScript || script.hidden || parameter !== undefined) return notUnderstood([shell, ...rest]);
  const { raw, pointer } = script;
  const inner = shellWords(script.text)?.map((text): Argument => ({ text, hidden: false, raw, pointer }));
  const [program, ...others] = inner ?? [];
  return program === undefined ? notUnderstood([shell, ...rest]) : unwrap(program, others);
}

/** The place of the first word that is no flag; -1 where all are. */
const firstPlain = (words: readonly Argument[]): number => words.findIndex(({ text }) => !text.startsWith('-'));

const notUnderstood = (words: readonly Argument[]): CommandLine => ({
  program: undefined,
  arguments: [],
  opaque: words.map((word) => word.text).join(' '),
});
