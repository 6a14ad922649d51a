import type { Component, Control, Reference, Remediation, Severity } from './check.ts';
import type { FactsAge } from './facts.ts';
import type { Evidence, Subject, Uncertainty, Verdict } from './finding.ts';

export const STATUSES = ['fail', 'unknown', 'pass', 'waived', 'not-applicable', 'review', 'manual', 'error'] as const;
export type Status = (typeof STATUSES)[number];

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** Whole percent; null where nothing was determined. */
export interface Score {
  readonly value: number | null;
  /** No letter (null) below the coverage that a letter needs, for a selection and for objects. */
  readonly grade: Grade | null;
  /** What the score would be if every unknown failed, and if every unknown passed. */
  readonly worst: number | null;
  readonly best: number | null;
  /** Weight determined of weight applicable; null where nothing is applicable. */
  readonly coverage: number | null;
  /** The score as if no waiver was given. */
  readonly withoutWaivers: number | null;
  /** The cap that binds or would bind, and the worst open check that is its cause. */
  readonly cap: { readonly at: number; readonly by: string } | null;
}

/** Evidence with a command that shows the same. */
export type ReportEvidence = Evidence & { readonly command?: string };

export interface ReportFinding {
  readonly verdict: Verdict;
  readonly subject: Subject;
  readonly evidence: readonly ReportEvidence[];
  readonly message: string;
  /** Why an unknown is one. */
  readonly uncertainty: Uncertainty | null;
  /** Hash of check id, cluster uid and logical subject: the same in every scan. */
  readonly fingerprint: string;
  readonly waiver: { readonly reason: string; readonly owner: string | null; readonly expires: string | null } | null;
  /** Objects that the subject stands for, and some of their names. */
  readonly count: number;
  readonly samples: readonly string[];
}

/** Objects by verdict. */
export type Totals = Readonly<Record<Verdict, number>>;

export interface CheckResult {
  readonly id: string;
  readonly component: Component;
  readonly scoreComponent: Component;
  readonly severity: Severity;
  /** `hygiene`: asked for by hand, and without weight in the score. */
  readonly tier: 'security' | 'hygiene';
  /** What is so: the form of the title that fits the status. */
  readonly title: string;
  readonly status: Status;
  /** One sentence: why it has its status, where the findings do not say. */
  readonly because: string | null;
  /** Who runs the component, where it is not the user: the check is left out of the score. */
  readonly provider: string | null;
  readonly controls: readonly Control[];
  readonly remediation: Remediation;
  readonly references: readonly Reference[];
  readonly totals: Totals;
  /** Worst first, at most 1,000; totals are exact. */
  readonly findings: readonly ReportFinding[];
}

export interface ComponentResult {
  readonly id: Component;
  readonly score: number | null;
  /** As for the whole. */
  readonly grade: Grade | null;
  readonly coverage: number | null;
  /** Checks by status, and failing checks by severity. */
  readonly counts: Readonly<Record<Status, number>> & { readonly failing: Readonly<Record<Severity, number>> };
  readonly provider: string | null;
}

/** The JSON report. Its schema: docs/report.schema.json. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: {
    readonly name: 'kubevet';
    readonly version: string;
    readonly checkSet: string;
    readonly scoreModel: number;
    readonly facts: {
      readonly date: string;
      readonly sha256: string;
      /** How far each product is described. */
      readonly products: readonly FactsAge[];
      /** Those of them that the cluster runs, and whose description is so old that nothing passes by it. */
      readonly outdated: readonly FactsAge[];
    };
  };
  readonly input: 'cluster' | 'snapshot' | 'objects' | 'demo';
  /** What was selected; null where no check was picked or left out by name. */
  readonly selection: { readonly checks: readonly string[]; readonly components: readonly string[] } | null;
  /** The severity from which on checks are listed in `checks`; null where all are. Nothing else depends on it. */
  readonly minSeverity: Severity | null;
  readonly cluster: {
    readonly name: string | null;
    readonly context: string | null;
    readonly uid: string | null;
    readonly server: string | null;
    readonly version: string | null;
    readonly distribution: string | null;
    /** Where the distribution shows; empty where it is not known. */
    readonly distributionEvidence: readonly ReportEvidence[];
    readonly managed: { readonly provider: string; readonly evidence: readonly ReportEvidence[] } | null;
    readonly tlsVerified: boolean | null;
  };
  readonly scan: {
    readonly startedAt: string | null;
    readonly finishedAt: string | null;
    /** False where a deadline passed, the scan was interrupted or a check crashed. */
    readonly complete: boolean;
    readonly deadlines: readonly string[];
  };
  readonly score: Score;
  readonly coverage: {
    readonly missingPermissions: readonly string[];
    readonly unreachableNodes: readonly string[];
    readonly failedLists: readonly { readonly resource: string; readonly code: string; readonly detail: string }[];
  };
  readonly components: readonly ComponentResult[];
  readonly checks: readonly CheckResult[];
}
