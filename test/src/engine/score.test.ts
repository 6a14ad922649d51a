import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gradeOf, type Share, scoreOutcomes, scoreShares } from '../../../src/engine/score.ts';
import { manual, SEVERITIES } from '../../../src/model/check.ts';
import type { Finding, Verdict } from '../../../src/model/finding.ts';
import { finding, meta, node, outcomeOf } from '../../support/outcomes.ts';

const some = (verdict: Verdict, count: number, from = 0): readonly Finding[] =>
  Array.from({ length: count }, (_, index) => finding(verdict, node(`node-${from + index}`)));

const criticalPass = outcomeOf({ id: 'kubelet/a', severity: 'critical' }, some('pass', 1));
const highOneOfTen = outcomeOf({ id: 'kubelet/b', severity: 'high' }, [...some('fail', 1), ...some('pass', 9, 1)]);
const mediumUnknown = outcomeOf({ id: 'kubelet/c', severity: 'medium' }, some('unknown', 1));
const lowPass = outcomeOf({ id: 'kubelet/d', severity: 'low' }, some('pass', 1));

describe('worked examples', () => {
  test('a failing node among ten, and one check unknown', () => {
    const score = scoreOutcomes([criticalPass, highOneOfTen, mediumUnknown, lowPass], true);
    expect(score).toEqual({
      value: 82,
      grade: 'B',
      worst: 73,
      best: 84,
      coverage: 88,
      withoutWaivers: 82,
      cap: { at: 89, by: 'kubelet/b' },
    });
  });

  test('nothing determined is no number, neither 0 nor 100', () => {
    const none = { value: null, grade: null, worst: null, best: null, withoutWaivers: null, cap: null };
    expect(scoreOutcomes([mediumUnknown], true)).toEqual({ ...none, coverage: 0 });
    expect(scoreOutcomes([], true)).toEqual({ ...none, coverage: null });
  });

  test('everything holds and was seen: 100, and only then', () => {
    expect(scoreOutcomes([criticalPass, lowPass], true)).toMatchObject({
      value: 100,
      grade: 'A',
      worst: 100,
      best: 100,
      coverage: 100,
    });
    const almost = outcomeOf({ id: 'kubelet/e', severity: 'low' }, [
      ...some('pass', 2000),
      ...some('unknown', 1, 2000),
    ]);
    expect(scoreOutcomes([criticalPass, almost], true)).toMatchObject({
      value: 99,
      worst: 95,
      best: 100,
      coverage: 99,
    });
    const oneFails = outcomeOf({ id: 'kubelet/f', severity: 'low' }, [finding('fail', node('node-0'))]);
    const many = Array.from({ length: 60 }, (_, n) =>
      outcomeOf({ id: `kubelet/m${n}`, severity: 'medium' }, some('pass', 1)),
    );
    expect(scoreOutcomes([...many, oneFails], true)).toMatchObject({ value: 99, best: 99, coverage: 100 });
  });

  test('an open critical caps at 49 and an open high at 89, and the cause is named', () => {
    const passes = Array.from({ length: 40 }, (_, n) =>
      outcomeOf({ id: `kubelet/p${n}`, severity: 'high' }, some('pass', 1)),
    );
    const critical = outcomeOf({ id: 'rbac/z', severity: 'critical' }, [...some('fail', 1), ...some('pass', 9, 1)]);
    const another = outcomeOf({ id: 'rbac/y', severity: 'critical' }, some('fail', 1));
    expect(scoreOutcomes([...passes, critical, highOneOfTen], true)).toMatchObject({
      value: 49,
      grade: 'F',
      worst: 49,
      best: 49,
      cap: { at: 49, by: 'rbac/z' },
    });
    expect(scoreOutcomes([...passes, critical, another], true).cap).toEqual({ at: 49, by: 'rbac/y' });
    const failsHigh = outcomeOf({ id: 'rbac/h', severity: 'high', population: false }, some('fail', 1));
    expect(scoreOutcomes([...passes, failsHigh], true)).toMatchObject({ value: 89, cap: { at: 89, by: 'rbac/h' } });
    expect(scoreOutcomes([...passes, outcomeOf({ severity: 'medium' }, some('fail', 1))], true)).toMatchObject({
      value: 99,
      cap: null,
    });
  });

  test('a check counts whatever the numbers of its verdicts are, also where they are equal', () => {
    const numbers = [0, 1, 2].flatMap((pass) =>
      [0, 1, 2].flatMap((fail) => [0, 1, 2].map((unknown) => ({ pass, fail, unknown }))),
    );
    for (const { pass, fail, unknown } of numbers.filter((one) => one.pass + one.fail + one.unknown > 0)) {
      const findings = [...some('pass', pass), ...some('fail', fail, 10), ...some('unknown', unknown, 20)];
      const share = { id: 'kubelet/a', severity: 'low', population: true, pass, fail, unknown } as const;
      expect(scoreOutcomes([outcomeOf({ id: 'kubelet/a', severity: 'low' }, findings)], false)).toMatchObject(
        scoreShares([share]),
      );
    }
  });

  test('an unknown critical caps only the worst case', () => {
    const unknown = outcomeOf({ id: 'rbac/z', severity: 'critical' }, some('unknown', 1));
    const passes = Array.from({ length: 40 }, (_, n) =>
      outcomeOf({ id: `kubelet/p${n}`, severity: 'high' }, some('pass', 1)),
    );
    expect(scoreOutcomes([...passes, unknown], true)).toMatchObject({ value: 99, worst: 49, best: 100, cap: null });
  });

  test('unread subjects take their part of the weight out of coverage', () => {
    const partial = outcomeOf({ severity: 'high' }, [
      ...some('pass', 8),
      ...some('fail', 1, 8),
      ...some('unknown', 1, 9),
    ]);
    // Determined 4.5 of 5; earned 4.5 x 0.5 x 8/9 = 2. At worst 0.5 x 8/10 x 5 = 2 of 5, at best 0.5 x 9/10 x 5 = 2.25 of 5.
    expect(scoreOutcomes([partial], true)).toMatchObject({ value: 44, coverage: 90, worst: 40, best: 45 });
  });

  test('members count, not findings', () => {
    const groups = [finding('fail', node('pool-a', 1)), finding('pass', node('pool-b', 9))];
    expect(scoreOutcomes([outcomeOf({ severity: 'high' }, groups)], true).value).toBe(45);
  });

  test('without a population a failing check earns nothing', () => {
    const findings = [...some('fail', 1), ...some('pass', 9, 1)];
    expect(scoreOutcomes([outcomeOf({ population: false }, findings)], true).value).toBe(0);
  });

  test('waived subjects leave before anything is counted, and the score without waivers stands beside', () => {
    const waived = (one: Finding) => one.subject.name === 'node-0';
    const both = outcomeOf({ id: 'kubelet/w', severity: 'high' }, [...some('fail', 2), ...some('pass', 3, 2)], {
      waived,
    });
    // 1 of 4 fails: 0.5 x 3/4 x 5 of 5; without the waiver 2 of 5: 0.5 x 3/5.
    expect(scoreOutcomes([both], true)).toMatchObject({ value: 37, withoutWaivers: 30 });
    const all = outcomeOf({ id: 'kubelet/w', severity: 'critical' }, [...some('fail', 1), ...some('pass', 3, 1)], {
      waived,
    });
    expect(all.status).toBe('waived');
    expect(scoreOutcomes([all, lowPass], true)).toMatchObject({ value: 100, cap: null, withoutWaivers: 9 });
  });

  test('what the provider runs, a person decides or applies to nothing has no share', () => {
    const nothing = [
      outcomeOf({ severity: 'critical' }, some('not-applicable', 1), { provider: 'EKS' }),
      outcomeOf({ severity: 'critical' }, some('fail', 1), { provider: 'EKS' }),
      outcomeOf({ severity: 'critical' }, some('review', 1)),
      outcomeOf({ severity: 'critical' }, some('not-applicable', 1)),
      { ...outcomeOf({}, []), status: 'manual' as const, check: manual({ meta: meta(), procedure: 'Look.' }) },
    ];
    expect(scoreOutcomes([...nothing, lowPass], true)).toEqual(scoreOutcomes([lowPass], true));
  });

  test('hygiene has no share, whatever it says', () => {
    const secure = outcomeOf({ id: 'kubelet/secure' }, [finding('pass')]);
    const tidy = outcomeOf({ id: 'kubelet/tidy', severity: 'critical', tier: 'hygiene' }, [finding('fail')]);
    expect(scoreOutcomes([secure, tidy], true)).toEqual(scoreOutcomes([secure], true));
  });

  test('no letter below 70 % coverage, nor where none may be given', () => {
    const mostlyUnknown = [lowPass, outcomeOf({ severity: 'medium' }, some('unknown', 1))];
    expect(scoreOutcomes(mostlyUnknown, true)).toMatchObject({ value: 99, coverage: 33, grade: null });
    expect(scoreOutcomes([lowPass], false)).toMatchObject({ value: 100, grade: null });
    const seventy = [...Array(7).fill(lowPass), ...Array(3).fill(outcomeOf({ severity: 'low' }, some('unknown', 1)))];
    expect(scoreOutcomes(seventy, true)).toMatchObject({ coverage: 70, grade: 'A' });
  });

  test.each([
    [100, 'A'],
    [90, 'A'],
    [89, 'B'],
    [80, 'B'],
    [79, 'C'],
    [70, 'C'],
    [69, 'D'],
    [60, 'D'],
    [59, 'E'],
    [50, 'E'],
    [49, 'F'],
    [0, 'F'],
  ])('%d is %s', (value, grade) => expect(gradeOf(value)).toBe(grade));

  test('no score has no letter', () => expect(gradeOf(null)).toBeNull());
});

