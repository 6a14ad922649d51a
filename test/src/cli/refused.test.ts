import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checks } from '../../../checks/index.ts';
import type { Behaviours } from '../../../src/demo/behaviour.ts';
import { demoFaults } from '../../../src/demo/faults.ts';
import { type Attributes, forbidden } from '../../../src/demo/status.ts';
import { closure } from '../../../src/engine/closure.ts';
import { catalogue, type Source } from '../../../src/gather/catalogue.ts';
import type { Report } from '../../../src/model/report.ts';
import type { ResourceKey } from '../../../src/model/resources.ts';
import { commandLab, statuses } from '../../support/command.ts';

const lab = commandLab();
afterEach(lab.close);
afterAll(lab.remove);

/** What is refused, as authorization sees it. */
interface Refusal {
  /** `list pods` */
  readonly what: string;
  /** What the report must name. */
  readonly name: string;
  readonly covers: (attributes: Attributes) => boolean;
  /** Paths that everybody may ask for by default. */
  readonly behaviours: Behaviours;
}

/** Every source that a scan reads from, once, with the resources that are made of it. */
const scanned = closure(checks);
const refusals = new Map<string, Refusal & { readonly keys: ResourceKey[] }>();
for (const key of scanned) {
  for (const source of catalogue[key].sources) {
    const refusal = refusalOf(source);
    const known = refusals.get(refusal.what) ?? { ...refusal, keys: [] };
    known.keys.push(key);
    refusals.set(refusal.what, known);
  }
}

function refusalOf(source: Source): Refusal {
  switch (source.how) {
    case 'list': {
      const { group, resource } = source;
      const name = `${resource}${group === '' ? '' : `.${group}`}`;
      return {
        what: `list ${name}`,
        name,
        covers: (one) => one.verb === 'list' && one.resource === resource && one.group === group,
        behaviours: {},
      };
    }
    case 'object': {
      const names: readonly string[] = source.names;
      return {
        what: `get configmaps ${names.join(', ')}`,
        name: `configmaps ${names[0]}`,
        covers: ({ resource, name = '' }) => resource === 'configmaps' && names.includes(name),
        behaviours: {},
      };
    }
    case 'node-endpoint': {
      const name = 'nodes/proxy';
      return { what: `get ${name}`, name, covers: ({ subresource }) => subresource === 'proxy', behaviours: {} };
    }
    case 'endpoint': {
      const { path } = source;
      const status = forbidden('kubernetes-admin', { verb: 'get', path });
      return {
        what: `get ${path}`,
        name: path,
        covers: () => false,
        behaviours: { [path]: { does: 'refuse', status } },
      };
    }
  }
}

const needsOf = checks.flatMap(({ meta, ...check }) =>
  check.kind === 'automated' ? [{ id: meta.id as string, needs: check.needs as readonly string[] }] : [],
);

/** Scans the demo cluster, with its faults, while something is refused. */
const scan = async ({ covers, behaviours }: Pick<Refusal, 'covers' | 'behaviours'>) =>
  lab.reportOf({ additions: demoFaults(), behaviours, may: (attributes) => !covers(attributes) });

let whole: Report;
beforeAll(async () => {
  whole = (await scan({ covers: () => false, behaviours: {} })).report;
});

/** Nothing is judged otherwise than before, but for what is not known any more; no number is better. */
function expectNoBetter(report: Report): void {
  const before = statuses(whole);
  const changed = Object.entries(statuses(report)).filter(([id, status]) => status !== before[id]);
  expect(changed.filter(([, status]) => status !== 'unknown')).toEqual([]);
  for (const number of ['worst', 'coverage'] as const)
    expect(report.score[number] ?? 0).toBeLessThanOrEqual(whole.score[number] ?? 0);
}

describe('the demo cluster', () => {
  test('is read whole where nothing is refused', () => {
    expect(whole.coverage).toEqual({ missingPermissions: [], unreachableNodes: [], failedLists: [] });
    expect(whole.score.coverage).toBeGreaterThan(90);
  });

  test.each([...refusals.values()])('403 on $what', async ({ name, keys, covers, behaviours }) => {
    const { report, code } = await scan({ covers, behaviours });
    expect([0, 4]).toContain(code);
    expect(report.scan.complete).toBe(true);
    expectNoBetter(report);
    expect(report.score.value ?? 0).toBeLessThanOrEqual(whole.score.value ?? 0);
    const { missingPermissions, failedLists } = report.coverage;
    // Cilium's ConfigMap is asked for only where a DaemonSet tells of it, and not known to be of no use where those are not known.
    const asked = keys.filter((key) => key !== 'cilium-config');
    const lacking = failedLists.map(({ resource }) => resource).filter((key) => key !== 'cilium-config');
    expect(new Set(lacking)).toEqual(new Set(asked));
    if (asked.length > 0)
      expect([...missingPermissions, ...failedLists.map(({ detail }) => detail)].join('\n')).toContain(name);
    const lost: readonly string[] = failedLists.filter((one) => one.code === 'forbidden').map((one) => one.resource);
    const needy = needsOf.filter(({ id, needs }) => id in statuses(whole) && needs.some((key) => lost.includes(key)));
    expect(needy.filter(({ id }) => statuses(report)[id] !== 'unknown')).toEqual([]);
  });

  test('403 on everything', async () => {
    const { report, code } = await scan({ covers: () => true, behaviours: {} });
    expect(code).toBe(4);
    expectNoBetter(report);
    expect(report.score.grade).toBeNull();
    expect(report.coverage.missingPermissions.length).toBeGreaterThan(10);
  });
});
