import { describe, expect, test } from '@jest/globals';
import {
  judgePatch,
  judgeSupport,
  judgeVulnerabilities,
  providerOf,
} from '../../../../src/judge/releases/release-judgement.ts';
import type { Context } from '../../../../src/model/check.ts';
import type { Facts, ReleaseLine, Vulnerability } from '../../../../src/model/facts.ts';
import { instance } from '../../../support/instances.ts';

const source = 'https://kubernetes.io/releases/';
const line: ReleaseLine = {
  line: '1.36',
  latestPatch: '1.36.5',
  endOfSupport: '2027-06-28',
  newest: true,
  asOf: '2026-10-10',
};
const flaw: Vulnerability = {
  id: 'CVE-2026-1',
  summary: 'bad',
  severity: 'high',
  fixed: '1.36.6',
  requires: undefined,
  unconfirmed: false,
  source,
};

function context(
  options: {
    readonly now?: string | null;
    readonly line?: Partial<ReleaseLine>;
    readonly flaws?: readonly Vulnerability[];
  } = {},
): Context {
  const facts = {
    release: (_product: string, version: string) =>
      version.startsWith('1.36.')
        ? { known: true, value: { ...line, ...options.line }, source }
        : { known: false, why: `${version} is not described` },
    vulnerabilities: (component: string) =>
      component === 'kubelet'
        ? { known: true, value: { list: options.flaws ?? [], asOf: '2026-10-10' }, source }
        : { known: false, why: 'not covered' },
  } as unknown as Facts;
  const { now = '2026-11-23T00:00:00Z' } = options;
  return { now: now ?? undefined, facts };
}
const release = (version?: string) => instance(version === undefined ? {} : { version });

describe('judgeSupport', () => {
  test('compares the day of the scan with the end of support', () => {
    expect(judgeSupport(release('1.36.0'), context())).toMatchObject({ verdict: 'pass' });
    expect(
      judgeSupport(release('1.36.0'), context({ now: '2027-06-28T23:00:00Z', line: { asOf: '2027-06-01' } })),
    ).toMatchObject({
      verdict: 'pass',
    });
    const late = judgeSupport(release('1.36.0'), context({ now: '2027-06-29T00:00:00Z' }));
    expect(late).toMatchObject({
      verdict: 'fail',
      message: 'runs 1.36.0: patches for Kubernetes 1.36 ended on 2027-06-28',
    });
    expect(late.evidence.at(-1)).toMatchObject({ from: 'fact', value: '2027-06-28', source });
  });

  test('a vendor may patch for longer than upstream', () => {
    const late = context({ now: '2027-07-01T00:00:00Z' });
    expect(judgeSupport(release('1.36.0-eks-1'), late)).toMatchObject({
      verdict: 'unknown',
      because: { code: 'not-visible' },
    });
    expect(judgeSupport(release('1.36.0'), late, 'AKS')).toMatchObject({ verdict: 'unknown' });
    expect(judgeSupport(release('1.36.0+k3s1'), late)).toMatchObject({ verdict: 'fail' });
    expect(judgeSupport(release('1.36.0-eks-1'), context())).toMatchObject({ verdict: 'pass' });
  });

  test('is unknown without version, time, end or description', () => {
    expect(judgeSupport(release(), context())).toMatchObject({ verdict: 'unknown', because: { code: 'not-visible' } });
    expect(judgeSupport(release('latest'), context())).toMatchObject({ because: { code: 'not-understood' } });
    expect(judgeSupport(release('1.36.0'), context({ now: null }))).toMatchObject({
      because: { code: 'not-gathered' },
    });
    const endless = context({ line: { endOfSupport: undefined } });
    expect(judgeSupport(release('1.36.0'), endless)).toMatchObject({ because: { code: 'outside-known-versions' } });
    expect(judgeSupport(release('1.99.0'), context())).toMatchObject({ because: { code: 'outside-known-versions' } });
  });
});

