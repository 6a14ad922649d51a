import { expect, test } from '@jest/globals';
import { rollUp } from '../../../src/engine/roll-up.ts';
import type { Waiver } from '../../../src/engine/waivers.ts';
import type { Verdict } from '../../../src/model/finding.ts';
import type { Status } from '../../../src/model/report.ts';
import { finding } from '../../support/outcomes.ts';

const waiver: Waiver = { check: 'x', subject: {}, reason: 'known', owner: null, expires: null };

test.each<[readonly (Verdict | 'waived')[], Status]>([
  [['pass', 'unknown', 'review', 'not-applicable', 'waived', 'fail'], 'fail'],
  [['pass', 'waived', 'unknown'], 'unknown'],
  [['pass', 'waived'], 'waived'],
  [['review', 'not-applicable', 'pass'], 'pass'],
  [['not-applicable', 'review'], 'review'],
  [['not-applicable', 'not-applicable'], 'not-applicable'],
])('%j is %s', (verdicts, status) => {
  const judged = verdicts.map((one) =>
    one === 'waived' ? { finding: finding('fail'), waiver } : { finding: finding(one), waiver: null },
  );
  expect(rollUp(judged)).toBe(status);
  expect(rollUp([...judged].reverse())).toBe(status);
});
