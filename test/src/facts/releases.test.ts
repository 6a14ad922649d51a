import { describe, expect, test } from '@jest/globals';
import { BUILT_IN } from '../../../src/facts/data-set.ts';
import { facts } from '../../../src/facts/index.ts';
import { linesOf, PRODUCTS } from '../../../src/facts/releases.ts';
import { compareVersions } from '../../../src/facts/version.ts';
import { entriesOf } from '../../../src/facts/vulnerabilities.ts';
import type { Product } from '../../../src/model/facts.ts';

const entries = entriesOf(BUILT_IN);
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

describe.each(Object.keys(PRODUCTS) as Product[])('releases of %s', (product) => {
  const lines = linesOf(BUILT_IN, product);

  test('lines descend and hold their patches', () => {
    expect(lines.length).toBeGreaterThan(3);
    for (const [at, { line, latestPatch, newest }] of lines.entries()) {
      expect(newest).toBe(at === 0);
      expect(`${latestPatch}.`.startsWith(`${line}.`)).toBe(true);
      expect(compareVersions(line, lines[at - 1]?.line ?? '99999')).toBeLessThan(0);
    }
  });

  test('days are days', () => {
    for (const { endOfSupport, asOf } of lines) {
      expect(asOf).toMatch(DAY);
      if (endOfSupport !== undefined) expect(endOfSupport).toMatch(DAY);
    }
  });

  test('each line is found by its patch, with a source; newer and older ones are not known', () => {
    for (const line of lines) {
      expect(facts.release(product, line.latestPatch)).toEqual({
        known: true,
        value: line,
        source: expect.stringMatching(/^https:\/\//),
      });
    }
    expect(facts.release(product, '99.0.0')).toMatchObject({
      known: false,
      why: expect.stringContaining('is newer than'),
    });
    expect(facts.release(product, '0.9.0')).toMatchObject({
      known: false,
      why: expect.stringContaining('not described'),
    });
    expect(facts.release(product, 'latest')).toMatchObject({ known: false });
  });
});

describe('single lines', () => {
  test.each([
    ['kubernetes', 'v1.34.1-eks-abc', '1.34', '2026-10-27'],
    ['kubernetes', '1.37.2', '1.37', '2027-10-28'],
    ['etcd', '3.4.13-0', '3.4', '2026-06-01'],
    ['containerd', '1.6.20~ds1', '1.6', '2025-08-23'],
    ['docker-engine', '28.1.2', '28', '2026-05-13'],
    ['docker-engine', '26.1.4', '26.1', '2025-02-17'],
    ['etcd', '3.7.0', '3.7', undefined],
  ] as const)('%s %s is of line %s, which ends on %s', (product, version, line, endOfSupport) => {
    expect(facts.release(product, version)).toMatchObject({ known: true, value: { line, endOfSupport } });
  });
});

describe('vulnerabilities', () => {
  test('ids are records, each once; severities are known words', () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, severity, source, summary, requires } of entries) {
      expect(id).toMatch(/^(CVE-\d{4}-\d{4,}|GHSA(-[a-z0-9]{4}){3})$/);
      expect(['critical', 'high', 'medium', 'low', 'unknown']).toContain(severity);
      expect(source).toBe(
        id.startsWith('CVE') ? `https://www.cve.org/CVERecord?id=${id}` : `https://github.com/advisories/${id}`,
      );
      expect(summary).toMatch(/\.$/);
      expect(requires).not.toBe('');
    }
  });

  test('ranges ascend, and each holds its first version and not the fixed one', () => {
    for (const { id, affected } of entries) {
      for (const [component, ranges] of Object.entries(affected)) {
        for (const [at, { introduced, fixed }] of ranges.entries()) {
          const next = ranges[at + 1]?.introduced;
          if (fixed === undefined) expect({ id, last: at }).toEqual({ id, last: ranges.length - 1 });
          else {
            expect({ id, ascends: compareVersions(introduced, fixed) < 0 }).toEqual({ id, ascends: true });
            if (next !== undefined)
              expect({ id, apart: compareVersions(fixed, next) <= 0 }).toEqual({ id, apart: true });
            if (next !== fixed)
              expect({ id, listed: idsOf(component, fixed).includes(id) }).toEqual({ id, listed: false });
          }
          if (introduced !== '0') expect({ id, ...listed(component, introduced, id) }).toEqual({ id, listed: true });
        }
      }
    }
  });

  test.each([
    ['6.12.86', true],
    ['6.12.87', false],
    ['6.13.4', true],
    ['6.19.14', true],
    ['7.0.5', false],
    ['7.2.0', false],
    ['5.4.300', true],
    ['4.10.1', false],
  ])('CVE-2026-43284 in Linux %s: %s', (version, expected) => {
    expect(idsOf('linux', version).includes('CVE-2026-43284')).toBe(expected);
  });

  test.each([
    ['etcd', '3.6.13', true],
    ['etcd', '3.6.14', false],
    ['etcd', '3.7.0', true],
    ['etcd', '3.7.1', false],
    ['etcd', '3.4.45', true],
  ])('CVE-2026-73500 in %s %s: %s', (component, version, expected) => {
    expect(idsOf(component, version).includes('CVE-2026-73500')).toBe(expected);
  });

  test('one that is not confirmed, that needs a condition or that nothing fixes says so', () => {
    const found = (component: string, version: string, id: string) => {
      const answer = facts.vulnerabilities(component, version);
      return answer.known ? answer.value.list.find((one) => one.id === id) : undefined;
    };
    expect(found('kubelet', '1.37.0', 'CVE-2026-76654')).toMatchObject({
      unconfirmed: true,
      fixed: '1.37.1',
      requires: 'a Windows node',
    });
    expect(found('kube-apiserver', '1.37.2', 'CVE-2020-8554')?.fixed).toBeUndefined();
    expect(found('kube-apiserver', '1.37.2', 'CVE-2020-8554')?.requires).toContain('DenyServiceExternalIPs');
    expect(found('cri-o', '1.36.0', 'CVE-2025-4437')).toMatchObject({ unconfirmed: true });
    expect(found('etcd', '3.6.5', 'CVE-2026-73500')).toMatchObject({ unconfirmed: false, fixed: '3.6.14' });
  });

  test.each([
    ['kube-apiserver', '1.15.12', 'older than 1.16'],
    ['kube-apiserver', '1.38.0', 'newer than'],
    ['kube-apiserver', '1.37.0-beta.0', 'test release'],
    ['kube-apiserver', 'latest', 'is no version'],
    ['coredns', '1.14.6', 'not described'],
    ['toString', '1.14.6', 'not described'],
    ['docker-engine', '28.0.0', 'not described'],
  ])('those of %s %s are not known: %s', (component, version, why) => {
    expect(facts.vulnerabilities(component, version)).toEqual({ known: false, why: expect.stringContaining(why) });
  });
});

