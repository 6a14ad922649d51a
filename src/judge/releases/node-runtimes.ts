import type { Facts, Product } from '../../model/facts.ts';
import type { Evaluation, Evidence, Evidences, Finding, Subject } from '../../model/finding.ts';
import type { Node } from '../../shapes/generated.ts';
import { judgeNodes } from '../nodes/judge-nodes.ts';
import { parseKubernetesVersion } from './kubernetes-version.ts';

/** Nodes of one pool that say the same of their container runtime. */
export interface NodeRuntime {
  readonly subject: Subject;
  /** As nodes name it: `containerd`, `cri-o`, `docker`. */
  readonly name: string;
  /** The product whose releases are described; undefined for another. */
  readonly product: Extract<Product, 'containerd' | 'cri-o' | 'docker-engine'> | undefined;
  readonly version: string;
  readonly kubeletVersion: string;
  readonly osImage: string;
  readonly evidence: Evidences;
  /** A node of the group, by name. */
  readonly sample: string;
}

const PRODUCTS: Readonly<Record<string, NodeRuntime['product']>> = {
  containerd: 'containerd',
  'cri-o': 'cri-o',
  docker: 'docker-engine',
};
const POINTER = '/status/nodeInfo/containerRuntimeVersion';

/** Judges the container runtime of every node; nodes of one pool with the same system, runtime and kubelet are one subject. */
export const judgeRuntimes = (nodes: readonly Node[], judge: (runtime: NodeRuntime) => Finding): Evaluation =>
  judgeNodes(
    nodes,
    ({ status: { nodeInfo } }) => [nodeInfo.containerRuntimeVersion, nodeInfo.kubeletVersion, nodeInfo.osImage],
    (sample, subject) => unreadRuntime(sample, subject) ?? judge(runtimeOf(sample, subject)),
  );

function unreadRuntime(node: Node, subject: Subject): Finding | undefined {
  const { containerRuntimeVersion } = node.status.nodeInfo;
  if (/^[a-z][a-z0-9-]*:\/\/\S+$/.test(containerRuntimeVersion)) return undefined;
  const detail = containerRuntimeVersion === '' ? 'does not say' : `says "${containerRuntimeVersion}" for`;
  return {
    verdict: 'unknown',
    subject,
    evidence: [],
    because: { code: 'not-understood', detail: `node ${node.metadata.name} ${detail} its container runtime` },
  };
}

/**
 * Who may have fixed what a runtime's version leaves open, and the evidence: the vendor of its build, or the distribution whose package it may be.
 * Undefined where nobody is known to.
 */
export function runtimeVendor(
  { version, osImage, sample }: NodeRuntime,
  facts: Facts,
): { readonly name: string; readonly evidence: readonly Evidence[] } | undefined {
  if (parseKubernetesVersion(version)?.upstream !== true) return { name: 'the vendor of this build', evidence: [] };
  const distribution = facts.backportingDistribution(osImage);
  if (distribution === undefined) return undefined;
  const { name, source } = distribution;
  const object = { apiVersion: 'v1', kind: 'Node', name: sample };
  return {
    name,
    evidence: [
      { from: 'object', object, pointer: '/status/nodeInfo/osImage', observed: osImage },
      { from: 'fact', fact: `${name} fixes its packages without a newer version number`, value: true, source },
    ],
  };
}

function runtimeOf({ metadata, status }: Node, subject: Subject): NodeRuntime {
  const { containerRuntimeVersion, kubeletVersion, osImage } = status.nodeInfo;
  const end = containerRuntimeVersion.indexOf('://');
  const name = containerRuntimeVersion.slice(0, end);
  const object = { apiVersion: 'v1', kind: 'Node', name: metadata.name };
  return {
    subject,
    name,
    product: Object.hasOwn(PRODUCTS, name) ? PRODUCTS[name] : undefined,
    version: containerRuntimeVersion.slice(end + '://'.length).replace(/^v/, ''),
    kubeletVersion,
    osImage,
    evidence: [{ from: 'object', object, pointer: POINTER, observed: containerRuntimeVersion }],
    sample: metadata.name,
  };
}
