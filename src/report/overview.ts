import Table from 'cli-table3';
import { SEVERITIES } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { BORDERLESS, trimRight } from './borderless.ts';
import { escapeText } from './escape.ts';
import type { RenderOptions } from './index.ts';
import { wrap } from './layout.ts';
import { paintFor } from './paint.ts';
import { heading, paintScore, paintSeverity, percentText, scoreText } from './style.ts';
import { checksOf, failingOf } from './tally.ts';

/** A context, and its report where there is one. */
export interface Scanned {
  readonly context: string;
  readonly report: Report | undefined;
}

/** Columns that all but the name take. */
const NUMBERS = 48;
const HEAD = ['CONTEXT', 'SCORE', 'COVERAGE', 'CRIT', 'HIGH', 'MED', 'LOW', 'UNKNOWN'];

/** One row for each context of a scan of several. */
export function renderOverview(scanned: readonly Scanned[], { width, color }: RenderOptions): string {
  const paint = paintFor(color);
  const table = new Table({
    head: HEAD.map(paint.dim),
    ...BORDERLESS,
    colAligns: HEAD.map((_, index) => (index === 0 ? 'left' : 'right')),
  });
  const number = (value: number, painted: (text: string) => string): string =>
    value === 0 ? paint.dim('·') : painted(String(value));
  for (const { context, report } of scanned) {
    const name = wrap(escapeText(context), Math.max(16, width - NUMBERS)).join('\n');
    if (report === undefined) table.push([name, paint.red('none'), ...HEAD.slice(2).map(() => paint.dim('–'))]);
    else {
      const { value, grade, coverage } = report.score;
      table.push([
        name,
        paintScore(paint, value)(scoreText(value, grade)),
        percentText(coverage),
        ...SEVERITIES.map((severity) => number(failingOf(report, severity), paintSeverity(paint, severity))),
        number(checksOf(report, 'unknown') + checksOf(report, 'error'), paint.cyan),
      ]);
    }
  }
  const lines = trimRight(table.toString(), paint.dim);
  return `${[...heading({ width, paint, wide: false }, 'ALL CONTEXTS'), '', ...lines].join('\n')}\n`;
}
