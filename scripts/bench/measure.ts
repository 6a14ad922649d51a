import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a program took: milliseconds of wall time and CPU, MiB of peak resident memory. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
}

/** A program to be measured: arguments of Node.js. */
export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  /** What it must print; a run that prints something else fails the measurement. */
  readonly prints?: RegExp;
}

const RUNS = 5;
const USAGE = new URL('usage.mjs', import.meta.url).pathname;

/** Medians of five runs of each program, after one that does not count; the programs take turns, so that a machine's moods hit all alike. */
export async function measure(programs: readonly Program[]): Promise<readonly Usage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kubevet-bench-'));
  try {
    const runs: Usage[][] = programs.map(() => []);
    for (let run = 0; run <= RUNS; run++) {
      for (const [at, program] of programs.entries()) {
        const usage = await once(program, join(folder, 'usage.json'));
        if (run > 0) runs[at]?.push(usage);
      }
    }
    return runs.map((usages) => ({
      wall: median(usages.map(({ wall }) => wall)),
      cpu: median(usages.map(({ cpu }) => cpu)),
      rss: median(usages.map(({ rss }) => rss)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function once({ name, args, prints }: Program, usageFile: string): Promise<Usage> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', USAGE, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, KUBEVET_USAGE: usageFile },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out.length < 1 << 16) out += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const wall = performance.now() - started;
  if (prints !== undefined && !prints.test(out)) {
    throw new Error(`${name} ended with ${code} and printed ${JSON.stringify(out.slice(0, 200))}, not ${prints}`);
  }
  return { wall, ...(JSON.parse(readFileSync(usageFile, 'utf8')) as Omit<Usage, 'wall'>) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
