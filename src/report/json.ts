import type { CheckResult, Report } from '../model/report.ts';
import { escapeJson } from './escape.ts';

/** About so many characters are handed over at a time. */
const PIECE = 1 << 16;

/** The report as indented JSON with a line break at its end, in pieces: of a large cluster the whole would take as much memory as all else. */
export function* renderJson(report: Report): Iterable<string> {
  let piece = '';
  for (const part of reportParts(report)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield escapeJson(piece);
    piece = '';
  }
  yield `${escapeJson(piece)}\n`;
}

const reportParts = ({ checks, ...rest }: Report): Iterable<string> => withList(rest, 'checks', checks, checkParts, '');

const checkParts = ({ findings, ...rest }: CheckResult, indent: string): Iterable<string> =>
  withList(rest, 'findings', findings, (finding, deeper) => [indented(finding, deeper)], indent);

/** An object whose last member is a list that is written item by item. */
function* withList<T>(
  rest: object,
  name: string,
  items: readonly T[],
  partsOf: (item: T, indent: string) => Iterable<string>,
  indent: string,
): Iterable<string> {
  const end = `\n${indent}}`;
  yield `${indented(rest, indent).slice(0, -end.length)},\n${indent}  "${name}": [`;
  for (const [at, item] of items.entries()) {
    yield `${at === 0 ? '' : ','}\n${indent}    `;
    yield* partsOf(item, `${indent}    `);
  }
  yield items.length === 0 ? `]${end}` : `\n${indent}  ]${end}`;
}

const indented = (value: object, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
