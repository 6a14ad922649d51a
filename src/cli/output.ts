import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KubevetError } from '../model/error.ts';
import type { Report } from '../model/report.ts';
import { FORMATS, type Format, isFormat, render } from '../report/index.ts';
import { type ColorChoice, paintsOut, type Terminal } from './terminal.ts';

/** Where one report goes: standard output where no path is given. */
export interface Output {
  readonly format: Format;
  readonly path: string | undefined;
}

/** Reads `-o FORMAT` and `-o FORMAT=PATH`. Fails on an unknown format, and where two reports would share one place. */
export function parseOutputs(texts: readonly string[]): readonly Output[] {
  const outputs = texts.map((text): Output => {
    const [format = '', ...rest] = text.split('=');
    if (!isFormat(format)) {
      throw new KubevetError('usage', `-o ${format} is not a known format`, { hint: `Known: ${FORMATS.join(', ')}.` });
    }
    const path = rest.join('=');
    if (rest.length > 0 && path === '') throw new KubevetError('usage', `-o ${text} names no file`);
    return { format, path: path === '' || path === '-' ? undefined : path };
  });
  const places = outputs.map(({ path }) => path ?? 'standard output');
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) throw new KubevetError('usage', `two reports would go to ${twice}`);
  return outputs;
}

/** The name of a context in the name of a file: with letters, digits, dots, hyphens and underscores only, and no dot first. */
export const fileNameOf = (context: string): string => context.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\./, '_');

/** Writes a report in each format; files appear whole or not at all. `{context}` in a path becomes the name of the context. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  color: ColorChoice,
  terminal: Terminal,
): Promise<void> {
  for (const { format, path } of outputs) {
    const toFile = path !== undefined;
    const context = fileNameOf(report.cluster.context ?? 'cluster');
    const pieces = await render(report, format, {
      width: toFile ? 160 : terminal.width,
      color: !toFile && paintsOut(color, terminal),
    });
    if (toFile) await writeFileAtomically(path.replaceAll('{context}', context), pieces);
    else for (const piece of pieces) terminal.out(piece);
  }
}

/**
 * Writes a file beside its place and moves it there, so that no reader ever sees half of it. What is there and is no regular file (a
 * device, a pipe) is written to instead: moving a file over it would take it away.
 */
export async function writeFileAtomically(path: string, text: string | Iterable<string>): Promise<void> {
  try {
    if (await isSpecial(path)) await writeFile(path, text);
    else await replaceFile(path, text);
  } catch (cause) {
    const reason = String((cause as NodeJS.ErrnoException | undefined)?.code ?? cause);
    throw new KubevetError('usage', `${path} could not be written (${reason})`, {
      hint: 'Check that its folder is there, may be written to and is not full.',
      cause,
    });
  }
}

async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile();
}

async function replaceFile(path: string, text: string | Iterable<string>): Promise<void> {
  const temporary = join(dirname(path), `.kubevet-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
