import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../../src/model/report.ts';
import { renderJson } from '../../../src/report/json.ts';
import { finding, node, outcomeOf } from '../../support/outcomes.ts';
import { reportOf } from '../../support/report.ts';
import { expectValidReport } from '../../support/report-schema.ts';

const textOf = (report: Report): string => [...renderJson(report)].join('');

test.each([
  ['some checks', reportOf()],
  ['no check', reportOf([])],
])('is the report of %s, indented, with a line break at its end', (_, report) => {
  expect(textOf(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

test('comes in pieces of bounded length, however many findings there are', () => {
  const findings = Array.from({ length: 900 }, (_, index) => finding('fail', node(`node-${index}`)));
  const report = reportOf([outcomeOf({}, findings), outcomeOf({ id: 'kubelet/other' }, findings)]);
  const lengths = [...renderJson(report)].map(({ length }) => length);
  expect(textOf(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
  expect(Math.max(...lengths)).toBeLessThan(80_000);
  expect(lengths.length).toBeGreaterThan(10);
});

test('holds no character that acts on a terminal', () => {
  const name = 'x\u001B[2J\u009B\u202E\u200B\u2028\u007F\uD800';
  const text = textOf(reportOf([outcomeOf({}, [finding('fail', node(name))])]));
  expect(text).toMatch(/^[\P{C}\n]*$/u);
  expect(JSON.parse(text).checks[0].findings[0].subject.name).toBe(name);
});

describe('the schema', () => {
  test('takes reports', () => {
    expectValidReport(reportOf());
    expectValidReport(reportOf([]));
  });

  test.each<[string, object]>([
    ['a member that it does not name', { more: 1 }],
    ['a missing member', { score: undefined }],
    ['another version', { schemaVersion: 2 }],
    ['a score beyond 100', { score: { ...reportOf().score, value: 101 } }],
    ['an unknown input', { input: 'guess' }],
  ])('refuses %s', (_, change) => {
    expect(() => expectValidReport(JSON.parse(JSON.stringify({ ...reportOf(), ...change })))).toThrow(
      'breaks its schema',
    );
  });
});
