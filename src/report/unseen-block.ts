import type { UncertaintyCode } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { paragraph } from './layout.ts';
import { checkNames, count } from './phrases.ts';
import { heading, proseWidth, type Style } from './style.ts';

const REASONS: Readonly<Record<UncertaintyCode, string>> = {
  forbidden: 'not allowed to read',
  unauthenticated: 'not let in',
  'not-served': 'not served by this cluster',
  'timed-out': 'no answer in time',
  unreachable: 'not reachable',
  malformed: 'not readable',
  'not-gathered': 'not gathered',
  incomplete: 'seen in part only',
  'not-visible': 'not visible through the API',
  'set-in-file': 'set in a file on the host',
  'outside-known-versions': 'outside of the versions that are known',
  'not-understood': 'not understood',
  crashed: 'the check crashed',
};

/** Reasons of a kind that the short form shows. */
const SHOWN = 4;

interface Unknown {
  readonly code: UncertaintyCode;
  readonly detail: string;
  readonly checks: readonly string[];
}

/** What could not be seen and why, by reason, and the rights and nodes that are missing. */
export function unseenBlock(report: Report, style: Style): readonly string[] {
  const unknown = unknownsOf(report);
  const { missingPermissions, unreachableNodes } = report.coverage;
  if (unknown.length === 0 && missingPermissions.length === 0 && unreachableNodes.length === 0) return [];
  const codes = [...new Set(unknown.map(({ code }) => code))];
  const checks = new Set(unknown.flatMap((one) => one.checks)).size;
  return [
    ...heading(style, 'NOT SEEN', `unknown in ${count(checks, 'check')}; unknown is never a pass`),
    '',
    ...codes.flatMap((code) =>
      reasonLines(
        code,
        unknown.filter((one) => one.code === code),
        style,
      ),
    ),
    ...listLines('missing rights', missingPermissions, style),
    ...listLines('nodes that did not answer', unreachableNodes, style),
  ];
}

/** Every reason with the checks that it leaves open, the one that costs most checks first. */
function unknownsOf(report: Report): readonly Unknown[] {
  const found = new Map<string, { code: UncertaintyCode; detail: string; checks: Set<string> }>();
  for (const { id, findings } of report.checks) {
    for (const { uncertainty } of findings) {
      if (uncertainty === null) continue;
      const key = `${uncertainty.code} ${uncertainty.detail}`;
      const one = found.get(key) ?? { ...uncertainty, checks: new Set<string>() };
      found.set(key, { ...one, checks: one.checks.add(id) });
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.checks.size - one.checks.size || (a < b ? -1 : 1))
    .map(([, { code, detail, checks }]) => ({ code, detail, checks: [...checks] }));
}

function reasonLines(code: UncertaintyCode, unknown: readonly Unknown[], style: Style): readonly string[] {
  const { paint, wide } = style;
  const shown = wide ? unknown : unknown.slice(0, SHOWN);
  const hidden = unknown.length - shown.length;
  const checks = new Set(unknown.flatMap((one) => one.checks)).size;
  return [
    ...paragraph(`(${count(checks, 'check')})`, style.width, `  ${paint.cyan(REASONS[code])} `, paint.dim),
    ...shown.flatMap((one) => [
      ...paragraph(one.detail, proseWidth(style), '    '),
      ...paragraph(checkNames(one.checks, wide), proseWidth(style), '      ', paint.dim),
    ]),
    ...(hidden > 0
      ? paragraph(`and ${count(hidden, 'more reason')} of this kind: -o wide shows all`, style.width, '    ', paint.dim)
      : []),
  ];
}

function listLines(title: string, items: readonly string[], style: Style): readonly string[] {
  if (items.length === 0) return [];
  // A blank that does not break keeps each item in one line.
  const whole = items.map((item) => item.replaceAll(' ', '\u00A0')).join(', ');
  const lines = paragraph(whole, proseWidth(style), '    ').map((line) => line.replaceAll('\u00A0', ' '));
  return ['', `  ${style.paint.cyan(title)}`, ...lines];
}
