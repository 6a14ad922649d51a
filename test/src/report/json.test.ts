import { describe, expect, test } from '@jest/globals';
import { renderJson } from '../../../src/report/json.ts';
import { finding, node, outcomeOf } from '../../support/outcomes.ts';
import { reportOf } from '../../support/report.ts';
import { expectValidReport } from '../../support/report-schema.ts';

test('is the report, indented, with a line break at its end', () => {
  const text = renderJson(reportOf());
  expect(JSON.parse(text)).toEqual(reportOf());
  expect(text.endsWith('}\n')).toBe(true);
  expect(renderJson(reportOf())).toBe(text);
});

test('holds no character that acts on a terminal', () => {
  const name = 'x\u001B[2J\u009B\u202E\u200B\u2028\u007F\uD800';
  const text = renderJson(reportOf([outcomeOf({}, [finding('fail', node(name))])]));
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
