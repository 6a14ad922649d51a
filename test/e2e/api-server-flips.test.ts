import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import semver from 'semver';
import { checks } from '../../checks/index.ts';
import type { CheckResult, Report } from '../../src/model/report.ts';
import { FILES, FLIPS, type Flip, KUBELET_CONFIGURATION, REFUSALS, WITHOUT_FLIP } from './api-server-flips.ts';
import {
  type Changes,
  flagsWith as flagsOfKubeadmWith,
  type Ground,
  makeMirror,
  prepareGround,
  scan,
  startKubeadmApiServer,
} from './kubeadm-api-server.ts';
import { noteProof, noteUnproven } from './proofs.ts';
import { binariesOf, type Flags } from './server-process.ts';
import { rowTest, WITHOUT_CHANGES } from './without-changes.ts';

const VERSION = process.env['KUBEVET_E2E_VERSION'] ?? '1.37.2';
const COMPONENT = 'kube-apiserver';
const TIMEOUT = 600_000;
/** Servers that run at the same time: starting one keeps a core busy. */
const TOGETHER = 2;

const WITHOUT_FLAGZ: Changes = { 'feature-gates': 'ComponentFlagz=false' };

/** A row, and where the settings are read from. */
interface Case {
  readonly name: string;
  readonly flip: Flip;
  readonly source: '/flagz' | 'the command line';
}

/** Whether the server shows its flags at /flagz by itself, by its own word. */
const HAS_FLAGZ = /ComponentFlagz=.*default=true/.test(
  execFileSync(join(binariesOf(VERSION), COMPONENT), ['--help'], { encoding: 'utf8' }),
);

const CASES: readonly Case[] = FLIPS.flatMap((flip) => {
  const name = flip.how === undefined ? flip.check : `${flip.check}, ${flip.how}`;
  if (!HAS_FLAGZ) return [{ name, flip, source: 'the command line' }];
  const { broken, mended, ...rest } = flip;
  const bare = { ...rest, broken: { ...broken, ...WITHOUT_FLAGZ }, mended: { ...mended, ...WITHOUT_FLAGZ } };
  const live: Case = { name, flip, source: '/flagz' };
  return flip.commandLine ? [live, { name, flip: bare, source: 'the command line' }] : [live];
});

/** What was found of one API server. */
interface Measurement {
  readonly report: Report;
  /** Answers to what rows ask of it, by what they ask. */
  readonly seen: ReadonlyMap<unknown, unknown>;
}

const limit = pLimit(TOGETHER);
const measurements = new Map<string, Promise<Measurement>>();
let preparing: Promise<Ground> | undefined;

function prepared(): Promise<Ground> {
  preparing ??= prepareGround(VERSION, FILES, KUBELET_CONFIGURATION);
  return preparing;
}

/** Starts, scans and probes a server once, however many rows have it on one of their sides. */
function measured(ground: Ground, flags: Flags): Promise<Measurement> {
  const key = keyOf(flags);
  const found = measurements.get(key) ?? limit(measure, ground, `server-${measurements.size}`, flags);
  measurements.set(key, found);
  return found;
}

const flagsWith = (ground: Ground, changes: Changes): Flags =>
  flagsOfKubeadmWith(ground, WITHOUT_CHANGES ? {} : changes);

const keyOf = (flags: Flags): string => JSON.stringify(Object.entries(flags).sort());

async function measure(ground: Ground, name: string, flags: Flags): Promise<Measurement> {
  const server = await startKubeadmApiServer(ground, name, flags);
  try {
    await makeMirror(server);
    const report = await scan(server);
    const seen = new Map<unknown, unknown>();
    for (const { flip } of CASES) {
      const sides = [flip.broken, flip.mended].map((changes) => keyOf(flagsWith(ground, changes)));
      if (!sides.includes(keyOf(flags))) continue;
      for (const [, probe] of flip.seen) {
        if (!seen.has(probe)) seen.set(probe, await probe(server).catch((error: unknown) => `failed: ${error}`));
      }
    }
    return { report, seen };
  } finally {
    await server.stop();
  }
}

const resultOf = ({ report }: Measurement, id: string): CheckResult | undefined =>
  report.checks.find((check) => check.id === id);

/** Whether a setting that every server shows at /flagz was read there. */
const readsFlagz = (measurement: Measurement): boolean =>
  JSON.stringify(resultOf(measurement, `${COMPONENT}/profiling`)?.findings).includes('"/flagz"');

/** Ids of the checks whose status differs. */
function changedBetween(one: Measurement, other: Measurement): readonly string[] {
  const ids = one.report.checks.map(({ id }) => id);
  return ids.filter((id) => resultOf(one, id)?.status !== resultOf(other, id)?.status).sort();
}

