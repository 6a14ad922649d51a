import type { Uncertainty } from '../model/finding.ts';
import type { Config, Gathered, NodeConfigz } from '../model/resources.ts';
import type { Node } from '../shapes/generated.ts';
import { withoutOwn } from './kubelet-likeness.ts';
import { groupNodes, type NodeGroup, type Platform, platformOf } from './node-pools.ts';

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
  const read = new Map(configz.state === 'failed' ? [] : configz.value.map((one) => [one.node, one]));
  const kubelet = (node: Node) => {
    const live = configz.state === 'failed' ? unread(configz.failure) : liveConfig(node.metadata.name, read);
    return { live, platform: platformOf(node, live.read) };
  };
  const groups = groupNodes(nodes, (node) => {
    const { live, platform } = kubelet(node);
    const likeness = [node.status.nodeInfo.kubeletVersion, comparable(live, node)];
    return { platform: platform.value, likeness };
  });
  return groups.map((group) => ({ ...group, ...kubelet(group.nodes[0]) }));
}

const unread = (because: Uncertainty): LiveConfig => ({ read: false, because });

function liveConfig(node: string, read: ReadonlyMap<string, NodeConfigz>): LiveConfig {
  const found = read.get(node);
  if (found === undefined) {
    return unread({ code: 'incomplete', detail: `the configuration of the kubelet on ${node} was not read` });
  }
  return found.state === 'failed' ? unread(found.failure) : { read: true, config: found.value };
}

/** What must be equal for two kubelets to be alike. What is said of a failure may name the node; its kind is what counts. */
const comparable = (live: LiveConfig, node: Node): unknown =>
  live.read ? withoutOwn(live.config, node) : live.because.code;
