import type { CommandFact } from '../model/workload-shape.ts';

/** The parts of a container that say what it runs. */
export interface CommandLine {
  readonly command: readonly string[];
  readonly args: readonly string[];
}

/** A word of a command line, and the argument that it stands in. */
interface Word {
  readonly text: string;
  readonly pointer: string;
  /** The place of a program: the first word of a command. */
  readonly program: boolean;
}

/** Programs that run the program that is named after them. */
const WRAPPERS = new Set([
  'exec',
  'sudo',
  'nohup',
  'env',
  'tini',
  'dumb-init',
  'catatonit',
  'setsid',
  'nice',
  'ionice',
  'chroot',
  'gosu',
  'su-exec',
  'stdbuf',
  'timeout',
  'hyperkube',
  'busybox',
  'time',
]);
const SHELL = /^(?:ba|da|z|k|a)?sh$/;
/** Where one command of a script ends and the next begins. */
const SEPARATOR = /^(?:;|&&?|\|\|?|then|do|else|\{|\()$/;

/** Base names of the programs that a command line runs: its own, those behind wrappers, and those that a shell's script calls. */
export function programs(line: CommandLine): readonly string[] {
  return wordsOf(line).flatMap(({ text, program }) => (program ? [baseName(text)] : []));
}

/** What a command line is known to do, with a pointer (relative to the container) to where that shows. */
export function commandFacts(line: CommandLine): ReadonlyMap<CommandFact, string> {
  const words = wordsOf(line);
  const facts = new Map<CommandFact, string>();
  words.forEach(({ text, pointer, program }, index) => {
    const fact = program ? factOf(baseName(text), words.slice(index + 1, index + 40)) : undefined;
    if (fact !== undefined && !facts.has(fact)) facts.set(fact, pointer);
  });
  return facts;
}

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Cloud controller managers are named after their cloud, before or behind. */
export const isCloudControllerManager = (name: string): boolean => /(?:^|-)cloud-controller-manager(?:-|$)/.test(name);

function factOf(program: string, rest: readonly Word[]): CommandFact | undefined {
  const follows = (...names: readonly string[]) => {
    const places = names.map((name) => rest.findIndex(({ text }) => text === name));
    return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] as number)));
  };
  if (program === 'sshd' || program === 'dropbear') return program;
  if (program === 'etcdctl' || program === 'etcdutl')
    return follows('snapshot', 'save') ? 'etcd-snapshot-save' : undefined;
  // Without another subcommand `k3s etcd-snapshot` saves.
  if (program === 'k3s' || program === 'rke2') {
    const saves =
      follows('etcd-snapshot') && !['ls', 'list', 'delete', 'prune'].some((other) => follows('etcd-snapshot', other));
    return saves ? 'etcd-snapshot-save' : undefined;
  }
  if (program === 'velero')
    return follows('backup', 'create') || follows('create', 'backup') ? 'velero-backup' : undefined;
  return isCloudControllerManager(program) ? 'cloud-controller-manager' : undefined;
}

function wordsOf(line: CommandLine): readonly Word[] {
  const words: Word[] = [];
  let program = true;
  for (const list of ['command', 'args'] as const) {
    line[list].forEach((argument, index) => {
      const pointer = `/${list}/${index}`;
      // Only an argument with a blank in it can be a script; the others are one word each.
      const script = /\s/.test(argument);
      if (script) program = true;
      for (const text of script ? scriptWords(argument) : [argument]) {
        if (script && SEPARATOR.test(text)) {
          program = true;
          continue;
        }
        const taken: boolean = program && isProgram(text);
        words.push({ text, pointer, program: taken });
        if (taken) program = isWrapper(text);
      }
    });
  }
  return words;
}

/** Not an option of a wrapper, and not a variable set for the command. */
const isProgram = (text: string): boolean => text !== '' && !text.startsWith('-') && !/^\w+=/.test(text);

const isWrapper = (text: string): boolean => WRAPPERS.has(baseName(text)) || SHELL.test(baseName(text));

/** Words and separators of a script, quotes taken off; near enough to find which programs it calls. */
function scriptWords(script: string): readonly string[] {
  const words = script.match(/&&|\|\||[;&|(){}]|\n|\$\(|"(?:[^"\\]|\\.)*"|'[^']*'|(?:\\.|[^\s;&|(){}"'])+/gs) ?? [];
  return words
    .map((word) => (word === '\n' || word === '$(' ? ';' : word.replaceAll(/^["']|["']$/g, '')))
    .map((word) => (word === '(' || word === '}' || word === ')' ? ';' : word));
}
