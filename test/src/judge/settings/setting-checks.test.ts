import { describe, expect, test } from '@jest/globals';
import { pairCheck, settingsCheck } from '../../../../src/judge/settings/setting-checks.ts';
import type { CheckMeta, Context } from '../../../../src/model/check.ts';
import type { Instance } from '../../../../src/model/views.ts';
import { instance } from '../../../support/instances.ts';

const meta: CheckMeta<'kube-apiserver/odd'> = {
  id: 'kube-apiserver/odd',
  component: 'kube-apiserver',
  severity: 'low',
  population: false,
  title: { holds: 'so', broken: 'not so' },
  rationale: 'Because.',
  remediation: {},
  references: [{ title: 'Kubernetes', url: 'https://kubernetes.io' }],
  since: '0.1.0',
};
const context = {} as Context;
const view = 'settings:kube-apiserver';
const none = { unseen: { code: 'not-visible', detail: 'nothing seen' } } as const;
const cluster = (...instances: readonly Instance[]) => ({ [view]: { instances, none } });

describe('settingsCheck', () => {
  const check = settingsCheck({
    meta,
    view,
    settings: { one: 'a', two: 'b' },
    judge: ({ one, two }) =>
      one.value === two.value ? { verdict: 'pass' } : { verdict: 'fail', message: `${one.value} is not ${two.value}` },
  });

  test('gives all settings to the judge and shows the evidence of all, each with what is wanted', () => {
    const found = check.evaluate(cluster(instance({ settings: { one: 1, two: 2 } })), context);
    expect(found).toEqual([
      {
        verdict: 'fail',
        subject: { kind: 'Pod', name: 'one' },
        message: '1 is not 2',
        evidence: [
          { from: 'fact', fact: 'one', value: 1, expected: 'a', source: 'https://kubernetes.io/docs/' },
          { from: 'fact', fact: 'two', value: 2, expected: 'b', source: 'https://kubernetes.io/docs/' },
        ],
      },
    ]);
  });

  test('a setting that is not known makes its instance unknown, and no other', () => {
    const instances = [instance({ settings: { one: 1 } }), instance({ name: 'two', settings: { one: 1, two: 1 } })];
    expect(check.evaluate(cluster(...instances), context)).toMatchObject([
      { verdict: 'unknown', because: { code: 'not-visible', detail: 'two is not visible' } },
      { verdict: 'pass', subject: { name: 'two' } },
    ]);
  });

  test('without instances says why', () => {
    expect(check.evaluate(cluster(), context)).toEqual(none);
  });

  test('evidence of the judge comes last', () => {
    const extra = { from: 'fact', fact: 'more', value: true, source: 'https://kubernetes.io' } as const;
    const shown = settingsCheck({
      meta,
      view,
      settings: { one: 'a' },
      judge: () => ({ verdict: 'pass', evidence: [extra] }),
    });
    const found = shown.evaluate(cluster(instance({ settings: { one: 1 } })), context);
    expect(found).toMatchObject([{ verdict: 'pass', evidence: [{ fact: 'one' }, { fact: 'more' }] }]);
  });

  test('without settings nothing is decided', () => {
    const empty = settingsCheck({ meta, view, settings: {}, judge: () => ({ verdict: 'pass' }) });
    expect(empty.evaluate(cluster(instance({})), context)).toMatchObject([{ verdict: 'unknown' }]);
  });
});

describe('pairCheck', () => {
  const check = pairCheck({ meta, view, pair: ['cert', 'key'], broken: (missing) => missing });
  const verdict = (settings: Readonly<Record<string, string>>) =>
    check.evaluate(cluster(instance({ settings })), context);

  test('passes with both only, and names what is missing', () => {
    expect(verdict({ cert: 'c', key: 'k' })).toMatchObject([{ verdict: 'pass' }]);
    expect(verdict({ cert: 'c', key: '' })).toMatchObject([{ verdict: 'fail', message: '--key is not set' }]);
    expect(verdict({ cert: '', key: '' })).toMatchObject([
      { verdict: 'fail', message: '--cert and --key are not set' },
    ]);
  });

  test('an excuse counts only where something is missing', () => {
    const excused = pairCheck({
      meta,
      view,
      pair: ['cert', 'key'],
      broken: (missing) => missing,
      unless: () => ({ verdict: 'not-applicable', because: 'none is needed' }),
    });
    const given = instance({ settings: { cert: 'c', key: 'k' } });
    const missing = instance({ settings: { cert: '', key: 'k' } });
    expect(excused.evaluate(cluster(given), context)).toMatchObject([{ verdict: 'pass' }]);
    expect(excused.evaluate(cluster(missing), context)).toMatchObject([{ verdict: 'not-applicable' }]);
  });
});
