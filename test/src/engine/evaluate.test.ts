import { describe, expect, test } from '@jest/globals';
import { closure } from '../../../src/engine/closure.ts';
import { coverageOf } from '../../../src/engine/coverage.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { select } from '../../../src/engine/select.ts';
import { facts } from '../../../src/facts/index.ts';
import { automated, type Check, manual } from '../../../src/model/check.ts';
import type { Snapshot } from '../../../src/model/resources.ts';
import { checkOf, finding, meta } from '../../support/outcomes.ts';
import { expectValidReport } from '../../support/report-schema.ts';

const version = (gitVersion: string) =>
  ({ state: 'whole', value: { gitVersion, major: '1', minor: '37', platform: 'linux/amd64' } }) as const;
const snapshot = (part: Partial<Snapshot> = {}): Snapshot => ({
  schema: 1,
  tool: '0.1.0',
  takenAt: '2026-11-24T00:00:00Z',
  input: 'cluster',
  cluster: { context: 'prod', server: 'https://10.0.0.1:6443', uid: '7b0c', tlsVerified: true },
  deadlines: [],
  fields: {},
  resources: { version: version('v1.37.2') },
  ...part,
});
const options = {
  facts,
  version: '0.1.0',
  input: 'cluster',
  startedAt: '2026-11-24T00:00:00Z',
  finishedAt: '2026-11-24T00:00:01Z',
} as const;
const crash = automated({
  meta: meta({ id: 'kubelet/crash' }),
  needs: [],
  evaluate: () => {
    throw new Error('oops');
  },
}) as Check;
const passing = checkOf({}, [finding('pass')]);
const all = (checks: readonly Check[]) => select(checks, { checks: [], components: [] });

describe('a report', () => {
  test('identifies the cluster, and is the same each time', async () => {
    const report = await evaluate(all([passing]), snapshot(), options);
    expectValidReport(report);
    expect(report).toMatchObject({
      input: 'cluster',
      selection: null,
      minSeverity: null,
      cluster: { name: 'prod', context: 'prod', uid: '7b0c', version: 'v1.37.2', managed: null, tlsVerified: true },
      scan: { startedAt: options.startedAt, finishedAt: options.finishedAt, complete: true },
      score: { value: 100, grade: 'A' },
    });
    expect(await evaluate(all([passing]), snapshot(), options)).toEqual(report);
  });

  test('says null of what is not known, and gives objects no letter', async () => {
    const nothing = snapshot({ cluster: {}, resources: {}, input: 'objects' });
    const report = await evaluate(all([passing]), nothing, {
      ...options,
      input: 'objects',
      startedAt: undefined,
      finishedAt: undefined,
    });
    expectValidReport(report);
    expect(report.cluster).toEqual({
      name: null,
      context: null,
      uid: null,
      server: null,
      version: null,
      distribution: null,
      distributionEvidence: [],
      managed: null,
      tlsVerified: null,
    });
    expect(report.scan).toMatchObject({ startedAt: null, finishedAt: null });
    expect(report.score).toMatchObject({ value: 100, grade: null });
  });

  test('of a selection has no letter', async () => {
    const selection = select([passing], { checks: ['kubelet/test'], components: [] });
    const report = await evaluate(selection, snapshot(), options);
    expect(report.selection).toEqual({ checks: ['kubelet/test'], components: [] });
    expect(report.score).toMatchObject({ value: 100, grade: null });
    expect(report.components).toMatchObject([{ score: 100, grade: null }]);
  });

  test('names the provider and shows what tells it', async () => {
    const resources = {
      version: version('v1.37.2-eks-1a2b3c4'),
      'control-plane-pods': { state: 'whole', value: [] },
    } as const;
    const report = await evaluate(all([passing]), snapshot({ resources }), options);
    expect(report.cluster.managed).toMatchObject({
      provider: 'EKS',
      evidence: [{ path: '/version', command: 'kubectl get --raw /version' }],
    });
  });

  test('is not complete where a check crashed or a deadline passed', async () => {
    const crashed = await evaluate(all([passing, crash]), snapshot(), options);
    expectValidReport(crashed);
    expect(crashed.scan.complete).toBe(false);
    expect(crashed.checks[0]).toMatchObject({ status: 'error', because: 'the check crashed: oops' });
    const late = await evaluate(all([passing]), snapshot({ deadlines: ['5m passed'] }), options);
    expect(late.scan).toMatchObject({ complete: false, deadlines: ['5m passed'] });
  });

  test('applies waivers', async () => {
    const waivers = [{ check: 'kubelet/test', subject: {}, reason: 'known', owner: 'ops', expires: null }];
    const report = await evaluate(all([checkOf({}, [finding('fail')])]), snapshot(), { ...options, waivers });
    expectValidReport(report);
    expect(report.checks[0]?.status).toBe('waived');
    expect(report.score).toMatchObject({ value: null, withoutWaivers: 0 });
  });
});

