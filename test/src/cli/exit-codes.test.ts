import { describe, expect, test } from '@jest/globals';
import {
  exitCode,
  exitCodeOf,
  type Gates,
  incompleteness,
  trippedGate,
  worstExit,
} from '../../../src/cli/exit-codes.ts';
import type { Severity } from '../../../src/model/check.ts';
import type { Report, Status } from '../../../src/model/report.ts';

const noGates: Gates = { failOn: undefined, minScore: undefined, minCoverage: undefined };

/** As much of a report as exit codes look at. */
function report(given: {
  value?: number | null;
  coverage?: number | null;
  complete?: boolean;
  input?: Report['input'];
  checks?: readonly (readonly [Status, Severity])[];
}): Report {
  const { value = 90, coverage = 95, complete = true, input = 'cluster', checks = [] } = given;
  return {
    input,
    score: { value, coverage },
    scan: { complete, deadlines: complete ? [] : ['the time of --timeout 5m passed'] },
    checks: checks.map(([status, severity]) => ({ status, severity })),
  } as unknown as Report;
}

describe('exit code', () => {
  test.each<[string, Report, Partial<Gates>, number]>([
    ['done', report({}), {}, 0],
    ['failing checks alone trip nothing', report({ checks: [['fail', 'critical']] }), {}, 0],
    ['--fail-on at its severity', report({ checks: [['fail', 'high']] }), { failOn: 'high' }, 1],
    ['--fail-on at a worse one', report({ checks: [['fail', 'critical']] }), { failOn: 'high' }, 1],
    ['--fail-on at a lesser one', report({ checks: [['fail', 'medium']] }), { failOn: 'high' }, 0],
    ['--fail-on and an unknown', report({ checks: [['unknown', 'critical']] }), { failOn: 'low' }, 0],
    ['--fail-on and a waived check', report({ checks: [['waived', 'critical']] }), { failOn: 'low' }, 0],
    ['--min-score below', report({ value: 79 }), { minScore: 80 }, 1],
    ['--min-score met', report({ value: 80 }), { minScore: 80 }, 0],
    ['--min-score without a score', report({ value: null, coverage: 70 }), { minScore: 0 }, 1],
    ['low coverage', report({ coverage: 69 }), {}, 4],
    ['coverage of exactly 70', report({ coverage: 70 }), {}, 0],
    ['low coverage, gate off', report({ coverage: 0 }), { minCoverage: 0 }, 0],
    ['nothing applicable', report({ value: null, coverage: null }), {}, 0],
    ['objects from files', report({ coverage: 20, input: 'objects' }), {}, 0],
    ['objects from files, coverage asked for', report({ coverage: 20, input: 'objects' }), { minCoverage: 50 }, 4],
    ['a deadline passed', report({ complete: false }), {}, 4],
    ['a check crashed', report({ checks: [['error', 'low']] }), {}, 4],
    ['incomplete comes before a gate', report({ coverage: 10, checks: [['fail', 'high']] }), { failOn: 'high' }, 4],
  ])('%s', (_, given, gates, expected) => {
    expect(exitCode(given, { ...noGates, ...gates })).toBe(expected);
  });

  test('says why', () => {
    expect(incompleteness(report({ coverage: 41 }), noGates)).toBe('coverage is 41 %, below 70 %');
    expect(incompleteness(report({ complete: false }), noGates)).toBe('the time of --timeout 5m passed');
    expect(incompleteness(report({ checks: [['error', 'low']] }), noGates)).toBe('a check crashed');
    expect(trippedGate(report({ value: 3 }), { ...noGates, minScore: 4 })).toBe('score 3 is below 4');
    expect(trippedGate(report({ checks: [['fail', 'low']] }), { ...noGates, failOn: 'low' })).toBe(
      '1 failing check of severity low or worse',
    );
  });

  test.each([
    ['usage', 2],
    ['input', 2],
    ['kubeconfig', 3],
    ['connection', 3],
    ['authentication', 3],
  ] as const)('of trouble: %s', (code, expected) => {
    expect(exitCodeOf(code)).toBe(expected);
  });
});

test.each([
  [[], 0],
  [[0, 1, 0], 1],
  [[1, 4], 4],
  [[4, 3, 1], 3],
  [[3, 2, 4], 2],
])('of several scans that end with %j: %d', (codes, expected) => expect(worstExit(codes)).toBe(expected));
