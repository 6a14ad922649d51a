import { createHash } from 'node:crypto';
import type { Schema } from '../kube/reader.ts';
import type { ResourceKey } from '../model/resources.ts';
import { schemas } from '../shapes/generated.ts';
import {
  CLUSTER_CONFIGURATION_FIELDS,
  ETCD_FILE_FIELDS,
  HOST_FILE_FIELDS,
  KUBE_PROXY_FIELDS,
  KUBELET_FIELDS,
} from './config-fields.ts';
import { METRICS } from './metric-names.ts';

/** A kind that is listed: once, however many resources feed on it. */
export interface ListSource<T> {
  readonly how: 'list';
  /** Empty for core. */
  readonly group: string;
  /** Best first; discovery says which of them the server has. */
  readonly versions: readonly [string, ...string[]];
  readonly resource: string;
  /** The kind of one object. */
  readonly kind: string;
  readonly schema: Schema<T>;
  /** Asked for as PartialObjectMetadataList. */
  readonly metadataOnly: boolean;
  /** A custom resource: served as JSON, and a server that does not know it has none. */
  readonly custom: boolean;
  /** The only namespace that is asked for. */
  readonly namespace?: string;
}

/** A ConfigMap that is read by its name; the first of the names that exists. */
export interface ObjectSource {
  readonly how: 'object';
  readonly namespace: string;
  readonly names: readonly [string, ...string[]];
}

/** A path of the server itself. */
export interface EndpointSource {
  readonly how: 'endpoint';
  readonly path: string;
  /** What discovery needs besides: `/apis/*`. */
  readonly below?: string;
  readonly accept?: string;
}

/** A path of each node, through the API server. */
export interface NodeEndpointSource {
  readonly how: 'node-endpoint';
  readonly path: 'configz';
}

export type Source = ListSource<unknown> | ObjectSource | EndpointSource | NodeEndpointSource;

/** How one resource is gathered. */
export interface Entry {
  /** For the reader of the documentation: what it is. */
  readonly title: string;
  /** None for what no API server shows. */
  readonly sources: readonly Source[];
  /** Hash of the fields that are read: a snapshot whose hash differs did not gather the same. */
  readonly fields: string;
}

interface ListOptions {
  readonly versions?: readonly [string, ...string[]];
  readonly metadataOnly?: boolean;
  readonly custom?: boolean;
  readonly namespace?: string;
}

const ADMISSION = 'admissionregistration.k8s.io';

/** What is listed, by name. */
export const lists = {
  pods: list('', 'pods', 'Pod', schemas.Pod),
  nodes: list('', 'nodes', 'Node', schemas.Node),
  namespaces: list('', 'namespaces', 'Namespace', schemas.Namespace),
  serviceAccounts: list('', 'serviceaccounts', 'ServiceAccount', schemas.ServiceAccount),
  secrets: list('', 'secrets', 'Secret', schemas.PartialObjectMetadata, { metadataOnly: true }),
  deployments: list('apps', 'deployments', 'Deployment', schemas.Deployment),
  daemonSets: list('apps', 'daemonsets', 'DaemonSet', schemas.DaemonSet),
  statefulSets: list('apps', 'statefulsets', 'StatefulSet', schemas.StatefulSet),
  /** Of live ReplicaSets and Jobs only the owner is asked for: what they run shows in their pods. */
  replicaSetOwners: list('apps', 'replicasets', 'ReplicaSet', schemas.PartialObjectMetadata, { metadataOnly: true }),
  jobOwners: list('batch', 'jobs', 'Job', schemas.PartialObjectMetadata, { metadataOnly: true }),
  replicaSets: list('apps', 'replicasets', 'ReplicaSet', schemas.ReplicaSet),
  jobs: list('batch', 'jobs', 'Job', schemas.Job),
  cronJobs: list('batch', 'cronjobs', 'CronJob', schemas.CronJob, { versions: ['v1', 'v1beta1'] }),
  roles: list('rbac.authorization.k8s.io', 'roles', 'Role', schemas.Role),
  clusterRoles: list('rbac.authorization.k8s.io', 'clusterroles', 'ClusterRole', schemas.ClusterRole),
  roleBindings: list('rbac.authorization.k8s.io', 'rolebindings', 'RoleBinding', schemas.RoleBinding),
  clusterRoleBindings: list(
    'rbac.authorization.k8s.io',
    'clusterrolebindings',
    'ClusterRoleBinding',
    schemas.ClusterRoleBinding,
  ),
  networkPolicies: list('networking.k8s.io', 'networkpolicies', 'NetworkPolicy', schemas.NetworkPolicy),
  services: list('', 'services', 'Service', schemas.Service),
  validatingWebhooks: list(
    ADMISSION,
    'validatingwebhookconfigurations',
    'ValidatingWebhookConfiguration',
    schemas.ValidatingWebhookConfiguration,
  ),
  mutatingWebhooks: list(
    ADMISSION,
    'mutatingwebhookconfigurations',
    'MutatingWebhookConfiguration',
    schemas.MutatingWebhookConfiguration,
  ),
  admissionPolicies: list(
    ADMISSION,
    'validatingadmissionpolicies',
    'ValidatingAdmissionPolicy',
    schemas.ValidatingAdmissionPolicy,
    { versions: ['v1', 'v1beta1'] },
  ),
  admissionPolicyBindings: list(
    ADMISSION,
    'validatingadmissionpolicybindings',
    'ValidatingAdmissionPolicyBinding',
    schemas.ValidatingAdmissionPolicyBinding,
    { versions: ['v1', 'v1beta1'] },
  ),
  apiServices: list('apiregistration.k8s.io', 'apiservices', 'APIService', schemas.APIService),
  customResourceDefinitions: list(
    'apiextensions.k8s.io',
    'customresourcedefinitions',
    'CustomResourceDefinition',
    schemas.CustomResourceDefinition,
  ),
  flowSchemas: list('flowcontrol.apiserver.k8s.io', 'flowschemas', 'FlowSchema', schemas.FlowSchema, {
    versions: ['v1', 'v1beta3', 'v1beta2', 'v1beta1'],
  }),
  signingRequests: list(
    'certificates.k8s.io',
    'certificatesigningrequests',
    'CertificateSigningRequest',
    schemas.CertificateSigningRequest,
  ),
  /** Those of control-plane components; every kubelet has one too, elsewhere. */
  leases: list('coordination.k8s.io', 'leases', 'Lease', schemas.Lease, { namespace: 'kube-system' }),
  runtimeClasses: list('node.k8s.io', 'runtimeclasses', 'RuntimeClass', schemas.RuntimeClass),
  veleroSchedules: list('velero.io', 'schedules', 'Schedule', schemas.Schedule, { custom: true }),
} as const;