const count = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(5000) });
const share: fc.Arbitrary<Share> = fc
  .record({
    id: fc.constant('kubelet/x'),
    severity: fc.constantFrom(...SEVERITIES),
    population: fc.boolean(),
    pass: count,
    fail: count,
    unknown: count,
  })
  .filter(({ pass, fail, unknown }) => pass + fail + unknown > 0);
const shares = fc.array(share, { minLength: 1, maxLength: 12 });
const changeOne = (all: readonly Share[], at: number, change: (share: Share) => Share): readonly Share[] =>
  all.map((one, index) => (index === at % all.length ? change(one) : one));
const lower = (after: number | null, before: number | null): boolean =>
  after !== null && before !== null && after < before;

describe('for any findings', () => {
  test('a failing subject that now passes never lowers a number', () => {
    fc.assert(
      fc.property(shares, fc.nat(), fc.nat(5000), (before, at, fixed) => {
        const after = changeOne(before, at, (one) => {
          const moved = Math.min(one.fail, fixed);
          return { ...one, fail: one.fail - moved, pass: one.pass + moved };
        });
        const [old, now] = [scoreShares(before), scoreShares(after)];
        expect(lower(now.value, old.value) || lower(now.worst, old.worst) || lower(now.best, old.best)).toBe(false);
        expect(now.coverage).toBe(old.coverage);
      }),
      { numRuns: 2000 },
    );
  });

  test('a failing subject that is deleted never lowers the score', () => {
    fc.assert(
      fc.property(shares, fc.nat(), fc.nat(5000), (before, at, deleted) => {
        const after = changeOne(before, at, (one) => ({ ...one, fail: Math.max(0, one.fail - deleted) })).filter(
          ({ pass, fail, unknown }) => pass + fail + unknown > 0,
        );
        expect(lower(scoreShares(after).value, scoreShares(before).value)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a check that becomes unknown never earns, and never widens what is known', () => {
    fc.assert(
      fc.property(shares, fc.nat(), (before, at) => {
        const after = changeOne(before, at, (one) => ({
          ...one,
          pass: 0,
          fail: 0,
          unknown: one.pass + one.fail + one.unknown,
        }));
        const [old, now] = [scoreShares(before), scoreShares(after)];
        expect(now.coverage ?? 0).toBeLessThanOrEqual(old.coverage ?? 0);
        expect(lower(old.worst, now.worst)).toBe(false);
        const passing = changeOne(before, at, (one) => ({
          ...one,
          pass: one.pass + one.fail + one.unknown,
          fail: 0,
          unknown: 0,
        }));
        expect(lower(scoreShares(passing).value, now.value)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('0 <= worst <= value <= best <= 100, whole numbers, and none without the others', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { value, worst, best, coverage } = scoreShares(all);
        expect([value, worst, best].filter((one) => one === null).length % 3).toBe(0);
        const numbers = [0, worst ?? 0, value ?? 0, best ?? 0, 100];
        expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
        expect([...numbers, coverage].every(Number.isInteger)).toBe(true);
        if (value === 100) expect(all.every(({ fail, unknown }) => fail === 0 && unknown === 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
