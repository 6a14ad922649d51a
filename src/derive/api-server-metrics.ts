import type { Facts } from '../model/facts.ts';
import type { ClusterIdentity, Gathered, ResourceKey } from '../model/resources.ts';
import type { ApiServerMetrics } from '../model/views.ts';
import type { AllResources } from './managed-plane.ts';
import { KUBE_APISERVER_INPUTS, kubeApiserverSettings } from './settings/kube-apiserver.ts';

/** What the metrics of the API server are told by. */
export const API_SERVER_METRICS_INPUTS = [
  'metrics',
  ...KUBE_APISERVER_INPUTS,
] as const satisfies readonly ResourceKey[];

/** The last moment that a date can name, in seconds. */
const LAST = 8.64e12;

/** The metrics of the one API server that answered: nothing is missing only where it is seen to be the only one. */
export function apiServerMetrics(
  resources: AllResources,
  facts: Facts,
  cluster: ClusterIdentity,
): Gathered<ApiServerMetrics> {
  const { metrics, version } = resources;
  if (metrics.state === 'failed') return metrics;
  const start = metrics.value.find(({ name }) => name === 'process_start_time_seconds')?.value;
  if (start === undefined || start < 0 || start > LAST)
    return { state: 'failed', failure: { code: 'malformed', detail: '/metrics does not say since when it counts' } };
  const servers = kubeApiserverSettings(resources, facts, cluster);
  const { instances, none } = servers.state === 'failed' ? { instances: [], none: undefined } : servers.value;
  const alone = servers.state === 'whole' && instances.length === 1 && none !== undefined && 'unseen' in none;
  const instance = alone ? instances[0] : undefined;
  const value: ApiServerMetrics = {
    subject: instance?.subject ?? { kind: 'Endpoint', name: '/metrics' },
    instance,
    version: instance?.version?.value ?? (version.state === 'failed' ? undefined : version.value.gitVersion),
    series: metrics.value,
    since: new Date(start * 1000).toISOString(),
    provider: instances.length === 0 && none !== undefined && 'absent' in none ? none : undefined,
  };
  const missing = [
    ...(metrics.state === 'partial' ? metrics.missing : []),
    ...(alone ? [] : ['one API server answered /metrics: what others counted, if there are any, was not seen']),
  ];
  const [first, ...rest] = missing;
  return first === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [first, ...rest] };
}
