import type { PartialObjectMetadata } from '../shapes/generated.ts';
import type { ListSource } from './catalogue.ts';
import { listInto } from './list-kind.ts';
import { type Controller, type Owners, ownerOf } from './reduce.ts';
import type { Requests } from './requests.ts';

/** Owners that could be read, and what could not. */
export interface FoundOwners {
  readonly found: Owners;
  readonly missing: readonly string[];
}

/** Who owns the objects of a kind; those without an owner are forgotten as they arrive. Asked for once. */
export function readOwners(requests: Requests, source: ListSource<PartialObjectMetadata>): Promise<FoundOwners> {
  return requests.once(`owners of ${source.resource}`, async () => {
    const found = new Map<string, Controller>();
    const outcome = await listInto(requests, source, {
      restart: () => found.clear(),
      item: ({ metadata }) => {
        const owner = ownerOf(metadata.ownerReferences);
        if (owner !== undefined) found.set(`${metadata.namespace}/${metadata.name}`, owner);
      },
    });
    if (outcome.state === 'whole') return { found, missing: [] };
    return { found, missing: [`owners of ${source.resource}: ${outcome.failure.detail}`] };
  });
}
