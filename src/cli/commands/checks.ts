import Table from 'cli-table3';
import { checks } from '../../../checks/index.ts';
import { select } from '../../engine/select.ts';
import { type Severity, scoreComponent } from '../../model/check.ts';
import { BORDERLESS, trimRight } from '../../report/borderless.ts';
import { paragraph, wrap } from '../../report/layout.ts';
import { paintFor } from '../../report/paint.ts';
import { paintSeverity } from '../../report/style.ts';
import { type SelectionArguments, selectorsOf } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `kubevet checks`: one line per check, or JSON for programs. */
export function listChecks(args: SelectionArguments & { readonly output: 'table' | 'json' }, terminal: Terminal): void {
  const rows = select(checks, { ...selectorsOf(args), hygiene: true }).checks.map(({ kind, meta }) => ({
    id: meta.id,
    component: meta.component,
    scoreComponent: scoreComponent(meta),
    severity: meta.severity,
    tier: meta.tier ?? 'security',
    kind,
    title: meta.title.holds,
  }));
  if (args.output === 'json') {
    terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  const marked = rows.map((row) => (row.tier === 'hygiene' ? { ...row, title: `${row.title} (hygiene)` } : row));
  terminal.out(`${asTable(marked, terminal).join('\n')}\n`);
}

const HEAD = ['ID', 'SEVERITY', 'TITLE'] as const;
/** Titles in a narrower column are hard to read: they get lines of their own. */
const NARROWEST = 16;

function asTable(
  rows: readonly { readonly id: string; readonly severity: Severity; readonly title: string }[],
  { width, colorOut }: Terminal,
): readonly string[] {
  const paint = paintFor(colorOut);
  const room = width - Math.max(...rows.map(({ id }) => id.length)) - HEAD[1].length - 4;
  const severityText = (severity: Severity) => paintSeverity(paint, severity)(severity);
  if (room < NARROWEST) {
    return rows.flatMap(({ id, severity, title }) => [
      `${id}  ${severityText(severity)}`,
      ...paragraph(title, width, '  '),
    ]);
  }
  const table = new Table({ head: HEAD.map(paint.dim), ...BORDERLESS });
  for (const { id, severity, title } of rows) table.push([id, severityText(severity), wrap(title, room).join('\n')]);
  return trimRight(table.toString(), paint.dim);
}