/** Accepts every structured version of a debugging endpoint that kubevet reads. */
const structured = (as: string) =>
  ['v1', 'v1beta1', 'v1alpha1'].map((version) => `application/json;v=${version};g=config.k8s.io;as=${as}`).join(',');

/** Discovery in one answer where the server can (1.26), else in the old form. */
const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json';

/** Paths of the server, by name. */
export const endpoints = {
  version: { how: 'endpoint', path: '/version' },
  flagz: { how: 'endpoint', path: '/flagz', accept: structured('Flagz') },
  statusz: { how: 'endpoint', path: '/statusz', accept: structured('Statusz') },
  metrics: { how: 'endpoint', path: '/metrics', accept: 'text/plain' },
  coreDiscovery: { how: 'endpoint', path: '/api', below: '/api/*', accept: AGGREGATED },
  groupDiscovery: { how: 'endpoint', path: '/apis', below: '/apis/*', accept: AGGREGATED },
} as const satisfies Record<string, EndpointSource>;

const inKubeSystem = (...names: [string, ...string[]]): ObjectSource => ({
  how: 'object',
  namespace: 'kube-system',
  names,
});

/** ConfigMaps, by what stands in them. */
export const configMaps = {
  kubeadm: inKubeSystem('kubeadm-config'),
  /** kubeadm wrote the minor into the name up to 1.23. */
  kubelet: inKubeSystem(
    'kubelet-config',
    'kubelet-config-1.23',
    'kubelet-config-1.22',
    'kubelet-config-1.21',
    'kubelet-config-1.20',
  ),
  /** EKS keeps the kubeconfig in the first and the configuration in the second. */
  kubeProxy: inKubeSystem('kube-proxy', 'kube-proxy-config'),
  cilium: inKubeSystem('cilium-config'),
  /** The API server writes into it how it knows its clients. */
  clientAuthorities: inKubeSystem('extension-apiserver-authentication'),
  /** What kubeadm tells whoever wants to join, without asking who that is. */
  clusterInfo: { how: 'object', namespace: 'kube-public', names: ['cluster-info'] },
} as const satisfies Record<string, ObjectSource>;

const configz: NodeEndpointSource = { how: 'node-endpoint', path: 'configz' };

/** Changes when the reduction of pods, templates or command lines keeps something else. */
const REDUCTION = 'reduction 2';

/** Changes when something else is kept of certificates. */
const CERTIFICATES = 'certificates 1';

