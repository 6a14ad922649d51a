import type { Facts, FlagType } from '../../model/facts.ts';
import type { Evidence, Evidences, Subject } from '../../model/finding.ts';
import type { Instance, Lookup } from '../../model/views.ts';
import type { Node } from '../../shapes/generated.ts';
import type { AllResources } from '../managed-plane.ts';
import type { ProcessComponent } from '../processes/component-signs.ts';
import { findProcesses, type Process, type Processes } from '../processes/find-processes.ts';
import { imageVersion } from '../processes/image.ts';
import { type EmbeddedNode, embeddedNode } from '../processes/node-args.ts';
import { argvLayer } from './argv-layer.ts';
import { environmentLayer } from './environment-layer.ts';
import { fileOverrides } from './file-overrides.ts';
import { type FileLookup, filesOn, type HostFiles, NO_FILES } from './host-files.ts';
import { flagDefault, instanceOf, known, type Layer, unknown } from './layers.ts';

/** A running component before its settings are put together. */
export interface Candidate {
  readonly component: ProcessComponent;
  readonly subject: Subject;
  /** Addresses that are this instance's alone. */
  readonly addresses: readonly string[];
  readonly version: Instance['version'];
  /** Where a file that it names lies, as one text: `config-map:NAMESPACE/NAME/KEY`; undefined where that is not known. */
  readonly originOf?: Instance['originOf'];
  readonly layers: readonly Layer[];
  /** What the files hold that it names. */
  readonly files: FileLookup;
  readonly typeOf: (flag: string) => FlagType | undefined;
  /** What holds for a setting that no layer gives. */
  readonly fallback: (version: Instance['version']) => (setting: string) => Lookup;
}

/** The running instances of a component: containers, and on nodes without one the processes of k3s and RKE2. */
export function findCandidates(
  resources: AllResources,
  component: ProcessComponent,
  facts: Facts,
): Pick<Processes, 'pending' | 'foreign'> & { readonly candidates: readonly Candidate[] } {
  const { 'control-plane-pods': pods, nodes } = resources;
  const files = filesOn(resources['host-files']);
  const found = findProcesses(pods.state === 'failed' ? [] : pods.value, component);
  const taken = new Set(found.running.map(({ pod }) => pod?.spec.nodeName));
  const embedded = (nodes.state === 'failed' ? [] : [...nodes.value].sort(byName))
    .filter(({ metadata }) => !taken.has(metadata.name))
    .flatMap((node) => embeddedCandidate(embeddedNode(node), component, facts, files) ?? []);
  const candidates = [...found.running.map((process) => processCandidate(process, facts, files)), ...embedded];
  return { candidates, pending: found.pending, foreign: found.foreign };
}

/** Puts an instance together; `extra` layers come before its own. */
export function candidateInstance(candidate: Candidate, version = candidate.version): Instance {
  const { component, subject, layers, originOf, files, typeOf } = candidate;
  const inFile = fileOverrides(component, layers, files, typeOf);
  return instanceOf({ subject, version, originOf, layers, inFile, files, fallback: candidate.fallback(version) });
}

/** A container that runs a component, with the settings that its pod shows. */
export function processCandidate(process: Process, facts: Facts, files?: HostFiles): Candidate {
  const { component, subject, object, container, pointer, line, pod } = process;
  const typeOf = (flag: string) => facts.flagType(component, flag);
  const argv = argvLayer(object, line, typeOf);
  const layers = component === 'etcd' ? [argv, environmentLayer(object, container, pointer, typeOf)] : [argv];
  const value = imageVersion(container.image, component);
  const evidence: Evidences = [{ from: 'object', object, pointer: `${pointer}/image`, observed: container.image }];
  const place = container.command.length > 0 ? `${pointer}/command` : `${pointer}/args`;
  const absent = (flag: string): Evidence => ({ from: 'absence', object, pointer: place, sought: `--${flag}` });
  return {
    component,
    subject,
    addresses: pod === undefined ? [] : addressesOf(pod.status, pod.spec.hostNetwork),
    version: value === undefined ? undefined : { value, evidence },
    originOf: process.originOf,
    layers,
    files: files?.(pod?.spec.nodeName, process.originOf) ?? NO_FILES,
    typeOf,
    fallback: (version) => flagDefault(facts, component, version, absent),
  };
}

/** The host's address is the pod's own only on the host's network. */
function addressesOf(
  status: { readonly podIP: string; readonly hostIP: string; readonly podIPs: readonly { readonly ip: string }[] },
  hostNetwork: boolean,
): readonly string[] {
  const addresses = [status.podIP, ...status.podIPs.map(({ ip }) => ip), ...(hostNetwork ? [status.hostIP] : [])];
  return addresses.filter((address) => address !== '');
}

/** A component inside a k3s or RKE2 process: these set flags of their own, so that one not seen is not at its default. */
function embeddedCandidate(
  embedded: EmbeddedNode | undefined,
  component: ProcessComponent,
  facts: Facts,
  files: HostFiles,
): Candidate | undefined {
  const line = embedded?.argumentsOf(component);
  if (embedded === undefined || line === undefined) return undefined;
  const { node, object, distribution } = embedded;
  const typeOf = (flag: string) => facts.flagType(component, flag);
  const { kubeletVersion } = node.status.nodeInfo;
  const pointer = '/status/nodeInfo/kubeletVersion';
  const version: Instance['version'] = {
    value: kubeletVersion.replace(/^v/, ''),
    evidence: [{ from: 'object', object, pointer, observed: kubeletVersion }],
  };
  return {
    component,
    subject: { kind: 'Node', name: node.metadata.name },
    addresses: node.status.addresses.map(({ address }) => address),
    // One binary holds all of Kubernetes, and an etcd of some other version.
    version: component === 'etcd' || kubeletVersion === '' ? undefined : version,
    layers: [
      argvLayer(object, line, typeOf, 'node-annotation'),
      ...(component === 'kube-apiserver' && distribution === 'k3s' ? [k3sLayer(embedded)] : []),
    ],
    files: files(node.metadata.name, undefined),
    typeOf,
    fallback: () => (flag) =>
      unknown(
        'not-visible',
        `${distribution} runs ${component} with flags of its own, which the API does not show: --${flag}`,
      ),
  };
}

/**
 * What k3s tells its API server by flags of its own: an encryption configuration with --secrets-encryption, and none without.
 * https://docs.k3s.io/security/secrets-encryption
 */
function k3sLayer({ own }: EmbeddedNode): Layer {
  const [encrypts, folder] = [own('secrets-encryption'), own('data-dir')];
  const isOn = encrypts?.value !== undefined && !/^(?:0|f|false)$/i.test(encrypts.value);
  const file = `${folder?.value ?? '/var/lib/rancher/k3s'}/server/cred/encryption-config.json`;
  const isIt = (setting: string) => setting === 'encryption-provider-config' && encrypts !== undefined;
  return {
    read: (setting) =>
      isIt(setting) && encrypts !== undefined
        ? known(isOn ? file : '', 'node-annotation', [encrypts.evidence])
        : undefined,
    gives: (setting) => isIt(setting) && isOn,
  };
}

function byName(one: Node, other: Node): number {
  return one.metadata.name < other.metadata.name ? -1 : 1;
}
