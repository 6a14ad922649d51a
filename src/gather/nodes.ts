import type { Gathered } from '../model/resources.ts';
import type { Node } from '../shapes/generated.ts';
import { lists } from './catalogue.ts';
import { listKind } from './list-kind.ts';
import type { Requests } from './requests.ts';
import { keepArguments } from './secret-text.ts';

/** k3s and RKE2 write the command line of a node's process here, as a JSON list. */
export const NODE_ARGUMENTS: readonly string[] = ['k3s.io/node-args', 'rke2.io/node-args'];

/** All nodes, with the values of secret flags taken out of their command lines. */
export async function readNodes(requests: Requests): Promise<Gathered<readonly Node[]>> {
  const nodes = await listKind(requests, lists.nodes);
  return nodes.state === 'failed' ? nodes : { ...nodes, value: nodes.value.map(keepNode) };
}

function keepNode(node: Node): Node {
  let { annotations } = node.metadata;
  for (const name of NODE_ARGUMENTS) {
    const text = annotations[name];
    if (text !== undefined) annotations = { ...annotations, [name]: keepNodeArguments(text) };
  }
  return annotations === node.metadata.annotations ? node : { ...node, metadata: { ...node.metadata, annotations } };
}

/** Such a command line as it may be kept: the same text where nothing in it is secret; empty where it is no list of strings. */
export function keepNodeArguments(text: string): string {
  const list = parseList(text);
  if (list === undefined) return '';
  const kept = keepArguments(list);
  return kept === list ? text : JSON.stringify(kept);
}

function parseList(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
