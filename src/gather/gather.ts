import type { ApiReader } from '../kube/reader.ts';
import type { ClusterIdentity, Gathered, ResourceKey, Resources, Snapshot } from '../model/resources.ts';
import { schemas } from '../shapes/generated.ts';
import { catalogue, type ListSource, lists } from './catalogue.ts';
import { withoutBodies } from './certificates.ts';
import {
  readCiliumConfig,
  readClientAuthorities,
  readClusterInfo,
  readKubeadmConfig,
  readKubeletConfig,
  readKubeProxyConfig,
} from './config-maps.ts';
import { discover } from './discovery.ts';
import { readHostFiles } from './host-files.ts';
import { readKubeletConfigz } from './kubelet-configz.ts';
import { compareText, listKind } from './list-kind.ts';
import { readMetrics } from './metrics.ts';
import { readNodes } from './nodes.ts';
import { openRequests, type RequestOptions, type Requests } from './requests.ts';
import { readFlagz, readStatusz, readVersion } from './server-endpoints.ts';
import { readControlPlanePods, readCronJobs, readDaemonSets, readWorkloadShapes } from './workloads.ts';

/** How to gather. */
export interface GatherOptions extends RequestOptions {
  /** The time of the snapshot, RFC 3339; undefined where it is not known. */
  readonly takenAt: string | undefined;
  /** Version of kubevet. */
  readonly tool: string;
  /** Resources that are not to be asked for, each with what the snapshot says in their place. */
  readonly withheld?: { readonly [Key in ResourceKey]?: string };
}

type Readers = { readonly [Key in ResourceKey]: (requests: Requests) => Promise<Gathered<Resources[Key]>> };

const listed =
  <T extends { readonly metadata: { readonly name: string; readonly namespace: string } }>(source: ListSource<T>) =>
  (requests: Requests) =>
    listKind(requests, source);

const certified =
  <T extends { readonly metadata: { readonly name: string; readonly namespace: string } }>(source: ListSource<T>) =>
  async (requests: Requests) =>
    withoutBodies(await listKind(requests, source));

/** How each resource is made of what the catalogue's sources answer. */
const readers: Readers = {
  version: readVersion,
  discovery: discover,
  flagz: readFlagz,
  statusz: readStatusz,
  metrics: readMetrics,
  nodes: readNodes,
  namespaces: listed(lists.namespaces),
  'control-plane-pods': readControlPlanePods,
  'workload-shapes': readWorkloadShapes,
  'daemon-sets': readDaemonSets,
  'cron-jobs': readCronJobs,
  'service-accounts': listed(lists.serviceAccounts),
  secrets: listed(lists.secrets),
  roles: listed(lists.roles),
  'cluster-roles': listed(lists.clusterRoles),
  'role-bindings': listed(lists.roleBindings),
  'cluster-role-bindings': listed(lists.clusterRoleBindings),
  'network-policies': listed(lists.networkPolicies),
  'kubeadm-config': readKubeadmConfig,
  'kubelet-config': readKubeletConfig,
  'kube-proxy-config': readKubeProxyConfig,
  'cilium-config': readCiliumConfig,
  'kubelet-configz': readKubeletConfigz,
  services: listed(lists.services),
  'validating-webhooks': certified(lists.validatingWebhooks),
  'mutating-webhooks': certified(lists.mutatingWebhooks),
  'admission-policies': listed(lists.admissionPolicies),
  'admission-policy-bindings': listed(lists.admissionPolicyBindings),
  'api-services': certified(lists.apiServices),
  'custom-resource-definitions': certified(lists.customResourceDefinitions),
  'flow-schemas': listed(lists.flowSchemas),
  'signing-requests': certified(lists.signingRequests),
  leases: listed(lists.leases),
  'runtime-classes': listed(lists.runtimeClasses),
  'client-authorities': readClientAuthorities,
  'cluster-info': readClusterInfo,
  'host-files': ({ reader }) => readHostFiles(reader.hostFiles?.() ?? []),
  'velero-schedules': listed(lists.veleroSchedules),
};

/**
 * Reads resources from a cluster, or from objects, into a snapshot. What could not be read stands in it with its reason, beside what could;
 * it never fails as a whole. Where `signal` aborts, the snapshot holds what came so far and says what is missing.
 */
export async function gather(
  reader: ApiReader,
  keys: readonly ResourceKey[],
  options: GatherOptions,
): Promise<Snapshot> {
  const wanted = [...new Set(keys)].filter((key) => isGathered(key, reader)).sort(compareText);
  const requests = openRequests(reader, wanted, options);
  const read = (key: ResourceKey): Promise<Gathered<Resources[ResourceKey]>> | Gathered<never> => {
    const detail = options.withheld?.[key];
    return detail === undefined
      ? readers[key](requests)
      : { state: 'failed', failure: { code: 'not-gathered', detail } };
  };
  const [gathered, uid] = await Promise.all([
    Promise.all(wanted.map(async (key) => [key, await read(key)] as const)),
    readUid(requests, wanted),
  ]);
  return {
    schema: 1,
    tool: options.tool,
    ...(options.takenAt === undefined ? {} : { takenAt: options.takenAt }),
    input: reader.partial ? 'objects' : 'cluster',
    cluster: identityOf(reader.identity, uid),
    deadlines: requests.deadlines(),
    fields: Object.fromEntries(wanted.map((key) => [key, catalogue[key].fields])),
    resources: Object.fromEntries(gathered) as Snapshot['resources'],
  };
}

/** What no API server shows is in a snapshot only where the reader has it, so that its absence is no failure of each scan. */
const isGathered = (key: ResourceKey, reader: ApiReader): boolean =>
  key !== 'host-files' || reader.hostFiles !== undefined;

/** The uid of the kube-system namespace tells clusters apart; from the list where that is read anyway. */
async function readUid(requests: Requests, keys: readonly ResourceKey[]): Promise<string | undefined> {
  if (keys.includes('namespaces')) {
    const namespaces = await listKind(requests, lists.namespaces);
    if (namespaces.state === 'failed') return undefined;
    return namespaces.value.find(({ metadata }) => metadata.name === 'kube-system')?.metadata.uid;
  }
  const answer = await requests.get('/api/v1/namespaces/kube-system');
  if (!answer.ok) return undefined;
  try {
    return schemas.Namespace.project(answer.value).metadata.uid;
  } catch {
    // An answer that is no namespace says nothing of the uid; it is left out, as where it is forbidden.
    return undefined;
  }
}

function identityOf(identity: ClusterIdentity, uid: string | undefined): ClusterIdentity {
  return uid === undefined || uid === '' ? identity : { ...identity, uid };
}
