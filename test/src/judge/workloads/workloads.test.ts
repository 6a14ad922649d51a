import { describe, expect, test } from '@jest/globals';
import { faultOpinion, judgeWorkloads, type Opinion } from '../../../../src/judge/workloads/workloads.ts';
import type { Verdict } from '../../../../src/model/finding.ts';
import { shapeContainer, workloadShape } from '../../../support/workload-shapes.ts';

const evidence = [{ from: 'fact', fact: 'a', value: 1, source: 'https://kubernetes.io' }] as const;
const opinion = (verdict: Verdict, text: string = verdict): Opinion => {
  if (verdict === 'unknown') return { verdict, evidence, because: { code: 'not-visible', detail: text } };
  if (verdict === 'not-applicable') return { verdict, evidence, because: text };
  return { verdict, evidence, message: text };
};

describe('a workload of several shapes', () => {
  const judged = (...verdicts: readonly Verdict[]) =>
    judgeWorkloads(
      verdicts.map((verdict, index) => workloadShape({ content: `${index}`, os: verdict })),
      ({ os }) => opinion(os as Verdict),
    );

  test.each([
    ['fail', 'unknown'],
    ['unknown', 'review'],
    ['review', 'pass'],
    ['pass', 'not-applicable'],
  ] as const)('counts as %s rather than as %s, wherever it stands', (worse, better) => {
    expect(judged(worse, better)).toMatchObject([{ verdict: worse }]);
    expect(judged(better, worse)).toMatchObject([{ verdict: worse }]);
    expect(judged(better, worse, better)).toMatchObject([{ verdict: worse }]);
  });

  test('of shapes that are equally bad shows the first by content, in whatever order they come', () => {
    const shapes = ['b', 'a', 'c'].map((content) => workloadShape({ content }));
    for (const given of [shapes, [...shapes].reverse()]) {
      expect(judgeWorkloads(given, ({ content }) => opinion('fail', content))).toMatchObject([{ message: 'a' }]);
    }
  });

  test('has the pods of all of them, and the first names', () => {
    const shapes = [
      workloadShape({ content: 'a', pods: 40, samples: ['w5', 'w3', 'w1'] }),
      workloadShape({ content: 'b', pods: 2, samples: ['w6', 'w2', 'w4', 'w1'] }),
    ];
    expect(judgeWorkloads(shapes, () => opinion('pass'))).toMatchObject([
      {
        subject: {
          kind: 'Deployment',
          namespace: 'shop',
          name: 'web',
          members: { count: 42, samples: ['w1', 'w2', 'w3', 'w4', 'w5'] },
        },
      },
    ]);
  });

  test('is another than one of the same name elsewhere', () => {
    const shapes = [workloadShape(), workloadShape({ namespace: 'bank' })];
    expect(judgeWorkloads(shapes, () => opinion('pass'))).toMatchObject([
      { subject: { namespace: 'bank', members: { count: 1 } } },
      { subject: { namespace: 'shop', members: { count: 1 } } },
    ]);
  });
});

test('no workload at all is proven', () => {
  expect(judgeWorkloads([], () => opinion('pass'))).toMatchObject({
    absent: [{ from: 'absence', object: { kind: 'Pod' } }],
  });
});

describe('faults of containers', () => {
  const shape = (...names: readonly string[]) =>
    workloadShape({ containers: names.map((name) => shapeContainer({ name })) });
  const found = (names: readonly string[], wrong: (name: string) => string | undefined) =>
    faultOpinion(shape(...names), ({ name }) => {
      const what = wrong(name);
      return what === undefined ? undefined : { evidence: { ...evidence[0], fact: name }, what };
    });

  test('none is no opinion', () => {
    expect(found(['a', 'b'], () => undefined)).toBeUndefined();
  });

  test.each([
    [['a'], 'container a is privileged'],
    [['a', 'b'], 'each of containers a, b is privileged'],
    [['a', 'b', 'c'], 'each of containers a, b, c is privileged'],
    [['a', 'b', 'c', 'd'], 'each of containers a, b, c and 1 more is privileged'],
    [['a', 'b', 'c', 'd', 'e'], 'each of containers a, b, c and 2 more is privileged'],
  ] as const)('%j: %s', (names, message) => {
    expect(found(names, () => 'is privileged')?.message).toBe(message);
  });

  test('another fault is counted', () => {
    const other = found(['a', 'b', 'c', 'd'], (name) => (name === 'a' || name === 'd' ? 'is privileged' : 'is root'));
    expect(other?.message).toBe('each of containers a, d is privileged, and 2 more with another fault');
  });

  test('the evidence of three is shown', () => {
    const shown = found(['a', 'b', 'c', 'd'], (name) => (name === 'b' ? undefined : 'is root'))?.evidence;
    expect(shown).toMatchObject([{ fact: 'a' }, { fact: 'c' }, { fact: 'd' }]);
    expect(found(['a', 'b', 'c', 'd'], () => 'is root')?.evidence).toHaveLength(3);
  });
});
