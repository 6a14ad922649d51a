import type { Evidence, ObjectRef } from '../../model/finding.ts';
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
  /** Whether it runs the control plane. */
  readonly isServer: boolean;
  /** A setting of k3s or RKE2 itself, by the name of its flag; undefined where what it was started with cannot be read. */
  own(flag: OwnFlag): OwnSetting | undefined;
  /** The arguments that the user gave a component, or why they are not known; undefined where it does not run on this node. */
  argumentsOf(component: ProcessComponent): { arguments: readonly Argument[]; opaque: string | undefined } | undefined;
}

/** A setting of k3s or RKE2 itself. */
export interface OwnSetting {
  /** As given, `true` for a flag that stands alone; undefined where neither the arguments nor the environment give it. */
  readonly value: string | undefined;
  readonly evidence: Evidence;
}

/**
 * The flags of k3s and RKE2 themselves that may be asked for, and the variable that gives each, without the program's name in front.
 * https://docs.k3s.io/cli/server, https://github.com/rancher/rke2/blob/de8240abc4298ba6bb2b3c5e38a561926cdc57ff/pkg/cli/cmds/root.go
 */
const OWN_FLAGS = {
  'write-kubeconfig-mode': 'KUBECONFIG_MODE',
  'write-kubeconfig-group': 'KUBECONFIG_GROUP',
  profile: 'CIS_PROFILE',
  'disable-network-policy': undefined,
  'flannel-backend': undefined,
  'egress-selector-mode': undefined,
  'tls-san-security': undefined,
  'bind-address': undefined,
  'data-dir': 'DATA_DIR',
  'secrets-encryption': undefined,
} as const;
export type OwnFlag = keyof typeof OWN_FLAGS;

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
  const isServer = words === undefined ? labelled : words[0] === 'server';
  return {
    node,
    object,
    distribution,
    pointer,
    isServer,
    own: (flag) => (words === undefined ? undefined : ownSetting(flag, words, { node, object, raw, pointer })),
    argumentsOf(component) {
      if (!isServer && component !== 'kube-proxy') return undefined;
      if (component === 'etcd' && node.metadata.labels['node-role.kubernetes.io/etcd'] !== 'true') return undefined;
      return words === undefined ? { arguments: [], opaque: raw } : select(words, component, raw, pointer);
    },
  };
}

function select(words: readonly string[], component: ProcessComponent, raw: string, pointer: string) {
  const place = { hidden: false, raw, pointer };
  const { uses } = parseFlags(
    words.slice(1).map((text) => ({ text, ...place })),
    // A switch counts as of no known type: k3s writes `--switch=false` as two words.
    (flag) => (TAKES_ARGUMENTS.has(flag) ? 'list' : undefined),
  );
  const disabled = uses.get(DISABLE_FLAGS[component])?.at(-1);
  if (disabled !== undefined && disabled.value !== 'false') return undefined;
  const given = ARGUMENT_FLAGS[component].flatMap((flag) => uses.get(flag) ?? []);
  const args = given.map(({ value = '' }): Argument => ({ text: `--${value.replace(/^--?/, '')}`, ...place }));
  return { arguments: args, opaque: undefined };
}

/** The last use of a flag counts, and before the environment. */
function ownSetting(
  flag: OwnFlag,
  words: readonly string[],
  { node, object, raw, pointer }: Pick<EmbeddedNode, 'node' | 'object' | 'pointer'> & { readonly raw: string },
): OwnSetting {
  const { uses } = parseFlags(
    words.slice(1).map((text) => ({ text, hidden: false, raw, pointer })),
    (name) => (TAKES_ARGUMENTS.has(name) ? 'list' : undefined),
  );
  const use = uses.get(flag)?.at(-1);
  if (use !== undefined)
    return {
      value: use.value ?? 'true',
      evidence: { from: 'object', object, pointer, observed: raw, source: 'node-annotation' },
    };
  const key = pointer.endsWith('k3s.io~1node-args') ? 'k3s.io/node-env' : 'rke2.io/node-env';
  const text = node.metadata.annotations[key];
  const variable = OWN_FLAGS[flag];
  const value =
    variable === undefined ? undefined : parseMap(text)[`${key.startsWith('k3s') ? 'K3S' : 'RKE2'}_${variable}`];
  if (text === undefined || value === undefined || value === '')
    return { value: undefined, evidence: { from: 'absence', object, pointer, sought: flag } };
  const place = `/metadata/annotations/${escapePointer(key)}`;
  return { value, evidence: { from: 'object', object, pointer: place, observed: text, source: 'node-annotation' } };
}

/** The texts of a JSON object; none where it is no such object. */
function parseMap(raw: string | undefined): Readonly<Record<string, string>> {
  try {
    const map: unknown = JSON.parse(raw ?? '{}');
    const entries = typeof map === 'object' && map !== null ? Object.entries(map) : [];
    return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

function parseWords(raw: string): readonly string[] | undefined {
  try {
    const words: unknown = JSON.parse(raw);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}
