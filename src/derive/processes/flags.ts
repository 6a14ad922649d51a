import type { FlagType } from '../../model/facts.ts';

/** One argument of a process, and where it stands. */
export interface Argument {
  /** As the process gets it. */
  readonly text: string;
  /** Part of the text comes from a variable whose value is not known: it still reads `$(NAME)`. */
  readonly hidden: boolean;
  /** The string of the object that it comes from, and the JSON pointer of that string. */
  readonly raw: string;
  readonly pointer: string;
}

/** One use of a flag. */
export interface FlagUse {
  /** Undefined where the flag stands alone. */
  readonly value: string | undefined;
  /** The value is not known. */
  readonly hidden: boolean;
  readonly arguments: readonly Argument[];
}

export interface ParsedFlags {
  /** Uses by name, without dashes in front and with dashes for underscores, in their order. */
  readonly uses: ReadonlyMap<string, readonly FlagUse[]>;
  /** An argument that may be any flag, so that nothing can be said of any. */
  readonly opaque: Argument | undefined;
}

/** A flag's name as everything here writes it: no dashes in front, dashes rather than underscores. */
export const flagName = (text: string): string => text.replace(/^--?/, '').replaceAll('_', '-');

/**
 * Reads arguments as Kubernetes' and etcd's flag parsers do: `--a=b`, `--a b` (but not for booleans), one dash or two, `--` ends.
 * `typeOf` tells the type of a flag by name; one of no known type takes the next argument unless that looks like a flag.
 */
export function parseFlags(args: readonly Argument[], typeOf: (flag: string) => FlagType | undefined): ParsedFlags {
  const uses = new Map<string, FlagUse[]>();
  let opaque: Argument | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] as Argument;
    if (argument.text === '--') break;
    const given = /^--?([^=\s$]+)(?:=(.*))?$/s.exec(argument.text);
    if (given === null) {
      if (argument.hidden) opaque ??= argument;
      continue;
    }
    const name = flagName(given[1] as string);
    const taken = given[2] === undefined ? nextValue(args[at + 1], typeOf(name)) : undefined;
    if (taken !== undefined) at += 1;
    const use: FlagUse = {
      value: given[2] ?? taken?.text,
      hidden: argument.hidden || (taken?.hidden ?? false),
      arguments: taken === undefined ? [argument] : [argument, taken],
    };
    uses.set(name, [...(uses.get(name) ?? []), use]);
  }
  return { uses, opaque };
}

/** The argument after a flag without `=`, where it is the flag's value. */
function nextValue(next: Argument | undefined, type: FlagType | undefined): Argument | undefined {
  if (next === undefined || type === 'boolean') return undefined;
  if (type !== undefined) return next;
  // Nothing is known of the flag: what follows may be its value or an argument of its own, and a hidden one may be any flag.
  return next.hidden || next.text.startsWith('-') ? undefined : next;
}
