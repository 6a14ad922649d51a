import { describe, expect, test } from '@jest/globals';
import { checks as tuple } from '../../checks/index.ts';
import { type Check, COMPONENTS, SEVERITIES } from '../../src/model/check.ts';
import { filesBelow, textOf } from '../support/source-files.ts';

const checks: readonly Check[] = tuple;
const BENCHMARKS = [
  'CIS Kubernetes 1.12',
  'CIS EKS',
  'CIS GKE',
  'CIS AKS',
  'NSA/CISA',
  'DISA STIG',
  'Prowler',
  'Kubescape',
  'Trivy',
  'kube-linter',
  'Popeye',
  'Polaris',
  'kubeaudit',
  'KubiScan',
  'krane',
  'rbac-police',
];
const LONGEST_TITLE = 72;
/** Components whose setting a wrong value keeps from starting, or that all others hang on. */
const CONTROL_PLANE = [
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
];

test('there is a check per file, sorted, and each id is used once', () => {
  const files = filesBelow('checks').filter((file) => /^checks\/[^/]+\/.+\.ts$/.test(file));
  expect(checks.map(({ meta }) => `checks/${meta.id}.ts`)).toEqual(files);
});

test('every component that the project is about has at least six checks', () => {
  const rows = [
    'kube-apiserver',
    'etcd',
    'kube-scheduler',
    'kube-controller-manager',
    'cloud-controller-manager',
  ] as const;
  const others = ['kubelet', 'kube-proxy', 'container-runtime', 'rbac', 'service-accounts'] as const;
  const few = [...rows, ...others].filter(
    (row) => checks.filter(({ meta }) => (meta.scoreComponent ?? meta.component) === row).length < 6,
  );
  expect(few).toEqual([]);
});

test('every check has its cases, and every component tries them', () => {
  const tested = filesBelow('test/checks').filter((file) => file.split('/').length > 3);
  expect(tested).toEqual(checks.map(({ meta }) => `test/checks/${meta.id}.cases.ts`));
  for (const component of new Set(checks.map(({ meta }) => meta.id.split('/')[0])))
    expect(textOf(`test/checks/${component}.test.ts`)).toContain(`tryChecksOf('${component}')`);
});

describe.each(checks.map((check) => [check.meta.id, check] as const))('%s', (id, check) => {
  const { meta } = check;
  const { remediation, title } = meta;
  const sentences = [meta.rationale, ...Object.values(remediation)];
  const everyText = [title.holds, title.broken, ...sentences, ...(check.kind === 'manual' ? [check.procedure] : [])];

  test('has an id of small words that begins with its component, and a known place in the table', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(id.split('/')[0]).toBe(meta.component);
    expect(COMPONENTS).toContain(meta.scoreComponent ?? meta.component);
    expect(SEVERITIES).toContain(meta.severity);
    expect(meta.since).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('has a test that tries it', () => {
    const text = textOf(`test/checks/${id}.cases.ts`);
    expect(text).toContain('describeCheck');
    expect(text).toContain(`checks/${id}.ts`);
  });

  test('says in two short titles what holds and what is broken', () => {
    for (const one of [title.holds, title.broken]) {
      expect(one.length).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(one).toMatch(/^\S.*[^.\s]$/);
    }
    expect(title.holds).not.toBe(title.broken);
  });

  test('says why it matters and what to do, in whole sentences', () => {
    for (const one of sentences) expect(one).toMatch(/^\S[\s\S]*[.]$/);
    expect(meta.rationale.split(/\s+/).length).toBeGreaterThan(10);
    expect(remediation.kubeadm ?? remediation.any).toBeDefined();
  });

  test('has no placeholder and no ceremony in its texts', () => {
    for (const one of everyText) {
      expect(one).not.toMatch(/\b(TODO|FIXME|XXX|TBD)\b|Ensure that|lorem|<[a-z][a-z ,-]* [a-z ,-]*>| {2}/i);
    }
  });

  test('cites https pages, each once', () => {
    const urls = meta.references.map(({ url }) => url);
    for (const url of urls) expect(new URL(url).protocol).toBe('https:');
    expect(new Set(urls).size).toBe(urls.length);
    for (const reference of meta.references) expect(reference.title.trim()).not.toBe('');
  });

  test('names controls of known benchmarks, each once', () => {
    const controls = (meta.controls ?? []).map(({ benchmark, number }) => `${benchmark} ${number}`);
    expect(new Set(controls).size).toBe(controls.length);
    for (const { benchmark, number } of meta.controls ?? []) {
      expect(BENCHMARKS).toContain(benchmark);
      expect(number.trim()).not.toBe('');
    }
  });

  test('says what may break where it has the control plane restarted', () => {
    const restarts = CONTROL_PLANE.includes(meta.component) && /--[a-z]/.test(remediation.kubeadm ?? '');
    expect(restarts && remediation.mayBreak === undefined).toBe(false);
  });

  test('asks for nothing twice', () => {
    if (check.kind === 'manual') return;
    const sources = [...check.needs, ...(check.wants ?? [])];
    expect(new Set(sources).size).toBe(sources.length);
  });
});