describe('judgePatch', () => {
  test.each([
    ['1.36.5', 'pass'],
    ['1.36.6', 'pass'],
    ['1.36.5+k3s1', 'pass'],
    ['1.36.4', 'fail'],
    ['1.36.5-rc.1', 'fail'],
    ['1.36.4+k3s1', 'fail'],
    ['1.36.4-eks-1', 'unknown'],
    ['1.35.4', 'unknown'],
    ['latest', 'unknown'],
  ])('%s: %s', (version, verdict) => {
    expect(judgePatch(release(version), context())).toMatchObject({ verdict });
  });

  test('says how far behind', () => {
    expect(judgePatch(release('1.36.4'), context())).toMatchObject({ message: 'runs 1.36.4, one patch behind 1.36.5' });
    expect(judgePatch(release('1.36.0'), context())).toMatchObject({ message: 'runs 1.36.0, 5 patches behind 1.36.5' });
    expect(judgePatch(release('1.36.5-rc.1'), context())).toMatchObject({
      message: 'runs the test release 1.36.5-rc.1',
    });
  });

  test('the newest known patch is not the newest patch once the data are old', () => {
    expect(judgePatch(release('1.36.5'), context())).toMatchObject({ message: 'the newest patch known on 2026-10-10' });
    expect(judgePatch(release('1.36.5'), context({ now: '2027-03-01T00:00:00Z' }))).toMatchObject({
      verdict: 'unknown',
      because: { code: 'outside-known-versions' },
    });
    expect(judgePatch(release('1.36.5'), context({ now: null }))).toMatchObject({ because: { code: 'not-gathered' } });
    const ended = context({ now: '2027-03-01T00:00:00Z', line: { endOfSupport: '2026-01-01' } });
    expect(judgePatch(release('1.36.5'), ended)).toMatchObject({ verdict: 'pass' });
    expect(judgePatch(release('1.36.4'), context({ now: '2027-03-01T00:00:00Z' }))).toMatchObject({ verdict: 'fail' });
    // A line whose last day is that of the data may have had a patch on it.
    const ending = context({ now: '2027-03-01T00:00:00Z', line: { endOfSupport: '2026-10-10' } });
    expect(judgePatch(release('1.36.5'), ending)).toMatchObject({ verdict: 'unknown' });
  });

  test.each([
    ['2027-01-08T00:00:00Z', 'pass'],
    ['2027-01-08T00:00:01Z', 'unknown'],
  ])('data of 2026-10-10 last for 90 days: on %s they %s', (now, verdict) => {
    expect(judgeSupport(release('1.36.5'), context({ now }))).toMatchObject({ verdict });
    expect(judgePatch(release('1.36.5'), context({ now }))).toMatchObject({ verdict });
    expect(judgeVulnerabilities('kubelet', release('1.36.5'), context({ now }))).toMatchObject({ verdict });
  });

  test('data that name no version decide nothing', () => {
    const odd = context({ line: { latestPatch: 'soon' } });
    expect(judgePatch(release('1.36.5'), odd)).toMatchObject({
      verdict: 'unknown',
      because: { code: 'not-understood' },
    });
  });
});

describe('judgeVulnerabilities', () => {
  const judge = (version: string, flaws: readonly Vulnerability[], provider?: string) =>
    judgeVulnerabilities('kubelet', release(version), context({ flaws }), provider);

  test('fails with those that certainly apply, and names their fix', () => {
    const found = judge('1.36.5', [flaw, { ...flaw, id: 'CVE-2026-2', requires: 'a gate' }]);
    expect(found).toMatchObject({ verdict: 'fail', message: '1.36.5 is affected by CVE-2026-1' });
    expect(found.evidence).toContainEqual({
      from: 'fact',
      fact: 'CVE-2026-1 (high) is fixed in',
      value: '1.36.6',
      source,
    });
  });

  test('names five at most', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ ...flaw, id: `CVE-${index}` }));
    const message = '1.36.5 is affected by CVE-0, CVE-1, CVE-2, CVE-3, CVE-4 and 2 more';
    expect(judge('1.36.5', many)).toMatchObject({ message });
    expect(judge('1.36.5', many.slice(0, 5))).toMatchObject({
      message: '1.36.5 is affected by CVE-0, CVE-1, CVE-2, CVE-3, CVE-4',
    });
  });

  test('those that need a condition, are not confirmed, or that a vendor may have fixed are unknown', () => {
    expect(judge('1.36.5', [{ ...flaw, requires: 'a gate' }])).toMatchObject({ verdict: 'unknown' });
    expect(judge('1.36.5', [{ ...flaw, unconfirmed: true }])).toMatchObject({ verdict: 'unknown' });
    expect(judge('1.36.5-gke.1', [flaw])).toMatchObject({ verdict: 'unknown', because: { code: 'not-visible' } });
    expect(judge('1.36.5', [flaw], 'AKS')).toMatchObject({ verdict: 'unknown' });
  });

  test('a vendor has nothing to fix where there is no flaw', () => {
    expect(judge('1.36.5-gke.1', [])).toMatchObject({ verdict: 'pass' });
    expect(judge('1.36.5', [], 'AKS')).toMatchObject({ verdict: 'pass' });
  });

  test('those without a fix are advice on configuration', () => {
    expect(judge('1.36.5', [{ ...flaw, fixed: undefined }])).toMatchObject({
      verdict: 'pass',
      message: 'none known on 2026-10-10',
    });
  });

  test('old data, no time and a component that is not covered prove nothing', () => {
    const old = context({ now: '2027-03-01T00:00:00Z' });
    expect(judgeVulnerabilities('kubelet', release('1.36.5'), old)).toMatchObject({ verdict: 'unknown' });
    const timeless = context({ now: null });
    expect(judgeVulnerabilities('kubelet', release('1.36.5'), timeless)).toMatchObject({
      because: { code: 'not-gathered' },
    });
    expect(judgeVulnerabilities('etcd', release('1.36.5'), context())).toMatchObject({ verdict: 'unknown' });
  });
});

test('providerOf names who runs the control plane where it is not the user', () => {
  const failed = { state: 'failed', failure: { code: 'forbidden', detail: '' } } as const;
  const because = { code: 'not-understood', detail: '' } as const;
  const evidence = [{ from: 'fact', fact: 'x', value: 1, source }] as const;
  expect(providerOf(failed)).toBeUndefined();
  expect(providerOf({ state: 'whole', value: { managed: false } })).toBeUndefined();
  expect(providerOf({ state: 'whole', value: { managed: true, provider: 'EKS', evidence } })).toBe('EKS');
  expect(providerOf({ state: 'whole', value: { managed: undefined, because } })).toBe('a provider');
});
