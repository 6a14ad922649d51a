import { describe, expect, test } from '@jest/globals';
import { checkSet, fingerprint } from '../../../src/engine/fingerprint.ts';
import { MAX_FINDINGS } from '../../../src/engine/outcome.ts';
import { checkResult, componentResults } from '../../../src/engine/report.ts';
import type { Evidence } from '../../../src/model/finding.ts';
import type { ReportFinding } from '../../../src/model/report.ts';
import { checkOf, finding, node, outcomeOf } from '../../support/outcomes.ts';
import { reportOf } from '../../support/report.ts';
import { expectValidReport } from '../../support/report-schema.ts';

describe('a check in the report', () => {
  test('has the form of its title that fits its status', () => {
    const title = (verdict: 'pass' | 'fail' | 'unknown') => checkResult(outcomeOf({}, [finding(verdict)]), null).title;
    expect([title('pass'), title('fail'), title('unknown')]).toEqual(['It holds', 'It is broken', 'It holds']);
    const waived = outcomeOf({}, [finding('fail')], { waived: () => true });
    expect(checkResult(waived, null)).toMatchObject({
      title: 'It is broken',
      findings: [{ waiver: { reason: 'known', owner: null, expires: null } }],
    });
  });

  test('keeps a bounded number of findings and exact totals, counting members', () => {
    const many = Array.from({ length: MAX_FINDINGS + 5 }, (_, index) => finding('fail', node(`node-${index}`)));
    const outcome = outcomeOf({}, [...many, finding('pass', node('pool', 40)), finding('unknown', node('u', 0))]);
    const { totals, findings } = checkResult(outcome, null);
    expect(totals).toEqual({ pass: 40, fail: MAX_FINDINGS + 5, review: 0, 'not-applicable': 0, unknown: 1 });
    expect(findings).toHaveLength(1000);
    expectValidReport(reportOf([outcome]));
  });

  test('shows evidence once, in its order', () => {
    const [seen] = finding('fail').evidence as readonly [Evidence];
    const other = { from: 'fact', fact: 'f', value: 1, source: 'https://example.org' } as const;
    const judged = { verdict: 'pass', subject: node('n'), evidence: [seen, other, { ...seen }, other] } as const;
    const { evidence } = checkResult(outcomeOf({}, [judged]), null).findings[0] as ReportFinding;
    expect(evidence.map(({ from }) => from)).toEqual([seen.from, 'fact']);
  });

  test('says of each finding why, and for how many', () => {
    const subject = { kind: 'Node', name: 'pool', members: { count: 3, samples: ['c', 'a'] } };
    const all = (['pass', 'review', 'not-applicable', 'unknown'] as const).map((verdict) => finding(verdict, subject));
    const { findings } = checkResult(outcomeOf({ controls: [{ benchmark: 'CIS', number: '1' }] }, all), null);
    expect(findings.map(({ message }) => message)).toEqual([
      'the node does pass',
      'the node does review',
      'it does not apply',
      'may not be read',
    ]);
    expect(findings.map(({ uncertainty }) => uncertainty?.code)).toEqual([
      undefined,
      undefined,
      undefined,
      'forbidden',
    ]);
    expect(findings[0]).toMatchObject({ count: 3, samples: ['a', 'c'], waiver: null });
    const silent = { verdict: 'pass', subject: node('n'), evidence: finding('fail').evidence } as never;
    expect(checkResult(outcomeOf({}, [silent]), null).findings[0]?.message).toBe('');
  });
});

test('a component row counts by status and severity, and names the provider', () => {
  const rows = componentResults(
    [
      outcomeOf({ id: 'kubelet/a', severity: 'high' }, [finding('fail')]),
      outcomeOf({ id: 'workloads/b', component: 'workloads', scoreComponent: 'kubelet' }, [finding('pass')]),
      outcomeOf({ id: 'etcd/c', component: 'etcd' }, [finding('not-applicable')], { provider: 'GKE' }),
    ],
    true,
  );
  expect(rows.map(({ id }) => id)).toEqual(['etcd', 'kubelet']);
  expect(rows[0]).toMatchObject({ score: null, grade: null, coverage: null, provider: 'GKE' });
  expect(rows[1]).toMatchObject({
    score: 28,
    coverage: 100,
    provider: null,
    counts: { fail: 1, pass: 1, unknown: 0, failing: { critical: 0, high: 1, medium: 0, low: 0 } },
  });
});

describe('a fingerprint', () => {
  test('is of the check, the cluster and the logical subject', () => {
    const one = fingerprint('kubelet/a', 'uid', node('n'));
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprint('kubelet/a', 'uid', node('n', 7))).toBe(one);
    const others = [
      fingerprint('kubelet/b', 'uid', node('n')),
      fingerprint('kubelet/a', null, node('n')),
      fingerprint('kubelet/a', 'uid', node('m')),
      fingerprint('kubelet/a', 'uid', { ...node('n'), namespace: 'x' }),
      fingerprint('kubelet/a', 'uid', { ...node('n'), container: 'x' }),
    ];
    expect(new Set([one, ...others]).size).toBe(6);
  });

  test('of the checks changes with what decides a score, not with their order', () => {
    const [a, b] = [checkOf({ id: 'kubelet/a' }), checkOf({ id: 'kubelet/b' })];
    expect(checkSet([a, b])).toBe(checkSet([b, a]));
    expect(checkSet([a, b])).not.toBe(checkSet([a, checkOf({ id: 'kubelet/b', severity: 'high' })]));
    expect(checkSet([a])).not.toBe(checkSet([a, b]));
  });
});
