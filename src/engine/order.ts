import type { Finding, Subject, Verdict } from '../model/finding.ts';

const WORST_FIRST: readonly Verdict[] = ['fail', 'unknown', 'review', 'pass', 'not-applicable'];

/** How many objects a subject stands for; one where it does not say. */
export const membersOf = ({ members }: Subject): number => Math.max(1, members?.count ?? 1);

/** What makes a subject the same subject in every scan, as one text that also orders. */
export const subjectKey = ({ kind, namespace, name, container }: Subject): string =>
  JSON.stringify([kind, namespace ?? '', name, container ?? '']);

/** Findings in order: worst verdict first, then those that stand for most objects, then by subject. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .map((finding) => ({
      finding,
      rank: WORST_FIRST.indexOf(finding.verdict),
      members: membersOf(finding.subject),
      key: subjectKey(finding.subject),
    }))
    .sort((a, b) => a.rank - b.rank || b.members - a.members || compareTexts(a.key, b.key))
    .map(({ finding }) => finding);

/** Orders by code unit: the same on every machine, whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
