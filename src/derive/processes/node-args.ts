import type { ObjectRef } from '../../model/finding.ts';
import type { Node } from '../../shapes/generated.ts';
import { escapePointer } from '../places.ts';
import type { ProcessComponent } from './component-signs.ts';
import { type Argument, parseFlags } from './flags.ts';

/** A node of k3s or RKE2, whose one process holds the components that don't run as pods. */
export interface EmbeddedNode {
  readonly node: Node;
  readonly object: ObjectRef;
  readonly distribution: 'k3s' | 'RKE2';
  /** JSON pointer of the annotation. */
  readonly pointer: string;
  /** The arguments that the user gave a component, or why they are not known; undefined where it does not run on this node. */
  argumentsOf(component: ProcessComponent): { arguments: readonly Argument[]; opaque: string | undefined } | undefined;
}

const ANNOTATIONS = [
  { key: 'k3s.io/node-args', distribution: 'k3s' },
  { key: 'rke2.io/node-args', distribution: 'RKE2' },
] as const;

/** The only arguments that are looked at: others may hold a token. */
const ARGUMENT_FLAGS: { readonly [Component in ProcessComponent]: readonly string[] } = {
  'kube-apiserver': ['kube-apiserver-arg'],
  etcd: ['etcd-arg'],
  'kube-scheduler': ['kube-scheduler-arg'],
  'kube-controller-manager': ['kube-controller-manager-arg', 'kube-controller-arg'],
  'cloud-controller-manager': ['kube-cloud-controller-manager-arg', 'kube-cloud-controller-arg'],
  'kube-proxy': ['kube-proxy-arg'],
};
const DISABLE_FLAGS: { readonly [Component in ProcessComponent]: string } = {
  'kube-apiserver': 'disable-apiserver',
  etcd: 'disable-etcd',
  'kube-scheduler': 'disable-scheduler',
  'kube-controller-manager': 'disable-controller-manager',
  'cloud-controller-manager': 'disable-cloud-controller',
  'kube-proxy': 'disable-kube-proxy',
};
const TAKES_ARGUMENTS = new Set(Object.values(ARGUMENT_FLAGS).flat());
const DISABLES = new Set(Object.values(DISABLE_FLAGS));

/** Reads what k3s and RKE2 write of their own arguments onto a node; undefined for a node of neither. */
export function embeddedNode(node: Node): EmbeddedNode | undefined {
  const { name, annotations } = node.metadata;
  const found = ANNOTATIONS.find(({ key }) => annotations[key] !== undefined);
  if (found === undefined) return undefined;
  const raw = annotations[found.key] as string;
  const pointer = `/metadata/annotations/${escapePointer(found.key)}`;
  const words = parseWords(raw);
  const object: ObjectRef = { apiVersion: 'v1', kind: 'Node', name };
  const { distribution } = found;
  const labelled = node.metadata.labels['node-role.kubernetes.io/control-plane'] !== undefined;
  return {
    node,
    object,
    distribution,
    pointer,
    argumentsOf(component) {
      const server = words === undefined ? labelled : words[0] === 'server';
      if (!server && component !== 'kube-proxy') return undefined;
      if (component === 'etcd' && node.metadata.labels['node-role.kubernetes.io/etcd'] !== 'true') return undefined;
      return words === undefined ? { arguments: [], opaque: raw } : select(words, component, raw, pointer);
    },
  };
}

function select(words: readonly string[], component: ProcessComponent, raw: string, pointer: string) {
  const place = { hidden: false, raw, pointer };
  const { uses } = parseFlags(
    words.slice(1).map((text) => ({ text, ...place })),
    (flag) => (TAKES_ARGUMENTS.has(flag) ? 'list' : DISABLES.has(flag) ? 'boolean' : undefined),
  );
  const disabled = uses.get(DISABLE_FLAGS[component])?.at(-1);
  if (disabled !== undefined && disabled.value !== 'false') return undefined;
  const given = ARGUMENT_FLAGS[component].flatMap((flag) => uses.get(flag) ?? []);
  const args = given.map(({ value = '' }): Argument => ({ text: `--${value.replace(/^--?/, '')}`, ...place }));
  return { arguments: args, opaque: undefined };
}

function parseWords(raw: string): readonly string[] | undefined {
  try {
    const words: unknown = JSON.parse(raw);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}
