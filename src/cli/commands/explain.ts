import { checks } from '../../../checks/index.ts';
import { select } from '../../engine/select.ts';
import { renderCheckPage } from '../../report/check-page.ts';
import { readsOf } from '../check-reads.ts';
import type { Terminal } from '../terminal.ts';

/** `kubevet explain ID`: the page of one check. Fails on an unknown id. */
export function explain(args: { readonly id: string }, terminal: Terminal): void {
  for (const check of select(checks, { checks: [args.id], components: [] }).checks) {
    terminal.out(plain(renderCheckPage(check, readsOf(check)), terminal.width));
  }
}

/** Markdown for a terminal: no emphasis marks, links as text and address, lines wrapped. */
function plain(markdown: string, width: number): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^\*(.*)\*$/gm, '$1')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1: $2')
    .split('\n')
    .map((line) => wrap(line, Math.min(width, 100)))
    .join('\n');
}

function wrap(line: string, width: number): string {
  const indent = line.startsWith('- ') ? '  ' : '';
  let at = 0;
  return line
    .split(' ')
    .map((word, index) => {
      const fits = index === 0 || at + 1 + word.length <= width;
      at = fits ? at + word.length + (index === 0 ? 0 : 1) : indent.length + word.length;
      return index === 0 ? word : fits ? ` ${word}` : `\n${indent}${word}`;
    })
    .join('');
}