/** The flags that mend: those that are set, else those that are taken out. */
function mendingFlags(broken: Flags, mended: Flags, { mended: asked }: Flip): readonly string[] {
  const different = Object.keys({ ...broken, ...mended }).filter((flag) => broken[flag] !== mended[flag]);
  const set = different.filter((flag) => flag in asked);
  return set.length > 0 ? set : different;
}

const proven = new Set<string>();

describe('each flip of a setting of the API server', () => {
  test.concurrent.each(CASES)(
    '$name, read from $source',
    rowTest(async ({ name, flip, source }) => {
      const ground = await prepared();
      const [brokenFlags, mendedFlags] = [flagsWith(ground, flip.broken), flagsWith(ground, flip.mended)];
      const [broken, mended] = await Promise.all([measured(ground, brokenFlags), measured(ground, mendedFlags)]);
      const id = `${COMPONENT}/${flip.check}`;
      const results = [resultOf(broken, id), resultOf(mended, id)];

      // Of all checks, exactly the expected ones change.
      expect(results.map((result) => result?.status)).toEqual(['fail', flip.mendedTo?.status ?? 'pass']);
      expect(changedBetween(broken, mended)).toEqual([id, ...Object.keys(flip.others ?? {})].sort());

      // The remediation names what mends, and the evidence shows it.
      const flags = mendingFlags(brokenFlags, mendedFlags, flip);
      const { kubeadm = '', any = '' } = results[0]?.remediation ?? {};
      expect(flags.filter((flag) => !`${kubeadm} ${any}`.includes(`--${flag}`))).toEqual([]);
      for (const result of results) {
        const shown = JSON.stringify(result?.findings.map(({ evidence, uncertainty }) => ({ evidence, uncertainty })));
        const decided = result?.status !== 'unknown';
        // What is in a file is known by the file's name alone.
        const names = decided ? [flip.shownBy ?? flags].flat() : flags.map((flag) => mendedFlags[flag] ?? '');
        expect(names.filter((name) => shown.includes(name))).not.toEqual([]);
      }

      expect([broken, mended].map(readsFlagz)).toEqual([source === '/flagz', source === '/flagz']);

      // What is seen of the servers themselves.
      const answers = flip.seen.map(([what, probe]) => [what, broken.seen.get(probe), mended.seen.get(probe)]);
      expect(answers).toEqual(flip.seen.map(([what, , before, after]) => [what, before, after]));
      proven.add(`${name}, ${source}`);
      if (flip.mendedTo === undefined) noteProof(id, flip.seen.length > 0);
    }),
    TIMEOUT,
  );
});

describe('the API server does not start', () => {
  test.concurrent.each(REFUSALS.filter(({ since }) => since === undefined || semver.gte(VERSION, since)))(
    '$check: $what',
    rowTest(async ({ check, what, changes, says }) => {
      const ground = await prepared();
      const name = `${check} ${what}`.replaceAll(/\W/g, '-');
      const starting = async () => (await startKubeadmApiServer(ground, name, flagsWith(ground, changes))).stop();
      await expect(limit(starting)).rejects.toThrow(says);
    }),
    TIMEOUT,
  );
});

describe('the table', () => {
  const ids = checks.map(({ meta }) => meta.id).filter((id) => id.startsWith(`${COMPONENT}/`));

  test('has each check of the API server, or the reason why it has not', () => {
    const named = [...FLIPS.map(({ check }) => check), ...Object.keys(WITHOUT_FLIP)];
    expect([...new Set(named)].map((check) => `${COMPONENT}/${check}`).sort()).toEqual([...ids].sort());
    for (const [check, why] of Object.entries(WITHOUT_FLIP)) noteUnproven(`${COMPONENT}/${check}`, why);
  });
});

afterAll(async () => {
  await Promise.allSettled(measurements.values());
  await (await preparing)?.stop();
  process.stderr.write(`${summary()}\n`);
}, TIMEOUT);

/** What is proven, and what is not and why. */
function summary(): string {
  const of = (cases: readonly Case[]) => cases.filter(({ name, source }) => proven.has(`${name}, ${source}`));
  const both = new Set(of(CASES.filter(({ flip }) => flip.mendedTo === undefined)).map(({ flip }) => flip.check));
  const seen = new Set(of(CASES.filter(({ flip }) => flip.seen.length > 0)).map(({ flip }) => flip.check));
  const bare = new Set(of(CASES.filter(({ source }) => source !== '/flagz')).map(({ flip }) => flip.check));
  return [
    `API server: ${both.size} checks proven to fail broken and to pass mended, ${seen.size} of them beside what the server does, ${bare.size} by the command line alone; ${measurements.size} servers`,
    ...Object.entries(WITHOUT_FLIP).map(([check, why]) => `  no row: ${check}: ${why}`),
    ...CASES.filter(({ flip }) => flip.seen.length === 0).map(({ name }) => `  seen by its start alone: ${name}`),
  ].join('\n');
}
