import type { Uncertainty } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Gathered, NodeConfigz, ResourceKey, Snapshot } from '../model/resources.ts';
import { compareTexts } from './order.ts';

const NOT_REACHED: readonly Uncertainty['code'][] = ['unreachable', 'timed-out'];

/**
 * What could not be read: rights that are missing, nodes that did not answer, and resources that are not whole. `permissions` says which
 * rights reading a resource takes.
 */
export function coverageOf(
  snapshot: Snapshot,
  permissions: (key: ResourceKey) => readonly string[],
): Report['coverage'] {
  const entries = Object.entries(snapshot.resources).sort(([a], [b]) => compareTexts(a, b)) as [
    ResourceKey,
    Gathered<unknown>,
  ][];
  const nodes = nodesOf(snapshot.resources['kubelet-configz']);
  const nodeRefused = nodes.some(({ failure }) => failure.code === 'forbidden');
  const isRefused = ([key, gathered]: (typeof entries)[number]): boolean =>
    (gathered.state === 'failed' && gathered.failure.code === 'forbidden') ||
    (key === 'kubelet-configz' && nodeRefused);
  // What was read whole shows which rights are held; a refused resource that also takes them lacks another.
  const held = new Set(
    entries.flatMap((one) => (one[1].state === 'whole' && !isRefused(one) ? permissions(one[0]) : [])),
  );
  const refused = entries.filter(isRefused).flatMap(([key]) => permissions(key));
  const unreachable = nodes.filter(({ failure }) => NOT_REACHED.includes(failure.code)).map(({ node }) => node);
  return {
    missingPermissions: [...new Set(refused)].filter((right) => !held.has(right)).sort(compareTexts),
    unreachableNodes: unreachable.sort(compareTexts),
    failedLists: entries.flatMap(([key, gathered]) => incomplete(key, gathered)),
  };
}

function nodesOf(configz: Gathered<readonly NodeConfigz[]> | undefined): { node: string; failure: Uncertainty }[] {
  if (configz === undefined || configz.state === 'failed') return [];
  return configz.value.flatMap((one) => (one.state === 'failed' ? [{ node: one.node, failure: one.failure }] : []));
}

function incomplete(resource: ResourceKey, gathered: Gathered<unknown>): Report['coverage']['failedLists'] {
  if (gathered.state === 'whole') return [];
  if (gathered.state === 'failed') return [{ resource, ...gathered.failure }];
  return gathered.missing.map((detail) => ({ resource, code: 'incomplete', detail }));
}
