import { COMPONENTS, SEVERITIES } from '../model/check.ts';
import type { CheckResult, Report, ReportFinding } from '../model/report.ts';
import { addressLines, commandLines, paragraph } from './layout.ts';
import { bySeverity, count, evidenceText, subjectName } from './phrases.ts';
import { remediationLines } from './remediation.ts';
import { heading, isRoomy, paintSeverity, proseWidth, type Style } from './style.ts';

/**
 * Checks that the short form shows in full (every critical one up to a limit, else a few of the worst), checks that it names, findings
 * of each, and lines of evidence of a finding.
 */
const SHOWN = { checks: 5, critical: 10, more: 15, findings: 3, evidence: 2 } as const;

/** Failing checks, worst first. */
export const failingChecks = (report: Report): readonly CheckResult[] =>
  report.checks
    .filter(({ status }) => status === 'fail')
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        COMPONENTS.indexOf(a.scoreComponent) - COMPONENTS.indexOf(b.scoreComponent) ||
        (a.id < b.id ? -1 : 1),
    );

/** The findings worth acting on, grouped by check: what was seen, how to mend it, what that may break. */
export function findingsBlock(report: Report, style: Style): readonly string[] {
  const failing = failingChecks(report);
  if (failing.length === 0) return [];
  const full = style.wide ? failing : failing.slice(0, inFull(failing));
  const rest = failing.slice(full.length, full.length + SHOWN.more);
  const left = failing.slice(full.length + rest.length);
  const remark = rest.length > 0 ? `the ${full.length} worst of ${failing.length} failing checks` : 'worst first';
  return [
    ...heading(style, 'TO ACT ON', remark),
    ...full.flatMap((check) => ['', ...checkLines(check, report.cluster, style)]),
    ...(rest.length > 0
      ? ['', ...heading(style, 'ALSO FAILING', '-o wide shows these with evidence and fix'), '']
      : []),
    ...shortLines(rest, style),
    ...(left.length > 0
      ? paragraph(
          `and ${left.length} more: ${bySeverity((severity) => left.filter((one) => one.severity === severity).length)}`,
          style.width,
          '  ',
          style.paint.dim,
        )
      : []),
  ];
}

/** How many of the failing checks, worst first, are worth their evidence and fix: one or two more are not worth a list of their own. */
function inFull(failing: readonly CheckResult[]): number {
  const critical = failing.filter(({ severity }) => severity === 'critical').length;
  const shown = Math.max(SHOWN.checks, Math.min(critical, SHOWN.critical));
  return failing.length - shown <= 2 ? failing.length : shown;
}

function shortLines(checks: readonly CheckResult[], style: Style): readonly string[] {
  const column = Math.max(...checks.map(({ id }) => id.length));
  return checks.flatMap(({ severity, id, title }) => {
    const label = paintSeverity(style.paint, severity)(severity.toUpperCase().padEnd(8));
    return isRoomy(style)
      ? paragraph(title, style.width, `  ${label}  ${id.padEnd(column)}  `, style.paint.dim)
      : [
          ...paragraph(id, style.width, `  ${label}  `),
          ...paragraph(title, style.width, ' '.repeat(12), style.paint.dim),
        ];
  });
}

function checkLines(check: CheckResult, cluster: Report['cluster'], style: Style): readonly string[] {
  const { paint } = style;
  const severity = paintSeverity(paint, check.severity);
  const fails = check.findings.filter(({ verdict, waiver }) => verdict === 'fail' && waiver === null);
  const groups = style.wide ? fails.map((one) => [one] as const) : groupByMessage(fails);
  const shown = style.wide ? groups : groups.slice(0, SHOWN.findings);
  const hidden = groups.length - shown.length;
  const { pass, fail, unknown } = check.totals;
  const unkept = pass + fail + unknown - kept(check.findings);
  const tally =
    pass + unknown > 0 ? ` (${fail} of ${pass + fail}${unknown > 0 ? ` seen, ${unknown} unknown` : ''})` : '';
  return [
    ...paragraph(check.id, style.width, `${severity(check.severity.toUpperCase())}  `, paint.bold),
    ...paragraph(check.title + tally, proseWidth(style), '  '),
    ...shown.flatMap((group) => findingLines(group, style)),
    ...(hidden > 0
      ? paragraph(`and ${count(hidden, 'more finding')}: -o wide shows all`, style.width, '  ', paint.dim)
      : []),
    ...(unkept > 0
      ? paragraph(`${count(unkept, 'more object')}, not kept in the report`, style.width, '  ', paint.dim)
      : []),
    ...remediationLines(check.remediation, cluster, style),
    ...(style.wide
      ? check.references.flatMap(({ title, url }) => addressLines(title, url, style.width, '  see    ', paint.dim))
      : []),
  ];
}

/** Objects that pass, fail or are unknown, of the findings that the report holds. */
const kept = (findings: readonly ReportFinding[]): number =>
  findings
    .filter(({ verdict }) => verdict === 'pass' || verdict === 'fail' || verdict === 'unknown')
    .reduce((sum, one) => sum + one.count, 0);

/** Findings that say the same of several subjects, together. */
function groupByMessage(findings: readonly ReportFinding[]): readonly (readonly [ReportFinding, ...ReportFinding[]])[] {
  const groups = new Map<string, [ReportFinding, ...ReportFinding[]]>();
  for (const finding of findings) {
    const key = `${finding.subject.kind} ${finding.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function findingLines(group: readonly [ReportFinding, ...ReportFinding[]], style: Style): readonly string[] {
  const [first, ...others] = group;
  const { paint } = style;
  const named = others.slice(0, 2);
  const more = others.length - named.length;
  const names = [first, ...named].map(({ subject }) => subjectName(subject)).join(', ');
  const subjects = `${names}${more > 0 ? ` and ${more} more` : ''}`;
  const evidence = style.wide ? first.evidence : first.evidence.slice(0, SHOWN.evidence);
  return [
    ...paragraph(`${subjects}: ${first.message}`, proseWidth(style), paint.red('  ✗ ')),
    ...evidence.flatMap((one) => [
      ...paragraph(evidenceText(one, first.subject), style.width, '    seen ', paint.dim),
      ...(style.wide && one.command !== undefined
        ? commandLines(one.command, style.width, '         $ ', paint.dim)
        : []),
    ]),
  ];
}
