import type { Facts, FactsAge } from '../model/facts.ts';
import { tooOld } from '../model/facts-age.ts';
import type { Gathered } from '../model/resources.ts';
import type { Sources } from '../model/views.ts';

type Nodes = Sources['nodes'];

/** Container runtimes as nodes name them, and as the facts do. */
const RUNTIMES: Readonly<Record<string, string>> = {
  containerd: 'containerd',
  'cri-o': 'CRI-O',
  docker: 'Docker Engine',
};

/**
 * What the cluster runs and is described up to a day too long ago, so that nothing passes by it; nothing where the time of the snapshot is not
 * known. Of runtimes and systems only those of its nodes count: how old the data on others are is no news.
 */
export function outdatedFor(facts: Facts, now: string | undefined, nodes: Gathered<Nodes>): readonly FactsAge[] {
  if (now === undefined) return [];
  const seen = nodes.state === 'failed' ? [] : nodes.value;
  const run = new Set(['Kubernetes', 'etcd', ...seen.flatMap((node) => productsOf(node, facts))]);
  return facts.edition.products.filter(({ product, asOf }) => run.has(product) && tooOld(asOf, now));
}

function productsOf({ status: { nodeInfo } }: Nodes[number], facts: Facts): readonly string[] {
  const { containerRuntimeVersion, operatingSystem, osImage } = nodeInfo;
  const runtime = containerRuntimeVersion.replace(/:.*$/s, '');
  const system = facts.operatingSystem(osImage);
  return [
    ...(Object.hasOwn(RUNTIMES, runtime) ? [RUNTIMES[runtime] as string] : []),
    ...(operatingSystem === 'linux' ? ['Linux'] : []),
    ...(system.known ? [system.value.name.replace(/ [\d.]+$/, '')] : []),
  ];
}
