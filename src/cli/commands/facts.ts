import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import Table from 'cli-table3';
import { updated } from '../../facts/document.ts';
import { factsFrom } from '../../facts/index.ts';
import { KubevetError } from '../../model/error.ts';
import { BORDERLESS, trimRight } from '../../report/borderless.ts';
import { paintFor } from '../../report/paint.ts';
import { type FactsInUse, factsFile, factsInUse } from '../facts-in-use.ts';
import { writeFileAtomically } from '../output.ts';
import type { Terminal } from '../terminal.ts';

export interface FactsArguments {
  readonly action: 'update' | undefined;
  readonly from: string | undefined;
  readonly output: 'table' | 'json';
}

const DAY_MS = 86_400_000;

/** `kubevet facts`: how far the data describe which product, and how old that is. `facts update --from FILE` takes a newer edition. */
export async function showFacts(args: FactsArguments, terminal: Terminal): Promise<void> {
  if (args.action === undefined && args.from !== undefined)
    throw new KubevetError('usage', '--from goes with `kubevet facts update`');
  const used = args.action === 'update' ? await update(args.from, terminal) : await factsInUse(terminal);
  terminal.out(
    args.output === 'json' ? `${JSON.stringify(asJson(used), null, 2)}\n` : `${asTable(used, terminal).join('\n')}\n`,
  );
}

async function update(from: string | undefined, terminal: Terminal): Promise<FactsInUse> {
  if (from === undefined)
    throw new KubevetError('usage', 'facts update needs --from FILE', { hint: '`-` reads standard input.' });
  const text = from === '-' ? await terminal.input() : await readInput(from);
  const { data: before } = await factsInUse(terminal);
  const data = updated(before, text, terminal.now().toISOString().slice(0, 10));
  const file = factsFile(terminal);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFileAtomically(file, text);
  return { facts: factsFrom(data), data, file };
}

async function readInput(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw new KubevetError('usage', `${file} cannot be read (${reason})`, { cause });
  }
}

const asJson = ({ facts, file }: FactsInUse) => ({
  date: facts.edition.date,
  sha256: facts.edition.sha256,
  file: file ?? null,
  describedThrough: facts.describedThrough,
  products: facts.edition.products,
});

function asTable({ facts, file }: FactsInUse, terminal: Terminal): readonly string[] {
  const { date, sha256, products } = facts.edition;
  const paint = paintFor(terminal.colorOut);
  const table = new Table({ head: ['PRODUCT', 'DESCRIBES', 'AS OF', 'DAYS OLD'].map(paint.dim), ...BORDERLESS });
  for (const { product, about, asOf } of products) table.push([product, about, asOf, String(ageOf(asOf, terminal))]);
  return [
    `Facts of ${date}, sha256 ${sha256}`,
    file === undefined ? 'as they come with kubevet' : `with the newer edition in ${file}`,
    `Defaults of Kubernetes up to ${facts.describedThrough}`,
    '',
    ...trimRight(table.toString(), paint.dim),
  ];
}

const ageOf = (day: string, terminal: Terminal): number =>
  Math.max(0, Math.floor((terminal.now().getTime() - Date.parse(day)) / DAY_MS));
