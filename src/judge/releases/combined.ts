import type { Evidence, Evidences, Finding } from '../../model/finding.ts';

const WORST_FIRST: readonly Finding['verdict'][] = ['fail', 'unknown', 'review', 'pass', 'not-applicable'];

/**
 * Several findings of one subject as one: the worst of them. Where several are equally bad, or all are good, what shows and says each is
 * put together.
 */
export function combined(first: Finding, ...rest: readonly Finding[]): Finding {
  const findings = [first, ...rest];
  const verdict = WORST_FIRST.find((one) => findings.some((finding) => finding.verdict === one));
  return findings.filter((finding) => finding.verdict === verdict).reduce(merge);
}

function merge(one: Finding, other: Finding): Finding {
  if (one.verdict === 'fail' && other.verdict === 'fail') {
    return { ...one, evidence: withOthers(one.evidence, other.evidence), message: `${one.message}; ${other.message}` };
  }
  if (one.verdict !== 'pass' || other.verdict !== 'pass') return one;
  const message = [one.message, other.message].filter((text) => text !== undefined).join('; ');
  return { ...one, evidence: withOthers(one.evidence, other.evidence), ...(message === '' ? {} : { message }) };
}

function withOthers(evidence: Evidences, more: readonly Evidence[]): Evidences {
  const place = (one: Evidence) => JSON.stringify({ ...one, expected: undefined });
  const seen = new Set(evidence.map(place));
  return [...evidence, ...more.filter((one) => !seen.has(place(one)))];
}
