import type { Gathered } from '../model/resources.ts';
import type { Node } from '../shapes/generated.ts';
import { lists } from './catalogue.ts';
import { listKind } from './list-kind.ts';
import type { Requests } from './requests.ts';
import { keepArguments } from './secret-text.ts';

/** k3s and RKE2 write the command line of a node's process into annotations, as a JSON list, and its environment, as a JSON object. */
const KEPT_ANNOTATIONS: Readonly<Record<string, (text: string) => string>> = {
  'k3s.io/node-args': keepNodeArguments,
  'rke2.io/node-args': keepNodeArguments,
  'k3s.io/node-env': keepNodeEnvironment,
  'rke2.io/node-env': keepNodeEnvironment,
};

/** The only variables that are kept: their values are no secrets. */
const KEPT_VARIABLES = /^(?:K3S|RKE2)_(?:KUBECONFIG_MODE|KUBECONFIG_GROUP|CIS_PROFILE)$/;

/** The value of an annotation of a node as it may be kept. */
export const keepNodeAnnotation = (name: string, text: string): string =>
  Object.hasOwn(KEPT_ANNOTATIONS, name) ? (KEPT_ANNOTATIONS[name]?.(text) ?? text) : text;

/** All nodes, with what may be secret taken out of their command lines and environments. */
export async function readNodes(requests: Requests): Promise<Gathered<readonly Node[]>> {
  const nodes = await listKind(requests, lists.nodes);
  return nodes.state === 'failed' ? nodes : { ...nodes, value: nodes.value.map(keepNode) };
}

function keepNode(node: Node): Node {
  let { annotations } = node.metadata;
  for (const name of Object.keys(KEPT_ANNOTATIONS)) {
    const text = annotations[name];
    if (text !== undefined) annotations = { ...annotations, [name]: keepNodeAnnotation(name, text) };
  }
  return annotations === node.metadata.annotations ? node : { ...node, metadata: { ...node.metadata, annotations } };
}

/** A command line as it may be kept: the same text where nothing in it is secret; empty where it is no list of strings. */
function keepNodeArguments(text: string): string {
  const list = parseList(text);
  if (list === undefined) return '';
  const kept = keepArguments(list);
  return kept === list ? text : JSON.stringify(kept);
}

/** An environment as it may be kept: the same text where nothing is left out; empty where it is no JSON object. */
function keepNodeEnvironment(text: string): string {
  let map: unknown;
  try {
    map = JSON.parse(text);
  } catch {
    return '';
  }
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return '';
  const entries = Object.entries(map);
  const kept = entries.filter(([name, value]) => KEPT_VARIABLES.test(name) && typeof value === 'string');
  return kept.length === entries.length ? text : JSON.stringify(Object.fromEntries(kept));
}

function parseList(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