/** How each resource is gathered: drives fetching, permissions and the documentation. */
export const catalogue: { readonly [Key in ResourceKey]: Entry } = {
  version: entry('Version of the server', [endpoints.version], 'version 1'),
  discovery: entry('Resources that the server has', [endpoints.coreDiscovery, endpoints.groupDiscovery], 'discovery 1'),
  flagz: entry('Effective flags of the API server', [endpoints.flagz], 'flagz 1'),
  statusz: entry('Status of the API server', [endpoints.statusz], 'statusz 1'),
  metrics: entry('Metrics of the API server', [endpoints.metrics], `metrics 1 ${Object.keys(METRICS).join()}`),
  nodes: entry('Nodes', [lists.nodes]),
  namespaces: entry('Namespaces', [lists.namespaces]),
  'control-plane-pods': entry('Pods of control-plane components', [lists.pods], REDUCTION),
  'workload-shapes': entry(
    'All workloads, reduced to what matters for security',
    [
      lists.pods,
      lists.deployments,
      lists.daemonSets,
      lists.statefulSets,
      lists.replicaSetOwners,
      lists.jobOwners,
      lists.cronJobs,
    ],
    REDUCTION,
  ),
  'daemon-sets': entry('DaemonSets, without command lines', [lists.daemonSets], REDUCTION),
  'cron-jobs': entry('CronJobs, without command lines', [lists.cronJobs], REDUCTION),
  'service-accounts': entry('ServiceAccounts', [lists.serviceAccounts]),
  secrets: entry('Secrets, as metadata only', [lists.secrets]),
  roles: entry('Roles', [lists.roles]),
  'cluster-roles': entry('ClusterRoles', [lists.clusterRoles]),
  'role-bindings': entry('RoleBindings', [lists.roleBindings]),
  'cluster-role-bindings': entry('ClusterRoleBindings', [lists.clusterRoleBindings]),
  'network-policies': entry('NetworkPolicies', [lists.networkPolicies]),
  'kubeadm-config': entry(
    "kubeadm's ClusterConfiguration",
    [configMaps.kubeadm],
    JSON.stringify(CLUSTER_CONFIGURATION_FIELDS),
  ),
  'kubelet-config': entry(
    "kubeadm's configuration of all kubelets",
    [configMaps.kubelet],
    JSON.stringify(KUBELET_FIELDS),
  ),
  'kube-proxy-config': entry(
    'Configuration of kube-proxy',
    [configMaps.kubeProxy],
    `2 ${JSON.stringify(KUBE_PROXY_FIELDS)}`,
  ),
  'cilium-config': entry('Whether Cilium serves Services', [configMaps.cilium, lists.daemonSets], 'cilium 1'),
  'kubelet-configz': entry(
    'Live configuration of every kubelet',
    [configz, lists.nodes],
    JSON.stringify(KUBELET_FIELDS),
  ),
  services: entry('Services', [lists.services]),
  'validating-webhooks': entry('Validating admission webhooks', [lists.validatingWebhooks], CERTIFICATES),
  'mutating-webhooks': entry('Mutating admission webhooks', [lists.mutatingWebhooks], CERTIFICATES),
  'admission-policies': entry('ValidatingAdmissionPolicies', [lists.admissionPolicies]),
  'admission-policy-bindings': entry('Bindings of ValidatingAdmissionPolicies', [lists.admissionPolicyBindings]),
  'api-services': entry('Aggregated APIs', [lists.apiServices], CERTIFICATES),
  'custom-resource-definitions': entry(
    'CustomResourceDefinitions, without their schemas',
    [lists.customResourceDefinitions],
    CERTIFICATES,
  ),
  'flow-schemas': entry('FlowSchemas', [lists.flowSchemas]),
  'signing-requests': entry('CertificateSigningRequests', [lists.signingRequests], CERTIFICATES),
  leases: entry('Leases of control-plane components', [lists.leases]),
  'runtime-classes': entry('RuntimeClasses', [lists.runtimeClasses]),
  'client-authorities': entry(
    'Certificate authorities that the API server trusts for clients',
    [configMaps.clientAuthorities],
    CERTIFICATES,
  ),
  'cluster-info': entry('What kubeadm publishes of the cluster', [configMaps.clusterInfo], CERTIFICATES),
  'host-files': entry(
    'Configuration files on hosts, where something else than a scan collected them',
    [],
    JSON.stringify([HOST_FILE_FIELDS, ETCD_FILE_FIELDS]),
  ),
  'velero-schedules': entry("Velero's backup schedules", [lists.veleroSchedules]),
};

/** All resources. */
export const catalogueKeys: readonly ResourceKey[] = Object.keys(catalogue) as ResourceKey[];

/** `v1`, `apps/v1`: a kind in one of its versions. */
export const groupVersion = (group: string, version: string): string =>
  group === '' ? version : `${group}/${version}`;

function list<T>(
  group: string,
  resource: string,
  kind: string,
  schema: Schema<T>,
  { versions = ['v1'], metadataOnly = false, custom = false, ...scope }: ListOptions = {},
): ListSource<T> {
  return { how: 'list', group, versions, resource, kind, schema, metadataOnly, custom, ...scope };
}

function entry(title: string, sources: Entry['sources'], reduction = ''): Entry {
  const hash = createHash('sha256').update(reduction);
  for (const source of sources) if (source.how === 'list') hash.update(source.schema.hash);
  return { title, sources, fields: hash.digest('hex').slice(0, 16) };
}
