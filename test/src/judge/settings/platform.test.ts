import { expect, test } from '@jest/globals';
import { notOnPlatform } from '../../../../src/judge/settings/platform.ts';
import type { Instance } from '../../../../src/model/views.ts';

const evidence = [{ from: 'fact', fact: 'operating system', value: 'x', source: 'https://kubernetes.io' }] as const;

const on = (value?: 'linux' | 'windows' | 'virtual-kubelet'): Instance => ({
  subject: { kind: 'Node', name: 'one' },
  version: undefined,
  ...(value === undefined ? {} : { platform: { value, evidence } }),
  get: () => ({ known: false, because: { code: 'not-visible', detail: '' } }),
  given: () => undefined,
});

test('Linux and the unknown are asked', () => {
  expect(notOnPlatform(on(), true)).toBeUndefined();
  expect(notOnPlatform(on('linux'), true)).toBeUndefined();
});

test('Windows is asked where the setting exists there', () => {
  expect(notOnPlatform(on('windows'), false)).toBeUndefined();
  expect(notOnPlatform(on('windows'), true)).toMatchObject({
    verdict: 'not-applicable',
    evidence,
    because: expect.stringContaining('Windows'),
  });
});

test('a virtual kubelet is never asked', () => {
  expect(notOnPlatform(on('virtual-kubelet'), false)).toMatchObject({ verdict: 'not-applicable', evidence });
});
