import type { Evidence, UncertaintyCode } from '../model/finding.ts';
import type { ClusterIdentity, Gathered, ResourceKey } from '../model/resources.ts';
import type { ApiEndpoint } from '../model/views.ts';
import type { AllResources } from './managed-plane.ts';

/** What tells where the API server is reached, besides the connection itself. */
export const API_ENDPOINT_INPUTS = ['cluster-info'] as const satisfies readonly ResourceKey[];

/** Where the API server is reached: by this connection, and by whoever joins the cluster. Failed where neither is known. */
export function apiEndpoint(resources: AllResources, { server }: ClusterIdentity): Gathered<readonly ApiEndpoint[]> {
  const info = resources['cluster-info'];
  const endpoints = [
    ...(server === undefined ? [] : endpointAt(server, { from: 'endpoint', path: '/', pointer: '', observed: server })),
    ...(info.state === 'failed' ? [] : endpointAt(info.value.server, published(info.value.server))),
  ];
  if (endpoints.length > 0) {
    // Clusters that kubeadm did not make have no such ConfigMap.
    const missing = info.state === 'failed' && UNREAD.includes(info.failure.code);
    return missing
      ? { state: 'partial', value: endpoints, missing: [`the address in cluster-info: ${info.failure.detail}`] }
      : { state: 'whole', value: endpoints };
  }
  if (info.state === 'failed' && server === undefined) return info;
  const detail = 'the address of the API server cannot be understood';
  return { state: 'failed', failure: { code: 'not-understood', detail } };
}

const UNREAD: readonly UncertaintyCode[] = ['forbidden', 'unauthenticated', 'timed-out', 'unreachable', 'malformed'];

const endpointAt = (address: string, evidence: Evidence): readonly ApiEndpoint[] => {
  const host = URL.canParse(address) ? new URL(address).hostname.toLowerCase() : '';
  return host === '' ? [] : [{ host, evidence: [evidence] }];
};

const published = (observed: string): Evidence => ({
  from: 'object',
  object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'cluster-info', namespace: 'kube-public' },
  pointer: '/data/kubeconfig/clusters/0/cluster/server',
  observed,
});
