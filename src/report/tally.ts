import { SEVERITIES, type Severity } from '../model/check.ts';
import type { Report, Status } from '../model/report.ts';

/** How many checks of the whole report have a status, whatever part of them is shown. */
export const checksOf = ({ components }: Report, status: Status): number =>
  components.reduce((sum, { counts }) => sum + counts[status], 0);

/** How many checks of a severity fail. */
export const failingOf = ({ components }: Report, severity: Severity): number =>
  components.reduce((sum, { counts }) => sum + counts.failing[severity], 0);

/** The worst severity that fails. */
export const worstFailing = (report: Report): Severity | undefined =>
  SEVERITIES.find((severity) => failingOf(report, severity) > 0);
