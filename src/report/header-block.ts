import type { Report } from '../model/report.ts';
import { paragraph, wrap } from './layout.ts';
import { count } from './phrases.ts';
import { paintScore, proseWidth, type Style } from './style.ts';

/** Which cluster this is and how it does, in the first few lines. */
export function headerBlock(report: Report, style: Style): readonly string[] {
  const { paint } = style;
  const { value, grade, coverage } = report.score;
  const score =
    value === null
      ? 'No score: nothing could be determined'
      : `Score ${value} of 100${grade === null ? '' : `, ${grade}`}`;
  const seen = coverage === null ? '' : `, ${coverage} % seen`;
  return [
    // A name that makes a second line must not look like a heading.
    ...wrap(identity(report), style.width - 2).map((line, index) => paint.dim(index === 0 ? line : `  ${line}`)),
    ...paragraph(score + seen, style.width, '', (line) => paint.bold(paintScore(paint, value)(line))),
    ...openCounts(report, style),
    ...notes(report).flatMap((note) => paragraph(note, proseWidth(style), '! ', paint.yellow)),
  ];
}

function identity({ cluster, tool }: Report): string {
  const { name, server, version, distribution } = cluster;
  const what = [distribution, version].filter((part) => part !== null).join(' ');
  return [`${tool.name} ${tool.version}`, name, server, what]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

function openCounts(report: Report, style: Style): readonly string[] {
  const failing = report.checks.filter(({ status }) => status === 'fail');
  const of = (severity: string): number => failing.filter((check) => check.severity === severity).length;
  const parts = (['critical', 'high', 'medium', 'low'] as const).flatMap((one) =>
    of(one) > 0 ? [`${of(one)} ${one}`] : [],
  );
  const text =
    failing.length === 0
      ? 'No check fails'
      : `${count(failing.length, 'check')} ${failing.length === 1 ? 'fails' : 'fail'}: ${parts.join(', ')}`;
  return paragraph(text, style.width);
}

/** What the reader must know before believing any number. */
function notes(report: Report): readonly string[] {
  const { cluster, scan, selection, input, checks, score } = report;
  const crashed = checks.filter(({ status }) => status === 'error').map(({ id }) => id);
  const selected = [...(selection?.checks ?? []), ...(selection?.components ?? [])].join(' ');
  return [
    ...(crashed.length > 0
      ? [`${count(crashed.length, 'check')} crashed, a defect of kubevet: ${crashed.join(', ')}`]
      : []),
    ...scan.deadlines,
    ...(cluster.tlsVerified === false
      ? ['The certificate of the server was not verified: anybody could have answered']
      : []),
    ...(input === 'objects'
      ? ['Judged from objects in files, which never show a whole cluster: no letter is given']
      : []),
    ...(selection === null ? [] : [`Only a selection of checks was run (${selected}): no letter is given`]),
    ...(selection === null && input !== 'objects' && score.value !== null && score.grade === null
      ? ['Incomplete: too little could be seen for a letter']
      : []),
  ];
}
