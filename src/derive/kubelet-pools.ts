import type { Evidence } from '../model/finding.ts';
import type { Config, ConfigValue, Gathered } from '../model/resources.ts';
import type { KubeletOutlier, KubeletPool } from '../model/views.ts';
import type { Node } from '../shapes/generated.ts';
import { groupKubelets, type KubeletGroup } from './kubelet-groups.ts';
import { withoutOwn } from './kubelet-likeness.ts';
import type { AllResources } from './managed-plane.ts';
import { groupSubject, listNames } from './node-pools.ts';
import { fieldEvidence, fieldOf, observedField } from './settings/config-layer.ts';
import { OPERATIONAL } from './settings/kubelet-fields.ts';

/** Pools of nodes, with what differs between the kubelets of each. */
export function kubeletPools(resources: AllResources): Gathered<readonly KubeletPool[]> {
  const { nodes, 'kubelet-configz': configz } = resources;
  if (nodes.state === 'failed') return nodes;
  const pools = new Map<string, KubeletGroup[]>();
  for (const group of groupKubelets(nodes.value, configz)) {
    pools.set(group.pool, [...(pools.get(group.pool) ?? []), group]);
  }
  const value = [...pools].map(([name, groups]) => poolOf(name, groups as [KubeletGroup, ...KubeletGroup[]]));
  return nodes.state === 'whole' ? { state: 'whole', value } : { ...nodes, value };
}

function poolOf(name: string, groups: readonly [KubeletGroup, ...KubeletGroup[]]): KubeletPool {
  const nodes = groups.flatMap((group) => group.nodes).sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  return {
    subject: groupSubject({ name, nodes: nodes as [Node, ...Node[]] }),
    platform: groups[0].platform,
    outliers: byMinor(groups).flatMap(outliersOf),
    unread: groups.flatMap(({ live }) => (live.read ? [] : [live.because])),
  };
}

const nameOf = ({ metadata }: Node): string => metadata.name;

/** Nodes of a pool with one security configuration. */
interface Alike {
  readonly nodes: [Node, ...Node[]];
  readonly config: Config;
  /** The configuration without what is a node's own or does not guard it. */
  readonly compared: Config;
}

/** Defaults change from minor to minor, so that only kubelets of one are compared. */
function byMinor(groups: readonly KubeletGroup[]): readonly (readonly Alike[])[] {
  const minors = new Map<string, Map<string, Alike>>();
  for (const { live, nodes } of groups) {
    if (!live.read) continue;
    const [first] = nodes;
    const minor = /^v?\d+\.\d+/.exec(first.status.nodeInfo.kubeletVersion)?.[0] ?? '';
    const sets = minors.get(minor) ?? new Map<string, Alike>();
    minors.set(minor, sets);
    const entries = Object.entries(withoutOwn(live.config, first)).filter(([field]) => !OPERATIONAL.has(field));
    const compared = Object.fromEntries(entries);
    const key = JSON.stringify(compared);
    const set = sets.get(key);
    if (set === undefined) sets.set(key, { nodes: [...nodes], config: live.config, compared });
    else set.nodes.push(...nodes);
  }
  return [...minors.values()].map((sets) => [...sets.values()]);
}

/** Fields of which the values are shown. */
const SHOWN = 4;

function outliersOf(sets: readonly Alike[]): readonly KubeletOutlier[] {
  const [norm, ...others] = [...sets].sort((one, other) => other.nodes.length - one.nodes.length);
  if (norm === undefined) return [];
  return others.flatMap((other) => {
    const fields = differences(other.compared, norm.compared);
    const [first, ...rest] = fields.slice(0, SHOWN).flatMap((field) => [shown(other, field), shown(norm, field)]);
    return first === undefined ? [] : [{ nodes: listNames(other.nodes), fields, evidence: [first, ...rest] }];
  });
}

/** Dotted names of the fields in which two configurations differ. */
function differences(one: Config, other: Config, above = ''): readonly string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.flatMap((name) => {
    const [mine, theirs] = [one[name], other[name]];
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
    const field = above + name;
    const [inMine, inTheirs] = [mine ?? {}, theirs ?? {}];
    return isConfig(inMine) && isConfig(inTheirs) ? differences(inMine, inTheirs, `${field}.`) : [field];
  });
}

const isConfig = (value: ConfigValue): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown({ nodes: [node], config }: Alike, field: string): Evidence {
  const place = { path: `/api/v1/nodes/${nameOf(node)}/proxy/configz`, pointer: '/kubeletconfig' };
  const value = fieldOf(config, field);
  return fieldEvidence(place, field, value === undefined ? undefined : observedField(value), 'configz');
}
