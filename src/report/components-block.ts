import Table from 'cli-table3';
import { SEVERITIES, type Severity } from '../model/check.ts';
import type { ComponentResult, Report } from '../model/report.ts';
import { BORDERLESS, trimRight } from './borderless.ts';
import { isRoomy, paintScore, paintSeverity, percentText, type Style, scoreText } from './style.ts';

const BAR = 16;

/** From these widths on there is room for counts by severity, and for any counts. */
const ROOM = { severities: 72, counts: 56 } as const;

interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cell: (component: ComponentResult, style: Style) => string;
}

/** One row per component: score, letter, coverage, failing checks by severity, and what is not known. */
export function componentsBlock(report: Report, style: Style): readonly string[] {
  const columns = columnsFor(style);
  const table = new Table({
    head: columns.map(({ head }) => style.paint.dim(head)),
    ...BORDERLESS,
    colAligns: columns.map(({ align }) => align),
  });
  for (const component of report.components) table.push(columns.map(({ cell }) => cell(component, style)));
  return trimRight(table.toString(), style.paint.dim);
}

function columnsFor(style: Style): readonly Column[] {
  const roomy = isRoomy(style);
  const counts = style.width >= ROOM.counts;
  const severities = style.width >= ROOM.severities;
  return [
    { head: 'COMPONENT', align: 'left', cell: ({ id }) => id },
    { head: 'SCORE', align: 'right', cell: scoreCell },
    ...(roomy ? [{ head: '', align: 'left', cell: bar } as const] : []),
    { head: counts ? 'COVERAGE' : 'COV', align: 'right', cell: coverageCell },
    ...(severities ? SEVERITIES.map((severity) => severityColumn(severity, roomy)) : []),
    ...(counts && !severities ? [countColumn('FAIL', ({ fail }) => fail, 'red')] : []),
    ...(counts ? [countColumn('UNKNOWN', ({ unknown, error }) => unknown + error, 'cyan')] : []),
    ...(roomy
      ? [
          countColumn('PASS', ({ pass }) => pass),
          countColumn('REVIEW', ({ review, manual }) => review + manual),
          countColumn('N/A', (of) => of['not-applicable']),
        ]
      : []),
  ];
}

/** The component is not there, or nothing of it applies, and nobody else runs it. */
const doesNotApply = ({ provider, coverage }: ComponentResult): boolean => provider === null && coverage === null;

function scoreCell(component: ComponentResult, style: Style): string {
  const { paint } = style;
  const { score, grade, coverage, provider } = component;
  if (doesNotApply(component) && !isRoomy(style)) return paint.dim('n/a  ');
  if (provider !== null && coverage === null) return paint.dim(`${provider}  `);
  return paintScore(paint, score)(scoreText(score, grade));
}

function bar(component: ComponentResult, { paint }: Style): string {
  const { score } = component;
  if (doesNotApply(component)) return paint.dim('not applicable');
  if (score === null) return '';
  const filled = Math.round((score * BAR) / 100);
  return paintScore(paint, score)('━'.repeat(filled)) + paint.dim('─'.repeat(BAR - filled));
}

const coverageCell = ({ coverage }: ComponentResult, { paint }: Style): string =>
  coverage === null || coverage === 100 ? paint.dim(percentText(coverage)) : percentText(coverage);

const SHORT: Readonly<Record<Severity, string>> = { critical: 'CRIT', high: 'HIGH', medium: 'MED', low: 'LOW' };

const severityColumn = (severity: Severity, roomy: boolean): Column => ({
  head: roomy ? severity.toUpperCase() : SHORT[severity],
  align: 'right',
  cell: ({ counts }, { paint }) => number(counts.failing[severity], paint.dim, paintSeverity(paint, severity)),
});

const countColumn = (
  head: string,
  of: (counts: ComponentResult['counts']) => number,
  color?: 'red' | 'cyan',
): Column => ({
  head,
  align: 'right',
  cell: ({ counts }, { paint }) => number(of(counts), paint.dim, color === undefined ? (text) => text : paint[color]),
});

const number = (value: number, dim: (text: string) => string, color: (text: string) => string): string =>
  value === 0 ? dim('·') : color(String(value));
