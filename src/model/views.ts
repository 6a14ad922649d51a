import type { PolicyRule, Subject as RbacSubject } from '../shapes/generated.ts';
import type { Facts } from './facts.ts';
import type { Evidences, None, ObjectRef, Observed, SettingSource, Subject, Uncertainty } from './finding.ts';
import type { ClusterIdentity, Config, Gathered, MetricSeries, ResourceKey, Resources } from './resources.ts';

/** An effective setting: its value, read by the flag's type, and where it came from. */
export interface Setting {
  readonly value: Observed;
  readonly source: SettingSource;
  readonly evidence: Evidences;
}

/** Either a setting, or why it is not known. */
export type Lookup = ({ readonly known: true } & Setting) | { readonly known: false; readonly because: Uncertainty };

/** The content of a file that a setting names. */
export interface NamedFile {
  readonly known: true;
  readonly node: string;
  /** Where it lies on the host. */
  readonly path: string;
  readonly content: Config;
}

/** One running instance of a component (for the kubelet: nodes of one pool with equal configuration). */
export interface Instance {
  readonly subject: Subject;
  /** Semver of this very instance, as the server or the image says it; undefined where it cannot be told. */
  readonly version: { readonly value: string; readonly evidence: Evidences } | undefined;
  /** For the kubelet: what the nodes run on. A virtual kubelet is no kubelet: it has none of its settings. */
  readonly platform?: { readonly value: 'linux' | 'windows' | 'virtual-kubelet'; readonly evidence: Evidences };
  /** For the kubelet: the names of its nodes. Amounts by name (`kubeReserved`, `evictionHard`) are those of the first. */
  readonly nodes?: readonly string[];
  /** The effective value of a flag (without dashes); for the kubelet and kube-proxy a dotted field of their configuration. */
  get(setting: string): Lookup;
  /** Whether the setting is given at all (flag, file, live), rather than left to its default; undefined where that cannot be told. */
  given(setting: string): boolean | undefined;
  /** The content of the file that a setting names, where the snapshot holds it; undefined where it names none. */
  readonly file?: (setting: string) => NamedFile | { readonly known: false; readonly because: Uncertainty } | undefined;
  /** Of what runs in a pod: where a file that it names lies, as one text (`config-map:NAMESPACE/NAME/KEY`); undefined where that is not known. */
  readonly originOf?: (path: string) => string | undefined;
}

/** The instances of a component, and what it means where there is none. */
export interface Instances {
  readonly instances: readonly Instance[];
  /** The answer of a check where `instances` is empty: run by the provider, proven absent, or merely not seen. */
  readonly none: None;
}

/** Nodes of one pool, whose kubelets should have one configuration. */
export interface KubeletPool {
  readonly subject: Subject;
  readonly platform: NonNullable<Instance['platform']>;
  /** Nodes whose security configuration is not that of most nodes of the pool with the same minor version. */
  readonly outliers: readonly KubeletOutlier[];
  /** Why some configurations were not read. */
  readonly unread: readonly Uncertainty[];
}

/** Nodes that differ from others in the same fields. */
export interface KubeletOutlier {
  /** The names of some, and how many more there are. */
  readonly nodes: string;
  readonly fields: readonly string[];
  /** What one of them and one of the others say. */
  readonly evidence: Evidences;
}

/** How the API server that answered /flagz really runs, beside what the command line of its pod says. */
export interface FlagDrift {
  /** Its pod. */
  readonly subject: Subject;
  /** The flags of the command line that were compared and run as they were given. */
  readonly equal: readonly { readonly flag: string; readonly running: Setting }[];
  /** Those that run with another value: where each stands. */
  readonly differing: readonly { readonly flag: string; readonly given: Setting; readonly running: Setting }[];
}

/** What the API server that answered counted since it started. */
export interface ApiServerMetrics {
  /** It, where it is known which one answered; else the endpoint. */
  readonly subject: Subject;
  /** It, where it is the only one that there is. */
  readonly instance: Instance | undefined;
  /** Its version: of the only one, or what /version says; undefined where neither tells. */
  readonly version: string | undefined;
  readonly series: readonly MetricSeries[];
  /** When it started, RFC 3339. */
  readonly since: string;
  /** Who runs it in place of the cluster's owner. */
  readonly provider: Extract<None, { readonly absent: Evidences }> | undefined;
}

/** Who runs the control plane, told only by what the server itself shows. */
export type ManagedPlane =
  | { readonly managed: true; readonly provider: string; readonly evidence: Evidences }
  | { readonly managed: false }
  /** Signs that contradict each other, or that do not suffice. */
  | { readonly managed: undefined; readonly because: Uncertainty };

/** A host by which the API server is reached, and where it stands. */
export interface ApiEndpoint {
  readonly host: string;
  readonly evidence: Evidences;
}

/** One rule that one binding gives to one subject. */
export interface Grant {
  readonly subject: RbacSubject;
  readonly rule: PolicyRule;
  /** Place of the rule in the role: `/rules/N`. */
  readonly rulePointer: string;
  readonly role: ObjectRef;
  readonly binding: ObjectRef;
  /** Place of the subject in the binding: `/subjects/N`. */
  readonly subjectPointer: string;
  /** Where it holds; undefined for the whole cluster. */
  readonly namespace: string | undefined;
  /** Object that Kubernetes itself makes (label kubernetes.io/bootstrapping=rbac-defaults) and that needs it, by Kubernetes' own list. */
  readonly builtIn: boolean;
}

export interface Rbac {
  readonly grants: readonly Grant[];
  /** Bindings whose role does not exist, or could not be read. */
  readonly dangling: readonly { readonly binding: ObjectRef; readonly role: ObjectRef }[];
  /** Every binding with its subjects and role, also those of roles without rules. */
  readonly bindings: readonly {
    readonly binding: ObjectRef;
    readonly role: ObjectRef;
    readonly subjects: readonly RbacSubject[];
    readonly builtIn: boolean;
  }[];
}

/** Pure views of a snapshot. src/derive says how each is made. */
export interface Views {
  readonly 'settings:kube-apiserver': Instances;
  readonly 'settings:etcd': Instances;
  readonly 'settings:kube-scheduler': Instances;
  readonly 'settings:kube-controller-manager': Instances;
  readonly 'settings:cloud-controller-manager': Instances;
  /** Node groups: nodes of one pool with equal effective configuration. */
  readonly 'settings:kubelet': Instances;
  readonly 'settings:kube-proxy': Instances;
  readonly 'kubelet-pools': readonly KubeletPool[];
  /** Partial where other API servers may have counted otherwise: one answers. */
  readonly 'api-server-metrics': ApiServerMetrics;
  readonly 'flag-drift': FlagDrift;
  readonly 'managed-plane': ManagedPlane;
  readonly 'api-endpoint': readonly ApiEndpoint[];
  readonly rbac: Rbac;
}
export type ViewKey = keyof Views;
export type Sources = Resources & Views;
export type SourceKey = keyof Sources;

/** How a view is made. */
export interface View<Key extends ViewKey = ViewKey> {
  readonly key: Key;
  /** The resources it looks at; permissions and `doctor` follow them. All are handed over as gathered. */
  readonly inputs: readonly ResourceKey[];
  /** Pure. Failed where no statement at all is possible. */
  derive(
    resources: { readonly [R in ResourceKey]: Gathered<Resources[R]> },
    facts: Facts,
    cluster: ClusterIdentity,
  ): Gathered<Views[Key]>;
}
