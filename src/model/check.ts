import type { Facts } from './facts.ts';
import type { Evaluation, Https } from './finding.ts';
import type { Gathered } from './resources.ts';
import type { SourceKey, Sources } from './views.ts';

/** The components, in the order in which the table shows them. */
export const COMPONENTS = [
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'kubelet',
  'kube-proxy',
  'container-runtime',
  'nodes',
  'rbac',
  'service-accounts',
  'workloads',
  'network',
  'files',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** Worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Reference {
  readonly title: string;
  readonly url: Https;
}

/** The same question in a benchmark, guide or another scanner: for users who cross-walk. */
export interface Control {
  /** `CIS Kubernetes 1.12`, `NSA/CISA`, `DISA STIG`, `Kubescape`, ... */
  readonly benchmark: string;
  readonly number: string;
}

/** What to do about a failing check. A text says what to change, on which distribution, and what that may break. */
export interface Remediation {
  readonly kubeadm?: string;
  readonly k3s?: string;
  readonly managed?: string;
  readonly any?: string;
  readonly mayBreak?: string;
}

export interface CheckMeta<Id extends string = string> {
  /** `<component>/<noun>`, equal to the file's path; never renamed, never used again for another question. */
  readonly id: Id;
  readonly component: Component;
  /** The row of the table that it counts in, where that is not its own component's. */
  readonly scoreComponent?: Component;
  readonly severity: Severity;
  /** Tidiness rather than security: off unless it is asked for, and without weight in the score. */
  readonly tier?: 'hygiene';
  /** Whether a failing check earns for the share of its subjects that pass ("who can ..." checks don't). */
  readonly population: boolean;
  /** One line each: what is so where the check passes, and what is so where it fails. No full stop. */
  readonly title: { readonly holds: string; readonly broken: string };
  /** Why it matters, in two or three sentences. */
  readonly rationale: string;
  readonly remediation: Remediation;
  readonly references: readonly [Reference, ...Reference[]];
  readonly controls?: readonly Control[];
  /** First version of kubevet that has the check. */
  readonly since: string;
}

export interface Context {
  /** The snapshot's time, RFC 3339: the only clock there is. Undefined for objects from files without `--as-of`. */
  readonly now: string | undefined;
  readonly facts: Facts;
}

export interface AutomatedCheck<
  Id extends string = string,
  Needs extends SourceKey = SourceKey,
  Wants extends SourceKey = SourceKey,
> {
  readonly kind: 'automated';
  readonly meta: CheckMeta<Id>;
  /**
   * What no verdict can do without; may be empty. Where one failed the engine answers unknown. Where one is partial the engine
   * calls the check and then turns a statement about no subject into unknown, and adds an unknown for what is missing.
   */
  readonly needs: readonly Needs[];
  /** Handed over as gathered: whole, partial or failed. */
  readonly wants?: readonly Wants[];
  /** The settings that it asks of each instance, and what is wanted of them: for the reader of its page. */
  readonly asks?: Readonly<Record<string, string>>;
  /** Synchronous and pure: no input or output, clock or randomness. */
  evaluate(
    cluster: Pick<Sources, Needs> & { readonly [Key in Wants]: Gathered<Sources[Key]> },
    context: Context,
  ): Evaluation;
}

export interface ManualCheck<Id extends string = string> {
  readonly kind: 'manual';
  readonly meta: CheckMeta<Id>;
  /** What a person does to answer it. */
  readonly procedure: string;
}

export type Check =
  | (Omit<AutomatedCheck, 'evaluate'> & { evaluate(cluster: never, context: Context): Evaluation })
  | ManualCheck;

/** A check that kubevet decides. */
export const automated = <
  const Id extends string,
  const Needs extends SourceKey = never,
  const Wants extends SourceKey = never,
>(
  check: Omit<AutomatedCheck<Id, Needs, Wants>, 'kind'>,
): AutomatedCheck<Id, Needs, Wants> => ({ kind: 'automated', ...check });

/** A question that only a person can answer. */
export const manual = <const Id extends string>(check: Omit<ManualCheck<Id>, 'kind'>): ManualCheck<Id> => ({
  kind: 'manual',
  ...check,
});

/** The row of the table that a check counts in. */
export const scoreComponent = (meta: CheckMeta): Component => meta.scoreComponent ?? meta.component;
