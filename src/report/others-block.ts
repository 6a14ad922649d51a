import type { CheckResult, Report } from '../model/report.ts';
import { paragraph } from './layout.ts';
import { count, evidenceText, subjectName } from './phrases.ts';
import { heading, isRoomy, proseWidth, type Style } from './style.ts';

const SHOWN = 3;

/** What the provider runs, by provider and component: out of the user's hands, so out of the score. */
export function providerBlock(report: Report, style: Style): readonly string[] {
  const byProvider = new Map<string, CheckResult[]>();
  for (const check of report.checks) {
    if (check.provider !== null) byProvider.set(check.provider, [...(byProvider.get(check.provider) ?? []), check]);
  }
  return [...byProvider].flatMap(([provider, checks]) => {
    const components = [...new Set(checks.map(({ component }) => component))].map(
      (component) => `${component} (${count(checks.filter((check) => check.component === component).length, 'check')})`,
    );
    return [
      ...heading(style, `RUN BY ${provider}`, 'left out of score and coverage: see its own console'),
      ...paragraph(components.join(', '), proseWidth(style), '  '),
      ...(style.wide ? evidenceOf(report, style) : []),
    ];
  });
}

const evidenceOf = ({ cluster }: Report, style: Style): readonly string[] =>
  (cluster.managed?.evidence ?? []).flatMap((one) =>
    paragraph(evidenceText(one, { kind: '', name: '' }), style.width, '    seen ', style.paint.dim),
  );

/** What a person has to decide: findings for review, and manual checks. */
export function reviewBlock(report: Report, style: Style): readonly string[] {
  const checks = report.checks.filter(
    ({ status, findings }) => status === 'manual' || findings.some(({ verdict }) => verdict === 'review'),
  );
  if (checks.length === 0) return [];
  return [
    ...heading(style, 'FOR A PERSON TO JUDGE', 'facts without a verdict; they do not count'),
    ...checks.flatMap((check) => reviewLines(check, style)),
  ];
}

function reviewLines(check: CheckResult, style: Style): readonly string[] {
  const { paint, wide } = style;
  const reviews = check.findings.filter(({ verdict }) => verdict === 'review');
  if (!wide) {
    const names = reviews.slice(0, SHOWN).map(({ subject }) => subjectName(subject));
    const more = reviews.length > SHOWN ? ` and ${reviews.length - SHOWN} more` : '';
    const text = reviews.length === 0 ? check.title : names.join(', ') + more;
    return [...paragraph(check.id, style.width, '  '), ...paragraph(text, proseWidth(style), '    ', paint.dim)];
  }
  return [
    ...paragraph(check.id, style.width, '  '),
    ...(check.status === 'manual' ? paragraph(check.because ?? '', proseWidth(style), '    ', paint.dim) : []),
    ...reviews.flatMap(({ subject, message, evidence }) => [
      ...paragraph(`${subjectName(subject)}: ${message}`, proseWidth(style), '    '),
      ...evidence.flatMap((one) => paragraph(evidenceText(one, subject), style.width, '      seen ', paint.dim)),
    ]),
  ];
}

/** Failing subjects that somebody answers for. */
export function waivedBlock(report: Report, style: Style): readonly string[] {
  const lines = report.checks.flatMap(({ id, findings }) =>
    findings.flatMap(({ waiver, subject }) => {
      if (waiver === null) return [];
      const until = waiver.expires === null ? '' : `, until ${waiver.expires}`;
      const by = waiver.owner === null ? '' : ` (${waiver.owner}${until})`;
      return paragraph(`${id}: ${subjectName(subject)}: ${waiver.reason}${by}`, proseWidth(style), '  ');
    }),
  );
  return lines.length === 0 ? [] : [...heading(style, 'WAIVED', 'failing, and left out of the score'), ...lines];
}

/** For the wide form: what passes, and what does not apply, by the reason. */
export function restBlock(report: Report, style: Style): readonly string[] {
  const pass = report.checks.filter(({ status }) => status === 'pass');
  const none = report.checks.filter(({ status, provider }) => status === 'not-applicable' && provider === null);
  const column = Math.max(...pass.map(({ id }) => id.length));
  const passing = ({ id, title }: CheckResult) =>
    isRoomy(style)
      ? paragraph(title, style.width, `  ${id.padEnd(column)}  `, style.paint.dim)
      : [...paragraph(id, style.width, '  '), ...paragraph(title, style.width, '    ', style.paint.dim)];
  return [
    ...(pass.length > 0 ? [...heading(style, 'PASSING'), ...pass.flatMap(passing)] : []),
    ...(pass.length > 0 && none.length > 0 ? [''] : []),
    ...(none.length > 0
      ? [
          ...heading(style, 'NOT APPLICABLE'),
          ...[...new Set(none.map(reason))].flatMap((text) => [
            ...none.filter((check) => reason(check) === text).flatMap(({ id }) => paragraph(id, style.width, '  ')),
            ...paragraph(text, proseWidth(style), '    ', style.paint.dim),
          ]),
        ]
      : []),
  ];
}

const reason = ({ because, findings, title }: CheckResult): string => because ?? findings[0]?.message ?? title;
