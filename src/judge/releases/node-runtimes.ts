import { platformOf, poolOf } from '../../derive/node-pools.ts';
import type { Facts, Product } from '../../model/facts.ts';
import type { Evaluation, Evidence, Evidences, Finding, Subject } from '../../model/finding.ts';
import type { Node } from '../../shapes/generated.ts';
import { parseKubernetesVersion } from './kubernetes-version.ts';

/** Nodes of one pool that say the same of their container runtime. */
export interface NodeRuntime {
  readonly subject: Subject;
  /** As nodes name it: `containerd`, `cri-o`, `docker`. */
  readonly name: string;
  /** The product whose releases are described; undefined for another. */
  readonly product: Extract<Product, 'containerd' | 'cri-o' | 'docker-engine'> | undefined;
  readonly version: string;
  readonly kubeletVersion: string;
  readonly osImage: string;
  readonly evidence: Evidences;
  /** A node of the group, by name. */
  readonly sample: string;
}

const PRODUCTS: Readonly<Record<string, NodeRuntime['product']>> = {
  containerd: 'containerd',
  'cri-o': 'cri-o',
  docker: 'docker-engine',
};
const SAMPLES = 5;
const POINTER = '/status/nodeInfo/containerRuntimeVersion';

/** Judges the container runtime of every node; nodes of one pool with the same system, runtime and kubelet are one subject. */
export function judgeRuntimes(nodes: readonly Node[], judge: (runtime: NodeRuntime) => Finding): Evaluation {
  const [first, ...rest] = groupNodes(nodes).map(({ subject, nodes: [sample] }) => {
    return notJudged(sample, subject) ?? judge(runtimeOf(sample, subject));
  });
  if (first !== undefined) return [first, ...rest];
  const object = { apiVersion: 'v1', kind: 'Node', name: '' };
  return { absent: [{ from: 'absence', object, pointer: '', sought: 'a node' }], because: 'the cluster has no node' };
}

interface Group {
  readonly subject: Subject;
  readonly nodes: readonly [Node, ...Node[]];
}

/** The largest group of a pool has the pool's plain name, so that its subject stays the same over upgrades. */
function groupNodes(nodes: readonly Node[]): readonly Group[] {
  const pools = new Map<string, Map<string, [Node, ...Node[]]>>();
  for (const node of [...nodes].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))) {
    const { containerRuntimeVersion, kubeletVersion, operatingSystem, osImage } = node.status.nodeInfo;
    const windows = operatingSystem === 'windows' ? ' (windows)' : '';
    const pool = `${poolOf(node)}${windows}`;
    const groups = pools.get(pool) ?? new Map<string, [Node, ...Node[]]>();
    pools.set(pool, groups);
    const key = JSON.stringify([containerRuntimeVersion, kubeletVersion, osImage, platformOf(node, false).value]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return [...pools]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([pool, groups]) =>
      [...groups.values()].sort((one, other) => other.length - one.length).map((group, at) => named(pool, group, at)),
    );
}

function named(pool: string, nodes: readonly [Node, ...Node[]], at: number): Group {
  const names = nodes.map(({ metadata }) => metadata.name);
  const name =
    at === 0 ? pool : `${pool} (differs: ${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''})`;
  return {
    nodes,
    subject: { kind: 'NodeGroup', name, members: { count: nodes.length, samples: names.slice(0, SAMPLES) } },
  };
}

function notJudged(node: Node, subject: Subject): Finding | undefined {
  const platform = platformOf(node, false);
  const { containerRuntimeVersion } = node.status.nodeInfo;
  if (platform.value === 'virtual-kubelet' && !containerRuntimeVersion.includes('://')) {
    return {
      verdict: 'not-applicable',
      subject,
      evidence: platform.evidence,
      because: 'a virtual kubelet runs no containers of its own',
    };
  }
  if (/^[a-z][a-z0-9-]*:\/\/\S+$/.test(containerRuntimeVersion)) return undefined;
  const detail = containerRuntimeVersion === '' ? 'does not say' : `says "${containerRuntimeVersion}" for`;
  return {
    verdict: 'unknown',
    subject,
    evidence: [],
    because: { code: 'not-understood', detail: `node ${node.metadata.name} ${detail} its container runtime` },
  };
}

/**
 * Who may have fixed what a runtime's version leaves open, and the evidence: the vendor of its build, or the distribution whose package it may be.
 * Undefined where nobody is known to.
 */
export function runtimeVendor(
  { version, osImage, sample }: NodeRuntime,
  facts: Facts,
): { readonly name: string; readonly evidence: readonly Evidence[] } | undefined {
  if (parseKubernetesVersion(version)?.upstream !== true) return { name: 'the vendor of this build', evidence: [] };
  const distribution = facts.backportingDistribution(osImage);
  if (distribution === undefined) return undefined;
  const { name, source } = distribution;
  const object = { apiVersion: 'v1', kind: 'Node', name: sample };
  return {
    name,
    evidence: [
      { from: 'object', object, pointer: '/status/nodeInfo/osImage', observed: osImage },
      { from: 'fact', fact: `${name} fixes its packages without a newer version number`, value: true, source },
    ],
  };
}

function runtimeOf({ metadata, status }: Node, subject: Subject): NodeRuntime {
  const { containerRuntimeVersion, kubeletVersion, osImage } = status.nodeInfo;
  const [name = '', version = ''] = containerRuntimeVersion.split('://');
  const object = { apiVersion: 'v1', kind: 'Node', name: metadata.name };
  return {
    subject,
    name,
    product: Object.hasOwn(PRODUCTS, name) ? PRODUCTS[name] : undefined,
    version: version.replace(/^v/, ''),
    kubeletVersion,
    osImage,
    evidence: [{ from: 'object', object, pointer: POINTER, observed: containerRuntimeVersion }],
    sample: metadata.name,
  };
}
