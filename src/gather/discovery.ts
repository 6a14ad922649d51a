import { pathSegment } from '../kube/guard.ts';
import type { Answer } from '../kube/reader.ts';
import type { Discovery, Gathered } from '../model/resources.ts';
import { endpoints, groupVersion } from './catalogue.ts';
import type { Requests } from './requests.ts';
import { isRecord, malformed, recordsIn, stringIn } from './untyped.ts';

type Found = Map<string, readonly string[]>;

/**
 * What the server serves: in one answer each for core and for groups where the server can, else group by group.
 * Partial where some group's API server does not answer; failed where nothing was readable.
 */
export function discover(requests: Requests): Promise<Gathered<Discovery>> {
  return requests.once('discovery', async () => {
    const found: Found = new Map();
    const missing: string[] = [];
    const answers = await Promise.all([
      requests.get(endpoints.coreDiscovery.path, endpoints.coreDiscovery.accept),
      requests.get(endpoints.groupDiscovery.path, endpoints.groupDiscovery.accept),
    ]);
    const paths = [endpoints.coreDiscovery.path, endpoints.groupDiscovery.path] as const;
    await Promise.all(
      answers.map((answer, index) => readRoot(requests, paths[index] as string, answer, found, missing)),
    );
    return result(found, missing, answers);
  });
}

function result(found: Found, missing: readonly string[], answers: readonly Answer<unknown>[]): Gathered<Discovery> {
  const groupVersions = Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
  const [first, ...rest] = [...missing].sort();
  if (first === undefined) return { state: 'whole', value: { groupVersions } };
  if (found.size > 0) return { state: 'partial', value: { groupVersions }, missing: [first, ...rest] };
  const refused = answers.find((answer) => !answer.ok);
  return { state: 'failed', failure: refused?.ok === false ? refused.failure : malformed(first) };
}

async function readRoot(
  requests: Requests,
  path: string,
  answer: Answer<unknown>,
  found: Found,
  missing: string[],
): Promise<void> {
  if (!answer.ok) {
    missing.push(`${path}: ${answer.failure.detail}`);
    return;
  }
  if (stringIn(answer.value, 'kind') === 'APIGroupDiscoveryList') {
    readAggregated(answer.value, found, missing);
    return;
  }
  const versions = path === '/api' ? coreVersions(answer.value) : groupVersionsOf(answer.value);
  if (versions === undefined) missing.push(`${path}: not a discovery document`);
  await Promise.all((versions ?? []).map((version) => readResources(requests, path, version, found, missing)));
}

function readAggregated(value: unknown, found: Found, missing: string[]): void {
  for (const group of recordsIn(value, 'items')) {
    const name = stringIn(group['metadata'], 'name') ?? '';
    for (const version of recordsIn(group, 'versions')) {
      const key = groupVersion(name, stringIn(version, 'version') ?? '');
      found.set(
        key,
        recordsIn(version, 'resources')
          .map((resource) => stringIn(resource, 'resource') ?? '')
          .sort(),
      );
      if (stringIn(version, 'freshness') === 'Stale') missing.push(`${key}: its API server does not answer`);
    }
  }
}

function coreVersions(value: unknown): readonly string[] | undefined {
  const versions = isRecord(value) ? value['versions'] : undefined;
  return Array.isArray(versions) ? versions.filter((version) => typeof version === 'string') : undefined;
}

function groupVersionsOf(value: unknown): readonly string[] | undefined {
  if (!isRecord(value) || !Array.isArray(value['groups'])) return undefined;
  return recordsIn(value, 'groups').flatMap((group) =>
    recordsIn(group, 'versions').flatMap((version) => stringIn(version, 'groupVersion') ?? []),
  );
}

async function readResources(
  requests: Requests,
  root: string,
  version: string,
  found: Found,
  missing: string[],
): Promise<void> {
  const answer = await requests.get(`${root}/${version.split('/').map(pathSegment).join('/')}`);
  if (!answer.ok) missing.push(`${version}: ${answer.failure.detail}`);
  // Subresources (pods/exec) stand in the old form beside their resources.
  const names = answer.ok
    ? recordsIn(answer.value, 'resources').map((resource) => stringIn(resource, 'name') ?? '')
    : [];
  found.set(version, names.filter((name) => name !== '' && !name.includes('/')).sort());
}
