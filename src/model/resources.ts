import type {
  APIService,
  CertificateSigningRequest,
  ClusterRole,
  ClusterRoleBinding,
  CronJob,
  CustomResourceDefinition,
  DaemonSet,
  FlowSchema,
  Lease,
  MutatingWebhookConfiguration,
  Namespace,
  NetworkPolicy,
  Node,
  PartialObjectMetadata,
  Pod,
  Role,
  RoleBinding,
  RuntimeClass,
  Schedule,
  Service,
  ServiceAccount,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
} from '../shapes/generated.ts';
import type { CertificateBundle, WithoutBodies } from './certificates.ts';
import type { Uncertainty } from './finding.ts';
import type { WorkloadShape } from './workload-shape.ts';

/** A parsed configuration document (YAML or JSON), reduced to allow-listed fields; keys are those of the document. */
export type Config = { readonly [field: string]: ConfigValue | undefined };
export type ConfigValue = string | number | boolean | null | Config | readonly ConfigValue[];

/** GET /version */
export interface ServerVersion {
  readonly gitVersion: string;
  readonly major: string;
  readonly minor: string;
  readonly platform: string;
  readonly emulationMajor?: string;
  readonly emulationMinor?: string;
}

/** GET /flagz in its structured form: the effective flags of the one replica that answered. All values are strings. */
export interface Flagz {
  readonly apiVersion: string;
  readonly flags: Readonly<Record<string, string>>;
}

/** GET /statusz in its structured form. */
export interface Statusz {
  readonly apiVersion: string;
  readonly binaryVersion: string;
  readonly emulationVersion?: string;
  readonly startTime?: string;
}

/**
 * A configuration file on the host of a node, by its absolute path there: parsed and reduced to allow-listed fields, proven not to be
 * there, or refused (it may not be read, or is not what it should be).
 */
export type HostFile = { readonly node: string; readonly path: string } & (
  | { readonly state: 'read'; readonly content: Config }
  | { readonly state: 'not-found' }
  | { readonly state: 'refused'; readonly because: string }
);

/** One series of /metrics, with the labels that are kept. Counters count from the start of the process (`process_start_time_seconds`). */
export interface MetricSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the API server serves: resource names by group and version, core as `v1`. */
export interface Discovery {
  readonly groupVersions: Readonly<Record<string, readonly string[]>>;
}

/** kubeadm-config in kube-system: its ClusterConfiguration document. */
export interface KubeadmConfig {
  readonly clusterConfiguration: Config;
}

/** The kube-proxy ConfigMap: its configuration and what its kubeconfig says of the connection (never a credential). */
export interface KubeProxyConfig {
  /** Name of the ConfigMap in kube-system, and the key of the configuration in it. */
  readonly name: string;
  readonly key: string;
  readonly config: Config;
  readonly kubeconfig?: {
    readonly server: string;
    readonly certificateAuthority: boolean;
    readonly insecureSkipTlsVerify: boolean;
    /** A token, password or client key of any user stands in the ConfigMap itself. */
    readonly inlineCredential: boolean;
    /** Name of that user entry, else of the one that is used; empty where there is none. */
    readonly userName: string;
    /** The ConfigMap in kube-system that it stands in, its key there, and JSON pointers of the entry of the cluster and of that user's (or of all). */
    readonly place: {
      readonly configMap: string;
      readonly key: string;
      readonly cluster: string;
      readonly user: string;
    };
  };
}

/** extension-apiserver-authentication in kube-system: whose certificates the API server takes, as far as it says. */
export interface ClientAuthorities {
  readonly client?: CertificateBundle;
  /** Of proxies in front of it, which name the user in a header. */
  readonly requestHeader?: CertificateBundle;
}

/** cluster-info in kube-public, which kubeadm lets everybody read: where the API server is, and by which authority it is known. */
export interface ClusterInfo {
  readonly server: string;
  readonly authority?: CertificateBundle;
}

/** One node's live kubelet configuration, or why it could not be read. */
export type NodeConfigz = { readonly node: string } & Gathered<Config>;

