import { expect, test } from '@jest/globals';
import check from '../../../checks/cloud-controller-manager/profiling.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { profilingCases } from '../../support/serving.ts';

describeCheck(check, profilingCases('cloud-controller-manager'));

test('the fix warns of managers that do not know the flag', () => {
  expect(check.meta.remediation.mayBreak).toContain('does not know the flag');
});
