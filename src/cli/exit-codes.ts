import { SEVERITIES, type Severity } from '../model/check.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Report } from '../model/report.ts';

/** What the exit code of kubevet says. Where several hold: usage, then connection, then incomplete, then gate. */
export const EXIT = {
  done: 0,
  gate: 1,
  usage: 2,
  connection: 3,
  incomplete: 4,
  /** A defect of kubevet itself. */
  defect: 70,
} as const;

/** Gates as the user set them; all are off unless asked for, but the coverage that a letter needs. */
export interface Gates {
  /** Trip when a check of this severity or worse fails. */
  readonly failOn: Severity | undefined;
  /** Trip when the score is lower, or there is none. */
  readonly minScore: number | undefined;
  /** Whole percent; undefined: what the kind of input needs (70 for a cluster, 0 for objects from files). */
  readonly minCoverage: number | undefined;
}

const DEFAULT_MIN_COVERAGE = 70;

/** Why a report is incomplete, in one sentence; undefined where it is not. */
export function incompleteness(report: Report, gates: Gates): string | undefined {
  if (report.checks.some(({ status }) => status === 'error')) return 'a check crashed';
  if (!report.scan.complete) return report.scan.deadlines[0] ?? 'the scan did not finish';
  const wanted = gates.minCoverage ?? (report.input === 'objects' ? 0 : DEFAULT_MIN_COVERAGE);
  const { coverage } = report.score;
  if (coverage !== null && coverage < wanted) return `coverage is ${coverage} %, below ${wanted} %`;
  return undefined;
}

/** Which gate a report trips, in one sentence; undefined for none. */
export function trippedGate(report: Report, gates: Gates): string | undefined {
  const { failOn, minScore } = gates;
  if (failOn !== undefined) {
    const bad = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
    const failing = report.checks.filter(({ status, severity }) => status === 'fail' && bad.includes(severity));
    if (failing.length > 0)
      return `${failing.length} failing ${failing.length === 1 ? 'check' : 'checks'} of severity ${failOn} or worse`;
  }
  if (minScore !== undefined) {
    const { value } = report.score;
    if (value === null) return `no score, and at least ${minScore} is wanted`;
    if (value < minScore) return `score ${value} is below ${minScore}`;
  }
  return undefined;
}

/** The exit code for a report that was written. */
export function exitCode(report: Report, gates: Gates): number {
  if (incompleteness(report, gates) !== undefined) return EXIT.incomplete;
  return trippedGate(report, gates) === undefined ? EXIT.done : EXIT.gate;
}

/** The exit code of several scans: what makes one of them worthless comes before what is only bad news. */
export const worstExit = (codes: readonly number[]): number =>
  [EXIT.usage, EXIT.connection, EXIT.incomplete, EXIT.gate].find((code) => codes.includes(code)) ?? EXIT.done;

/** The exit code for trouble that ended the program. */
export const exitCodeOf = (code: ErrorCode): number =>
  code === 'usage' || code === 'input' ? EXIT.usage : EXIT.connection;
