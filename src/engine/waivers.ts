import type { Finding, Subject } from '../model/finding.ts';
import type { JudgedFinding } from './outcome.ts';

/** A failing subject that someone answers for: it leaves the score until the waiver expires. */
export interface Waiver {
  /** Id of the check. */
  readonly check: string;
  /** The subjects it covers: every member that is given must be equal. */
  readonly subject: { readonly kind?: string; readonly namespace?: string; readonly name?: string };
  readonly reason: string;
  readonly owner: string | null;
  /** Last day on which it holds (2026-12-31); null for no end. */
  readonly expires: string | null;
}

/** Puts the first waiver that covers it beside each failing finding. `now` is the time of the snapshot (RFC 3339). */
export function applyWaivers(
  check: string,
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  now: string | undefined,
): readonly JudgedFinding[] {
  const valid = waivers.filter((waiver) => waiver.check === check && holds(waiver, now));
  return findings.map((finding) => {
    const waiver = finding.verdict === 'fail' ? valid.find((one) => covers(one, finding.subject)) : undefined;
    return { finding, waiver: waiver ?? null };
  });
}

/** A waiver with an end holds through its last day; where the time is not known it does not hold. */
const holds = ({ expires }: Waiver, now: string | undefined): boolean =>
  expires === null || (now !== undefined && now.slice(0, expires.length) <= expires);

const covers = ({ subject: wanted }: Waiver, subject: Subject): boolean =>
  (wanted.kind ?? subject.kind) === subject.kind &&
  (wanted.namespace ?? subject.namespace) === subject.namespace &&
  (wanted.name ?? subject.name) === subject.name;
