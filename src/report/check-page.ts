import type { Check, CheckMeta, Remediation } from '../model/check.ts';

/** What a check reads and may therefore need, for its page. */
export interface CheckReads {
  /** Resources that it looks at, by key. */
  readonly resources: readonly string[];
  /** What the identity must be allowed to do: `list pods`. */
  readonly permissions: readonly string[];
}

const REMEDIES: readonly (readonly [keyof Remediation, string])[] = [
  ['any', 'Everywhere'],
  ['kubeadm', 'kubeadm'],
  ['k3s', 'k3s and RKE2'],
  ['managed', 'Managed clusters'],
  ['mayBreak', 'What it may break'],
];

/** The page of one check in Markdown: `kubevet explain` prints it and the reference holds it. */
export function renderCheckPage(check: Check, reads: CheckReads): string {
  const { meta } = check;
  return [
    `## ${meta.id}`,
    '',
    meta.title.holds,
    '',
    factLine(check),
    '',
    `**Why it matters.** ${meta.rationale}`,
    '',
    `**What is wrong when it fails.** ${meta.title.broken}.`,
    '',
    ...howItIsJudged(check, reads),
    '',
    ...REMEDIES.flatMap(([key, label]) =>
      meta.remediation[key] ? [`**${remedyLabel(key, label)}** ${meta.remediation[key]}`, ''] : [],
    ),
    '**References**',
    '',
    ...meta.references.map(({ title, url }) => `- [${title}](${url})`),
    ...controlLines(meta),
    '',
  ].join('\n');
}

const remedyLabel = (key: keyof Remediation, label: string): string =>
  key === 'mayBreak' ? 'What the fix may break.' : `Fix (${label}).`;

function factLine({ meta, kind }: Check): string {
  const row = meta.scoreComponent === undefined ? '' : `, counts under ${meta.scoreComponent}`;
  const manner = kind === 'manual' ? ', answered by a person' : '';
  return `*Severity ${meta.severity}; component ${meta.component}${row}${manner}; since ${meta.since}.*`;
}

function howItIsJudged(check: Check, reads: CheckReads): readonly string[] {
  if (check.kind === 'manual') return [`**How to answer it.** ${check.procedure}`];
  return [
    `**How it is judged.** It reads ${reads.resources.map((key) => `\`${key}\``).join(', ')}.` +
      (reads.permissions.length === 0
        ? ''
        : ` Permissions: ${reads.permissions.map((one) => `\`${one}\``).join(', ')}.`) +
      ' Where one of them cannot be read the answer is unknown, with the reason.',
  ];
}

function controlLines(meta: CheckMeta): readonly string[] {
  if (meta.controls === undefined || meta.controls.length === 0) return [];
  const byBenchmark = new Map<string, string[]>();
  for (const { benchmark, number } of meta.controls) {
    byBenchmark.set(benchmark, [...(byBenchmark.get(benchmark) ?? []), number]);
  }
  return [
    '',
    '**The same question elsewhere**',
    '',
    ...[...byBenchmark].map(([benchmark, numbers]) => `- ${benchmark}: ${numbers.join(', ')}`),
  ];
}
