import type { ListOutcome, ListSink } from '../kube/reader.ts';
import type { Gathered } from '../model/resources.ts';
import type { ListSource } from './catalogue.ts';
import { discover } from './discovery.ts';
import type { Requests } from './requests.ts';

/** An object with a name; that is what lists are sorted by. */
interface Named {
  readonly metadata: { readonly name: string; readonly namespace: string };
}

/** All objects of a kind, sorted by namespace and name; asked for once, however often it is called. */
export function listKind<T extends Named>(requests: Requests, source: ListSource<T>): Promise<Gathered<readonly T[]>> {
  return requests.once(`list ${source.resource} ${source.metadataOnly}`, async () => {
    let items: T[] = [];
    const outcome = await listInto(requests, source, {
      restart: () => {
        items = [];
      },
      item: (item) => items.push(item),
    });
    return gatheredFrom(outcome, items.sort(byNamespaceAndName));
  });
}

/** Streams a kind, or one namespace of it, into a sink, in the version that the server has. */
export async function listInto<T>(
  requests: Requests,
  source: ListSource<T>,
  sink: ListSink<T>,
  namespace = source.namespace,
): Promise<ListOutcome> {
  const outcome = await requests.list(source, await versionOf(requests, source), sink, namespace);
  const none = source.custom && outcome.state === 'failed' && outcome.failure.code === 'not-served';
  return none ? { state: 'whole' } : outcome;
}

/** What a list gave, with its outcome. */
export function gatheredFrom<T>(outcome: ListOutcome, value: T): Gathered<T> {
  if (outcome.state === 'failed') return outcome;
  return outcome.state === 'whole'
    ? { state: 'whole', value }
    : { state: 'partial', value, missing: [outcome.missing] };
}

/** Order of objects that no list depends on. */
export function byNamespaceAndName(one: Named, other: Named): number {
  return (
    compareText(one.metadata.namespace, other.metadata.namespace) || compareText(one.metadata.name, other.metadata.name)
  );
}

/** Order of strings by code unit: the same everywhere. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

async function versionOf<T>(requests: Requests, { group, versions, resource }: ListSource<T>): Promise<string> {
  if (versions.length === 1) return versions[0];
  const discovery = await discover(requests);
  if (discovery.state === 'failed') return versions[0];
  const served = (version: string) => discovery.value.groupVersions[`${group}/${version}`]?.includes(resource) === true;
  return versions.find(served) ?? versions[0];
}
