import { describe, expect, test } from '@jest/globals';
import { knownServices } from '../../../../src/judge/webhooks/backends.ts';
import type { Service } from '../../../../src/shapes/generated.ts';

const services = [{ metadata: { name: 'guard', namespace: 'guard' } }] as unknown as readonly Service[];

describe('Services that are known', () => {
  test('are there or gone where all were read', () => {
    const known = knownServices({ state: 'whole', value: services });
    expect(known.has('guard/guard')).toBe(true);
    expect(known.has('guard/other')).toBe(false);
  });

  test('are there where some were read, and none is gone', () => {
    const known = knownServices({ state: 'partial', value: services, missing: ['namespace shop'] });
    expect(known.has('guard/guard')).toBe(true);
    expect(known.has('shop/other')).toEqual({ code: 'incomplete', detail: 'namespace shop' });
  });

  test('are neither where none was read', () => {
    const failure = { code: 'forbidden', detail: 'not allowed' } as const;
    expect(knownServices({ state: 'failed', failure }).has('guard/guard')).toEqual(failure);
  });
});
