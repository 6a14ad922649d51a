import { SEVERITIES, type Severity } from '../model/check.ts';
import type { Report } from '../model/report.ts';

/**
 * The report with checks of a severity or worse only, and those that crashed. Score, coverage and the counts of components stay: what is
 * shown never changes what is so.
 */
export function showFrom(report: Report, severity: Severity | undefined): Report {
  if (severity === undefined) return report;
  const wanted = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return {
    ...report,
    minSeverity: severity,
    checks: report.checks.filter((check) => wanted.includes(check.severity) || check.status === 'error'),
  };
}
