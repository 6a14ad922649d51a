import type { Report } from '../model/report.ts';
import { escapeJson } from './escape.ts';

/** The report as indented JSON with a line break at its end, in pieces: of a large cluster the whole would be as large as all else together. */
export function* renderJson({ checks, ...rest }: Report): Iterable<string> {
  const head = JSON.stringify(rest, null, 2).slice(0, -'\n}'.length);
  yield `${escapeJson(head)},\n  "checks": [`;
  for (const [at, check] of checks.entries()) {
    const text = JSON.stringify(check, null, 2).replaceAll('\n', '\n    ');
    yield `${at === 0 ? '' : ','}\n    ${escapeJson(text)}`;
  }
  yield checks.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
