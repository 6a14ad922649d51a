import { COMPONENTS, type Component, SEVERITIES, scoreComponent } from '../model/check.ts';
import type { Evidence, Finding } from '../model/finding.ts';
import { type CheckResult, type ComponentResult, type ReportFinding, STATUSES } from '../model/report.ts';
import { withCommand } from './command.ts';
import { fingerprint } from './fingerprint.ts';
import { compareTexts, membersOf } from './order.ts';
import type { JudgedFinding, Outcome } from './outcome.ts';
import { countsIn, scoreOutcomes } from './score.ts';

/** An outcome as the report shows it. */
export function checkResult(outcome: Outcome, clusterUid: string | null): CheckResult {
  const { meta } = outcome.check;
  return {
    id: meta.id,
    component: meta.component,
    scoreComponent: scoreComponent(meta),
    severity: meta.severity,
    tier: meta.tier ?? 'security',
    title: outcome.status === 'fail' || outcome.status === 'waived' ? meta.title.broken : meta.title.holds,
    status: outcome.status,
    because: outcome.because,
    provider: outcome.provider,
    controls: meta.controls ?? [],
    remediation: meta.remediation,
    references: meta.references,
    totals: outcome.totals,
    findings: outcome.findings.map((one) => reportFinding(one, meta.id, clusterUid)),
  };
}

function reportFinding({ finding, waiver }: JudgedFinding, check: string, clusterUid: string | null): ReportFinding {
  const { verdict, subject } = finding;
  return {
    verdict,
    subject,
    evidence: once(finding.evidence).map(withCommand),
    message: messageOf(finding),
    uncertainty: verdict === 'unknown' ? finding.because : null,
    fingerprint: fingerprint(check, clusterUid, subject),
    waiver: waiver === null ? null : { reason: waiver.reason, owner: waiver.owner, expires: waiver.expires },
    count: membersOf(subject),
    samples: [...(subject.members?.samples ?? [])].sort(compareTexts),
  };
}

/** Judgements that are put together may rest on the same evidence. */
const once = (evidence: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(evidence.map((one) => [JSON.stringify(one), one])).values(),
];

function messageOf(finding: Finding): string {
  if (finding.verdict === 'unknown') return finding.because.detail;
  if (finding.verdict === 'not-applicable') return finding.because;
  return finding.message ?? '';
}

/** One row per component that any check counts in, in the order of the table. */
export const componentResults = (outcomes: readonly Outcome[], lettered: boolean): readonly ComponentResult[] =>
  COMPONENTS.filter((component) => outcomes.some((outcome) => countsIn(outcome, component))).map((component) =>
    componentResult(
      component,
      outcomes.filter((outcome) => countsIn(outcome, component)),
      lettered,
    ),
  );

function componentResult(id: Component, outcomes: readonly Outcome[], lettered: boolean): ComponentResult {
  const score = scoreOutcomes(outcomes, lettered);
  const count = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
  const byStatus = Object.fromEntries(STATUSES.map((one) => [one, count(({ status }) => status === one)]));
  const failing = Object.fromEntries(
    SEVERITIES.map((one) => [one, count(({ status, check }) => status === 'fail' && check.meta.severity === one)]),
  );
  return {
    id,
    score: score.value,
    grade: score.grade,
    coverage: score.coverage,
    counts: { ...byStatus, failing } as ComponentResult['counts'],
    provider: outcomes.find(({ provider }) => provider !== null)?.provider ?? null,
  };
}
