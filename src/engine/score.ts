import { SEVERITIES, type Severity, scoreComponent } from '../model/check.ts';
import type { Grade, Score } from '../model/report.ts';
import { compareTexts } from './order.ts';
import type { Outcome } from './outcome.ts';

/** Changes whenever the same findings may give another score. */
export const SCORE_MODEL = 1;

export const WEIGHTS: Readonly<Record<Severity, number>> = { critical: 10, high: 5, medium: 2, low: 1 };

/** Percent that must be determined for a letter. */
export const COVERAGE_FOR_GRADE = 70;

const CAPS: Readonly<Partial<Record<Severity, number>>> = { critical: 49, high: 89 };
const GRADES = [
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [60, 'D'],
  [50, 'E'],
] as const satisfies readonly (readonly [number, Grade])[];

/** What one check brings to the score: its weight, and how many objects pass, fail and are unknown. */
export interface Share {
  readonly id: string;
  readonly severity: Severity;
  readonly population: boolean;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
}

/**
 * Scores outcomes, pooled over all that the user answers for: what a provider runs, what applies to nothing, what a person decides, what is
 * waived and what is hygiene have no share. `lettered` says whether a letter may be given.
 */
export function scoreOutcomes(outcomes: readonly Outcome[], lettered: boolean): Score {
  const shares = outcomes.flatMap((outcome) => shareOf(outcome, true));
  const withoutWaivers = scoreShares(outcomes.flatMap((outcome) => shareOf(outcome, false))).value;
  const score = scoreShares(shares);
  const graded = lettered && score.coverage !== null && score.coverage >= COVERAGE_FOR_GRADE;
  return { ...score, grade: graded ? gradeOf(score.value) : null, withoutWaivers };
}

/** The share of one outcome; none where it does not count. */
function shareOf(outcome: Outcome, waivers: boolean): readonly Share[] {
  const { check, provider, status, totals, waived } = outcome;
  if (provider !== null || (waivers && status === 'waived') || check.meta.tier === 'hygiene') return [];
  const { pass, unknown } = totals;
  const fail = waivers ? totals.fail - waived : totals.fail;
  if (pass + fail + unknown === 0) return [];
  const { id, severity, population } = check.meta;
  return [{ id, severity, population, pass, fail, unknown }];
}

/** The score of shares, in whole percent, rounded down; without a letter. */
export function scoreShares(shares: readonly Share[]): Omit<Score, 'grade' | 'withoutWaivers'> {
  const sum = (part: (share: Share) => number): number => shares.reduce((total, share) => total + part(share), 0);
  const applicable = sum(({ severity }) => WEIGHTS[severity]);
  const determined = sum((share) => WEIGHTS[share.severity] * determinedPart(share));
  const whole = shares.every(({ unknown }) => unknown === 0);
  const coverage = applicable === 0 ? null : percent(determined, applicable);
  const cap = capOf(shares.filter(({ fail }) => fail > 0));
  if (determined === 0) return { value: null, worst: null, best: null, coverage, cap };

  const earned = sum((share) => WEIGHTS[share.severity] * determinedPart(share) * credit(share));
  const read = percent(earned, determined);
  const value = capped(whole ? read : Math.min(99, read), cap);
  const pessimistic = shares.map((share) => ({ ...share, fail: share.fail + share.unknown, unknown: 0 }));
  const optimistic = shares.map((share) => ({ ...share, pass: share.pass + share.unknown, unknown: 0 }));
  const total = (some: readonly Share[]): number =>
    some.reduce((all, share) => all + WEIGHTS[share.severity] * credit(share), 0);
  const worst = capped(
    percent(total(pessimistic), applicable),
    capOf(shares.filter(({ fail, unknown }) => fail + unknown > 0)),
  );
  const best = capped(percent(total(optimistic), applicable), cap);
  return { value, worst, best: Math.max(best, value), coverage, cap };
}

/** The part of the objects that was read: the rest of the weight is lost to coverage. */
const determinedPart = ({ pass, fail, unknown }: Share): number => (pass + fail) / (pass + fail + unknown);

/** What a check earns of its weight. */
function credit({ severity, population, pass, fail }: Share): number {
  if (fail === 0) return 1;
  return severity === 'critical' || !population ? 0 : (0.5 * pass) / (pass + fail);
}

/** Rounded down, so that 100 is really all. The margin takes the error of binary fractions away. */
const percent = (part: number, whole: number): number => Math.floor((100 * part) / whole + 1e-9);

/** The cap of the worst of open checks. */
function capOf(open: readonly Share[]): Score['cap'] {
  for (const severity of SEVERITIES) {
    const at = CAPS[severity];
    const [by] = open
      .filter((share) => share.severity === severity)
      .map(({ id }) => id)
      .sort(compareTexts);
    if (at !== undefined && by !== undefined) return { at, by };
  }
  return null;
}

const capped = (value: number, cap: Score['cap']): number => Math.min(value, cap?.at ?? 100);

/** The letter of a score. */
export const gradeOf = (value: number | null): Grade | null =>
  value === null ? null : (GRADES.find(([least]) => value >= least)?.[1] ?? 'F');

/** Whether an outcome counts in a row of the table. */
export const countsIn = (outcome: Outcome, component: string): boolean =>
  scoreComponent(outcome.check.meta) === component;
