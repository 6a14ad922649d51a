import type { Check } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Status, Totals } from '../model/report.ts';
import { membersOf } from './order.ts';
import { rollUp } from './roll-up.ts';
import type { Waiver } from './waivers.ts';

/** A finding, and the waiver that covers it. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver | null;
}

/** What became of one check. */
export interface Outcome {
  readonly check: Check;
  readonly status: Status;
  /** One sentence: why it has its status, where the findings do not say. */
  readonly because: string | null;
  /** Who runs the component, where it is not the user. */
  readonly provider: string | null;
  /** Objects by verdict, of all findings. */
  readonly totals: Totals;
  /** Objects that fail and that a waiver covers. */
  readonly waived: number;
  /** Worst first; of a large cluster not all are kept. */
  readonly findings: readonly JudgedFinding[];
}

/** Findings that are kept of one check; totals count all. */
export const MAX_FINDINGS = 1000;

/** Sums up the findings of a check, which come worst first, and keeps the first of them. */
export function sumUp(
  check: Check,
  { findings, because, provider }: Pick<Outcome, 'findings' | 'because' | 'provider'>,
): Outcome {
  const totals = { pass: 0, fail: 0, review: 0, 'not-applicable': 0, unknown: 0 };
  let waived = 0;
  for (const { finding, waiver } of findings) {
    totals[finding.verdict] += membersOf(finding.subject);
    if (waiver !== null) waived += membersOf(finding.subject);
  }
  const kept = findings.slice(0, MAX_FINDINGS);
  return { check, status: rollUp(findings), because, provider, totals, waived, findings: kept };
}
