import { checks } from '../../../checks/index.ts';
import { select } from '../../engine/select.ts';
import { renderCheckPage } from '../../report/check-page.ts';
import { addressLines, paragraph, wrap } from '../../report/layout.ts';
import { type Paint, paintFor } from '../../report/paint.ts';
import { proofOf } from '../check-proof.ts';
import { readsOf } from '../check-reads.ts';
import type { Terminal } from '../terminal.ts';

/** Widest line: longer ones are hard to read. */
const PROSE = 100;

/** `kubevet explain ID`: the page of one check. Fails on an unknown id. */
export function explain(args: { readonly id: string }, terminal: Terminal): void {
  const width = Math.min(terminal.width, PROSE);
  for (const check of select(checks, { checks: [args.id], components: [], hygiene: true }).checks) {
    const page = renderCheckPage(check, readsOf(check), proofOf(check.meta.id)).split('\n');
    terminal.out(page.map((line) => plain(line, width, paintFor(terminal.colorOut)).join('\n')).join('\n'));
  }
}

/** A line of the page's Markdown for a terminal: painted instead of marked, links as text and address, wrapped. */
function plain(line: string, width: number, paint: Paint): readonly string[] {
  const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
  if (heading !== undefined) return [paint.bold(heading)];
  const [, title, address] = /^- \[([^\]]+)\]\(([^)]+)\)$/.exec(line) ?? [];
  if (title !== undefined && address !== undefined) return addressLines(title, address, width, '- ', (text) => text);
  if (line.startsWith('- ')) return paragraph(line.slice(2), width, '- ');
  const [, facts] = /^\*([^*].*)\*$/.exec(line) ?? [];
  if (facts !== undefined) return wrap(facts, width).map(paint.dim);
  const [, label] = /^\*\*([^*]+)\*\*/.exec(line) ?? [];
  if (label === undefined) return wrap(line, width);
  const [first = '', ...rest] = wrap(label + line.slice(label.length + 4), width);
  return [first.startsWith(label) ? paint.bold(label) + first.slice(label.length) : first, ...rest];
}
