import type { Evidences, None } from '../../model/finding.ts';
import type { Config, Gathered, ResourceKey } from '../../model/resources.ts';
import type { Instance, Instances, Lookup } from '../../model/views.ts';
import { groupKubelets, type KubeletGroup } from '../kubelet-groups.ts';
import type { AllResources } from '../managed-plane.ts';
import { groupSubject } from '../node-pools.ts';
import { listOf } from '../places.ts';
import { type ConfigPlace, fieldEvidence, fieldOf, observedField } from './config-layer.ts';
import { OMITTED_WHEN_ZERO, OWN_TO_NODE } from './kubelet-fields.ts';
import { instanceOf, known, type Layer, unknown } from './layers.ts';

/** What the settings of kubelets are made of. */
export const KUBELET_INPUTS = ['nodes', 'kubelet-configz'] as const satisfies readonly ResourceKey[];

/** Groups of nodes that are alike, with the settings of their kubelets. */
export function kubeletSettings(resources: AllResources): Gathered<Instances> {
  const { nodes, 'kubelet-configz': configz } = resources;
  if (nodes.state === 'failed') return nodes;
  const instances = groupKubelets(nodes.value, configz).map(groupInstance);
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

function groupInstance(group: KubeletGroup): Instance {
  const [sample] = group.nodes;
  const object = { apiVersion: 'v1', kind: 'Node', name: sample.metadata.name };
  const { kubeletVersion } = sample.status.nodeInfo;
  const seen: Evidences = [
    { from: 'object', object, pointer: '/status/nodeInfo/kubeletVersion', observed: kubeletVersion },
  ];
  const version = kubeletVersion === '' ? undefined : { value: kubeletVersion.replace(/^v/, ''), evidence: seen };
  return instanceOf({
    subject: groupSubject(group),
    version,
    platform: group.platform,
    nodes: group.nodes.map(({ metadata }) => metadata.name),
    ...sourceOf(group),
  });
}

type Source = { readonly layers: readonly Layer[]; readonly fallback: (field: string) => Lookup };

/**
 * What the kubelets of a group run with, by their own word. The ConfigMap kubelet-config is no substitute: it is what kubeadm gives to a
 * node that joins, and drop-in files, flags and later edits on the node count for more. A pass from it would be one without having seen.
 */
function sourceOf({ live, nodes }: KubeletGroup): Source {
  if (!live.read) return { layers: [], fallback: () => ({ known: false, because: live.because }) };
  const place = { path: `/api/v1/nodes/${nodes[0].metadata.name}/proxy/configz`, pointer: '/kubeletconfig' };
  const layer = liveLayer(live.config, place, nodes.length);
  // Defaults are filled in: a field that should be there and is not says nothing.
  const fallback = (field: string) =>
    unknown('not-gathered', `the configuration that the kubelet shows has no ${field}`);
  return { layers: [layer], fallback };
}

/** The live configuration: what it leaves out is zero for the fields of which that is known. */
function liveLayer(config: Config, place: ConfigPlace, members: number): Layer {
  return {
    read(field) {
      if (members > 1 && OWN_TO_NODE.has(field.replace(/\..*$/s, ''))) {
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
