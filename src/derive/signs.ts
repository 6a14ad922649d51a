import type { Evidence } from '../model/finding.ts';
import type { ClusterIdentity, Gathered, ResourceKey } from '../model/resources.ts';
import type { Node } from '../shapes/generated.ts';
import type { AllResources } from './managed-plane.ts';
import { escapePointer } from './places.ts';

/** Something that an API server, or an object on it, shows of who built or runs the cluster. */
export type Sign =
  /** The version of the API server. */
  | { readonly from: 'version'; readonly pattern: RegExp }
  /** Host name of the API server as the kubeconfig gives it. */
  | { readonly from: 'server'; readonly pattern: RegExp }
  /** A label of a DaemonSet in kube-system. */
  | { readonly from: 'daemon-set'; readonly label: string; readonly value: string }
  /** A group and version that the server has. */
  | { readonly from: 'group'; readonly groupVersion: string }
  /** A label of a node. */
  | { readonly from: 'node-label'; readonly label: string }
  /** A field of a node. */
  | {
      readonly from: 'node';
      readonly pointer: '/spec/providerID' | '/status/nodeInfo/osImage';
      readonly pattern: RegExp;
    }
  | { readonly from: 'namespace'; readonly name: string }
  /** kubeadm's own record of the cluster. */
  | { readonly from: 'kubeadm-config' };

/** What signs are looked for in. */
export const SIGN_INPUTS = {
  plane: ['version', 'daemon-sets'],
  all: ['version', 'daemon-sets', 'discovery', 'nodes', 'namespaces', 'kubeadm-config'],
} as const satisfies Record<string, readonly ResourceKey[]>;

/** Where a sign shows; undefined where it does not, or where what it would show in was not read. */
export function evidenceOf(sign: Sign, resources: AllResources, cluster: ClusterIdentity): Evidence | undefined {
  switch (sign.from) {
    case 'version': {
      const gitVersion = read(resources.version)?.gitVersion;
      return gitVersion !== undefined && sign.pattern.test(gitVersion)
        ? { from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: gitVersion }
        : undefined;
    }
    case 'server': {
      const host = hostName(cluster.server ?? '');
      return host !== undefined && sign.pattern.test(host)
        ? { from: 'endpoint', path: '/', pointer: '', observed: host }
        : undefined;
    }
    case 'group':
      return read(resources.discovery)?.groupVersions[sign.groupVersion] === undefined
        ? undefined
        : { from: 'endpoint', path: '/apis', pointer: '', observed: sign.groupVersion };
    case 'daemon-set': {
      const name = firstName(
        read(resources['daemon-sets'])?.filter(
          ({ metadata }) => metadata.namespace === 'kube-system' && metadata.labels[sign.label] === sign.value,
        ),
      );
      if (name === undefined) return undefined;
      const object = { apiVersion: 'apps/v1', kind: 'DaemonSet', name, namespace: 'kube-system' };
      return { from: 'object', object, pointer: labelPointer(sign.label), observed: sign.value };
    }
    case 'node-label':
      return ofNode(resources, labelPointer(sign.label), (node) => node.metadata.labels[sign.label]);
    case 'node':
      return ofNode(resources, sign.pointer, (node) => {
        const value = sign.pointer === '/spec/providerID' ? node.spec.providerID : node.status.nodeInfo?.osImage;
        return value !== undefined && sign.pattern.test(value) ? value : undefined;
      });
    case 'namespace': {
      const found = read(resources.namespaces)?.some(({ metadata }) => metadata.name === sign.name);
      if (found !== true) return undefined;
      const object = { apiVersion: 'v1', kind: 'Namespace', name: sign.name };
      return { from: 'object', object, pointer: '/metadata/name', observed: sign.name };
    }
    case 'kubeadm-config': {
      if (read(resources['kubeadm-config']) === undefined) return undefined;
      const object = { apiVersion: 'v1', kind: 'ConfigMap', name: 'kubeadm-config', namespace: 'kube-system' };
      return { from: 'object', object, pointer: '/metadata/name', observed: 'kubeadm-config' };
    }
  }
}

/** The first node, by name, of which something is told. */
function ofNode(
  resources: AllResources,
  pointer: string,
  observedOf: (node: Node) => string | undefined,
): Evidence | undefined {
  const nodes = read(resources.nodes)?.filter((node) => observedOf(node) !== undefined) ?? [];
  const name = firstName(nodes);
  const node = nodes.find(({ metadata }) => metadata.name === name);
  const observed = node === undefined ? undefined : observedOf(node);
  if (name === undefined || observed === undefined) return undefined;
  return { from: 'object', object: { apiVersion: 'v1', kind: 'Node', name }, pointer, observed };
}

const read = <T>(gathered: Gathered<T>): T | undefined => (gathered.state === 'failed' ? undefined : gathered.value);
const labelPointer = (label: string): string => `/metadata/labels/${escapePointer(label)}`;
const firstName = (objects: readonly { readonly metadata: { readonly name: string } }[] = []): string | undefined =>
  objects.map(({ metadata }) => metadata.name).sort()[0];

/** The host of a server's address, in small letters; undefined for what is no address. */
function hostName(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() : undefined;
}
