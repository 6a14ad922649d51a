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
  const imageDecides = container.command.length === 0 && (given[0]?.text.startsWith('-') ?? true);
  return imageDecides ? { program: undefined, arguments: given, opaque: undefined } : unwrap(given);
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

function unwrap(words: readonly Argument[]): CommandLine {
  const [first, ...rest] = words;
  if (first === undefined) return { program: undefined, arguments: [], opaque: '' };
  const name = baseName(first.text);
  if (first.hidden || name.endsWith('.sh')) return notUnderstood(words);
  if (SHELLS.has(name)) return unwrapShell(words);
  if (!WRAPPERS.has(name)) return { program: name, arguments: rest, opaque: undefined };
  const start = rest.findIndex((word) => !word.text.startsWith('-'));
  return start === -1 ? notUnderstood(words) : unwrap(rest.slice(start));
}

function unwrapShell(words: readonly Argument[]): CommandLine {
  const option = words.findIndex((word, index) => index > 0 && !word.text.startsWith('-'));
  const script = words[option];
  // Words behind the script are its parameters, which it may use as it likes.
  const isScript = script !== undefined && /^-[a-z]*c$/.test(words[option - 1]?.text ?? '');
  if (!isScript || script.hidden || words.length > option + 1) return notUnderstood(words);
  const inner = shellWords(script.text);
  if (inner === undefined || inner.length === 0) return notUnderstood(words);
  return unwrap(inner.map((text) => ({ text, hidden: false, raw: script.raw, pointer: script.pointer })));
}

const notUnderstood = (words: readonly Argument[]): CommandLine => ({
  program: undefined,
  arguments: [],
  opaque: words.map((word) => word.text).join(' '),
});
