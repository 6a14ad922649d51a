import { pathSegment } from '../kube/guard.ts';
import type { Uncertainty } from '../model/finding.ts';
import type { Gathered, NodeConfigz } from '../model/resources.ts';
import { lists } from './catalogue.ts';
import { keepFields } from './config-document.ts';
import { KUBELET_FIELDS } from './config-fields.ts';
import { listKind } from './list-kind.ts';
import type { Requests } from './requests.ts';
import { isRecord, malformed } from './untyped.ts';

/** Refusals in a row after which the other nodes are not asked: the right is hardly ever given node by node. */
const REFUSALS = 3;

/**
 * The live configuration of every kubelet, through the API server's proxy. A node's failure stands beside the others' answers and
 * makes the whole partial. Where the first nodes are all refused, the others are not asked, and say so.
 */
export async function readKubeletConfigz(requests: Requests): Promise<Gathered<readonly NodeConfigz[]>> {
  const nodes = await listKind(requests, lists.nodes);
  if (nodes.state === 'failed') return nodes;
  const names = nodes.value.map(({ metadata }) => metadata.name);
  const first = await Promise.all(names.slice(0, REFUSALS).map((name) => readNode(requests, name)));
  const refusal = first.length === REFUSALS && first.every(isForbidden) ? first[0] : undefined;
  const rest = names
    .slice(REFUSALS)
    .map((node) => (refusal === undefined ? readNode(requests, node) : { ...refusal, node }));
  const value = [...first, ...(await Promise.all(rest))];
  const missing = [...(nodes.state === 'partial' ? nodes.missing : []), ...missed(value)];
  const [one, ...more] = missing;
  return one === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [one, ...more] };
}

async function readNode(requests: Requests, node: string): Promise<NodeConfigz> {
  const answer = await requests.get(`/api/v1/nodes/${pathSegment(node)}/proxy/configz`);
  if (!answer.ok) return fails(node, answer.failure);
  const config = isRecord(answer.value) ? answer.value['kubeletconfig'] : undefined;
  if (!isRecord(config)) return fails(node, malformed(`configz of node ${node} has no kubeletconfig`));
  return { node, state: 'whole', value: keepFields(config, KUBELET_FIELDS) };
}

const fails = (node: string, failure: Uncertainty): NodeConfigz => ({ node, state: 'failed', failure });

const isForbidden = (one: NodeConfigz): boolean => one.state === 'failed' && one.failure.code === 'forbidden';

/** One sentence per reason. */
function missed(nodes: readonly NodeConfigz[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const one of nodes) {
    if (one.state !== 'failed') continue;
    const names = byReason.get(one.failure.code) ?? [];
    names.push(one.node);
    byReason.set(one.failure.code, names);
  }
  return [...byReason].sort().map(([code, names]) => {
    const more = names.length > 3 ? `, ... (${names.length} of ${nodes.length})` : '';
    return `configz of ${names.slice(0, 3).join(', ')}${more}: ${code}`;
  });
}
