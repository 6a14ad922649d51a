import type { Uncertainty } from '../model/finding.ts';
import type { Config, ConfigValue, Gathered, NodeConfigz } from '../model/resources.ts';
import type { Instance } from '../model/views.ts';
import type { Node } from '../shapes/generated.ts';
import { platformOf, poolOf } from './node-pools.ts';
import { OWN_TO_NODE } from './settings/kubelet-fields.ts';

/** A kubelet's live configuration, or why there is none. */
export type LiveConfig =
  | { readonly read: true; readonly config: Config }
  | { readonly read: false; readonly because: Uncertainty };

/** Nodes of one pool that are alike. */
export interface NodeGroup {
  /** The pool's name, and how the group differs from the pool's largest one. */
  readonly name: string;
  /** In order of their names. */
  readonly nodes: readonly [Node, ...Node[]];
  readonly live: LiveConfig;
  readonly platform: NonNullable<Instance['platform']>;
}

/** Groups nodes by pool, platform, kubelet version and configuration. The largest group of a pool carries its plain name. */
export function groupNodes(nodes: readonly Node[], configz: Gathered<readonly NodeConfigz[]>): readonly NodeGroup[] {
  const pools = new Map<string, Map<string, NodeGroup>>();
  for (const node of [...nodes].sort((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1))) {
    const live = liveConfig(node.metadata.name, configz);
    const platform = platformOf(node, live.read);
    const pool = platform.value === 'linux' ? poolOf(node) : `${poolOf(node)} (${platform.value})`;
    const groups = pools.get(pool) ?? new Map<string, NodeGroup>();
    pools.set(pool, groups);
    const key = JSON.stringify([node.status.nodeInfo.kubeletVersion, comparable(live, node.metadata.name)]);
    const group = groups.get(key);
    groups.set(
      key,
      group === undefined ? { name: pool, nodes: [node], live, platform } : { ...group, nodes: [...group.nodes, node] },
    );
  }
  return [...pools]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, groups]) => nameGroups([...groups.values()]));
}

function nameGroups(groups: readonly NodeGroup[]): readonly NodeGroup[] {
  // Largest first; of equal ones that of the first node, which is their order already.
  const [largest, ...others] = [...groups].sort((one, other) => other.nodes.length - one.nodes.length);
  const named = others.map((group) => ({ ...group, name: `${group.name} (differs: ${listNames(group.nodes)})` }));
  return largest === undefined ? [] : [largest, ...named];
}

const NAMES_SHOWN = 3;

/** Names of some nodes, and how many more there are. */
export function listNames(nodes: readonly Node[]): string {
  const names = nodes.slice(0, NAMES_SHOWN).map(({ metadata }) => metadata.name);
  const more = nodes.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

function liveConfig(node: string, configz: Gathered<readonly NodeConfigz[]>): LiveConfig {
  if (configz.state === 'failed') return { read: false, because: configz.failure };
  const found = configz.value.find((one) => one.node === node);
  if (found === undefined) {
    const detail = `the configuration of the kubelet on ${node} was not read`;
    return { read: false, because: { code: 'incomplete', detail } };
  }
  return found.state === 'failed' ? { read: false, because: found.failure } : { read: true, config: found.value };
}

/** What must be equal for two kubelets to be alike: all but what is a node's own, with its name taken out of what is left. */
function comparable(live: LiveConfig, node: string): unknown {
  // What is said of a failure may name the node; its kind is what counts.
  if (!live.read) return live.because.code;
  const entries = Object.entries(live.config).filter(([field]) => !OWN_TO_NODE.has(field));
  return entries.sort(byKey).map(([field, value]) => [field, sorted(value, node)]);
}

function sorted(value: ConfigValue | undefined, node: string): unknown {
  if (typeof value === 'string') return value.replaceAll(node, '$(NODE)');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly ConfigValue[]).map((item) => sorted(item, node));
  return Object.entries(value as Config)
    .sort(byKey)
    .map(([key, item]) => [key, sorted(item, node)]);
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;
