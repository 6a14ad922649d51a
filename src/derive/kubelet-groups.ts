import type { Uncertainty } from '../model/finding.ts';
import type { Config, ConfigValue, Gathered, NodeConfigz } from '../model/resources.ts';
import type { Node } from '../shapes/generated.ts';
import { groupNodes, type NodeGroup, type Platform, platformOf } from './node-pools.ts';
import { OWN_TO_NODE } from './settings/kubelet-fields.ts';

/** A kubelet's live configuration, or why there is none. */
export type LiveConfig =
  | { readonly read: true; readonly config: Config }
  | { readonly read: false; readonly because: Uncertainty };

/** Nodes whose kubelets are alike. */
export interface KubeletGroup extends NodeGroup {
  readonly live: LiveConfig;
  readonly platform: Platform;
}

/** Groups nodes by pool, platform, kubelet version and configuration. */
export function groupKubelets(
  nodes: readonly Node[],
  configz: Gathered<readonly NodeConfigz[]>,
): readonly KubeletGroup[] {
  const kubelet = (node: Node) => {
    const live = liveConfig(node.metadata.name, configz);
    return { live, platform: platformOf(node, live.read) };
  };
  const groups = groupNodes(nodes, (node) => {
    const { live, platform } = kubelet(node);
    const likeness = [node.status.nodeInfo.kubeletVersion, comparable(live, node.metadata.name)];
    return { platform: platform.value, likeness };
  });
  return groups.map((group) => ({ ...group, ...kubelet(group.nodes[0]) }));
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
