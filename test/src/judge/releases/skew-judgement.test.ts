import { describe, expect, test } from '@jest/globals';
import { judgeSkew } from '../../../../src/judge/releases/skew-judgement.ts';
import type { Context } from '../../../../src/model/check.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import { instance } from '../../../support/instances.ts';

const facts = {
  skew: (_component: string, version: string) =>
    version.startsWith('1.')
      ? { known: true, value: { behind: 3, ahead: 0 }, source: 'https://kubernetes.io' }
      : { known: false, why: 'not described' },
} as unknown as Facts;
const server = (version?: string) => instance(version === undefined ? {} : { version });
const judge = (own: string | undefined, ...servers: readonly [string | undefined, ...(string | undefined)[]]) => {
  const [first, ...rest] = servers;
  return judgeSkew('kubelet', server(own), [server(first), ...rest.map(server)], { now: undefined, facts } as Context);
};

describe('judgeSkew', () => {
  test.each([
    ['1.37.0', '1.37.2', 'pass'],
    ['1.34.0', '1.37.2', 'pass'],
    ['1.33.9', '1.37.2', 'fail'],
    ['1.38.0', '1.37.2', 'fail'],
    ['2.0.0', '1.37.2', 'unknown'],
    ['latest', '1.37.2', 'unknown'],
  ])('%s beside an API server of %s: %s', (own, other, verdict) => {
    expect(judge(own, other)).toMatchObject({ verdict });
  });

  test('counts from the oldest API server for newer ones, and from the newest for older ones', () => {
    expect(judge('1.37.0', '1.37.2', '1.36.0')).toMatchObject({
      message: 'runs 1.37.0, one minor newer than an API server',
    });
    expect(judge('1.33.0', '1.36.2', '1.37.0')).toMatchObject({
      message: 'runs 1.33.0, 4 minors older than an API server',
    });
  });

  test('a version that is not known may be the one that is too far away', () => {
    expect(judge(undefined, '1.37.2')).toMatchObject({ verdict: 'unknown' });
    expect(judge('1.37.0', '1.37.2', undefined)).toMatchObject({
      verdict: 'unknown',
      because: { code: 'not-visible' },
    });
    expect(judge('1.30.0', '1.37.2', undefined)).toMatchObject({ verdict: 'fail' });
  });
});
