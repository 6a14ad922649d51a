import { expect, test } from '@jest/globals';
import { combined } from '../../../../src/judge/releases/combined.ts';
import type { Evidence, Finding } from '../../../../src/model/finding.ts';

const subject = { kind: 'Pod', name: 'one' };
const fact = (name: string, expected?: string): Evidence => ({
  from: 'fact',
  fact: name,
  value: 1,
  source: 'https://kubernetes.io',
  ...(expected === undefined ? {} : { expected }),
});
const pass = (name: string, message?: string): Finding => ({
  verdict: 'pass',
  subject,
  evidence: [fact(name)],
  ...(message === undefined ? {} : { message }),
});
const fail = (name: string): Finding => ({ verdict: 'fail', subject, evidence: [fact(name)], message: name });
const unknown = (detail: string): Finding => ({
  verdict: 'unknown',
  subject,
  evidence: [],
  because: { code: 'not-visible', detail },
});

test('of findings that are equally good all is kept, the same evidence once', () => {
  const wanted: Finding = { verdict: 'pass', subject, evidence: [fact('a', 'less')] };
  expect(combined(wanted, pass('a', 'one'), pass('b', 'two'), pass('c'))).toEqual({
    verdict: 'pass',
    subject,
    evidence: [fact('a', 'less'), fact('b'), fact('c')],
    message: 'one; two',
  });
  expect(combined(pass('a'), pass('b'))).toEqual({ verdict: 'pass', subject, evidence: [fact('a'), fact('b')] });
});

test('the worst counts, and all that are as bad', () => {
  expect(combined(pass('a'), fail('b'), unknown('c'), fail('d'))).toEqual({
    verdict: 'fail',
    subject,
    evidence: [fact('b'), fact('d')],
    message: 'b; d',
  });
  expect(combined(pass('a'), unknown('b'), unknown('c'))).toEqual(unknown('b'));
});
