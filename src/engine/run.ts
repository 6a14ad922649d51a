import pLimit from 'p-limit';
import type { AutomatedCheck, Check, Component, Context } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Gathered } from '../model/resources.ts';
import type { SourceKey, Sources } from '../model/views.ts';
import { type Interpretation, interpret, type Missing } from './interpret.ts';
import { compareTexts, worstFirst } from './order.ts';
import { type Outcome, sumUp } from './outcome.ts';
import { applyWaivers, type Waiver } from './waivers.ts';

/** Answers what was gathered or derived, by key. */
export type Lookup = <Key extends SourceKey>(key: Key) => Gathered<Sources[Key]>;

/** Judges all checks, so many of one component at a time; sorted by id, whichever ended first. */
export async function run(
  checks: readonly Check[],
  lookup: Lookup,
  context: Context,
  options: { readonly waivers?: readonly Waiver[]; readonly concurrency?: number },
): Promise<readonly Outcome[]> {
  const limits = new Map<Component, ReturnType<typeof pLimit>>();
  const limitOf = (component: Component) => {
    const limit = limits.get(component) ?? pLimit(options.concurrency ?? 4);
    limits.set(component, limit);
    return limit;
  };
  const outcomes = await Promise.all(
    checks.map((check) => limitOf(check.meta.component)(() => judge(check, lookup, context, options.waivers))),
  );
  return outcomes.sort((a, b) => compareTexts(a.check.meta.id, b.check.meta.id));
}

/** Judges one check. Never throws: a check that does is in status `error`. */
export function judge(check: Check, lookup: Lookup, context: Context, waivers: readonly Waiver[] = []): Outcome {
  if (check.kind === 'manual') {
    const asked = sumUp(check, { findings: [], because: check.procedure, provider: null });
    return { ...asked, status: 'manual' };
  }
  try {
    const { findings, because, provider } = evaluateCheck(check as AutomatedCheck, lookup, context);
    const judged = applyWaivers(check.meta.id, worstFirst(findings), waivers, context.now);
    return sumUp(check, { findings: judged, because, provider });
  } catch (error) {
    return crashed(check, error);
  }
}

function evaluateCheck(check: AutomatedCheck, lookup: Lookup, context: Context): Interpretation {
  const failed: Unknown[] = [];
  const missing: Missing[] = [];
  const cluster: Partial<Record<SourceKey, unknown>> = {};
  for (const key of check.needs) {
    const gathered = lookup(key);
    if (gathered.state === 'failed') failed.push(unread(key, gathered.failure));
    else cluster[key] = gathered.value;
    if (gathered.state === 'partial') missing.push({ source: key, what: gathered.missing });
  }
  if (failed.length > 0) return { findings: failed, because: reason(failed), provider: null };
  for (const key of check.wants ?? []) cluster[key] = lookup(key);
  const evaluation = check.evaluate(cluster as Parameters<AutomatedCheck['evaluate']>[0], context);
  if (Array.isArray(evaluation) && evaluation.length === 0) throw new Error('it gave no finding');
  return interpret(evaluation, check.meta, missing);
}

type Unknown = Extract<Finding, { verdict: 'unknown' }>;

const unread = (source: SourceKey, because: Unknown['because']): Unknown => ({
  verdict: 'unknown',
  subject: { kind: 'Source', name: source },
  evidence: [],
  because,
});

const reason = (failed: readonly Unknown[]): string =>
  [...new Set(failed.map(({ because }) => because.detail))].join('; ');

function crashed(check: Check, error: unknown): Outcome {
  const detail = `the check crashed: ${error instanceof Error ? error.message : String(error)}`;
  const finding: Finding = {
    verdict: 'unknown',
    subject: { kind: 'Check', name: check.meta.id },
    evidence: [],
    because: { code: 'crashed', detail },
  };
  const failed = sumUp(check, { findings: [{ finding, waiver: null }], because: detail, provider: null });
  return { ...failed, status: 'error' };
}
