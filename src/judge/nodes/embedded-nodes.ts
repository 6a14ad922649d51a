import { groupNodes, groupSubject } from '../../derive/node-pools.ts';
import { listOf } from '../../derive/places.ts';
import { type EmbeddedNode, embeddedNode, type OwnFlag, type OwnSetting } from '../../derive/processes/node-args.ts';
import type { Evaluation, Evidence, Evidences, Finding, None } from '../../model/finding.ts';
import type { Node } from '../../shapes/generated.ts';
import { together } from '../evidence.ts';
import type { Judgement } from '../settings/setting-checks.ts';
import { NO_NODE } from './judge-nodes.ts';

/**
 * Judges nodes of k3s and RKE2 by settings of those themselves, as the nodes tell them. `flags` maps each setting to what is wanted of it, for
 * the reader; nodes of one pool that give the same are one subject. Only servers are asked, unless `agents` says otherwise.
 */
export function judgeEmbedded<Flag extends OwnFlag>(
  nodes: readonly Node[],
  spec: {
    readonly flags: Readonly<Record<Flag, string>>;
    readonly distribution?: EmbeddedNode['distribution'];
    readonly agents?: boolean;
    /** What else makes nodes differ. */
    readonly likeness?: (node: Node) => unknown;
  },
  judge: (settings: Readonly<Record<Flag, OwnSetting>>, sample: Node) => Judgement,
): Evaluation {
  const wanted = nodes.filter((node) => {
    const found = embeddedNode(node)?.distribution;
    return found !== undefined && (spec.distribution ?? found) === found;
  });
  const asked = wanted.filter((node) => spec.agents === true || embeddedNode(node)?.isServer === true);
  const settingsOf = (node: Node) => ownSettings(node, Object.keys(spec.flags) as Flag[]);
  const groups = groupNodes(asked, (node) => {
    const settings = settingsOf(node);
    const values = settings && Object.values<OwnSetting>(settings).map(({ value }) => value ?? null);
    return { platform: 'linux', likeness: [values, spec.likeness?.(node)] };
  });
  const [first, ...rest] = groups.map((group): Finding => {
    const [sample] = group.nodes;
    const subject = groupSubject(group);
    const settings = settingsOf(sample);
    if (settings === undefined) {
      const detail = `what node ${sample.metadata.name} was started with cannot be read`;
      return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-understood', detail } };
    }
    const seen = (Object.keys(spec.flags) as Flag[]).map((flag) => expected(settings[flag].evidence, spec.flags[flag]));
    const judgement = judge(settings, sample);
    return { ...judgement, subject, evidence: together(seen as unknown as Evidences, judgement.evidence ?? []) };
  });
  return first === undefined ? noneOf(nodes, wanted, spec.distribution ?? 'k3s or RKE2') : [first, ...rest];
}

function ownSettings<Flag extends OwnFlag>(
  node: Node,
  flags: readonly Flag[],
): Readonly<Record<Flag, OwnSetting>> | undefined {
  const settings = flags.map((flag) => [flag, embeddedNode(node)?.own(flag)] as const);
  if (settings.some(([, setting]) => setting === undefined)) return undefined;
  return Object.fromEntries(settings) as Record<Flag, OwnSetting>;
}

const expected = (evidence: Evidence, text: string): Evidence =>
  evidence.from === 'absence' ? evidence : { ...evidence, expected: text };

function noneOf(nodes: readonly Node[], wanted: readonly Node[], name: string): None {
  if (nodes.length === 0) return NO_NODE;
  if (wanted.length > 0) {
    const detail = 'only agents are nodes of the cluster: the servers, which run none, are not visible';
    return { unseen: { code: 'not-visible', detail } };
  }
  const sought = `the node arguments of ${name}`;
  const object = listOf('v1', 'Node');
  return {
    absent: [{ from: 'absence', object, pointer: '/metadata/annotations', sought }],
    because: `no node is one of ${name}`,
  };
}