describe('coverage', () => {
  const refused = { state: 'failed', failure: { code: 'forbidden', detail: 'may not be listed' } } as const;

  test('lists what failed and what is partial, by resource', () => {
    const resources = {
      version: version('v1.37.2'),
      secrets: refused,
      nodes: { state: 'partial', value: [], missing: ['page 2', 'page 3'] },
    } as const;
    expect(coverageOf(snapshot({ resources }), (key) => [`list ${key}`])).toEqual({
      missingPermissions: ['list secrets'],
      unreachableNodes: [],
      failedLists: [
        { resource: 'nodes', code: 'incomplete', detail: 'page 2' },
        { resource: 'nodes', code: 'incomplete', detail: 'page 3' },
        { resource: 'secrets', code: 'forbidden', detail: 'may not be listed' },
      ],
    });
  });

  test('names nodes that did not answer, and the right that some refused', () => {
    const fails = (node: string, code: 'unreachable' | 'timed-out' | 'forbidden' | 'malformed') =>
      ({ node, state: 'failed', failure: { code, detail: code } }) as const;
    const value = [
      fails('node-4', 'timed-out'),
      fails('node-2', 'unreachable'),
      fails('node-3', 'malformed'),
      { node: 'node-1', state: 'whole', value: {} },
    ] as const;
    const of = (nodes: readonly ReturnType<typeof fails>[]) =>
      coverageOf(
        snapshot({
          resources: { 'kubelet-configz': { state: 'partial', value: [...value, ...nodes], missing: ['some nodes'] } },
        }),
        () => ['get nodes/proxy'],
      );
    expect(of([])).toMatchObject({ missingPermissions: [], unreachableNodes: ['node-2', 'node-4'] });
    expect(of([fails('node-5', 'forbidden')]).missingPermissions).toEqual(['get nodes/proxy']);
    expect(coverageOf(snapshot({ resources: { 'kubelet-configz': refused } }), () => ['x']).unreachableNodes).toEqual(
      [],
    );
  });

  test('a right that something else was read with is not missing', () => {
    const rights = (key: string) => (key === 'nodes' ? ['list nodes'] : ['get nodes/proxy', 'list nodes']);
    const resources = { nodes: { state: 'whole', value: [] }, 'kubelet-configz': refused } as const;
    expect(coverageOf(snapshot({ resources }), rights).missingPermissions).toEqual(['get nodes/proxy']);
    expect(coverageOf(snapshot({ resources: { ...resources, nodes: refused } }), rights).missingPermissions).toEqual([
      'get nodes/proxy',
      'list nodes',
    ]);
  });

  test('without a word on rights it names the resource', async () => {
    const report = await evaluate(all([passing]), snapshot({ resources: { secrets: refused } }), options);
    expect(report.coverage.missingPermissions).toEqual(['secrets']);
  });
});

test('the closure follows views to resources, once each and sorted', () => {
  const check = (needs: readonly string[], wants?: readonly string[]): Check =>
    ({ ...checkOf({}), needs, ...(wants === undefined ? {} : { wants }) }) as never;
  expect(closure([])).toEqual(['version']);
  expect(closure([manual({ meta: meta(), procedure: 'Look.' })])).toEqual(['version']);
  expect(closure([check(['secrets'], ['nodes']), check(['nodes'])])).toEqual(['nodes', 'secrets', 'version']);
  expect(closure([check(['rbac'])])).toEqual([
    'cluster-role-bindings',
    'cluster-roles',
    'role-bindings',
    'roles',
    'version',
  ]);
});
