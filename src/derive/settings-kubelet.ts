import type { Facts } from '../model/facts.ts';
import type { Evidence, Evidences, None, Observed } from '../model/finding.ts';
import type { Config, Gathered, ResourceKey } from '../model/resources.ts';
import type { Instance, Instances, Lookup } from '../model/views.ts';
import { type ConfigPlace, fieldEvidence, fieldOf, observedField } from './config-layer.ts';
import { OMITTED_WHEN_ZERO, OWN_TO_NODE } from './kubelet-fields.ts';
import { instanceOf, known, type Layer, unknown } from './layers.ts';
import type { AllResources } from './managed-plane.ts';
import { groupNodes, type NodeGroup } from './node-groups.ts';
import { listOf } from './places.ts';

/** What the settings of kubelets are made of. */
export const KUBELET_INPUTS = ['nodes', 'kubelet-configz', 'kubelet-config'] as const satisfies readonly ResourceKey[];

const NODES_SHOWN = 5;

/** Groups of nodes that are alike, with the settings of their kubelets. */
export function kubeletSettings(resources: AllResources, facts: Facts): Gathered<Instances> {
  const { nodes, 'kubelet-configz': configz, 'kubelet-config': file } = resources;
  if (nodes.state === 'failed') return nodes;
  const instances = groupNodes(nodes.value, configz).map((group) => groupInstance(group, file, facts));
  const value: Instances = { instances, none: noneOf(nodes.state) };
  return nodes.state === 'whole' ? { state: 'whole', value } : { ...nodes, value };
}

function noneOf(state: 'whole' | 'partial'): None {
  if (state === 'partial') return { unseen: { code: 'incomplete', detail: 'no node was seen' } };
  return {
    absent: [{ from: 'absence', object: listOf('v1', 'Node'), pointer: '', sought: 'a node' }],
    because: 'the cluster has no node',
  };
}

function groupInstance(group: NodeGroup, file: Gathered<Config>, facts: Facts): Instance {
  const [sample] = group.nodes;
  const object = { apiVersion: 'v1', kind: 'Node', name: sample.metadata.name };
  const { kubeletVersion } = sample.status.nodeInfo;
  const seen: Evidences = [
    { from: 'object', object, pointer: '/status/nodeInfo/kubeletVersion', observed: kubeletVersion },
  ];
  const version = kubeletVersion === '' ? undefined : { value: kubeletVersion.replace(/^v/, ''), evidence: seen };
  const samples = group.nodes.slice(0, NODES_SHOWN).map(({ metadata }) => metadata.name);
  return instanceOf({
    subject: { kind: 'NodeGroup', name: group.name, members: { count: group.nodes.length, samples } },
    version,
    platform: group.platform,
    ...sourceOf(group, version, file, facts),
  });
}

type Source = { readonly layers: readonly Layer[]; readonly fallback: (field: string) => Lookup };

/** Failures that are the same for all nodes, so that the file that kubeadm gives to all of them may stand in. */
const REFUSED: ReadonlySet<string> = new Set(['forbidden', 'unauthenticated', 'not-served', 'not-gathered']);

function sourceOf(group: NodeGroup, version: Instance['version'], file: Gathered<Config>, facts: Facts): Source {
  const { live, nodes, platform } = group;
  if (live.read) {
    const place = { path: `/api/v1/nodes/${nodes[0].metadata.name}/proxy/configz`, pointer: '/kubeletconfig' };
    const layer = liveLayer(live.config, place, nodes.length);
    // Defaults are filled in: a field that should be there and is not says nothing.
    const fallback = (field: string) =>
      unknown('not-gathered', `the configuration that the kubelet shows has no ${field}`);
    return { layers: [layer], fallback };
  }
  const { because } = live;
  const stands = platform.value !== 'virtual-kubelet' && file.state !== 'failed' && REFUSED.has(because.code);
  if (!stands) return { layers: [], fallback: () => ({ known: false, because }) };
  const place = {
    object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'kubelet-config', namespace: 'kube-system' },
    pointer: '/data/kubelet',
  };
  const absent = (field: string) => fieldEvidence(place, field, zeroIn(file.value, field), 'config-map');
  return {
    layers: [fileLayer(file.value, place)],
    fallback: (field) => fieldDefault(facts, field, version, absent(field)),
  };
}

/** The live configuration: what it leaves out is zero for the fields of which that is known. */
function liveLayer(config: Config, place: ConfigPlace, members: number): Layer {
  return {
    read(field) {
      if (members > 1 && OWN_TO_NODE.has(field.split('.', 1)[0] ?? '')) {
        return unknown(
          'not-understood',
          `${field} may differ between the nodes of a group, which are not compared by it`,
        );
      }
      const found = fieldOf(config, field);
      const zero = Object.hasOwn(OMITTED_WHEN_ZERO, field) ? OMITTED_WHEN_ZERO[field] : undefined;
      if (found === undefined) {
        return zero === undefined
          ? undefined
          : known(zero, 'configz', [fieldEvidence(place, field, undefined, 'configz')]);
      }
      return readField(field, found, place, 'configz');
    },
    // Defaults are filled in, so that a field that is there may not have been given.
    gives: (field) => {
      if (!Object.hasOwn(OMITTED_WHEN_ZERO, field)) return undefined;
      return fieldOf(config, field) !== undefined;
    },
  };
}

/** The file that kubeadm gives to each kubelet: what is empty in it takes the kubelet's default. */
function fileLayer(config: Config, place: ConfigPlace): Layer {
  const given = (field: string) => (zeroIn(config, field) === undefined ? fieldOf(config, field) : undefined);
  return {
    read(field) {
      const found = given(field);
      return found === undefined ? undefined : readField(field, found, place, 'config-map');
    },
    gives: (field) => given(field) !== undefined,
  };
}

/** The value of a field that is there and empty: kubeadm writes those out, and they mean that nothing is set. */
function zeroIn(config: Config, field: string): Observed | undefined {
  const found = fieldOf(config, field);
  return found === '' || found === '0s' || found === null ? found : undefined;
}

/** The value that a document gives a field. */
export function readField(
  field: string,
  found: NonNullable<ReturnType<typeof fieldOf>> | null,
  place: ConfigPlace,
  source: 'configz' | 'config-map',
): Lookup {
  const value = observedField(found);
  if (value === undefined) return unknown('not-understood', `${field} is not a plain value`);
  return known(value, source, [fieldEvidence(place, field, value, source)]);
}

function fieldDefault(facts: Facts, field: string, version: Instance['version'], absent: Evidence): Lookup {
  if (version === undefined) {
    return unknown(
      'outside-known-versions',
      `${field} is not set, and the version that its default depends on is not known`,
    );
  }
  const fact = facts.configDefault('kubelet', field, version.value);
  if (!fact.known)
    return unknown('outside-known-versions', `${field} is not set, and its default is not known: ${fact.why}`);
  const cited = {
    from: 'fact',
    fact: `default of ${field} in kubelet ${version.value}`,
    value: fact.value,
    source: fact.source,
  } as const;
  return known(fact.value, 'default', [absent, cited]);
}
