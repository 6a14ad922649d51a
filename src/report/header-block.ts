import stringWidth from 'string-width';
import type { FactsAge } from '../model/facts.ts';
import type { Report } from '../model/report.ts';
import { paragraph, wrap } from './layout.ts';
import { type Paint, paintFor } from './paint.ts';
import { bySeverity, count } from './phrases.ts';
import { paintScore, paintSeverity, proseWidth, type Style } from './style.ts';
import { checksOf, failingOf } from './tally.ts';

/** Which cluster this is and how it does, in the first few lines. */
export function headerBlock(report: Report, style: Style): readonly string[] {
  const { paint } = style;
  const { value, coverage } = report.score;
  const seen = coverage === null ? '' : `, coverage ${coverage} %`;
  return [
    // A name that makes a second line must not look like a heading.
    ...wrap(identity(report), style.width - 2).map((line, index) => paint.dim(index === 0 ? line : `  ${line}`)),
    ...paragraph(scoreSentence(report) + seen, style.width, '', (line) => paint.bold(paintScore(paint, value)(line))),
    ...openCounts(report, style),
    ...notes(report).flatMap((note) => paragraph(note, proseWidth(style), '! ', paint.yellow)),
  ];
}

/** Where too little was seen for a letter, the score of that little would flatter: the interval is told instead. */
function scoreSentence({ score: { value, grade, worst, best }, selection, input }: Report): string {
  if (value === null) return 'No score: nothing could be determined';
  if (grade !== null) return `Score ${value} of 100 (${grade})`;
  return selection === null && input !== 'objects' ? `Score open: ${worst} to ${best} of 100` : `Score ${value} of 100`;
}

function identity({ cluster, tool, input, scan }: Report): string {
  const { name, server, version, distribution } = cluster;
  const what = [distribution, version].filter((part) => part !== null).join(' ');
  // Snapshots hold no address of a server, but a time that matters.
  const where =
    input === 'snapshot'
      ? `snapshot of ${scan.startedAt === null ? 'an unknown time' : minute(scan.startedAt)}`
      : server;
  return [`${tool.name} ${tool.version}`, name, where, what].filter((part) => part !== null && part !== '').join(' · ');
}

/** `2026-11-24 10:00 UTC` of an RFC 3339 time. */
const minute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;

/** How many checks fail, by severity, and how many are not known. */
function openCounts(report: Report, style: Style): readonly string[] {
  const [failing, unknown] = [checksOf(report, 'fail'), checksOf(report, 'unknown')];
  const text = (paint: Paint): string => {
    const counts = bySeverity(
      (severity) => failingOf(report, severity),
      (part, severity) => paintSeverity(paint, severity)(part),
    );
    const fails = `${count(failing, 'check')} ${failing === 1 ? 'fails' : 'fail'}: ${counts}`;
    return (failing === 0 ? 'No check fails' : fails) + (unknown === 0 ? '' : `; ${paint.cyan(`${unknown} unknown`)}`);
  };
  const painted = text(style.paint);
  return stringWidth(painted) <= style.width ? [painted] : wrap(text(paintFor(false)), style.width);
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
    ...outdated(report),
    ...(cluster.tlsVerified === false
      ? ['The certificate of the server was not verified: anybody could have answered']
      : []),
    ...(input === 'demo' ? ['This is the embedded demo cluster, with faults added: none of it is yours'] : []),
    ...(input === 'objects'
      ? ['Judged from objects in files, which never show a whole cluster: no letter is given']
      : []),
    ...listed(report.minSeverity),
    ...(selection === null ? [] : [`Only a selection of checks was run (${selected}): no letter is given`]),
    ...(selection === null && input !== 'objects' && score.value !== null && score.grade === null
      ? ['Incomplete: too little could be seen for a letter']
      : []),
  ];
}

/** Says that nothing passes by what is described up to a day too long ago. */
function outdated({ tool: { facts } }: Report): readonly string[] {
  const names = (about: FactsAge['about']) =>
    facts.outdated.filter((age) => age.about === about).map(({ product, asOf }) => `${product} (${asOf})`);
  const old = (['releases', 'vulnerabilities'] as const).flatMap((about) => {
    const listed = names(about);
    return listed.length === 0 ? [] : [`${about} of ${listed.join(', ')}`];
  });
  if (old.length === 0) return [];
  return [
    `Known for more than 90 days are ${old.join('; ')}: nothing passes by them; a newer kubevet, or \`kubevet facts update\`, knows what came later`,
  ];
}

/** Says of a report that lists some checks only that its numbers are of all. */
function listed(severity: Report['minSeverity']): readonly string[] {
  if (severity === null || severity === 'low') return [];
  const checks = severity === 'critical' ? 'critical checks' : `checks of severity ${severity} or worse`;
  return [`Only ${checks} are listed; score and counts are of all`];
}
