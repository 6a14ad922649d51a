import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILT_IN, type DataSet } from '../facts/data-set.ts';
import { overlaid } from '../facts/document.ts';
import { facts as builtIn, factsFrom } from '../facts/index.ts';
import { KubevetError } from '../model/error.ts';
import type { Facts } from '../model/facts.ts';
import type { Terminal } from './terminal.ts';

/** The facts that are judged by. */
export interface FactsInUse {
  readonly facts: Facts;
  readonly data: DataSet;
  /** The edition that `kubevet facts update` stored; undefined where there is none. */
  readonly file: string | undefined;
}

/** Where a newer edition of the facts is stored: below the folder for data of the XDG Base Directory Specification. */
export function factsFile({ env, homeDirectory }: Terminal): string {
  const folder = env['XDG_DATA_HOME'];
  return join(
    folder === undefined || folder === '' ? join(homeDirectory, '.local', 'share') : folder,
    'kubevet',
    'facts.json',
  );
}

/** The data that kubevet comes with, and over them the edition that was stored, wherever it is newer. Throws where that cannot be read. */
export async function factsInUse(terminal: Terminal): Promise<FactsInUse> {
  const file = factsFile(terminal);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { facts: builtIn, data: BUILT_IN, file: undefined };
    throw new KubevetError('usage', `the stored facts ${file} cannot be read (${code})`, { cause });
  }
  try {
    const data = overlaid(BUILT_IN, text, terminal.now().toISOString().slice(0, 10));
    return { facts: factsFrom(data), data, file };
  } catch (cause) {
    if (!(cause instanceof KubevetError)) throw cause;
    throw new KubevetError('usage', `${file}: ${cause.message}`, {
      hint: 'Remove the file to judge by the facts that kubevet comes with, or take a newer edition.',
      cause,
    });
  }
}
