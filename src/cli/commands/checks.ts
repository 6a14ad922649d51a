import Table from 'cli-table3';
import { checks } from '../../../checks/index.ts';
import { select } from '../../engine/select.ts';
import { scoreComponent } from '../../model/check.ts';
import type { SelectionArguments } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `kubevet checks`: one line per check, or JSON for programs. */
export function listChecks(args: SelectionArguments & { readonly output: 'table' | 'json' }, terminal: Terminal): void {
  const rows = select(checks, { checks: args.check ?? [], components: args.component ?? [] }).checks.map(
    ({ kind, meta }) => ({
      id: meta.id,
      component: meta.component,
      scoreComponent: scoreComponent(meta),
      severity: meta.severity,
      kind,
      title: meta.title.holds,
    }),
  );
  if (args.output === 'json') {
    terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  const titleWidth = Math.max(20, terminal.width - 2 - Math.max(...rows.map(({ id }) => id.length), 2) - 2 - 8 - 2);
  const table = new Table({
    head: ['ID', 'SEVERITY', 'TITLE'],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: noBorders,
    colWidths: [null, null, titleWidth],
    wordWrap: true,
  });
  table.push(...rows.map(({ id, severity, title }) => [id, severity, title]));
  terminal.out(`${table.toString().replace(/ +$/gm, '')}\n`);
}

const noBorders = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((place) => [place, '']),
);