/** Everything that can be gathered, by key. src/gather/catalogue.ts says how. */
export interface Resources {
  readonly version: ServerVersion;
  readonly discovery: Discovery;
  readonly flagz: Flagz;
  readonly statusz: Statusz;
  /** GET /metrics, of the one replica that answered: allow-listed series. */
  readonly metrics: readonly MetricSeries[];
  readonly nodes: readonly Node[];
  readonly namespaces: readonly Namespace[];
  /** Pods of control-plane components, found by command, image or label in any namespace, whole. */
  readonly 'control-plane-pods': readonly Pod[];
  /** All workloads, reduced. */
  readonly 'workload-shapes': readonly WorkloadShape[];
  readonly 'daemon-sets': readonly DaemonSet[];
  readonly 'cron-jobs': readonly CronJob[];
  readonly 'service-accounts': readonly ServiceAccount[];
  /** Secrets as metadata only: names, labels, allow-listed annotations. */
  readonly secrets: readonly PartialObjectMetadata[];
  readonly roles: readonly Role[];
  readonly 'cluster-roles': readonly ClusterRole[];
  readonly 'role-bindings': readonly RoleBinding[];
  readonly 'cluster-role-bindings': readonly ClusterRoleBinding[];
  readonly 'network-policies': readonly NetworkPolicy[];
  readonly 'kubeadm-config': KubeadmConfig;
  /** kubelet-config in kube-system: its KubeletConfiguration document. */
  readonly 'kubelet-config': Config;
  readonly 'kube-proxy-config': KubeProxyConfig;
  /** What cilium-config in kube-system says of who serves Services; read where a DaemonSet of Cilium runs. */
  readonly 'cilium-config': Config;
  readonly 'kubelet-configz': readonly NodeConfigz[];
  readonly services: readonly Service[];
  readonly 'validating-webhooks': readonly WithoutBodies<ValidatingWebhookConfiguration>[];
  readonly 'mutating-webhooks': readonly WithoutBodies<MutatingWebhookConfiguration>[];
  readonly 'admission-policies': readonly ValidatingAdmissionPolicy[];
  readonly 'admission-policy-bindings': readonly ValidatingAdmissionPolicyBinding[];
  readonly 'api-services': readonly WithoutBodies<APIService>[];
  readonly 'custom-resource-definitions': readonly WithoutBodies<CustomResourceDefinition>[];
  readonly 'flow-schemas': readonly FlowSchema[];
  readonly 'signing-requests': readonly WithoutBodies<CertificateSigningRequest>[];
  /** Those in kube-system: of control-plane components. */
  readonly leases: readonly Lease[];
  readonly 'runtime-classes': readonly RuntimeClass[];
  readonly 'client-authorities': ClientAuthorities;
  readonly 'cluster-info': ClusterInfo;
  /** Files of hosts that were collected. The API does not show them, so that a scan alone has none. */
  readonly 'host-files': readonly HostFile[];
  /** Velero's backup schedules. */
  readonly 'velero-schedules': readonly Schedule[];
}
export type ResourceKey = keyof Resources;

/** Partial data may prove a fail and may decide the subjects that it holds, never a statement about all or none of a kind. */
export type Gathered<T> =
  | { readonly state: 'whole'; readonly value: T }
  | { readonly state: 'partial'; readonly value: T; readonly missing: readonly [string, ...string[]] }
  | { readonly state: 'failed'; readonly failure: Uncertainty };

/** The cluster as it was asked; what is not known is left out. */
export interface ClusterIdentity {
  /** The kubeconfig context, or the file that objects came from. */
  readonly context?: string;
  readonly server?: string;
  /** uid of the kube-system namespace. */
  readonly uid?: string;
  /** False where the connection did not verify the server's certificate. */
  readonly tlsVerified?: boolean;
}

/** Everything that was gathered from a cluster at one time: plain JSON. */
export interface Snapshot {
  readonly schema: 1;
  /** Version of the kubevet that took it. */
  readonly tool: string;
  /** RFC 3339; undefined only for objects from files without `--as-of`. */
  readonly takenAt?: string;
  readonly input: 'cluster' | 'objects';
  readonly cluster: ClusterIdentity;
  /** Deadlines that passed while gathering, one sentence each. */
  readonly deadlines: readonly string[];
  /** Per resource: the hash of the narrow schema that it was gathered with. */
  readonly fields: Readonly<Record<string, string>>;
  readonly resources: { readonly [Key in ResourceKey]?: Gathered<Resources[Key]> };
}