describe('version skew', () => {
  test.each([
    ['kubelet', '1.24.17', 2, 0],
    ['kubelet', '1.25.0', 3, 0],
    ['kubelet', 'v1.33.13-eks-abc', 3, 0],
    ['kube-proxy', '1.24.0', 2, 0],
    ['kube-proxy', '1.37.2', 3, 0],
    ['kube-controller-manager', '1.36.0', 1, 0],
    ['kube-scheduler', '1.36.0', 1, 0],
    ['cloud-controller-manager', '1.36.0', 1, 0],
    ['kube-apiserver', '1.36.0', 1, 1],
  ] as const)('%s %s may be %i behind and %i ahead', (component, version, behind, ahead) => {
    expect(facts.skew(component, version)).toEqual({
      known: true,
      value: { behind, ahead },
      source: 'https://kubernetes.io/releases/version-skew-policy/',
    });
  });

  test('of newer minors and other things nothing is known', () => {
    expect(facts.skew('kubelet', '1.38.0').known).toBe(false);
    expect(facts.skew('kubelet', 'latest').known).toBe(false);
    expect(facts.skew('etcd', '3.6.0').known).toBe(false);
  });
});

test('the edition is a day and a hash, and says what it describes', () => {
  const { date, sha256, products } = facts.edition;
  expect(date).toMatch(DAY);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(products).toContainEqual({ product: 'Kubernetes', about: 'releases', asOf: date });
  expect(products).toContainEqual({ product: 'Linux', about: 'vulnerabilities', asOf: expect.stringMatching(DAY) });
  for (const { asOf } of products) expect(asOf).toMatch(DAY);
  expect(new Set(products.map(({ product, about }) => `${product} ${about}`)).size).toBe(products.length);
  expect(facts.edition).toBe(facts.edition);
  expect(facts.describedThrough).toBe('1.37');
});

function idsOf(component: string, version: string): readonly string[] {
  const answer = facts.vulnerabilities(component, full(version));
  return answer.known ? answer.value.list.map(({ id }) => id) : [];
}

/** Ranges may begin before the oldest version that is answered for. */
function listed(component: string, introduced: string, id: string): { readonly listed: boolean } {
  const answer = facts.vulnerabilities(component, full(introduced));
  return { listed: !answer.known || answer.value.list.some((one) => one.id === id) };
}

const full = (version: string): string => (version.split('.').length < 3 ? `${version}.0` : version);
