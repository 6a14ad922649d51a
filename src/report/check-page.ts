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

/** Where a check was shown on genuine clusters to fail when broken and to pass when mended by its remediation. */
export interface CheckProof {
  /** Versions of Kubernetes, newest first. */
  readonly versions: readonly string[];
  /** Those of them where what Kubernetes itself then did was observed beside, and agreed. */
  readonly observed: readonly string[];
  /** Why it is not shown anywhere. */
  readonly unproven?: string | undefined;
}

/** The page of one check in Markdown: `kubevet explain` prints it and the reference holds it. */
export function renderCheckPage(check: Check, reads: CheckReads, proof: CheckProof): string {
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
    howItIsProven(proof),
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
  const tier = meta.tier === 'hygiene' ? ', hygiene: runs with `--hygiene` only and has no weight' : '';
  const manner = kind === 'manual' ? ', answered by a person' : '';
  return `*Severity ${meta.severity}${tier}; component ${meta.component}${row}${manner}; since ${meta.since}.*`;
}

function howItIsJudged(check: Check, reads: CheckReads): readonly string[] {
  if (check.kind === 'manual') return [`**How to answer it.** ${check.procedure}`];
  const asked = Object.entries(check.asks ?? {}).map(([setting, wanted]) => `\`${setting}\`: ${wanted}`);
  return [
    ...(asked.length === 0 ? [] : [`**What is wanted of each instance.** ${asked.join('; ')}.`, '']),
    `**How it is judged.** It reads ${reads.resources.map((key) => `\`${key}\``).join(', ')}.` +
      (reads.permissions.length === 0
        ? ''
        : ` Permissions: ${reads.permissions.map((one) => `\`${one}\``).join(', ')}.`) +
      ' Where one of them cannot be read the answer is unknown, with the reason.',
  ];
}

function howItIsProven({ versions, observed, unproven }: CheckProof): string {
  if (versions.length === 0)
    return `**Not proven on a genuine cluster:** ${unproven ?? 'no test breaks and mends it there yet'}.`;
  const beside =
    observed.length === 0
      ? 'Only its settings were looked at.'
      : observed.length === versions.length
        ? 'What the cluster itself then did agreed.'
        : `What the cluster itself then did was observed on ${listed(observed)}, and agreed.`;
  return `**Proven on a genuine cluster.** Kubernetes ${listed(versions)}: it failed when broken, and passed when mended by the fix below. ${beside}`;
}

const listed = (versions: readonly string[]): string =>
  versions.length < 2 ? versions.join() : `${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}`;

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
