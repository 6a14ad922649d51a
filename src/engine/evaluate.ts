import { sourcesOf } from '../derive/index.ts';
import type { Facts } from '../model/facts.ts';
import type { Report } from '../model/report.ts';
import type { ResourceKey, Snapshot } from '../model/resources.ts';
import { coverageOf } from './coverage.ts';
import { checkSet } from './fingerprint.ts';
import { identify } from './identity.ts';
import { outdatedFor } from './outdated.ts';
import { checkResult, componentResults } from './report.ts';
import { run } from './run.ts';
import { SCORE_MODEL, scoreOutcomes } from './score.ts';
import type { Selection } from './select.ts';
import type { Waiver } from './waivers.ts';

export interface EvaluateOptions {
  readonly facts: Facts;
  /** Version of kubevet. */
  readonly version: string;
  readonly input: Report['input'];
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly waivers?: readonly Waiver[];
  /** The rights that reading a resource takes, for the report; the resource's key where not given. */
  readonly permissions?: (key: ResourceKey) => readonly string[];
}

/** Judges a snapshot by the selected checks. Never throws: trouble is in the report. */
export async function evaluate(selection: Selection, snapshot: Snapshot, options: EvaluateOptions): Promise<Report> {
  const { facts, waivers = [], permissions = (key) => [key] } = options;
  const lookup = sourcesOf(snapshot, facts);
  const outcomes = await run(selection.checks, lookup, { now: snapshot.takenAt, facts }, { waivers });
  const lettered = selection.selectors === null && options.input !== 'objects';
  const cluster = identify(snapshot, lookup);
  const crashed = outcomes.some(({ status }) => status === 'error');
  return {
    schemaVersion: 1,
    tool: {
      name: 'kubevet',
      version: options.version,
      checkSet: checkSet(selection.all),
      scoreModel: SCORE_MODEL,
      facts: { ...facts.edition, outdated: outdatedFor(facts, snapshot.takenAt, lookup('nodes')) },
    },
    input: options.input,
    selection: selection.selectors,
    minSeverity: null,
    cluster,
    scan: {
      startedAt: options.startedAt ?? null,
      finishedAt: options.finishedAt ?? null,
      complete: snapshot.deadlines.length === 0 && !crashed,
      deadlines: snapshot.deadlines,
    },
    score: scoreOutcomes(outcomes, lettered),
    coverage: coverageOf(snapshot, permissions),
    components: componentResults(outcomes, lettered),
    checks: outcomes.map((outcome) => checkResult(outcome, cluster.uid)),
  };
}
