import type { CheckMeta } from '../model/check.ts';
import { type Evaluation, type Evidence, type Finding, isNone, type None, type Subject } from '../model/finding.ts';

/** What a source that a check needs lacks. */
export interface Missing {
  readonly source: string;
  readonly what: readonly string[];
}

/** The findings of an evaluation. A statement about no subject is one finding about the component. */
export interface Interpretation {
  readonly findings: readonly Finding[];
  readonly because: string | null;
  readonly provider: string | null;
}

/**
 * Reads what a check answered. Where something that it needs was gathered in part only (`missing`), a statement about all or none of
 * a kind becomes unknown, and what is missing is an unknown of its own.
 */
export function interpret(evaluation: Evaluation, meta: CheckMeta, missing: readonly Missing[]): Interpretation {
  const unread = missing.map(unreadSource);
  const weaken = unread.length === 0 ? (finding: Finding) => finding : withoutStatementsOnAll;
  if (!isNone(evaluation)) return { findings: [...evaluation.map(weaken), ...unread], because: null, provider: null };
  const subject = { kind: 'Component', name: meta.component };
  const finding = findingOf(evaluation, subject);
  const provider = 'absent' in evaluation ? (evaluation.provider ?? null) : null;
  const proven = provider !== null && showsSomething(finding.evidence);
  if (unread.length === 0 || proven) return { findings: [finding], because: reasonOf(finding), provider };
  if (finding.verdict === 'unknown') return { findings: [finding, ...unread], because: reasonOf(finding), provider };
  const because = 'nothing was found in what could be read, which does not prove that there is nothing';
  return { findings: unread, because, provider: null };
}

/** The unknown for what is missing of a source; it stands for as many objects as were named. */
function unreadSource({ source, what }: Missing): Finding {
  const [first = 'something is missing', ...more] = what;
  const detail = more.length === 0 ? first : `${first} (and ${more.length} more)`;
  const members = { count: what.length, samples: what.slice(0, 5) };
  const subject = { kind: 'Source', name: source, ...(more.length === 0 ? {} : { members }) };
  return { verdict: 'unknown', subject, evidence: [], because: { code: 'incomplete', detail } };
}

function withoutStatementsOnAll(finding: Finding): Finding {
  const { verdict, subject, evidence } = finding;
  if (verdict !== 'pass' && verdict !== 'not-applicable') return finding;
  if (!evidence.some(looksThroughAll)) return finding;
  const detail = 'not found in what could be read, and something could not be read';
  return { verdict: 'unknown', subject, evidence, because: { code: 'incomplete', detail } };
}

/** Evidence that something is in no object of a kind. */
const looksThroughAll = (evidence: Evidence): boolean => evidence.from === 'absence' && evidence.object.name === '';

/** Whether evidence shows something that is there, rather than only what is not. */
const showsSomething = (evidence: readonly Evidence[]): boolean => evidence.some(({ from }) => from !== 'absence');

type Undecided = Extract<Finding, { readonly verdict: 'unknown' | 'not-applicable' }>;

function findingOf(none: None, subject: Subject): Undecided {
  if ('unseen' in none) return { verdict: 'unknown', subject, evidence: [], because: none.unseen };
  return { verdict: 'not-applicable', subject, evidence: none.absent, because: none.because };
}

const reasonOf = (finding: Undecided): string =>
  finding.verdict === 'unknown' ? finding.because.detail : finding.because;
