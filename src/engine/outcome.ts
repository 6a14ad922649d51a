import type { Check } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Status } from '../model/report.ts';
import type { Waiver } from './waivers.ts';

/** A finding, and the waiver that covers it. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver | null;
}

/** What became of one check: all of its findings, worst first. */
export interface Outcome {
  readonly check: Check;
  readonly status: Status;
  /** One sentence: why it has its status, where the findings do not say. */
  readonly because: string | null;
  /** Who runs the component, where it is not the user. */
  readonly provider: string | null;
  readonly findings: readonly JudgedFinding[];
}
