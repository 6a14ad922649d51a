import type { Evidence, Evidences } from '../model/finding.ts';

/** Puts what was wanted beside what was seen. */
export function expecting(evidence: Evidences, expected: string): Evidences {
  const [first, ...rest] = evidence;
  const add = (one: Evidence): Evidence => (one.from === 'absence' ? one : { ...one, expected });
  return [add(first), ...rest];
}

/** Evidence of several sources in their order. */
export const together = (first: Evidences, ...rest: readonly (readonly Evidence[])[]): Evidences => [
  ...first,
  ...rest.flat(),
];
