import type { Status } from '../model/report.ts';
import type { JudgedFinding } from './outcome.ts';

/**
 * The status of a check from its findings: any that fails, else any unknown, else any waived, else any that passes.
 * What is left is for a person to review, or applies to nothing.
 */
export function rollUp(findings: readonly JudgedFinding[]): Status {
  const has = (test: (one: JudgedFinding) => boolean): boolean => findings.some(test);
  if (has(({ finding, waiver }) => finding.verdict === 'fail' && waiver === null)) return 'fail';
  if (has(({ finding }) => finding.verdict === 'unknown')) return 'unknown';
  if (has(({ waiver }) => waiver !== null)) return 'waived';
  if (has(({ finding }) => finding.verdict === 'pass')) return 'pass';
  return has(({ finding }) => finding.verdict === 'review') ? 'review' : 'not-applicable';
}
