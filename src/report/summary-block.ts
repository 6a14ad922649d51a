import { type Report, STATUSES, type Status } from '../model/report.ts';
import { failingChecks } from './findings-block.ts';
import { paragraph } from './layout.ts';
import { heading, paintScore, proseWidth, type Style } from './style.ts';
import { checksOf, failingOf, worstFailing } from './tally.ts';

const WORDS: Readonly<Record<Status, string>> = {
  fail: 'failing',
  unknown: 'unknown',
  pass: 'passing',
  waived: 'waived',
  'not-applicable': 'not applicable',
  review: 'for review',
  manual: 'manual',
  error: 'crashed',
};

/** Score, how sure it is, what holds it down, and where to look next: the last lines, which stay on the screen. */
export function summaryBlock(report: Report, style: Style): readonly string[] {
  const { paint } = style;
  const line = (label: string, text: string, color: (text: string) => string = (one) => one): readonly string[] =>
    paragraph(text, proseWidth(style), `  ${label.padEnd(9)} `, color);
  const { score } = report;
  return [
    ...heading(style, 'SUMMARY'),
    ...line('score', scoreText(report), (text) => paint.bold(paintScore(paint, score.value)(text))),
    ...(score.value !== null && score.worst !== score.best
      ? line('range', `${score.worst} if all that is unknown failed, ${score.best} if it passed`)
      : []),
    ...line('coverage', coverageText(report)),
    ...line('checks', countsText(report)),
    ...line('facts', `of ${report.tool.facts.date}, sha256 ${report.tool.facts.sha256.slice(0, 12)}`),
    ...line('more', nextSteps(report, style), paint.dim),
  ];
}

function scoreText(report: Report): string {
  const { value, grade, cap, withoutWaivers } = report.score;
  if (value === null) return 'none: nothing could be determined';
  const held = cap === null ? '' : `; at most ${cap.at} while ${holders(cap.by, report)}`;
  const waivers = withoutWaivers === null || withoutWaivers === value ? '' : `; ${withoutWaivers} without waivers`;
  return `${value} of 100${grade === null ? ', no letter' : ` (${grade})`}${held}${waivers}`;
}

/** What caps the score: the one check, or how many of its severity fail, since mending one alone lifts nothing. */
function holders(worst: string, report: Report): string {
  const severity = worstFailing(report);
  const number = severity === undefined ? 0 : failingOf(report, severity);
  return number > 1 ? `${number} ${severity} checks fail` : `${worst} fails`;
}

const coverageText = ({ score: { coverage } }: Report): string =>
  coverage === null ? 'nothing applies' : `${coverage} % of the weight of all checks that apply could be determined`;

function countsText(report: Report): string {
  const parts = STATUSES.map((status) => [checksOf(report, status), WORDS[status]] as const);
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(' · ');
}

function nextSteps(report: Report, { wide }: Style): string {
  const [worst] = failingChecks(report);
  return [
    ...(worst === undefined ? [] : [`kubevet explain ${worst.id}`]),
    ...(wide ? [] : ['-o wide for everything']),
    '-o json for programs',
    ...(report.coverage.missingPermissions.length > 0 ? ['kubevet doctor for the missing rights'] : []),
  ].join(' · ');
}
