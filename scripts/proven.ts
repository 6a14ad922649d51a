// node --import ./scripts/ts.mjs scripts/proven.ts VERSION NOTES [--check]: writes into checks/proven.ts what a whole run of the end-to-end tests
// on this version proved, as its notes tell. `--check` compares instead, and names the checks that differ.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compare } from 'semver';
import { type Proofs, proven, unproven } from '../checks/proven.ts';
import type { Note } from '../test/e2e/proofs.ts';

const FILE = fileURLToPath(new URL('../checks/proven.ts', import.meta.url));
const [version = '', notesFile = ''] = process.argv.slice(2);

const notes: readonly Note[] = readFileSync(notesFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const idsOf = (some: readonly Note[]) => [...new Set(some.map(({ check }) => check))].sort();
const observed = idsOf(notes.filter((note) => 'observed' in note && note.observed));
const found: Proofs = {
  observed,
  settingsAlone: idsOf(notes.filter((note) => 'observed' in note)).filter((id) => !observed.includes(id)),
};
/** The newest version says why some checks are not proven. */
const isNewest = Object.keys(proven).every((other) => compare(version, other) >= 0);
const reasons = Object.fromEntries(
  notes.flatMap((note) => ('unproven' in note ? [[note.check, note.unproven] as const] : [])).sort(),
);

if (process.argv.includes('--check')) check();
else write();

/** A proof that is gone is an error; what is proven beside, and other reasons, wait to be recorded. */
function check(): void {
  const proofs = ({ observed: seen, settingsAlone }: Proofs) => [
    ...seen.map((id) => `${id}: observed`),
    ...settingsAlone.map((id) => `${id}: by its settings alone`),
  ];
  const why = (some: typeof reasons) => Object.entries(some).map(([id, reason]) => `${id}: not proven: ${reason}`);
  const without = (some: readonly string[], others: readonly string[]) => some.filter((line) => !others.includes(line));
  const [recorded, now] = [proofs(proven[version] ?? { observed: [], settingsAlone: [] }), proofs(found)];
  const [recordedWhy, nowWhy] = [why(unproven), why(isNewest ? reasons : unproven)];
  const gone = without(recorded, now);
  const lines = [
    ...[...gone, ...without(recordedWhy, nowWhy)].map((line) => `- ${line}`),
    ...[...without(now, recorded), ...without(nowWhy, recordedWhy)].map((line) => `+ ${line}`),
  ];
  if (lines.length === 0) return;
  process.stderr.write(
    `checks/proven.ts differs from what this run proved on ${version}; npm run test:e2e -- --record writes it anew:\n${lines.join('\n')}\n`,
  );
  if (gone.length > 0) process.exitCode = 1;
}

function write(): void {
  const all = Object.entries({ ...proven, [version]: found }).sort(([one], [other]) => compare(other, one));
  const text = readFileSync(FILE, 'utf8')
    .replace(
      /(export const proven: [^=]*= )[\s\S]*?};\n/,
      (_all, start) => `${start}${JSON.stringify(Object.fromEntries(all))};\n`,
    )
    .replace(
      /(export const unproven: [^=]*= )[\s\S]*?};\n/,
      (_all, start) => `${start}${JSON.stringify(isNewest ? reasons : unproven)};\n`,
    );
  writeFileSync(FILE, text);
  const { status } = spawnSync('npx', ['biome', 'check', '--write', FILE], { stdio: ['ignore', 'ignore', 'inherit'] });
  process.exitCode = status ?? 1;
}
