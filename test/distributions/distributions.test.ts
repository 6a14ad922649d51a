import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { checks } from '../../checks/index.ts';
import type { ApiObject } from '../../src/demo/recording.ts';
import { DISTRIBUTIONS } from '../../src/derive/distribution.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { select } from '../../src/engine/select.ts';
import { facts } from '../../src/facts/index.ts';
import { catalogueKeys, lists } from '../../src/gather/catalogue.ts';
import { gather } from '../../src/gather/gather.ts';
import type { Report } from '../../src/model/report.ts';
import { connectionLab, recording } from '../support/connections.ts';

/**
 * A cluster made from what the documentation of its distribution says. It proves that the distribution is detected, and that what cannot
 * be seen of it is unknown or the provider's; it proves no verdict on a setting. kubeadm is recorded: test/clusters.
 */
interface Fixture {
  readonly distribution: string;
  /** Whose the control plane is: the provider's, or the user's and not to be seen. */
  readonly controlPlane: 'provider' | 'unknown';
  /** What is judged by the arguments that its nodes show. */
  readonly byArguments?: readonly string[];
  readonly server?: string;
  readonly version: string;
  /** Groups that the server has besides, and their resources. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly objects: readonly (ApiObject & { readonly kind: string })[];
  /** Where each part is documented. */
  readonly sources: Readonly<Record<string, string>>;
}

const CONTROL_PLANE = ['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager'];
/** Names tell nothing, and belong to no documentation. */
const NEUTRAL = /^(?:\/apiVersion|\/kind|\/metadata\/name(?:space)?)$/;

const fixtures = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name): readonly [string, Fixture] => [name, parse(readFileSync(new URL(name, import.meta.url), 'utf8'))]);

const lab = connectionLab();
afterAll(() => lab.close());

const pathOf = ({ kind }: { readonly kind: string }): string => {
  const source = Object.values(lists).find((one) => one.kind === kind);
  if (source === undefined) throw new Error(`no list holds a ${kind}`);
  return `${source.group === '' ? '/api' : `/apis/${source.group}`}/${source.versions[0]}/${source.resource}`;
};

/** Serves the fixture as an API server would, gathers it, and judges it. */
async function scan({ server, version, groups = {}, objects }: Fixture): Promise<Report> {
  const discovery = [...recording.json].filter(([path]) => /^\/api(?:\/v1)?$|^\/apis(?:\/[^/]+\/[^/]+)?$/.test(path));
  const names = Object.keys(groups).map((groupVersion) => ({
    name: groupVersion.split('/')[0],
    versions: [{ groupVersion, version: groupVersion.split('/')[1] }],
    preferredVersion: { groupVersion, version: groupVersion.split('/')[1] },
  }));
  const index = recording.json.get('/apis') as { readonly groups: readonly unknown[] };
  const json = new Map<string, unknown>([
    ...discovery,
    ['/apis', { ...index, groups: [...index.groups, ...names] }],
    ...Object.entries(groups).map(([groupVersion, resources]): [string, unknown] => [
      `/apis/${groupVersion}`,
      {
        kind: 'APIResourceList',
        groupVersion,
        resources: resources.map((name) => ({ name, kind: name, verbs: ['list'] })),
      },
    ]),
    ['/version', { gitVersion: version, major: '1', minor: version.split('.')[1], platform: 'linux/amd64' }],
  ]);
  const paths = [...new Set(objects.map(pathOf))];
  const additions = Object.fromEntries(
    paths.map((path) => [path, objects.filter((object) => pathOf(object) === path)]),
  );
  const running = await lab.serve({ recording: { json, protobuf: new Map(), text: new Map() }, additions });
  const connection = await lab.connect(running.kubeconfig());
  const snapshot = await gather(connection, catalogueKeys, {
    concurrency: 4,
    takenAt: '2026-11-24T12:00:00Z',
    tool: 'test',
  });
  const { server: _local, ...rest } = snapshot.cluster;
  const cluster = server === undefined ? rest : { ...rest, server };
  const selection = select(checks, { checks: [], components: [] });
  const options = { facts, version: 'test', input: 'cluster', startedAt: undefined, finishedAt: undefined } as const;
  return evaluate(selection, { ...snapshot, cluster }, options);
}

/** Whether a check judges the settings of a component, rather than objects, of which a fixture has few, or pods, of which it has a few fields. */
const readsSettings = (id: string, component: string): boolean =>
  checks.some(
    (check) =>
      check.meta.id === id &&
      check.kind === 'automated' &&
      id !== 'kube-apiserver/static-pod-hardening' &&
      (check.needs as readonly string[]).includes(`settings:${component}`),
  );

describe.each(fixtures)('%s', (_name, fixture) => {
  let report: Report;

  test('is detected by what it shows', async () => {
    report = await scan(fixture);
    const { distribution, distributionEvidence, managed } = report.cluster;
    expect(distribution).toBe(fixture.distribution);
    expect(distributionEvidence).not.toEqual([]);
    expect(managed?.provider).toBe(fixture.controlPlane === 'provider' ? fixture.distribution : undefined);
  });

  test.each(CONTROL_PLANE)(
    '%s is judged by nothing but the version of the API server, and arguments that nodes show',
    (component) => {
      const judged = report.checks
        .filter(({ id }) => readsSettings(id, component))
        .flatMap(({ id, findings }) => findings.map((finding) => ({ id, finding })))
        .filter(({ finding: { verdict } }) => verdict === 'pass' || verdict === 'fail')
        .filter(({ finding: { evidence } }) =>
          evidence.some((one) => one.from !== 'fact' && !(one.from === 'endpoint' && one.path === '/version')),
        );
      const { byArguments = [] } = fixture;
      expect(judged.map(({ id, finding }) => `${id}: ${finding.verdict}`)).toEqual(
        byArguments.filter((one) => one.startsWith(`${component}/`)),
      );
      const row = report.components.find(({ id }) => id === component);
      expect(row?.provider ?? null).toBe(fixture.controlPlane === 'provider' ? fixture.distribution : null);
    },
  );

  test('has a source for each field', () => {
    const { server, version, groups = {}, objects, sources } = fixture;
    const fields = [
      ...(server === undefined ? [] : ['server']),
      ...(version === undefined ? [] : ['version']),
      ...Object.keys(groups).map((name) => `group ${name}`),
      ...objects.flatMap((object) =>
        leaves(object)
          .filter((pointer) => !NEUTRAL.test(pointer))
          .map((pointer) => `${object.kind}/${object.metadata.name}${pointer}`),
      ),
    ];
    const cited = (field: string) =>
      Object.keys(sources).some((place) => field === place || field.startsWith(`${place}/`));
    expect(fields.filter((field) => !cited(field))).toEqual([]);
    expect(Object.values(sources).filter((source) => !source.startsWith('https://'))).toEqual([]);
    const used = (place: string) => fields.some((field) => field === place || field.startsWith(`${place}/`));
    const namesOnly = (place: string) => objects.some((object) => place === `${object.kind}/${object.metadata.name}`);
    expect(Object.keys(sources).filter((place) => !used(place) && !namesOnly(place))).toEqual([]);
  });
});

test('every distribution that is told apart has a fixture, or is recorded', () => {
  const shown = [...fixtures.map(([, { distribution }]) => distribution), 'kubeadm', 'EKS Distro'];
  expect(DISTRIBUTIONS.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
});

/** JSON pointers of all values. */
function leaves(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
