import { describe, expect, test } from '@jest/globals';
import { applyWaivers, type Waiver } from '../../../src/engine/waivers.ts';
import { finding, node } from '../../support/outcomes.ts';

const waiver: Waiver = {
  check: 'kubelet/test',
  subject: { kind: 'Node', name: 'node-1' },
  reason: 'known',
  owner: 'ops',
  expires: '2026-12-31',
};
const NOW = '2026-11-24T00:00:00Z';
const waived = (waivers: readonly Waiver[], now: string | undefined = NOW, name = 'node-1'): boolean =>
  applyWaivers('kubelet/test', [finding('fail', node(name))], waivers, now)[0]?.waiver !== null;

describe('a waiver', () => {
  test('covers the failing subject that it names', () => {
    expect(waived([waiver])).toBe(true);
    expect(waived([waiver], NOW, 'node-2')).toBe(false);
    expect(waived([{ ...waiver, subject: { kind: 'Pod' } }])).toBe(false);
    expect(waived([{ ...waiver, subject: { namespace: 'a' } }])).toBe(false);
    expect(waived([{ ...waiver, subject: {} }])).toBe(true);
  });

  test('covers its own check only', () => expect(waived([{ ...waiver, check: 'kubelet/other' }])).toBe(false));

  test('holds through its last day and without an end', () => {
    expect(waived([waiver], '2026-12-31T23:59:59Z')).toBe(true);
    expect(waived([waiver], '2027-01-01T00:00:00Z')).toBe(false);
    expect(waived([{ ...waiver, expires: null }], '2027-01-01T00:00:00Z')).toBe(true);
  });

  test('with an end does not hold where the time is not known', () => {
    expect(applyWaivers('kubelet/test', [finding('fail')], [waiver], undefined)[0]?.waiver).toBeNull();
  });

  test('covers nothing but failures', () => {
    const all = [finding('unknown'), finding('pass'), finding('review'), finding('not-applicable')];
    expect(applyWaivers('kubelet/test', all, [waiver], NOW).every((one) => one.waiver === null)).toBe(true);
  });
});
