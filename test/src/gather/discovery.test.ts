import { describe, expect, test } from '@jest/globals';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import type { ApiReader } from '../../../src/kube/reader.ts';
import { cronJob, discovery } from '../../support/objects.ts';
import { failure, recordedReader, watching } from './readers.ts';

const OPTIONS = { concurrency: 4, takenAt: undefined, tool: 'test' };

const answering = (answers: Readonly<Record<string, unknown>>): ApiReader => ({
  ...recordedReader('json'),
  get: async (path) =>
    answers[path] === undefined ? { ok: false, failure: failure('forbidden') } : { ok: true, value: answers[path] },
});

const discovered = async (reader: ApiReader) => (await gather(reader, ['discovery'], OPTIONS)).resources.discovery;

const aggregated = (...items: readonly unknown[]) => ({ kind: 'APIGroupDiscoveryList', items });
const core = aggregated({
  metadata: {},
  versions: [{ version: 'v1', resources: [{ resource: 'pods' }, { resource: 'nodes' }] }],
});

describe('discovery', () => {
  test('in the old form is read group by group, without subresources', async () => {
    const found = await discovered(recordedReader('json'));
    if (found?.state !== 'whole') throw new Error('not whole');
    expect(found.value.groupVersions['v1']).toEqual(expect.arrayContaining(['pods', 'secrets']));
    expect(found.value.groupVersions['v1']).not.toContain('pods/exec');
    expect(found.value.groupVersions['rbac.authorization.k8s.io/v1']).toEqual([
      'clusterrolebindings',
      'clusterroles',
      'rolebindings',
      'roles',
    ]);
  });

  test('in the aggregated form is two answers', async () => {
    const groups = aggregated(
      { metadata: { name: 'apps' }, versions: [{ version: 'v1', resources: [{ resource: 'deployments' }] }] },
      { metadata: { name: 'metrics.k8s.io' }, versions: [{ version: 'v1beta1', freshness: 'Stale', resources: [] }] },
    );
    const { reader, asked } = watching(answering({ '/api': core, '/apis': groups }));
    expect(await discovered(reader)).toEqual({
      state: 'partial',
      value: { groupVersions: { 'apps/v1': ['deployments'], 'metrics.k8s.io/v1beta1': [], v1: ['nodes', 'pods'] } },
      missing: ['metrics.k8s.io/v1beta1: its API server does not answer'],
    });
    expect(asked.filter((one) => one.startsWith('get /api') && !one.includes('namespaces'))).toEqual([
      'get /api',
      'get /apis',
    ]);
  });

  test('of which a part is refused is partial; refused or odd throughout it failed', async () => {
    expect(await discovered(answering({ '/api': core }))).toMatchObject({
      state: 'partial',
      missing: [expect.stringMatching(/^\/apis: forbidden/)],
    });
    const groups = { kind: 'APIGroupList', groups: [{ versions: [{ groupVersion: 'apps/v1' }] }] };
    expect(await discovered(answering({ '/api': core, '/apis': groups }))).toMatchObject({
      state: 'partial',
      value: { groupVersions: { 'apps/v1': [] } },
      missing: [expect.stringMatching(/^apps\/v1: forbidden/)],
    });
    expect(await discovered(answering({}))).toMatchObject({ state: 'failed', failure: { code: 'forbidden' } });
    expect(await discovered(answering({ '/api': 'x', '/apis': {} }))).toMatchObject({
      state: 'failed',
      failure: { code: 'malformed' },
    });
  });

  test('chooses the version of a kind, and the first one where it is not known', async () => {
    const asked = async (reader: ApiReader) => {
      const versions: string[] = [];
      const list: ApiReader['list'] = async (request, sink) => {
        versions.push(request.groupVersion);
        return reader.list(request, sink);
      };
      await gather({ ...reader, list }, ['cron-jobs'], OPTIONS);
      return versions;
    };
    const old = discovery({ v1: ['pods'], 'batch/v1': ['jobs'], 'batch/v1beta1': ['cronjobs'] });
    expect(await asked(objectReader([old, cronJob('tidy')], { complete: true }))).toEqual(['batch/v1beta1']);
    expect(await asked(objectReader([cronJob('tidy')], { complete: true }))).toEqual(['batch/v1']);
    expect(await asked(answering({}))).toEqual(['batch/v1']);
    expect(await asked(objectReader([discovery({ v1: ['pods'] })], { complete: true }))).toEqual(['batch/v1']);
  });
});
