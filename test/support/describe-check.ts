import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { sourcesOf } from '../../src/derive/index.ts';
import { closure } from '../../src/engine/closure.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import { judge, type Lookup } from '../../src/engine/run.ts';
import { facts } from '../../src/facts/index.ts';
import { gather } from '../../src/gather/gather.ts';
import { objectReader } from '../../src/gather/objects.ts';
import type { AutomatedCheck, Check } from '../../src/model/check.ts';
import type { Evidence, Subject, Verdict } from '../../src/model/finding.ts';
import type { Status } from '../../src/model/report.ts';
import { type Json, resolveEvidence, shownAs } from './resolve-evidence.ts';

/** One situation in which a check is tried. */
export interface CheckCase {
  /** The situation in a few words: the name of the test. */
  readonly given: string;
  /** API objects as JSON, as test/support/objects.ts builds them. */
  readonly objects: readonly object[];
  readonly expect: Status;
  /** Findings that must be among those of the check. */
  readonly findings?: readonly {
    readonly verdict: Verdict;
    readonly subject?: Partial<Subject>;
    readonly message?: RegExp;
  }[];
  /** The time of the snapshot, null where it is not known; the same for all cases that do not say. */
  readonly now?: string | null;
}

const NOW = '2026-11-24T00:00:00Z';

/** Tries a check in each case, on objects that go the whole way through gathering and deriving, and holds it to the rules for all checks. */
export function describeCheck(
  check: Check,
  cases: readonly CheckCase[],
  /** Whether it never passes: it only lists what a person decides. */
  listsOnly = false,
): void {
  describe(check.meta.id, () => {
    for (const one of cases) describeCase(check, one);
    test('the cases show a pass, a fail (a review, where a person has to decide) and a case that is neither', () => {
      const expected = cases.map((one) => one.expect);
      expect(expected.includes('pass')).toBe(!listsOnly);
      expect(expected.some((status) => status === 'fail' || status === 'review')).toBe(true);
      expect(expected.some((status) => status === 'unknown' || status === 'not-applicable')).toBe(true);
    });
    test('no two cases are given the same', () => {
      const given = cases.map(({ objects, now }) => JSON.stringify({ now, objects }));
      expect(new Set(given).size).toBe(given.length);
      expect(new Set(cases.map((one) => one.given)).size).toBe(cases.length);
    });
    if (check.kind === 'automated') describeNeeds(check, cases);
  });
}

function describeCase(check: Check, one: CheckCase): void {
  describe(one.given, () => {
    let first: Promise<Outcome> | undefined;
    const outcome = () => (first ??= tried(check, one, one.objects));

    test(`is ${one.expect}`, async () => {
      const { status, because, findings } = await outcome();
      expect({
        status,
        ...(status === one.expect ? {} : { because, findings: findings.map(({ finding }) => finding) }),
      }).toEqual({
        status: one.expect,
      });
      for (const wanted of one.findings ?? []) expectFinding(await outcome(), wanted);
    });

    test('each evidence shows what it points at', async () => {
      for (const { finding } of (await outcome()).findings) {
        for (const evidence of finding.evidence) await expectShown(evidence, one.objects as readonly Json[]);
      }
    });

    test('no two findings have the same subject, and all survive JSON', async () => {
      const { findings } = await outcome();
      const subjects = findings.map(({ finding: { subject } }) =>
        JSON.stringify([subject.kind, subject.namespace, subject.name, subject.container]),
      );
      expect([...new Set(subjects)]).toEqual(subjects);
      expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    });

    test('the order of the objects does not matter', async () => {
      const reversed = await tried(check, one, [...one.objects].reverse());
      expect(reversed).toEqual(await outcome());
    });
  });
}

function describeNeeds(check: Omit<AutomatedCheck, 'evaluate'>, cases: readonly CheckCase[]): void {
  const [one] = cases;
  if (one === undefined) return;
  for (const need of check.needs) {
    test(`without ${need} it is unknown`, async () => {
      const failure = { code: 'forbidden', detail: 'not allowed' } as const;
      const outcome = await tried(check as Check, one, one.objects, (lookup) => (key) => {
        return key === need ? { state: 'failed', failure } : lookup(key);
      });
      expect(outcome.status).toBe('unknown');
      expect(outcome.findings.map(({ finding }) => finding)).toContainEqual(
        expect.objectContaining({ verdict: 'unknown', because: failure }),
      );
    });
  }
}

async function tried(
  check: Check,
  { now = NOW }: CheckCase,
  objects: readonly object[],
  change: (lookup: Lookup) => Lookup = (lookup) => lookup,
): Promise<Outcome> {
  const reader = objectReader(objects, { complete: true });
  const time = now ?? undefined;
  const snapshot = await gather(reader, closure([check]), { concurrency: 4, takenAt: time, tool: 'test' });
  const lookup = change(sourcesOf(deepFreeze(snapshot), facts));
  const outcome = judge(check, lookup, { now: time, facts });
  if (outcome.status === 'error') throw new Error(`${check.meta.id}: ${outcome.because}`);
  return outcome;
}

function expectFinding(
  outcome: Outcome,
  { verdict, subject, message }: NonNullable<CheckCase['findings']>[number],
): void {
  const found = outcome.findings
    .map(({ finding }) => finding)
    .map((finding) => ({ verdict: finding.verdict, subject: finding.subject, message: textOf(finding) }));
  expect(found).toContainEqual({
    verdict,
    subject: subject === undefined ? expect.anything() : expect.objectContaining(subject),
    message: message === undefined ? expect.any(String) : expect.stringMatching(message),
  });
}

function textOf(finding: Outcome['findings'][number]['finding']): string {
  if (finding.verdict === 'unknown') return finding.because.detail;
  if (finding.verdict === 'not-applicable') return finding.because;
  return finding.message ?? '';
}

/** Evidence of a value must equal what stands there; evidence of absence must point at an object that is there. */
async function expectShown(evidence: Evidence, objects: readonly Json[]): Promise<void> {
  const values = resolveEvidence(evidence, objects);
  if (values === undefined || evidence.from === 'absence' || evidence.from === 'fact') return;
  const shown = (await Promise.all(values.map(shownAs))).flat();
  if (shown.some((value) => isDeepStrictEqual(value, evidence.observed))) return;
  expect({ evidence, observed: shown[0] }).toEqual({ evidence, observed: evidence.observed });
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
  return value;
}
