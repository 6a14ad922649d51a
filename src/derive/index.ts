import type { Facts } from '../model/facts.ts';
import type { Gathered, ResourceKey, Snapshot } from '../model/resources.ts';
import type { SourceKey, Sources, View, ViewKey } from '../model/views.ts';
import { API_ENDPOINT_INPUTS, apiEndpoint } from './api-endpoint.ts';
import { API_SERVER_METRICS_INPUTS, apiServerMetrics } from './api-server-metrics.ts';
import { DISTRIBUTION_INPUTS, distribution } from './distribution.ts';
import { kubeletPools } from './kubelet-pools.ts';
import { type AllResources, MANAGED_PLANE_INPUTS, managedPlane } from './managed-plane.ts';
import type { ProcessComponent } from './processes/component-signs.ts';
import { RBAC_INPUTS, rbacView } from './rbac.ts';
import {
  CONTROL_PLANE_INPUTS,
  cloudControllerManagerSettings,
  controlPlaneSettings,
} from './settings/control-plane.ts';
import { FLAG_DRIFT_INPUTS, flagDrift } from './settings/flag-drift.ts';
import { KUBE_APISERVER_INPUTS, kubeApiserverSettings } from './settings/kube-apiserver.ts';
import { KUBE_PROXY_INPUTS, kubeProxySettings } from './settings/kube-proxy.ts';
import { KUBELET_INPUTS, kubeletSettings } from './settings/kubelet.ts';

const controlPlane = <Component extends ProcessComponent>(
  component: Component,
): Pick<View<`settings:${Component}`>, 'inputs' | 'derive'> => ({
  inputs: CONTROL_PLANE_INPUTS,
  derive: (resources, facts, cluster) => controlPlaneSettings(component, resources, facts, cluster),
});

/** How each view is made. */
export const views: { readonly [Key in ViewKey]: View<Key> } = {
  'settings:kube-apiserver': {
    key: 'settings:kube-apiserver',
    inputs: KUBE_APISERVER_INPUTS,
    derive: kubeApiserverSettings,
  },
  'settings:etcd': { key: 'settings:etcd', ...controlPlane('etcd') },
  'settings:kube-scheduler': { key: 'settings:kube-scheduler', ...controlPlane('kube-scheduler') },
  'settings:kube-controller-manager': {
    key: 'settings:kube-controller-manager',
    ...controlPlane('kube-controller-manager'),
  },
  'settings:cloud-controller-manager': {
    key: 'settings:cloud-controller-manager',
    inputs: CONTROL_PLANE_INPUTS,
    derive: cloudControllerManagerSettings,
  },
  'settings:kubelet': { key: 'settings:kubelet', inputs: KUBELET_INPUTS, derive: kubeletSettings },
  'settings:kube-proxy': { key: 'settings:kube-proxy', inputs: KUBE_PROXY_INPUTS, derive: kubeProxySettings },
  'kubelet-pools': { key: 'kubelet-pools', inputs: KUBELET_INPUTS, derive: kubeletPools },
  'api-server-metrics': { key: 'api-server-metrics', inputs: API_SERVER_METRICS_INPUTS, derive: apiServerMetrics },
  'flag-drift': { key: 'flag-drift', inputs: FLAG_DRIFT_INPUTS, derive: flagDrift },
  'managed-plane': {
    key: 'managed-plane',
    inputs: MANAGED_PLANE_INPUTS,
    derive: (resources, _facts, cluster) => managedPlane(resources, cluster),
  },
  'api-endpoint': {
    key: 'api-endpoint',
    inputs: API_ENDPOINT_INPUTS,
    derive: (resources, _facts, cluster) => apiEndpoint(resources, cluster),
  },
  rbac: { key: 'rbac', inputs: RBAC_INPUTS, derive: rbacView },
};

/** Looks up a resource or a view of a snapshot. */
export type SourceLookup = <Key extends SourceKey>(key: Key) => Gathered<Sources[Key]>;

/** All sources of a snapshot: resources as gathered, one that is not in it as failed, and views, each made once when first asked for. */
export function sourcesOf(snapshot: Snapshot, facts: Facts): SourceLookup {
  const made = new Map<ViewKey, Gathered<Sources[ViewKey]>>();
  const lookUp = (key: SourceKey): Gathered<Sources[SourceKey]> => {
    if (!isView(key)) return resourceOf(snapshot, key);
    const { inputs, derive } = views[key];
    const found = made.get(key) ?? derive(resourcesOf(snapshot, inputs), facts, snapshot.cluster);
    made.set(key, found);
    return found;
  };
  return lookUp as SourceLookup;
}

/** The Kubernetes distribution of a snapshot and where it shows, for the report; undefined where nothing tells. */
export const distributionOf = (snapshot: Snapshot): ReturnType<typeof distribution> =>
  distribution(resourcesOf(snapshot, DISTRIBUTION_INPUTS), snapshot.cluster);

const isView = (key: SourceKey): key is ViewKey => Object.hasOwn(views, key);

/** A resource as gathered, or the reason why the snapshot does not hold it. */
const resourceOf = (snapshot: Snapshot, key: ResourceKey): Gathered<Sources[ResourceKey]> =>
  snapshot.resources[key] ?? {
    state: 'failed',
    failure: { code: 'not-gathered', detail: `${key} was not gathered` },
  };

/** The resources that a view declares; it sees no others. */
const resourcesOf = (snapshot: Snapshot, inputs: readonly ResourceKey[]): AllResources =>
  Object.fromEntries(inputs.map((key) => [key, resourceOf(snapshot, key)])) as unknown as AllResources;
