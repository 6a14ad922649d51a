import Table from 'cli-table3';
import { SEVERITIES } from '../model/check.ts';
import type { ComponentResult, Report } from '../model/report.ts';
import { isRoomy, paintScore, paintSeverity, percentText, type Style, scoreText } from './style.ts';

const BAR = 16;

/** One row per component: score, letter, coverage, failing checks by severity, and what is not known. */
export function componentsBlock(report: Report, style: Style): readonly string[] {
  const roomy = isRoomy(style);
  const names = roomy ? ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] : ['CRIT', 'HIGH', 'MED', 'LOW'];
  const head = [
    'COMPONENT',
    'SCORE',
    ...(roomy ? [''] : []),
    roomy ? 'COVERAGE' : 'SEEN',
    ...names,
    'UNKNOWN',
    ...(roomy ? ['PASS', 'REVIEW', 'N/A'] : []),
  ];
  const left = new Set(roomy ? [0, 2] : [0]);
  const table = new Table({
    head: head.map(style.paint.dim),
    chars: CHARS,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colAligns: head.map((_, index) => (left.has(index) ? 'left' : 'right')),
  });
  for (const component of report.components) table.push(row(component, style, roomy));
  return table
    .toString()
    .split('\n')
    .map((line, index) => (index === 1 ? style.paint.dim(line) : line.trimEnd()));
}

const CHARS = {
  ...Object.fromEntries(
    ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map((place) => [
      place,
      '',
    ]),
  ),
  ...Object.fromEntries(['left', 'left-mid', 'right', 'right-mid'].map((place) => [place, ''])),
  mid: '─',
  'mid-mid': '──',
  middle: '  ',
};

function row(component: ComponentResult, style: Style, roomy: boolean): string[] {
  const { paint } = style;
  const { id, score, grade, coverage, counts, provider } = component;
  const byProvider = provider !== null && coverage === null;
  const painted = paintScore(paint, score);
  const number = (value: number, color: (text: string) => string): string =>
    value === 0 ? paint.dim('·') : color(String(value));
  const plain = (text: string): string => text;
  return [
    id,
    byProvider ? paint.dim(`${provider}  `) : painted(scoreText(score, grade)),
    ...(roomy
      ? [
          score === null
            ? ''
            : painted('━'.repeat(Math.round((score * BAR) / 100))) +
              paint.dim('─'.repeat(BAR - Math.round((score * BAR) / 100))),
        ]
      : []),
    coverage === null || coverage === 100 ? paint.dim(percentText(coverage)) : percentText(coverage),
    ...SEVERITIES.map((severity) => number(counts.failing[severity], paintSeverity(paint, severity))),
    number(counts.unknown + counts.error, paint.cyan),
    ...(roomy
      ? [
          number(counts.pass, plain),
          number(counts.review + counts.manual, plain),
          number(counts['not-applicable'], plain),
        ]
      : []),
  ];
}
