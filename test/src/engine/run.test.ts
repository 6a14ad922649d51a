import { describe, expect, test } from '@jest/globals';
import { judge, type Lookup, run } from '../../../src/engine/run.ts';
import { facts } from '../../../src/facts/index.ts';
import { automated, type Check, manual } from '../../../src/model/check.ts';
import type { Gathered } from '../../../src/model/resources.ts';
import { checkOf, finding, meta, node } from '../../support/outcomes.ts';

const context = { now: '2026-11-24T00:00:00Z', facts };
const failure = { code: 'forbidden', detail: 'nodes may not be listed' } as const;
const sources = (given: Record<string, Gathered<unknown>>): Lookup =>
  ((key: string) => given[key] ?? { state: 'failed', failure }) as Lookup;
const whole = (value: unknown): Gathered<unknown> => ({ state: 'whole', value });

const countNodes = automated({
  meta: meta(),
  needs: ['nodes'],
  wants: ['secrets'],
  evaluate: ({ nodes, secrets }) => [finding(nodes.length > 1 && secrets.state === 'failed' ? 'pass' : 'fail')],
}) as Check;

describe('judge', () => {
  test('hands over needs as values and wants as gathered', () => {
    expect(judge(countNodes, sources({ nodes: whole([1, 2]) }), context)).toMatchObject({
      status: 'pass',
      because: null,
    });
    expect(judge(countNodes, sources({ nodes: whole([1]) }), context).status).toBe('fail');
    expect(judge(countNodes, sources({ nodes: whole([1, 2]), secrets: whole([]) }), context).status).toBe('fail');
  });

  test('without a need it is unknown for the reason of the failure, and the check is not called', () => {
    const check = automated({
      meta: meta(),
      needs: ['nodes', 'secrets'],
      evaluate: () => {
        throw new Error('called');
      },
    }) as Check;
    const outcome = judge(check, sources({}), context);
    expect(outcome).toMatchObject({ status: 'unknown', because: 'nodes may not be listed' });
    expect(outcome.findings.map(({ finding: one }) => one.subject.name)).toEqual(['nodes', 'secrets']);
  });

  test('with a need in part it is no whole pass', () => {
    const lookup = sources({ nodes: { state: 'partial', value: [1, 2], missing: ['page 2'] } });
    const outcome = judge(countNodes, lookup, context);
    expect(outcome.status).toBe('unknown');
    expect(outcome.findings.map(({ finding: one }) => one.verdict)).toEqual(['unknown', 'pass']);
  });

  test('a check that throws is in error, and says what was thrown', () => {
    const crash = (error: unknown): Check =>
      automated({
        meta: meta(),
        needs: [],
        evaluate: () => {
          throw error;
        },
      }) as Check;
    const outcome = judge(crash(new TypeError('no such field')), sources({}), context);
    expect(outcome).toMatchObject({ status: 'error', because: 'the check crashed: no such field' });
    expect(outcome.findings).toHaveLength(1);
    expect(judge(crash('odd'), sources({}), context).because).toBe('the check crashed: odd');
  });

  test('a check that gives nothing is in error', () => {
    expect(judge(checkOf({}, []), sources({}), context)).toMatchObject({
      status: 'error',
      because: 'the check crashed: it gave no finding',
    });
  });

  test('a manual check is not run', () => {
    const check = manual({ meta: meta(), procedure: 'Look.' });
    expect(judge(check, sources({}), context)).toMatchObject({ status: 'manual', because: 'Look.', findings: [] });
  });

  test('waives before it rolls up', () => {
    const waiver = { check: 'kubelet/test', subject: {}, reason: 'known', owner: null, expires: null };
    expect(judge(checkOf({}, [finding('fail')]), sources({}), context, [waiver]).status).toBe('waived');
  });

  test('orders findings: worst verdict, then most objects, then subject', () => {
    const given = [
      finding('pass'),
      finding('not-applicable', node('n')),
      finding('fail', node('b')),
      finding('review', node('r')),
      finding('fail', node('a')),
      finding('fail', node('z', 9)),
      finding('unknown', node('u')),
    ];
    const order = (some: typeof given) =>
      judge(checkOf({}, some), sources({}), context).findings.map(({ finding: one }) => one.subject.name);
    expect(order(given)).toEqual(['z', 'a', 'b', 'u', 'r', 'node-1', 'n']);
    expect(order([...given].reverse())).toEqual(order(given));
  });
});

test('run gives outcomes by id, in whatever order the checks came', async () => {
  const checks = ['rbac/b', 'kubelet/c', 'kubelet/a'].map((id) =>
    checkOf({ id, component: id.startsWith('r') ? 'rbac' : 'kubelet' }),
  );
  const ids = async (some: readonly Check[], options = {}) =>
    (await run(some, sources({}), context, options)).map(({ check }) => check.meta.id);
  expect(await ids(checks)).toEqual(['kubelet/a', 'kubelet/c', 'rbac/b']);
  expect(await ids([...checks].reverse(), { concurrency: 1 })).toEqual(['kubelet/a', 'kubelet/c', 'rbac/b']);
});
