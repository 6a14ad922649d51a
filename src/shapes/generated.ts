// Generated from shapes.proto by scripts/gen-shapes.ts: do not edit.
import { addAllowed, addQuantity, addString, append, EMPTY, NONE, readKey, stringAt, UNSET } from './collections.ts';
import {
  asBoolean, asInteger, asIntOrString, asKeys, asList, asMap, asObject, asString, below, isSet, otherMember, type Place, projectWith,
} from './project.ts';
import { decodeIntOrString, decodeMicroTime, decodeQuantity, decodeTime } from './scalars.ts';
import type { Schema } from './schema.ts';
import { WireError, WireReader } from './wire.ts';

export type Present = Readonly<Record<string, never>>;

export interface ObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly creationTimestamp: string | undefined;
  readonly labels: Readonly<Record<string, string | undefined>>;
  /** Only these: the values of others may hold anything, also what an applied Secret holds. */
  readonly annotations: Readonly<Record<string, string | undefined>>;
  readonly ownerReferences: readonly OwnerReference[];
}

export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly apiVersion: string;
  readonly controller: boolean | undefined;
}

export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string | undefined>>;
  readonly matchExpressions: readonly LabelSelectorRequirement[];
}

export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface Pod {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  readonly status: PodStatus;
}

export interface PodStatus {
  readonly phase: string;
  readonly hostIP: string;
  readonly podIP: string;
  readonly startTime: string | undefined;
  readonly podIPs: readonly PodIP[];
}

export interface PodIP {
  readonly ip: string;
}

export interface PodSpec {
  readonly volumes: readonly Volume[];
  readonly containers: readonly Container[];
  readonly restartPolicy: string;
  readonly activeDeadlineSeconds: number | undefined;
  readonly dnsPolicy: string;
  readonly nodeSelector: Readonly<Record<string, string | undefined>>;
  readonly serviceAccountName: string;
  readonly nodeName: string;
  readonly hostNetwork: boolean;
  readonly hostPID: boolean;
  readonly hostIPC: boolean;
  readonly securityContext: PodSecurityContext | undefined;
  readonly imagePullSecrets: readonly LocalObjectReference[];
  readonly initContainers: readonly Container[];
  readonly automountServiceAccountToken: boolean | undefined;
  readonly tolerations: readonly Toleration[];
  readonly hostAliases: readonly HostAlias[];
  readonly priorityClassName: string;
  readonly shareProcessNamespace: boolean | undefined;
  readonly runtimeClassName: string | undefined;
  readonly enableServiceLinks: boolean | undefined;
  readonly ephemeralContainers: readonly EphemeralContainer[];
  readonly os: PodOS | undefined;
  readonly hostUsers: boolean | undefined;
  readonly resources: ResourceRequirements | undefined;
}

export interface PodOS {
  readonly name: string;
}

export interface LocalObjectReference {
  readonly name: string;
}

export interface Toleration {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  readonly effect: string;
}

export interface HostAlias {
  readonly ip: string;
  readonly hostnames: readonly string[];
}

export interface PodSecurityContext {
  readonly seLinuxOptions: SELinuxOptions | undefined;
  readonly runAsUser: number | undefined;
  readonly runAsNonRoot: boolean | undefined;
  readonly supplementalGroups: readonly number[];
  readonly fsGroup: number | undefined;
  readonly runAsGroup: number | undefined;
  readonly sysctls: readonly Sysctl[];
  readonly windowsOptions: WindowsSecurityContextOptions | undefined;
  readonly seccompProfile: SeccompProfile | undefined;
  readonly appArmorProfile: AppArmorProfile | undefined;
}

export interface SecurityContext {
  readonly capabilities: Capabilities | undefined;
  readonly privileged: boolean | undefined;
  readonly seLinuxOptions: SELinuxOptions | undefined;
  readonly runAsUser: number | undefined;
  readonly runAsNonRoot: boolean | undefined;
  readonly readOnlyRootFilesystem: boolean | undefined;
  readonly allowPrivilegeEscalation: boolean | undefined;
  readonly runAsGroup: number | undefined;
  readonly procMount: string | undefined;
  readonly windowsOptions: WindowsSecurityContextOptions | undefined;
  readonly seccompProfile: SeccompProfile | undefined;
  readonly appArmorProfile: AppArmorProfile | undefined;
}

export interface Capabilities {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

export interface SELinuxOptions {
  readonly user: string;
  readonly role: string;
  readonly type: string;
  readonly level: string;
}

export interface WindowsSecurityContextOptions {
  readonly runAsUserName: string | undefined;
  readonly hostProcess: boolean | undefined;
}

export interface SeccompProfile {
  readonly type: string;
  readonly localhostProfile: string | undefined;
}

export interface AppArmorProfile {
  readonly type: string;
  readonly localhostProfile: string | undefined;
}

export interface Sysctl {
  readonly name: string;
  readonly value: string;
}

export interface Volume {
  readonly name: string;
  readonly hostPath: HostPathVolumeSource | undefined;
  readonly emptyDir: EmptyDirVolumeSource | undefined;
  readonly gcePersistentDisk: Present | undefined;
  readonly awsElasticBlockStore: Present | undefined;
  readonly gitRepo: Present | undefined;
  readonly secret: SecretVolumeSource | undefined;
  readonly nfs: NFSVolumeSource | undefined;
  readonly iscsi: Present | undefined;
  readonly glusterfs: Present | undefined;
  readonly persistentVolumeClaim: PersistentVolumeClaimVolumeSource | undefined;
  readonly rbd: Present | undefined;
  readonly flexVolume: FlexVolumeSource | undefined;
  readonly cinder: Present | undefined;
  readonly cephfs: Present | undefined;
  readonly flocker: Present | undefined;
  readonly downwardAPI: Present | undefined;
  readonly fc: Present | undefined;
  readonly azureFile: Present | undefined;
  readonly configMap: ConfigMapVolumeSource | undefined;
  readonly vsphereVolume: Present | undefined;
  readonly quobyte: Present | undefined;
  readonly azureDisk: Present | undefined;
  readonly photonPersistentDisk: Present | undefined;
  readonly portworxVolume: Present | undefined;
  readonly scaleIO: Present | undefined;
  readonly projected: ProjectedVolumeSource | undefined;
  readonly storageos: Present | undefined;
  readonly csi: CSIVolumeSource | undefined;
  readonly ephemeral: Present | undefined;
  readonly image: ImageVolumeSource | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface VolumeSource {
  readonly hostPath: HostPathVolumeSource | undefined;
  readonly emptyDir: EmptyDirVolumeSource | undefined;
  readonly gcePersistentDisk: Present | undefined;
  readonly awsElasticBlockStore: Present | undefined;
  readonly gitRepo: Present | undefined;
  readonly secret: SecretVolumeSource | undefined;
  readonly nfs: NFSVolumeSource | undefined;
  readonly iscsi: Present | undefined;
  readonly glusterfs: Present | undefined;
  readonly persistentVolumeClaim: PersistentVolumeClaimVolumeSource | undefined;
  readonly rbd: Present | undefined;
  readonly flexVolume: FlexVolumeSource | undefined;
  readonly cinder: Present | undefined;
  readonly cephfs: Present | undefined;
  readonly flocker: Present | undefined;
  readonly downwardAPI: Present | undefined;
  readonly fc: Present | undefined;
  readonly azureFile: Present | undefined;
  readonly configMap: ConfigMapVolumeSource | undefined;
  readonly vsphereVolume: Present | undefined;
  readonly quobyte: Present | undefined;
  readonly azureDisk: Present | undefined;
  readonly photonPersistentDisk: Present | undefined;
  readonly portworxVolume: Present | undefined;
  readonly scaleIO: Present | undefined;
  readonly projected: ProjectedVolumeSource | undefined;
  readonly storageos: Present | undefined;
  readonly csi: CSIVolumeSource | undefined;
  readonly ephemeral: Present | undefined;
  readonly image: ImageVolumeSource | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface HostPathVolumeSource {
  readonly path: string;
  readonly type: string | undefined;
}

export interface EmptyDirVolumeSource {
  readonly medium: string;
  readonly sizeLimit: string | undefined;
}

export interface SecretVolumeSource {
  readonly secretName: string;
  readonly items: readonly KeyToPath[];
  readonly defaultMode: number | undefined;
  readonly optional: boolean | undefined;
}

export interface NFSVolumeSource {
  readonly server: string;
  readonly path: string;
  readonly readOnly: boolean;
}

export interface PersistentVolumeClaimVolumeSource {
  readonly claimName: string;
  readonly readOnly: boolean;
}

export interface FlexVolumeSource {
  readonly driver: string;
}

export interface ConfigMapVolumeSource {
  readonly name: string;
  readonly items: readonly KeyToPath[];
  readonly defaultMode: number | undefined;
  readonly optional: boolean | undefined;
}

export interface CSIVolumeSource {
  readonly driver: string;
  readonly readOnly: boolean | undefined;
  readonly nodePublishSecretRef: LocalObjectReference | undefined;
}

export interface ImageVolumeSource {
  readonly reference: string;
  readonly pullPolicy: string;
}

export interface KeyToPath {
  readonly key: string;
  readonly path: string;
  readonly mode: number | undefined;
}

export interface ProjectedVolumeSource {
  readonly sources: readonly VolumeProjection[];
  readonly defaultMode: number | undefined;
}

export interface VolumeProjection {
  readonly secret: SecretProjection | undefined;
  readonly downwardAPI: Present | undefined;
  readonly configMap: ConfigMapProjection | undefined;
  readonly serviceAccountToken: ServiceAccountTokenProjection | undefined;
  readonly clusterTrustBundle: Present | undefined;
  readonly podCertificate: Present | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface SecretProjection {
  readonly name: string;
  readonly items: readonly KeyToPath[];
  readonly optional: boolean | undefined;
}

export interface ConfigMapProjection {
  readonly name: string;
  readonly items: readonly KeyToPath[];
  readonly optional: boolean | undefined;
}

export interface ServiceAccountTokenProjection {
  readonly audience: string;
  readonly expirationSeconds: number | undefined;
  readonly path: string;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly ports: readonly ContainerPort[];
  readonly env: readonly EnvVar[];
  readonly resources: ResourceRequirements;
  readonly volumeMounts: readonly VolumeMount[];
  readonly livenessProbe: Probe | undefined;
  readonly readinessProbe: Probe | undefined;
  readonly lifecycle: Lifecycle | undefined;
  readonly imagePullPolicy: string;
  readonly securityContext: SecurityContext | undefined;
  readonly stdin: boolean;
  readonly tty: boolean;
  readonly envFrom: readonly EnvFromSource[];
  readonly startupProbe: Probe | undefined;
  readonly restartPolicy: string | undefined;
}

export interface EphemeralContainer {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly ports: readonly ContainerPort[];
  readonly env: readonly EnvVar[];
  readonly resources: ResourceRequirements;
  readonly volumeMounts: readonly VolumeMount[];
  readonly livenessProbe: Probe | undefined;
  readonly readinessProbe: Probe | undefined;
  readonly lifecycle: Lifecycle | undefined;
  readonly imagePullPolicy: string;
  readonly securityContext: SecurityContext | undefined;
  readonly stdin: boolean;
  readonly tty: boolean;
  readonly envFrom: readonly EnvFromSource[];
  readonly startupProbe: Probe | undefined;
  readonly restartPolicy: string | undefined;
  readonly targetContainerName: string;
}

export interface ContainerPort {
  readonly name: string;
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: string;
  readonly hostIP: string;
}

export interface EnvVar {
  readonly name: string;
  /** Undefined unless it is one of etcd's own settings: other values may be secret and are not decoded. */
  readonly value: string | undefined;
  readonly valueFrom: EnvVarSource | undefined;
}

export interface EnvVarSource {
  readonly fieldRef: ObjectFieldSelector | undefined;
  readonly configMapKeyRef: KeySelector | undefined;
  readonly secretKeyRef: KeySelector | undefined;
}

export interface ObjectFieldSelector {
  readonly fieldPath: string;
}

export interface KeySelector {
  readonly name: string;
  readonly key: string;
  readonly optional: boolean | undefined;
}

export interface EnvFromSource {
  readonly prefix: string;
  readonly configMapRef: NameSource | undefined;
  readonly secretRef: NameSource | undefined;
}

export interface NameSource {
  readonly name: string;
  readonly optional: boolean | undefined;
}

export interface VolumeMount {
  readonly name: string;
  readonly readOnly: boolean;
  readonly mountPath: string;
  readonly subPath: string;
  readonly mountPropagation: string | undefined;
  readonly subPathExpr: string;
  readonly recursiveReadOnly: string | undefined;
}

export interface Probe {
  readonly exec: ExecAction | undefined;
  readonly httpGet: HTTPGetAction | undefined;
  readonly tcpSocket: TCPSocketAction | undefined;
  readonly grpc: Present | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface Lifecycle {
  readonly postStart: LifecycleHandler | undefined;
  readonly preStop: LifecycleHandler | undefined;
}

export interface ProbeHandler {
  readonly exec: ExecAction | undefined;
  readonly httpGet: HTTPGetAction | undefined;
  readonly tcpSocket: TCPSocketAction | undefined;
  readonly grpc: Present | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface LifecycleHandler {
  readonly exec: ExecAction | undefined;
  readonly httpGet: HTTPGetAction | undefined;
  readonly tcpSocket: TCPSocketAction | undefined;
  readonly sleep: Present | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface ExecAction {
  readonly command: readonly string[];
}

export interface HTTPGetAction {
  readonly path: string;
  readonly port: number | string;
  readonly host: string;
  readonly scheme: string;
}

export interface TCPSocketAction {
  readonly port: number | string;
  readonly host: string;
}

export interface ResourceRequirements {
  readonly limits: Readonly<Record<string, string | undefined>>;
  readonly requests: Readonly<Record<string, string | undefined>>;
}

export interface Node {
  readonly metadata: ObjectMeta;
  readonly spec: NodeSpec;
  readonly status: NodeStatus;
}

export interface NodeSpec {
  readonly podCIDR: string;
  readonly providerID: string;
  readonly unschedulable: boolean;
  readonly taints: readonly Taint[];
  readonly podCIDRs: readonly string[];
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

export interface NodeStatus {
  readonly conditions: readonly NodeCondition[];
  readonly addresses: readonly NodeAddress[];
  readonly daemonEndpoints: NodeDaemonEndpoints;
  readonly nodeInfo: NodeSystemInfo;
}

export interface NodeCondition {
  readonly type: string;
  readonly status: string;
  readonly lastTransitionTime: string | undefined;
  readonly reason: string;
}

export interface NodeAddress {
  readonly type: string;
  readonly address: string;
}

export interface NodeDaemonEndpoints {
  readonly kubeletEndpoint: DaemonEndpoint;
}

export interface DaemonEndpoint {
  readonly Port: number;
}

export interface NodeSystemInfo {
  readonly kernelVersion: string;
  readonly osImage: string;
  readonly containerRuntimeVersion: string;
  readonly kubeletVersion: string;
  readonly kubeProxyVersion: string;
  readonly operatingSystem: string;
  readonly architecture: string;
  readonly swap: NodeSwapStatus | undefined;
}

export interface NodeSwapStatus {
  readonly capacity: number | undefined;
}

export interface Namespace {
  readonly metadata: ObjectMeta;
  readonly status: NamespaceStatus;
}

export interface NamespaceStatus {
  readonly phase: string;
}

export interface ServiceAccount {
  readonly metadata: ObjectMeta;
  readonly secrets: readonly ObjectReference[];
  readonly imagePullSecrets: readonly LocalObjectReference[];
  readonly automountServiceAccountToken: boolean | undefined;
}

export interface ObjectReference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface Service {
  readonly metadata: ObjectMeta;
  readonly spec: ServiceSpec;
}

export interface ServiceSpec {
  readonly ports: readonly ServicePort[];
  readonly selector: Readonly<Record<string, string | undefined>>;
  readonly clusterIP: string;
  readonly type: string;
  readonly externalIPs: readonly string[];
  readonly loadBalancerSourceRanges: readonly string[];
  readonly externalName: string;
}

export interface ServicePort {
  readonly name: string;
  readonly protocol: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly nodePort: number;
}

export interface ConfigMap {
  readonly metadata: ObjectMeta;
  /** Read of single, named ConfigMaps only: ConfigMaps are never listed. */
  readonly data: Readonly<Record<string, string | undefined>>;
  readonly binaryData: readonly string[];
  readonly immutable: boolean | undefined;
}

export interface Role {
  readonly metadata: ObjectMeta;
  readonly rules: readonly PolicyRule[];
}

export interface ClusterRole {
  readonly metadata: ObjectMeta;
  readonly rules: readonly PolicyRule[];
  readonly aggregationRule: AggregationRule | undefined;
}

export interface RoleBinding {
  readonly metadata: ObjectMeta;
  readonly subjects: readonly Subject[];
  readonly roleRef: RoleRef;
}

export interface ClusterRoleBinding {
  readonly metadata: ObjectMeta;
  readonly subjects: readonly Subject[];
  readonly roleRef: RoleRef;
}

export interface Subject {
  readonly kind: string;
  readonly apiGroup: string;
  readonly name: string;
  readonly namespace: string;
}

export interface RoleRef {
  readonly apiGroup: string;
  readonly kind: string;
  readonly name: string;
}

export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

export interface AggregationRule {
  readonly clusterRoleSelectors: readonly LabelSelector[];
}

export interface Deployment {
  readonly metadata: ObjectMeta;
  readonly spec: DeploymentSpec;
}

export interface DeploymentSpec {
  readonly replicas: number | undefined;
  readonly selector: LabelSelector | undefined;
  readonly template: PodTemplateSpec;
  readonly paused: boolean;
}

export interface DaemonSet {
  readonly metadata: ObjectMeta;
  readonly spec: DaemonSetSpec;
  readonly status: DaemonSetStatus | undefined;
}

export interface DaemonSetStatus {
  readonly desiredNumberScheduled: number;
}

export interface DaemonSetSpec {
  readonly selector: LabelSelector | undefined;
  readonly template: PodTemplateSpec;
}

export interface PodTemplateSpec {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
}

export interface StatefulSet {
  readonly metadata: ObjectMeta;
  readonly spec: StatefulSetSpec;
}

export interface StatefulSetSpec {
  readonly replicas: number | undefined;
  readonly selector: LabelSelector | undefined;
  readonly template: PodTemplateSpec;
}

export interface ReplicaSet {
  readonly metadata: ObjectMeta;
  readonly spec: ReplicaSetSpec;
}

export interface ReplicaSetSpec {
  readonly replicas: number | undefined;
  readonly selector: LabelSelector | undefined;
  readonly template: PodTemplateSpec;
}

export interface Job {
  readonly metadata: ObjectMeta;
  readonly spec: JobSpec;
  readonly status: JobStatus;
}

export interface JobSpec {
  readonly template: PodTemplateSpec;
  readonly suspend: boolean | undefined;
}

export interface JobStatus {
  readonly startTime: string | undefined;
  readonly completionTime: string | undefined;
  readonly active: number;
  readonly succeeded: number;
  readonly failed: number;
}

export interface CronJob {
  readonly metadata: ObjectMeta;
  readonly spec: CronJobSpec;
  readonly status: CronJobStatus;
}

export interface CronJobSpec {
  readonly schedule: string;
  readonly suspend: boolean | undefined;
  readonly jobTemplate: JobTemplateSpec;
  readonly timeZone: string | undefined;
}

export interface CronJobStatus {
  readonly lastScheduleTime: string | undefined;
  readonly lastSuccessfulTime: string | undefined;
}

export interface JobTemplateSpec {
  readonly metadata: ObjectMeta;
  readonly spec: JobSpec;
}

export interface NetworkPolicy {
  readonly metadata: ObjectMeta;
  readonly spec: NetworkPolicySpec;
}

export interface NetworkPolicySpec {
  readonly podSelector: LabelSelector;
  readonly ingress: readonly NetworkPolicyIngressRule[];
  readonly egress: readonly NetworkPolicyEgressRule[];
  readonly policyTypes: readonly string[];
}

export interface NetworkPolicyIngressRule {
  readonly ports: readonly NetworkPolicyPort[];
  readonly from: readonly NetworkPolicyPeer[];
}

export interface NetworkPolicyEgressRule {
  readonly ports: readonly NetworkPolicyPort[];
  readonly to: readonly NetworkPolicyPeer[];
}

export interface NetworkPolicyPort {
  readonly protocol: string | undefined;
  readonly port: number | string | undefined;
  readonly endPort: number | undefined;
}

export interface NetworkPolicyPeer {
  readonly podSelector: LabelSelector | undefined;
  readonly namespaceSelector: LabelSelector | undefined;
  readonly ipBlock: IPBlock | undefined;
  /** True where the object has a member that kubevet does not know: a server newer than it. */
  readonly $other: true | undefined;
}

export interface IPBlock {
  readonly cidr: string;
  readonly except: readonly string[];
}

export interface ValidatingWebhookConfiguration {
  readonly metadata: ObjectMeta;
  readonly webhooks: readonly ValidatingWebhook[];
}

export interface MutatingWebhookConfiguration {
  readonly metadata: ObjectMeta;
  readonly webhooks: readonly MutatingWebhook[];
}

export interface ValidatingWebhook {
  readonly name: string;
  readonly clientConfig: WebhookClientConfig;
  readonly rules: readonly RuleWithOperations[];
  readonly failurePolicy: string | undefined;
  readonly namespaceSelector: LabelSelector | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly objectSelector: LabelSelector | undefined;
  readonly matchConditions: readonly MatchCondition[];
}

export interface MutatingWebhook {
  readonly name: string;
  readonly clientConfig: WebhookClientConfig;
  readonly rules: readonly RuleWithOperations[];
  readonly failurePolicy: string | undefined;
  readonly namespaceSelector: LabelSelector | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly objectSelector: LabelSelector | undefined;
  readonly matchConditions: readonly MatchCondition[];
}

export interface WebhookClientConfig {
  readonly service: ServiceReference | undefined;
  /** Read for what its certificates say; the bundle itself is not kept. */
  readonly caBundle: string;
  /** Of it the scheme, the host and the port are kept: the path may hold a secret. */
  readonly url: string | undefined;
}

export interface ServiceReference {
  readonly namespace: string;
  readonly name: string;
}

export interface RuleWithOperations {
  readonly operations: readonly string[];
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly scope: string | undefined;
}

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly scope: string | undefined;
}

export interface MatchCondition {
  readonly name: string;
  readonly expression: string;
}

export interface ValidatingAdmissionPolicy {
  readonly metadata: ObjectMeta;
  readonly spec: ValidatingAdmissionPolicySpec;
}

export interface ValidatingAdmissionPolicySpec {
  readonly matchConstraints: MatchResources | undefined;
  readonly validations: readonly Validation[];
}

export interface Validation {
  readonly expression: string;
}

export interface MatchResources {
  readonly resourceRules: readonly NamedRuleWithOperations[];
}

export interface NamedRuleWithOperations {
  readonly operations: readonly string[];
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly scope: string | undefined;
}

export interface ValidatingAdmissionPolicyBinding {
  readonly metadata: ObjectMeta;
  readonly spec: ValidatingAdmissionPolicyBindingSpec;
}

export interface ValidatingAdmissionPolicyBindingSpec {
  readonly policyName: string;
  readonly validationActions: readonly string[];
}

export interface APIService {
  readonly metadata: ObjectMeta;
  readonly spec: APIServiceSpec;
  readonly status: APIServiceStatus;
}

export interface APIServiceSpec {
  /** None where the API server serves the group itself. */
  readonly service: ServiceReference | undefined;
  readonly group: string;
  readonly version: string;
  readonly insecureSkipTLSVerify: boolean;
  /** Read for what its certificates say; the bundle itself is not kept. */
  readonly caBundle: string;
}

export interface APIServiceStatus {
  readonly conditions: readonly APIServiceCondition[];
}

export interface APIServiceCondition {
  readonly type: string;
  readonly status: string;
  readonly lastTransitionTime: string | undefined;
  readonly reason: string;
}

export interface CustomResourceDefinition {
  readonly metadata: ObjectMeta;
  readonly spec: CustomResourceDefinitionSpec;
  readonly status: CustomResourceDefinitionStatus;
}

export interface CustomResourceDefinitionSpec {
  readonly group: string;
  readonly conversion: CustomResourceConversion | undefined;
}

export interface CustomResourceConversion {
  readonly strategy: string;
  readonly webhook: WebhookConversion | undefined;
}

export interface WebhookConversion {
  readonly clientConfig: WebhookClientConfig | undefined;
}

export interface CustomResourceDefinitionStatus {
  readonly storedVersions: readonly string[];
}

export interface FlowSchema {
  readonly metadata: ObjectMeta;
  readonly spec: FlowSchemaSpec;
}

export interface FlowSchemaSpec {
  readonly priorityLevelConfiguration: PriorityLevelConfigurationReference;
  readonly matchingPrecedence: number;
  readonly rules: readonly PolicyRulesWithSubjects[];
}

export interface PriorityLevelConfigurationReference {
  readonly name: string;
}

export interface PolicyRulesWithSubjects {
  readonly subjects: readonly FlowSubject[];
  readonly resourceRules: readonly ResourcePolicyRule[];
  readonly nonResourceRules: readonly NonResourcePolicyRule[];
}

export interface FlowSubject {
  readonly kind: string;
  readonly user: UserSubject | undefined;
  readonly group: GroupSubject | undefined;
  readonly serviceAccount: ServiceAccountSubject | undefined;
}

export interface UserSubject {
  readonly name: string;
}

export interface GroupSubject {
  readonly name: string;
}

export interface ServiceAccountSubject {
  readonly namespace: string;
  readonly name: string;
}

export interface ResourcePolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
}

export interface NonResourcePolicyRule {
  readonly verbs: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

export interface CertificateSigningRequest {
  readonly metadata: ObjectMeta;
  readonly spec: CertificateSigningRequestSpec;
  readonly status: CertificateSigningRequestStatus;
}

export interface CertificateSigningRequestSpec {
  /** Read for what is asked for; the request itself is not kept. */
  readonly request: string;
  readonly username: string;
  readonly groups: readonly string[];
  readonly usages: readonly string[];
  readonly signerName: string;
  readonly expirationSeconds: number | undefined;
}

export interface CertificateSigningRequestStatus {
  readonly conditions: readonly CertificateSigningRequestCondition[];
  /** Read for what it says; the certificate itself is not kept. */
  readonly certificate: string;
}

export interface CertificateSigningRequestCondition {
  readonly type: string;
  readonly reason: string;
  readonly status: string;
}

export interface Lease {
  readonly metadata: ObjectMeta;
  readonly spec: LeaseSpec;
}

export interface LeaseSpec {
  readonly holderIdentity: string | undefined;
  readonly leaseDurationSeconds: number | undefined;
  readonly renewTime: string | undefined;
}

export interface RuntimeClass {
  readonly metadata: ObjectMeta;
  readonly handler: string;
}

/** Any object, read as metadata alone: all that is ever read of a Secret. */
export interface PartialObjectMetadata {
  readonly metadata: ObjectMeta;
}

/** A backup that Velero makes again and again. */
export interface Schedule {
  readonly metadata: ObjectMeta;
  readonly spec: ScheduleSpec;
  readonly status: ScheduleStatus;
}

export interface ScheduleSpec {
  readonly schedule: string | undefined;
  readonly paused: boolean | undefined;
  readonly template: BackupTemplate | undefined;
}

export interface BackupTemplate {
  readonly includedNamespaces: readonly string[];
  readonly includedResources: readonly string[];
  readonly includedNamespaceScopedResources: readonly string[];
  readonly labelSelector: LabelSelector | undefined;
  readonly orLabelSelectors: readonly LabelSelector[];
}

export interface ScheduleStatus {
  readonly phase: string | undefined;
  readonly lastBackup: string | undefined;
}

const allowedOfAnnotations: ReadonlySet<string> = new Set(["kubernetes.io/service-account.name","kubernetes.io/service-account.uid","kubernetes.io/config.hash","kubernetes.io/config.mirror","kubernetes.io/config.source","kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint","kubeadm.kubernetes.io/etcd.advertise-client-urls","rbac.authorization.kubernetes.io/autoupdate","k3s.io/node-args","rke2.io/node-args","k3s.io/node-env","rke2.io/node-env"]);
const allowedOfEnvVarValue: ReadonlySet<string> = new Set(["ETCD_NAME","ETCD_DATA_DIR","ETCD_WAL_DIR","ETCD_CONFIG_FILE","ETCD_LISTEN_CLIENT_URLS","ETCD_LISTEN_CLIENT_HTTP_URLS","ETCD_LISTEN_PEER_URLS","ETCD_LISTEN_METRICS_URLS","ETCD_ADVERTISE_CLIENT_URLS","ETCD_INITIAL_ADVERTISE_PEER_URLS","ETCD_CERT_FILE","ETCD_KEY_FILE","ETCD_CLIENT_CERT_AUTH","ETCD_CLIENT_CERT_ALLOWED_HOSTNAME","ETCD_CLIENT_CRL_FILE","ETCD_TRUSTED_CA_FILE","ETCD_AUTO_TLS","ETCD_SELF_SIGNED_CERT_VALIDITY","ETCD_PEER_CERT_FILE","ETCD_PEER_KEY_FILE","ETCD_PEER_CLIENT_CERT_AUTH","ETCD_PEER_CERT_ALLOWED_CN","ETCD_PEER_CERT_ALLOWED_HOSTNAME","ETCD_PEER_CRL_FILE","ETCD_PEER_TRUSTED_CA_FILE","ETCD_PEER_AUTO_TLS","ETCD_PEER_SKIP_CLIENT_SAN_VERIFICATION","ETCD_CIPHER_SUITES","ETCD_TLS_MIN_VERSION","ETCD_TLS_MAX_VERSION","ETCD_ENABLE_PPROF","ETCD_METRICS","ETCD_SNAPSHOT_COUNT","ETCD_QUOTA_BACKEND_BYTES","ETCD_AUTO_COMPACTION_MODE","ETCD_AUTO_COMPACTION_RETENTION","ETCD_FORCE_NEW_CLUSTER","ETCD_UNSAFE_NO_FSYNC","ETCD_ENABLE_V2","ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK","ETCD_EXPERIMENTAL_CORRUPT_CHECK_TIME","ETCD_FEATURE_GATES"]);
const membersOfVolume: ReadonlySet<string> = new Set(["name","hostPath","emptyDir","gcePersistentDisk","awsElasticBlockStore","gitRepo","secret","nfs","iscsi","glusterfs","persistentVolumeClaim","rbd","flexVolume","cinder","cephfs","flocker","downwardAPI","fc","azureFile","configMap","vsphereVolume","quobyte","azureDisk","photonPersistentDisk","portworxVolume","scaleIO","projected","storageos","csi","ephemeral","image"]);
const membersOfVolumeProjection: ReadonlySet<string> = new Set(["secret","downwardAPI","configMap","serviceAccountToken","clusterTrustBundle","podCertificate"]);
const membersOfProbe: ReadonlySet<string> = new Set(["exec","httpGet","tcpSocket","grpc","initialDelaySeconds","timeoutSeconds","periodSeconds","successThreshold","failureThreshold","terminationGracePeriodSeconds"]);
const membersOfLifecycleHandler: ReadonlySet<string> = new Set(["exec","httpGet","tcpSocket","sleep"]);
const membersOfNetworkPolicyPeer: ReadonlySet<string> = new Set(["podSelector","namespaceSelector","ipBlock"]);
const numbersOfPresent: ReadonlySet<number> = new Set([]);
const numbersOfObjectMeta: ReadonlySet<number> = new Set([1, 3, 5, 6, 8, 11, 12, 13]);
const numbersOfOwnerReference: ReadonlySet<number> = new Set([1, 3, 4, 5, 6]);
const numbersOfLabelSelector: ReadonlySet<number> = new Set([1, 2]);
const numbersOfLabelSelectorRequirement: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfPod: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfPodStatus: ReadonlySet<number> = new Set([1, 5, 6, 7, 12]);
const numbersOfPodIP: ReadonlySet<number> = new Set([1]);
const numbersOfPodSpec: ReadonlySet<number> = new Set([1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 27, 29, 30, 34, 36, 37, 40]);
const numbersOfPodOS: ReadonlySet<number> = new Set([1]);
const numbersOfLocalObjectReference: ReadonlySet<number> = new Set([1]);
const numbersOfToleration: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfHostAlias: ReadonlySet<number> = new Set([1, 2]);
const numbersOfPodSecurityContext: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 10, 11]);
const numbersOfSecurityContext: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const numbersOfCapabilities: ReadonlySet<number> = new Set([1, 2]);
const numbersOfSELinuxOptions: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfWindowsSecurityContextOptions: ReadonlySet<number> = new Set([3, 4]);
const numbersOfSeccompProfile: ReadonlySet<number> = new Set([1, 2]);
const numbersOfAppArmorProfile: ReadonlySet<number> = new Set([1, 2]);
const numbersOfSysctl: ReadonlySet<number> = new Set([1, 2]);
const numbersOfVolume: ReadonlySet<number> = new Set([1, 2]);
const numbersOfVolumeSource: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
const numbersOfHostPathVolumeSource: ReadonlySet<number> = new Set([1, 2]);
const numbersOfEmptyDirVolumeSource: ReadonlySet<number> = new Set([1, 2]);
const numbersOfSecretVolumeSource: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfNFSVolumeSource: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfPersistentVolumeClaimVolumeSource: ReadonlySet<number> = new Set([1, 2]);
const numbersOfFlexVolumeSource: ReadonlySet<number> = new Set([1]);
const numbersOfConfigMapVolumeSource: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfCSIVolumeSource: ReadonlySet<number> = new Set([1, 2, 5]);
const numbersOfImageVolumeSource: ReadonlySet<number> = new Set([1, 2]);
const numbersOfKeyToPath: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfProjectedVolumeSource: ReadonlySet<number> = new Set([1, 2]);
const numbersOfVolumeProjection: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6]);
const numbersOfSecretProjection: ReadonlySet<number> = new Set([1, 2, 4]);
const numbersOfConfigMapProjection: ReadonlySet<number> = new Set([1, 2, 4]);
const numbersOfServiceAccountTokenProjection: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfContainer: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 18, 19, 22, 24]);
const numbersOfEphemeralContainer: ReadonlySet<number> = new Set([1, 2]);
const numbersOfContainerPort: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const numbersOfEnvVar: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfEnvVarSource: ReadonlySet<number> = new Set([1, 3, 4]);
const numbersOfObjectFieldSelector: ReadonlySet<number> = new Set([2]);
const numbersOfKeySelector: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfEnvFromSource: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfNameSource: ReadonlySet<number> = new Set([1, 2]);
const numbersOfVolumeMount: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7]);
const numbersOfProbe: ReadonlySet<number> = new Set([1]);
const numbersOfLifecycle: ReadonlySet<number> = new Set([1, 2]);
const numbersOfProbeHandler: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfLifecycleHandler: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfExecAction: ReadonlySet<number> = new Set([1]);
const numbersOfHTTPGetAction: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfTCPSocketAction: ReadonlySet<number> = new Set([1, 2]);
const numbersOfResourceRequirements: ReadonlySet<number> = new Set([1, 2]);
const numbersOfNode: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfNodeSpec: ReadonlySet<number> = new Set([1, 3, 4, 5, 7]);
const numbersOfTaint: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfNodeStatus: ReadonlySet<number> = new Set([4, 5, 6, 7]);
const numbersOfNodeCondition: ReadonlySet<number> = new Set([1, 2, 4, 5]);
const numbersOfNodeAddress: ReadonlySet<number> = new Set([1, 2]);
const numbersOfNodeDaemonEndpoints: ReadonlySet<number> = new Set([1]);
const numbersOfDaemonEndpoint: ReadonlySet<number> = new Set([1]);
const numbersOfNodeSystemInfo: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9, 10, 11]);
const numbersOfNodeSwapStatus: ReadonlySet<number> = new Set([1]);
const numbersOfNamespace: ReadonlySet<number> = new Set([1, 3]);
const numbersOfNamespaceStatus: ReadonlySet<number> = new Set([1]);
const numbersOfServiceAccount: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfObjectReference: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfService: ReadonlySet<number> = new Set([1, 2]);
const numbersOfServiceSpec: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 9, 10]);
const numbersOfServicePort: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const numbersOfConfigMap: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfRole: ReadonlySet<number> = new Set([1, 2]);
const numbersOfClusterRole: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfRoleBinding: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfClusterRoleBinding: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfSubject: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfRoleRef: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfPolicyRule: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const numbersOfAggregationRule: ReadonlySet<number> = new Set([1]);
const numbersOfDeployment: ReadonlySet<number> = new Set([1, 2]);
const numbersOfDeploymentSpec: ReadonlySet<number> = new Set([1, 2, 3, 7]);
const numbersOfDaemonSet: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfDaemonSetStatus: ReadonlySet<number> = new Set([3]);
const numbersOfDaemonSetSpec: ReadonlySet<number> = new Set([1, 2]);
const numbersOfPodTemplateSpec: ReadonlySet<number> = new Set([1, 2]);
const numbersOfStatefulSet: ReadonlySet<number> = new Set([1, 2]);
const numbersOfStatefulSetSpec: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfReplicaSet: ReadonlySet<number> = new Set([1, 2]);
const numbersOfReplicaSetSpec: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfJob: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfJobSpec: ReadonlySet<number> = new Set([6, 10]);
const numbersOfJobStatus: ReadonlySet<number> = new Set([2, 3, 4, 5, 6]);
const numbersOfCronJob: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfCronJobSpec: ReadonlySet<number> = new Set([1, 4, 5, 8]);
const numbersOfCronJobStatus: ReadonlySet<number> = new Set([4, 5]);
const numbersOfJobTemplateSpec: ReadonlySet<number> = new Set([1, 2]);
const numbersOfNetworkPolicy: ReadonlySet<number> = new Set([1, 2]);
const numbersOfNetworkPolicySpec: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfNetworkPolicyIngressRule: ReadonlySet<number> = new Set([1, 2]);
const numbersOfNetworkPolicyEgressRule: ReadonlySet<number> = new Set([1, 2]);
const numbersOfNetworkPolicyPort: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfNetworkPolicyPeer: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfIPBlock: ReadonlySet<number> = new Set([1, 2]);
const numbersOfValidatingWebhookConfiguration: ReadonlySet<number> = new Set([1, 2]);
const numbersOfMutatingWebhookConfiguration: ReadonlySet<number> = new Set([1, 2]);
const numbersOfValidatingWebhook: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 10, 11]);
const numbersOfMutatingWebhook: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 11, 12]);
const numbersOfWebhookClientConfig: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfServiceReference: ReadonlySet<number> = new Set([1, 2]);
const numbersOfRuleWithOperations: ReadonlySet<number> = new Set([1, 2]);
const numbersOfRule: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfMatchCondition: ReadonlySet<number> = new Set([1, 2]);
const numbersOfValidatingAdmissionPolicy: ReadonlySet<number> = new Set([1, 2]);
const numbersOfValidatingAdmissionPolicySpec: ReadonlySet<number> = new Set([2, 3]);
const numbersOfValidation: ReadonlySet<number> = new Set([1]);
const numbersOfMatchResources: ReadonlySet<number> = new Set([3]);
const numbersOfNamedRuleWithOperations: ReadonlySet<number> = new Set([2]);
const numbersOfValidatingAdmissionPolicyBinding: ReadonlySet<number> = new Set([1, 2]);
const numbersOfValidatingAdmissionPolicyBindingSpec: ReadonlySet<number> = new Set([1, 4]);
const numbersOfAPIService: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfAPIServiceSpec: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const numbersOfAPIServiceStatus: ReadonlySet<number> = new Set([1]);
const numbersOfAPIServiceCondition: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfCustomResourceDefinition: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfCustomResourceDefinitionSpec: ReadonlySet<number> = new Set([1, 9]);
const numbersOfCustomResourceConversion: ReadonlySet<number> = new Set([1, 2]);
const numbersOfWebhookConversion: ReadonlySet<number> = new Set([2]);
const numbersOfCustomResourceDefinitionStatus: ReadonlySet<number> = new Set([3]);
const numbersOfFlowSchema: ReadonlySet<number> = new Set([1, 2]);
const numbersOfFlowSchemaSpec: ReadonlySet<number> = new Set([1, 2, 4]);
const numbersOfPriorityLevelConfigurationReference: ReadonlySet<number> = new Set([1]);
const numbersOfPolicyRulesWithSubjects: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfFlowSubject: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const numbersOfUserSubject: ReadonlySet<number> = new Set([1]);
const numbersOfGroupSubject: ReadonlySet<number> = new Set([1]);
const numbersOfServiceAccountSubject: ReadonlySet<number> = new Set([1, 2]);
const numbersOfResourcePolicyRule: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfNonResourcePolicyRule: ReadonlySet<number> = new Set([1, 6]);
const numbersOfCertificateSigningRequest: ReadonlySet<number> = new Set([1, 2, 3]);
const numbersOfCertificateSigningRequestSpec: ReadonlySet<number> = new Set([1, 2, 4, 5, 7, 8]);
const numbersOfCertificateSigningRequestStatus: ReadonlySet<number> = new Set([1, 2]);
const numbersOfCertificateSigningRequestCondition: ReadonlySet<number> = new Set([1, 2, 6]);
const numbersOfLease: ReadonlySet<number> = new Set([1, 2]);
const numbersOfLeaseSpec: ReadonlySet<number> = new Set([1, 2, 4]);
const numbersOfRuntimeClass: ReadonlySet<number> = new Set([1, 2]);
const numbersOfPartialObjectMetadata: ReadonlySet<number> = new Set([1]);

function decodePresent(reader: WireReader, end: number): Present {
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      default:
        reader.skipUndeclared(tag, numbersOfPresent, 'Present');
    }
  }
  reader.leave(outer);
  return {  };
}

function decodeObjectMeta(reader: WireReader, end: number): ObjectMeta {
  let name = '';
  let namespace = '';
  let uid = '';
  let resourceVersion = '';
  let creationTimestamp: string | undefined;
  let labels = NONE;
  let annotations = NONE;
  let ownerReferences: OwnerReference[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 26:
        namespace = reader.string();
        break;
      case 42:
        uid = reader.string();
        break;
      case 50:
        resourceVersion = reader.string();
        break;
      case 66:
        creationTimestamp = decodeTime(reader, reader.end());
        break;
      case 90:
        labels = addString(reader, labels);
        break;
      case 98:
        annotations = addAllowed(reader, annotations, allowedOfAnnotations);
        break;
      case 106:
        ownerReferences = append(ownerReferences, decodeOwnerReference(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfObjectMeta, 'ObjectMeta');
    }
  }
  reader.leave(outer);
  return { name, namespace, uid, resourceVersion, creationTimestamp, labels, annotations, ownerReferences };
}

function decodeOwnerReference(reader: WireReader, end: number): OwnerReference {
  let kind = '';
  let name = '';
  let uid = '';
  let apiVersion = '';
  let controller: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        kind = reader.string();
        break;
      case 26:
        name = reader.string();
        break;
      case 34:
        uid = reader.string();
        break;
      case 42:
        apiVersion = reader.string();
        break;
      case 48:
        controller = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfOwnerReference, 'OwnerReference');
    }
  }
  reader.leave(outer);
  return { kind, name, uid, apiVersion, controller };
}

function decodeLabelSelector(reader: WireReader, end: number): LabelSelector {
  let matchLabels = NONE;
  let matchExpressions: LabelSelectorRequirement[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        matchLabels = addString(reader, matchLabels);
        break;
      case 18:
        matchExpressions = append(matchExpressions, decodeLabelSelectorRequirement(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLabelSelector, 'LabelSelector');
    }
  }
  reader.leave(outer);
  return { matchLabels, matchExpressions };
}

function decodeLabelSelectorRequirement(reader: WireReader, end: number): LabelSelectorRequirement {
  let key = '';
  let operator = '';
  let values: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        key = reader.string();
        break;
      case 18:
        operator = reader.string();
        break;
      case 26:
        values = append(values, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLabelSelectorRequirement, 'LabelSelectorRequirement');
    }
  }
  reader.leave(outer);
  return { key, operator, values };
}

function decodePod(reader: WireReader, end: number): Pod {
  let metadata: ObjectMeta | undefined;
  let spec: PodSpec | undefined;
  let status: PodStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodePodSpec(reader, reader.end());
        break;
      case 26:
        status = decodePodStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPod, 'Pod');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodePodSpec(reader, reader.at);
  status ??= decodePodStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodePodStatus(reader: WireReader, end: number): PodStatus {
  let phase = '';
  let hostIP = '';
  let podIP = '';
  let startTime: string | undefined;
  let podIPs: PodIP[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        phase = reader.string();
        break;
      case 42:
        hostIP = reader.string();
        break;
      case 50:
        podIP = reader.string();
        break;
      case 58:
        startTime = decodeTime(reader, reader.end());
        break;
      case 98:
        podIPs = append(podIPs, decodePodIP(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPodStatus, 'PodStatus');
    }
  }
  reader.leave(outer);
  return { phase, hostIP, podIP, startTime, podIPs };
}

function decodePodIP(reader: WireReader, end: number): PodIP {
  let ip = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        ip = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPodIP, 'PodIP');
    }
  }
  reader.leave(outer);
  return { ip };
}

function decodePodSpec(reader: WireReader, end: number): PodSpec {
  let volumes: Volume[] = EMPTY;
  let containers: Container[] = EMPTY;
  let restartPolicy = '';
  let activeDeadlineSeconds: number | undefined;
  let dnsPolicy = '';
  let nodeSelector = NONE;
  let serviceAccountName = '';
  let nodeName = '';
  let hostNetwork = false;
  let hostPID = false;
  let hostIPC = false;
  let securityContext: PodSecurityContext | undefined;
  let imagePullSecrets: LocalObjectReference[] = EMPTY;
  let initContainers: Container[] = EMPTY;
  let automountServiceAccountToken: boolean | undefined;
  let tolerations: Toleration[] = EMPTY;
  let hostAliases: HostAlias[] = EMPTY;
  let priorityClassName = '';
  let shareProcessNamespace: boolean | undefined;
  let runtimeClassName: string | undefined;
  let enableServiceLinks: boolean | undefined;
  let ephemeralContainers: EphemeralContainer[] = EMPTY;
  let os: PodOS | undefined;
  let hostUsers: boolean | undefined;
  let resources: ResourceRequirements | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        volumes = append(volumes, decodeVolume(reader, reader.end()));
        break;
      case 18:
        containers = append(containers, decodeContainer(reader, reader.end()));
        break;
      case 26:
        restartPolicy = reader.string();
        break;
      case 40:
        activeDeadlineSeconds = reader.int64();
        break;
      case 50:
        dnsPolicy = reader.string();
        break;
      case 58:
        nodeSelector = addString(reader, nodeSelector);
        break;
      case 66:
        serviceAccountName = reader.string();
        break;
      case 82:
        nodeName = reader.string();
        break;
      case 88:
        hostNetwork = reader.varint() !== 0;
        break;
      case 96:
        hostPID = reader.varint() !== 0;
        break;
      case 104:
        hostIPC = reader.varint() !== 0;
        break;
      case 114:
        securityContext = decodePodSecurityContext(reader, reader.end());
        break;
      case 122:
        imagePullSecrets = append(imagePullSecrets, decodeLocalObjectReference(reader, reader.end()));
        break;
      case 162:
        initContainers = append(initContainers, decodeContainer(reader, reader.end()));
        break;
      case 168:
        automountServiceAccountToken = reader.varint() !== 0;
        break;
      case 178:
        tolerations = append(tolerations, decodeToleration(reader, reader.end()));
        break;
      case 186:
        hostAliases = append(hostAliases, decodeHostAlias(reader, reader.end()));
        break;
      case 194:
        priorityClassName = reader.string();
        break;
      case 216:
        shareProcessNamespace = reader.varint() !== 0;
        break;
      case 234:
        runtimeClassName = reader.string();
        break;
      case 240:
        enableServiceLinks = reader.varint() !== 0;
        break;
      case 274:
        ephemeralContainers = append(ephemeralContainers, decodeEphemeralContainer(reader, reader.end()));
        break;
      case 290:
        os = decodePodOS(reader, reader.end());
        break;
      case 296:
        hostUsers = reader.varint() !== 0;
        break;
      case 322:
        resources = decodeResourceRequirements(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPodSpec, 'PodSpec');
    }
  }
  reader.leave(outer);
  return { volumes, containers, restartPolicy, activeDeadlineSeconds, dnsPolicy, nodeSelector, serviceAccountName, nodeName, hostNetwork, hostPID, hostIPC, securityContext, imagePullSecrets, initContainers, automountServiceAccountToken, tolerations, hostAliases, priorityClassName, shareProcessNamespace, runtimeClassName, enableServiceLinks, ephemeralContainers, os, hostUsers, resources };
}

function decodePodOS(reader: WireReader, end: number): PodOS {
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPodOS, 'PodOS');
    }
  }
  reader.leave(outer);
  return { name };
}

function decodeLocalObjectReference(reader: WireReader, end: number): LocalObjectReference {
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLocalObjectReference, 'LocalObjectReference');
    }
  }
  reader.leave(outer);
  return { name };
}

function decodeToleration(reader: WireReader, end: number): Toleration {
  let key = '';
  let operator = '';
  let value = '';
  let effect = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        key = reader.string();
        break;
      case 18:
        operator = reader.string();
        break;
      case 26:
        value = reader.string();
        break;
      case 34:
        effect = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfToleration, 'Toleration');
    }
  }
  reader.leave(outer);
  return { key, operator, value, effect };
}

function decodeHostAlias(reader: WireReader, end: number): HostAlias {
  let ip = '';
  let hostnames: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        ip = reader.string();
        break;
      case 18:
        hostnames = append(hostnames, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfHostAlias, 'HostAlias');
    }
  }
  reader.leave(outer);
  return { ip, hostnames };
}

function decodePodSecurityContext(reader: WireReader, end: number): PodSecurityContext {
  let seLinuxOptions: SELinuxOptions | undefined;
  let runAsUser: number | undefined;
  let runAsNonRoot: boolean | undefined;
  let supplementalGroups: number[] = EMPTY;
  let fsGroup: number | undefined;
  let runAsGroup: number | undefined;
  let sysctls: Sysctl[] = EMPTY;
  let windowsOptions: WindowsSecurityContextOptions | undefined;
  let seccompProfile: SeccompProfile | undefined;
  let appArmorProfile: AppArmorProfile | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        seLinuxOptions = decodeSELinuxOptions(reader, reader.end());
        break;
      case 16:
        runAsUser = reader.int64();
        break;
      case 24:
        runAsNonRoot = reader.varint() !== 0;
        break;
      case 32:
        supplementalGroups = append(supplementalGroups, reader.int64());
        break;
      case 34: {
        const end = reader.end();
        const outer = reader.enter(end);
        while (reader.at < end) supplementalGroups = append(supplementalGroups, reader.int64());
        reader.leave(outer);
        break;
      }
      case 40:
        fsGroup = reader.int64();
        break;
      case 48:
        runAsGroup = reader.int64();
        break;
      case 58:
        sysctls = append(sysctls, decodeSysctl(reader, reader.end()));
        break;
      case 66:
        windowsOptions = decodeWindowsSecurityContextOptions(reader, reader.end());
        break;
      case 82:
        seccompProfile = decodeSeccompProfile(reader, reader.end());
        break;
      case 90:
        appArmorProfile = decodeAppArmorProfile(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPodSecurityContext, 'PodSecurityContext');
    }
  }
  reader.leave(outer);
  return { seLinuxOptions, runAsUser, runAsNonRoot, supplementalGroups, fsGroup, runAsGroup, sysctls, windowsOptions, seccompProfile, appArmorProfile };
}

function decodeSecurityContext(reader: WireReader, end: number): SecurityContext {
  let capabilities: Capabilities | undefined;
  let privileged: boolean | undefined;
  let seLinuxOptions: SELinuxOptions | undefined;
  let runAsUser: number | undefined;
  let runAsNonRoot: boolean | undefined;
  let readOnlyRootFilesystem: boolean | undefined;
  let allowPrivilegeEscalation: boolean | undefined;
  let runAsGroup: number | undefined;
  let procMount: string | undefined;
  let windowsOptions: WindowsSecurityContextOptions | undefined;
  let seccompProfile: SeccompProfile | undefined;
  let appArmorProfile: AppArmorProfile | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        capabilities = decodeCapabilities(reader, reader.end());
        break;
      case 16:
        privileged = reader.varint() !== 0;
        break;
      case 26:
        seLinuxOptions = decodeSELinuxOptions(reader, reader.end());
        break;
      case 32:
        runAsUser = reader.int64();
        break;
      case 40:
        runAsNonRoot = reader.varint() !== 0;
        break;
      case 48:
        readOnlyRootFilesystem = reader.varint() !== 0;
        break;
      case 56:
        allowPrivilegeEscalation = reader.varint() !== 0;
        break;
      case 64:
        runAsGroup = reader.int64();
        break;
      case 74:
        procMount = reader.string();
        break;
      case 82:
        windowsOptions = decodeWindowsSecurityContextOptions(reader, reader.end());
        break;
      case 90:
        seccompProfile = decodeSeccompProfile(reader, reader.end());
        break;
      case 98:
        appArmorProfile = decodeAppArmorProfile(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSecurityContext, 'SecurityContext');
    }
  }
  reader.leave(outer);
  return { capabilities, privileged, seLinuxOptions, runAsUser, runAsNonRoot, readOnlyRootFilesystem, allowPrivilegeEscalation, runAsGroup, procMount, windowsOptions, seccompProfile, appArmorProfile };
}

function decodeCapabilities(reader: WireReader, end: number): Capabilities {
  let add: string[] = EMPTY;
  let drop: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        add = append(add, reader.string());
        break;
      case 18:
        drop = append(drop, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCapabilities, 'Capabilities');
    }
  }
  reader.leave(outer);
  return { add, drop };
}

function decodeSELinuxOptions(reader: WireReader, end: number): SELinuxOptions {
  let user = '';
  let role = '';
  let type = '';
  let level = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        user = reader.string();
        break;
      case 18:
        role = reader.string();
        break;
      case 26:
        type = reader.string();
        break;
      case 34:
        level = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSELinuxOptions, 'SELinuxOptions');
    }
  }
  reader.leave(outer);
  return { user, role, type, level };
}

function decodeWindowsSecurityContextOptions(reader: WireReader, end: number): WindowsSecurityContextOptions {
  let runAsUserName: string | undefined;
  let hostProcess: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 26:
        runAsUserName = reader.string();
        break;
      case 32:
        hostProcess = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfWindowsSecurityContextOptions, 'WindowsSecurityContextOptions');
    }
  }
  reader.leave(outer);
  return { runAsUserName, hostProcess };
}

function decodeSeccompProfile(reader: WireReader, end: number): SeccompProfile {
  let type = '';
  let localhostProfile: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        type = reader.string();
        break;
      case 18:
        localhostProfile = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSeccompProfile, 'SeccompProfile');
    }
  }
  reader.leave(outer);
  return { type, localhostProfile };
}

function decodeAppArmorProfile(reader: WireReader, end: number): AppArmorProfile {
  let type = '';
  let localhostProfile: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        type = reader.string();
        break;
      case 18:
        localhostProfile = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfAppArmorProfile, 'AppArmorProfile');
    }
  }
  reader.leave(outer);
  return { type, localhostProfile };
}

function decodeSysctl(reader: WireReader, end: number): Sysctl {
  let name = '';
  let value = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        value = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSysctl, 'Sysctl');
    }
  }
  reader.leave(outer);
  return { name, value };
}

function decodeVolume(reader: WireReader, end: number): Volume {
  let name = '';
  let hostPath: HostPathVolumeSource | undefined;
  let emptyDir: EmptyDirVolumeSource | undefined;
  let gcePersistentDisk: Present | undefined;
  let awsElasticBlockStore: Present | undefined;
  let gitRepo: Present | undefined;
  let secret: SecretVolumeSource | undefined;
  let nfs: NFSVolumeSource | undefined;
  let iscsi: Present | undefined;
  let glusterfs: Present | undefined;
  let persistentVolumeClaim: PersistentVolumeClaimVolumeSource | undefined;
  let rbd: Present | undefined;
  let flexVolume: FlexVolumeSource | undefined;
  let cinder: Present | undefined;
  let cephfs: Present | undefined;
  let flocker: Present | undefined;
  let downwardAPI: Present | undefined;
  let fc: Present | undefined;
  let azureFile: Present | undefined;
  let configMap: ConfigMapVolumeSource | undefined;
  let vsphereVolume: Present | undefined;
  let quobyte: Present | undefined;
  let azureDisk: Present | undefined;
  let photonPersistentDisk: Present | undefined;
  let portworxVolume: Present | undefined;
  let scaleIO: Present | undefined;
  let projected: ProjectedVolumeSource | undefined;
  let storageos: Present | undefined;
  let csi: CSIVolumeSource | undefined;
  let ephemeral: Present | undefined;
  let image: ImageVolumeSource | undefined;
  let $other: true | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        hostPath = decodeHostPathVolumeSource(reader, reader.end());
        break;
      case 18:
        emptyDir = decodeEmptyDirVolumeSource(reader, reader.end());
        break;
      case 26:
        gcePersistentDisk = decodePresent(reader, reader.end());
        break;
      case 34:
        awsElasticBlockStore = decodePresent(reader, reader.end());
        break;
      case 42:
        gitRepo = decodePresent(reader, reader.end());
        break;
      case 50:
        secret = decodeSecretVolumeSource(reader, reader.end());
        break;
      case 58:
        nfs = decodeNFSVolumeSource(reader, reader.end());
        break;
      case 66:
        iscsi = decodePresent(reader, reader.end());
        break;
      case 74:
        glusterfs = decodePresent(reader, reader.end());
        break;
      case 82:
        persistentVolumeClaim = decodePersistentVolumeClaimVolumeSource(reader, reader.end());
        break;
      case 90:
        rbd = decodePresent(reader, reader.end());
        break;
      case 98:
        flexVolume = decodeFlexVolumeSource(reader, reader.end());
        break;
      case 106:
        cinder = decodePresent(reader, reader.end());
        break;
      case 114:
        cephfs = decodePresent(reader, reader.end());
        break;
      case 122:
        flocker = decodePresent(reader, reader.end());
        break;
      case 130:
        downwardAPI = decodePresent(reader, reader.end());
        break;
      case 138:
        fc = decodePresent(reader, reader.end());
        break;
      case 146:
        azureFile = decodePresent(reader, reader.end());
        break;
      case 154:
        configMap = decodeConfigMapVolumeSource(reader, reader.end());
        break;
      case 162:
        vsphereVolume = decodePresent(reader, reader.end());
        break;
      case 170:
        quobyte = decodePresent(reader, reader.end());
        break;
      case 178:
        azureDisk = decodePresent(reader, reader.end());
        break;
      case 186:
        photonPersistentDisk = decodePresent(reader, reader.end());
        break;
      case 194:
        portworxVolume = decodePresent(reader, reader.end());
        break;
      case 202:
        scaleIO = decodePresent(reader, reader.end());
        break;
      case 210:
        projected = decodeProjectedVolumeSource(reader, reader.end());
        break;
      case 218:
        storageos = decodePresent(reader, reader.end());
        break;
      case 226:
        csi = decodeCSIVolumeSource(reader, reader.end());
        break;
      case 234:
        ephemeral = decodePresent(reader, reader.end());
        break;
      case 242:
        image = decodeImageVolumeSource(reader, reader.end());
        break;
      default:
        $other = true;
        reader.skipUndeclared(tag, numbersOfVolumeSource, 'VolumeSource');
    }
  }
        reader.leave(outer);
        break;
      }
      default:
        reader.skipUndeclared(tag, numbersOfVolume, 'Volume');
    }
  }
  reader.leave(outer);
  return { name, hostPath, emptyDir, gcePersistentDisk, awsElasticBlockStore, gitRepo, secret, nfs, iscsi, glusterfs, persistentVolumeClaim, rbd, flexVolume, cinder, cephfs, flocker, downwardAPI, fc, azureFile, configMap, vsphereVolume, quobyte, azureDisk, photonPersistentDisk, portworxVolume, scaleIO, projected, storageos, csi, ephemeral, image, $other };
}

function decodeHostPathVolumeSource(reader: WireReader, end: number): HostPathVolumeSource {
  let path = '';
  let type: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        path = reader.string();
        break;
      case 18:
        type = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfHostPathVolumeSource, 'HostPathVolumeSource');
    }
  }
  reader.leave(outer);
  return { path, type };
}

function decodeEmptyDirVolumeSource(reader: WireReader, end: number): EmptyDirVolumeSource {
  let medium = '';
  let sizeLimit: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        medium = reader.string();
        break;
      case 18:
        sizeLimit = decodeQuantity(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfEmptyDirVolumeSource, 'EmptyDirVolumeSource');
    }
  }
  reader.leave(outer);
  return { medium, sizeLimit };
}

function decodeSecretVolumeSource(reader: WireReader, end: number): SecretVolumeSource {
  let secretName = '';
  let items: KeyToPath[] = EMPTY;
  let defaultMode: number | undefined;
  let optional: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        secretName = reader.string();
        break;
      case 18:
        items = append(items, decodeKeyToPath(reader, reader.end()));
        break;
      case 24:
        defaultMode = reader.varint() | 0;
        break;
      case 32:
        optional = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSecretVolumeSource, 'SecretVolumeSource');
    }
  }
  reader.leave(outer);
  return { secretName, items, defaultMode, optional };
}

function decodeNFSVolumeSource(reader: WireReader, end: number): NFSVolumeSource {
  let server = '';
  let path = '';
  let readOnly = false;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        server = reader.string();
        break;
      case 18:
        path = reader.string();
        break;
      case 24:
        readOnly = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNFSVolumeSource, 'NFSVolumeSource');
    }
  }
  reader.leave(outer);
  return { server, path, readOnly };
}

function decodePersistentVolumeClaimVolumeSource(reader: WireReader, end: number): PersistentVolumeClaimVolumeSource {
  let claimName = '';
  let readOnly = false;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        claimName = reader.string();
        break;
      case 16:
        readOnly = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPersistentVolumeClaimVolumeSource, 'PersistentVolumeClaimVolumeSource');
    }
  }
  reader.leave(outer);
  return { claimName, readOnly };
}

function decodeFlexVolumeSource(reader: WireReader, end: number): FlexVolumeSource {
  let driver = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        driver = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfFlexVolumeSource, 'FlexVolumeSource');
    }
  }
  reader.leave(outer);
  return { driver };
}

function decodeConfigMapVolumeSource(reader: WireReader, end: number): ConfigMapVolumeSource {
  let name = '';
  let items: KeyToPath[] = EMPTY;
  let defaultMode: number | undefined;
  let optional: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLocalObjectReference, 'LocalObjectReference');
    }
  }
        reader.leave(outer);
        break;
      }
      case 18:
        items = append(items, decodeKeyToPath(reader, reader.end()));
        break;
      case 24:
        defaultMode = reader.varint() | 0;
        break;
      case 32:
        optional = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfConfigMapVolumeSource, 'ConfigMapVolumeSource');
    }
  }
  reader.leave(outer);
  return { name, items, defaultMode, optional };
}

function decodeCSIVolumeSource(reader: WireReader, end: number): CSIVolumeSource {
  let driver = '';
  let readOnly: boolean | undefined;
  let nodePublishSecretRef: LocalObjectReference | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        driver = reader.string();
        break;
      case 16:
        readOnly = reader.varint() !== 0;
        break;
      case 42:
        nodePublishSecretRef = decodeLocalObjectReference(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCSIVolumeSource, 'CSIVolumeSource');
    }
  }
  reader.leave(outer);
  return { driver, readOnly, nodePublishSecretRef };
}

function decodeImageVolumeSource(reader: WireReader, end: number): ImageVolumeSource {
  let reference = '';
  let pullPolicy = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        reference = reader.string();
        break;
      case 18:
        pullPolicy = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfImageVolumeSource, 'ImageVolumeSource');
    }
  }
  reader.leave(outer);
  return { reference, pullPolicy };
}

function decodeKeyToPath(reader: WireReader, end: number): KeyToPath {
  let key = '';
  let path = '';
  let mode: number | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        key = reader.string();
        break;
      case 18:
        path = reader.string();
        break;
      case 24:
        mode = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfKeyToPath, 'KeyToPath');
    }
  }
  reader.leave(outer);
  return { key, path, mode };
}

function decodeProjectedVolumeSource(reader: WireReader, end: number): ProjectedVolumeSource {
  let sources: VolumeProjection[] = EMPTY;
  let defaultMode: number | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        sources = append(sources, decodeVolumeProjection(reader, reader.end()));
        break;
      case 16:
        defaultMode = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfProjectedVolumeSource, 'ProjectedVolumeSource');
    }
  }
  reader.leave(outer);
  return { sources, defaultMode };
}

function decodeVolumeProjection(reader: WireReader, end: number): VolumeProjection {
  let secret: SecretProjection | undefined;
  let downwardAPI: Present | undefined;
  let configMap: ConfigMapProjection | undefined;
  let serviceAccountToken: ServiceAccountTokenProjection | undefined;
  let clusterTrustBundle: Present | undefined;
  let podCertificate: Present | undefined;
  let $other: true | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        secret = decodeSecretProjection(reader, reader.end());
        break;
      case 18:
        downwardAPI = decodePresent(reader, reader.end());
        break;
      case 26:
        configMap = decodeConfigMapProjection(reader, reader.end());
        break;
      case 34:
        serviceAccountToken = decodeServiceAccountTokenProjection(reader, reader.end());
        break;
      case 42:
        clusterTrustBundle = decodePresent(reader, reader.end());
        break;
      case 50:
        podCertificate = decodePresent(reader, reader.end());
        break;
      default:
        $other = true;
        reader.skipUndeclared(tag, numbersOfVolumeProjection, 'VolumeProjection');
    }
  }
  reader.leave(outer);
  return { secret, downwardAPI, configMap, serviceAccountToken, clusterTrustBundle, podCertificate, $other };
}

function decodeSecretProjection(reader: WireReader, end: number): SecretProjection {
  let name = '';
  let items: KeyToPath[] = EMPTY;
  let optional: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLocalObjectReference, 'LocalObjectReference');
    }
  }
        reader.leave(outer);
        break;
      }
      case 18:
        items = append(items, decodeKeyToPath(reader, reader.end()));
        break;
      case 32:
        optional = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSecretProjection, 'SecretProjection');
    }
  }
  reader.leave(outer);
  return { name, items, optional };
}

function decodeConfigMapProjection(reader: WireReader, end: number): ConfigMapProjection {
  let name = '';
  let items: KeyToPath[] = EMPTY;
  let optional: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLocalObjectReference, 'LocalObjectReference');
    }
  }
        reader.leave(outer);
        break;
      }
      case 18:
        items = append(items, decodeKeyToPath(reader, reader.end()));
        break;
      case 32:
        optional = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfConfigMapProjection, 'ConfigMapProjection');
    }
  }
  reader.leave(outer);
  return { name, items, optional };
}

function decodeServiceAccountTokenProjection(reader: WireReader, end: number): ServiceAccountTokenProjection {
  let audience = '';
  let expirationSeconds: number | undefined;
  let path = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        audience = reader.string();
        break;
      case 16:
        expirationSeconds = reader.int64();
        break;
      case 26:
        path = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfServiceAccountTokenProjection, 'ServiceAccountTokenProjection');
    }
  }
  reader.leave(outer);
  return { audience, expirationSeconds, path };
}

function decodeContainer(reader: WireReader, end: number): Container {
  let name = '';
  let image = '';
  let command: string[] = EMPTY;
  let args: string[] = EMPTY;
  let ports: ContainerPort[] = EMPTY;
  let env: EnvVar[] = EMPTY;
  let resources: ResourceRequirements | undefined;
  let volumeMounts: VolumeMount[] = EMPTY;
  let livenessProbe: Probe | undefined;
  let readinessProbe: Probe | undefined;
  let lifecycle: Lifecycle | undefined;
  let imagePullPolicy = '';
  let securityContext: SecurityContext | undefined;
  let stdin = false;
  let tty = false;
  let envFrom: EnvFromSource[] = EMPTY;
  let startupProbe: Probe | undefined;
  let restartPolicy: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        image = reader.string();
        break;
      case 26:
        command = append(command, reader.string());
        break;
      case 34:
        args = append(args, reader.string());
        break;
      case 50:
        ports = append(ports, decodeContainerPort(reader, reader.end()));
        break;
      case 58:
        env = append(env, decodeEnvVar(reader, reader.end()));
        break;
      case 66:
        resources = decodeResourceRequirements(reader, reader.end());
        break;
      case 74:
        volumeMounts = append(volumeMounts, decodeVolumeMount(reader, reader.end()));
        break;
      case 82:
        livenessProbe = decodeProbe(reader, reader.end());
        break;
      case 90:
        readinessProbe = decodeProbe(reader, reader.end());
        break;
      case 98:
        lifecycle = decodeLifecycle(reader, reader.end());
        break;
      case 114:
        imagePullPolicy = reader.string();
        break;
      case 122:
        securityContext = decodeSecurityContext(reader, reader.end());
        break;
      case 128:
        stdin = reader.varint() !== 0;
        break;
      case 144:
        tty = reader.varint() !== 0;
        break;
      case 154:
        envFrom = append(envFrom, decodeEnvFromSource(reader, reader.end()));
        break;
      case 178:
        startupProbe = decodeProbe(reader, reader.end());
        break;
      case 194:
        restartPolicy = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfContainer, 'Container');
    }
  }
  resources ??= decodeResourceRequirements(reader, reader.at);
  reader.leave(outer);
  return { name, image, command, args, ports, env, resources, volumeMounts, livenessProbe, readinessProbe, lifecycle, imagePullPolicy, securityContext, stdin, tty, envFrom, startupProbe, restartPolicy };
}

function decodeEphemeralContainer(reader: WireReader, end: number): EphemeralContainer {
  let name = '';
  let image = '';
  let command: string[] = EMPTY;
  let args: string[] = EMPTY;
  let ports: ContainerPort[] = EMPTY;
  let env: EnvVar[] = EMPTY;
  let resources: ResourceRequirements | undefined;
  let volumeMounts: VolumeMount[] = EMPTY;
  let livenessProbe: Probe | undefined;
  let readinessProbe: Probe | undefined;
  let lifecycle: Lifecycle | undefined;
  let imagePullPolicy = '';
  let securityContext: SecurityContext | undefined;
  let stdin = false;
  let tty = false;
  let envFrom: EnvFromSource[] = EMPTY;
  let startupProbe: Probe | undefined;
  let restartPolicy: string | undefined;
  let targetContainerName = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        image = reader.string();
        break;
      case 26:
        command = append(command, reader.string());
        break;
      case 34:
        args = append(args, reader.string());
        break;
      case 50:
        ports = append(ports, decodeContainerPort(reader, reader.end()));
        break;
      case 58:
        env = append(env, decodeEnvVar(reader, reader.end()));
        break;
      case 66:
        resources = decodeResourceRequirements(reader, reader.end());
        break;
      case 74:
        volumeMounts = append(volumeMounts, decodeVolumeMount(reader, reader.end()));
        break;
      case 82:
        livenessProbe = decodeProbe(reader, reader.end());
        break;
      case 90:
        readinessProbe = decodeProbe(reader, reader.end());
        break;
      case 98:
        lifecycle = decodeLifecycle(reader, reader.end());
        break;
      case 114:
        imagePullPolicy = reader.string();
        break;
      case 122:
        securityContext = decodeSecurityContext(reader, reader.end());
        break;
      case 128:
        stdin = reader.varint() !== 0;
        break;
      case 144:
        tty = reader.varint() !== 0;
        break;
      case 154:
        envFrom = append(envFrom, decodeEnvFromSource(reader, reader.end()));
        break;
      case 178:
        startupProbe = decodeProbe(reader, reader.end());
        break;
      case 194:
        restartPolicy = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfContainer, 'Container');
    }
  }
        reader.leave(outer);
        break;
      }
      case 18:
        targetContainerName = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfEphemeralContainer, 'EphemeralContainer');
    }
  }
  resources ??= decodeResourceRequirements(reader, reader.at);
  reader.leave(outer);
  return { name, image, command, args, ports, env, resources, volumeMounts, livenessProbe, readinessProbe, lifecycle, imagePullPolicy, securityContext, stdin, tty, envFrom, startupProbe, restartPolicy, targetContainerName };
}

function decodeContainerPort(reader: WireReader, end: number): ContainerPort {
  let name = '';
  let hostPort = 0;
  let containerPort = 0;
  let protocol = '';
  let hostIP = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 16:
        hostPort = reader.varint() | 0;
        break;
      case 24:
        containerPort = reader.varint() | 0;
        break;
      case 34:
        protocol = reader.string();
        break;
      case 42:
        hostIP = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfContainerPort, 'ContainerPort');
    }
  }
  reader.leave(outer);
  return { name, hostPort, containerPort, protocol, hostIP };
}

function decodeEnvVar(reader: WireReader, end: number): EnvVar {
  let name = '';
  let value: string | undefined;
  let valueAt = -1;
  let valueFrom: EnvVarSource | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        valueAt = reader.at; reader.skip(2);
        break;
      case 26:
        valueFrom = decodeEnvVarSource(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfEnvVar, 'EnvVar');
    }
  }
  if (allowedOfEnvVarValue.has(name)) value = valueAt < 0 ? '' : stringAt(reader, valueAt);
  reader.leave(outer);
  return { name, value, valueFrom };
}

function decodeEnvVarSource(reader: WireReader, end: number): EnvVarSource {
  let fieldRef: ObjectFieldSelector | undefined;
  let configMapKeyRef: KeySelector | undefined;
  let secretKeyRef: KeySelector | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        fieldRef = decodeObjectFieldSelector(reader, reader.end());
        break;
      case 26:
        configMapKeyRef = decodeKeySelector(reader, reader.end());
        break;
      case 34:
        secretKeyRef = decodeKeySelector(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfEnvVarSource, 'EnvVarSource');
    }
  }
  reader.leave(outer);
  return { fieldRef, configMapKeyRef, secretKeyRef };
}

function decodeObjectFieldSelector(reader: WireReader, end: number): ObjectFieldSelector {
  let fieldPath = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 18:
        fieldPath = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfObjectFieldSelector, 'ObjectFieldSelector');
    }
  }
  reader.leave(outer);
  return { fieldPath };
}

function decodeKeySelector(reader: WireReader, end: number): KeySelector {
  let name = '';
  let key = '';
  let optional: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLocalObjectReference, 'LocalObjectReference');
    }
  }
        reader.leave(outer);
        break;
      }
      case 18:
        key = reader.string();
        break;
      case 24:
        optional = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfKeySelector, 'KeySelector');
    }
  }
  reader.leave(outer);
  return { name, key, optional };
}

function decodeEnvFromSource(reader: WireReader, end: number): EnvFromSource {
  let prefix = '';
  let configMapRef: NameSource | undefined;
  let secretRef: NameSource | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        prefix = reader.string();
        break;
      case 18:
        configMapRef = decodeNameSource(reader, reader.end());
        break;
      case 26:
        secretRef = decodeNameSource(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfEnvFromSource, 'EnvFromSource');
    }
  }
  reader.leave(outer);
  return { prefix, configMapRef, secretRef };
}

function decodeNameSource(reader: WireReader, end: number): NameSource {
  let name = '';
  let optional: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLocalObjectReference, 'LocalObjectReference');
    }
  }
        reader.leave(outer);
        break;
      }
      case 16:
        optional = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNameSource, 'NameSource');
    }
  }
  reader.leave(outer);
  return { name, optional };
}

function decodeVolumeMount(reader: WireReader, end: number): VolumeMount {
  let name = '';
  let readOnly = false;
  let mountPath = '';
  let subPath = '';
  let mountPropagation: string | undefined;
  let subPathExpr = '';
  let recursiveReadOnly: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 16:
        readOnly = reader.varint() !== 0;
        break;
      case 26:
        mountPath = reader.string();
        break;
      case 34:
        subPath = reader.string();
        break;
      case 42:
        mountPropagation = reader.string();
        break;
      case 50:
        subPathExpr = reader.string();
        break;
      case 58:
        recursiveReadOnly = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfVolumeMount, 'VolumeMount');
    }
  }
  reader.leave(outer);
  return { name, readOnly, mountPath, subPath, mountPropagation, subPathExpr, recursiveReadOnly };
}

function decodeProbe(reader: WireReader, end: number): Probe {
  let exec: ExecAction | undefined;
  let httpGet: HTTPGetAction | undefined;
  let tcpSocket: TCPSocketAction | undefined;
  let grpc: Present | undefined;
  let $other: true | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        exec = decodeExecAction(reader, reader.end());
        break;
      case 18:
        httpGet = decodeHTTPGetAction(reader, reader.end());
        break;
      case 26:
        tcpSocket = decodeTCPSocketAction(reader, reader.end());
        break;
      case 34:
        grpc = decodePresent(reader, reader.end());
        break;
      default:
        $other = true;
        reader.skipUndeclared(tag, numbersOfProbeHandler, 'ProbeHandler');
    }
  }
        reader.leave(outer);
        break;
      }
      default:
        reader.skipUndeclared(tag, numbersOfProbe, 'Probe');
    }
  }
  reader.leave(outer);
  return { exec, httpGet, tcpSocket, grpc, $other };
}

function decodeLifecycle(reader: WireReader, end: number): Lifecycle {
  let postStart: LifecycleHandler | undefined;
  let preStop: LifecycleHandler | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        postStart = decodeLifecycleHandler(reader, reader.end());
        break;
      case 18:
        preStop = decodeLifecycleHandler(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLifecycle, 'Lifecycle');
    }
  }
  reader.leave(outer);
  return { postStart, preStop };
}

function decodeLifecycleHandler(reader: WireReader, end: number): LifecycleHandler {
  let exec: ExecAction | undefined;
  let httpGet: HTTPGetAction | undefined;
  let tcpSocket: TCPSocketAction | undefined;
  let sleep: Present | undefined;
  let $other: true | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        exec = decodeExecAction(reader, reader.end());
        break;
      case 18:
        httpGet = decodeHTTPGetAction(reader, reader.end());
        break;
      case 26:
        tcpSocket = decodeTCPSocketAction(reader, reader.end());
        break;
      case 34:
        sleep = decodePresent(reader, reader.end());
        break;
      default:
        $other = true;
        reader.skipUndeclared(tag, numbersOfLifecycleHandler, 'LifecycleHandler');
    }
  }
  reader.leave(outer);
  return { exec, httpGet, tcpSocket, sleep, $other };
}

function decodeExecAction(reader: WireReader, end: number): ExecAction {
  let command: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        command = append(command, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfExecAction, 'ExecAction');
    }
  }
  reader.leave(outer);
  return { command };
}

function decodeHTTPGetAction(reader: WireReader, end: number): HTTPGetAction {
  let path = '';
  let port: number | string = 0;
  let host = '';
  let scheme = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        path = reader.string();
        break;
      case 18:
        port = decodeIntOrString(reader, reader.end());
        break;
      case 26:
        host = reader.string();
        break;
      case 34:
        scheme = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfHTTPGetAction, 'HTTPGetAction');
    }
  }
  reader.leave(outer);
  return { path, port, host, scheme };
}

function decodeTCPSocketAction(reader: WireReader, end: number): TCPSocketAction {
  let port: number | string = 0;
  let host = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        port = decodeIntOrString(reader, reader.end());
        break;
      case 18:
        host = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfTCPSocketAction, 'TCPSocketAction');
    }
  }
  reader.leave(outer);
  return { port, host };
}

function decodeResourceRequirements(reader: WireReader, end: number): ResourceRequirements {
  let limits = NONE;
  let requests = NONE;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        limits = addQuantity(reader, limits);
        break;
      case 18:
        requests = addQuantity(reader, requests);
        break;
      default:
        reader.skipUndeclared(tag, numbersOfResourceRequirements, 'ResourceRequirements');
    }
  }
  reader.leave(outer);
  return { limits, requests };
}

function decodeNode(reader: WireReader, end: number): Node {
  let metadata: ObjectMeta | undefined;
  let spec: NodeSpec | undefined;
  let status: NodeStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeNodeSpec(reader, reader.end());
        break;
      case 26:
        status = decodeNodeStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNode, 'Node');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeNodeSpec(reader, reader.at);
  status ??= decodeNodeStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeNodeSpec(reader: WireReader, end: number): NodeSpec {
  let podCIDR = '';
  let providerID = '';
  let unschedulable = false;
  let taints: Taint[] = EMPTY;
  let podCIDRs: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        podCIDR = reader.string();
        break;
      case 26:
        providerID = reader.string();
        break;
      case 32:
        unschedulable = reader.varint() !== 0;
        break;
      case 42:
        taints = append(taints, decodeTaint(reader, reader.end()));
        break;
      case 58:
        podCIDRs = append(podCIDRs, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeSpec, 'NodeSpec');
    }
  }
  reader.leave(outer);
  return { podCIDR, providerID, unschedulable, taints, podCIDRs };
}

function decodeTaint(reader: WireReader, end: number): Taint {
  let key = '';
  let value = '';
  let effect = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        key = reader.string();
        break;
      case 18:
        value = reader.string();
        break;
      case 26:
        effect = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfTaint, 'Taint');
    }
  }
  reader.leave(outer);
  return { key, value, effect };
}

function decodeNodeStatus(reader: WireReader, end: number): NodeStatus {
  let conditions: NodeCondition[] = EMPTY;
  let addresses: NodeAddress[] = EMPTY;
  let daemonEndpoints: NodeDaemonEndpoints | undefined;
  let nodeInfo: NodeSystemInfo | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 34:
        conditions = append(conditions, decodeNodeCondition(reader, reader.end()));
        break;
      case 42:
        addresses = append(addresses, decodeNodeAddress(reader, reader.end()));
        break;
      case 50:
        daemonEndpoints = decodeNodeDaemonEndpoints(reader, reader.end());
        break;
      case 58:
        nodeInfo = decodeNodeSystemInfo(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeStatus, 'NodeStatus');
    }
  }
  daemonEndpoints ??= decodeNodeDaemonEndpoints(reader, reader.at);
  nodeInfo ??= decodeNodeSystemInfo(reader, reader.at);
  reader.leave(outer);
  return { conditions, addresses, daemonEndpoints, nodeInfo };
}

function decodeNodeCondition(reader: WireReader, end: number): NodeCondition {
  let type = '';
  let status = '';
  let lastTransitionTime: string | undefined;
  let reason = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        type = reader.string();
        break;
      case 18:
        status = reader.string();
        break;
      case 34:
        lastTransitionTime = decodeTime(reader, reader.end());
        break;
      case 42:
        reason = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeCondition, 'NodeCondition');
    }
  }
  reader.leave(outer);
  return { type, status, lastTransitionTime, reason };
}

function decodeNodeAddress(reader: WireReader, end: number): NodeAddress {
  let type = '';
  let address = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        type = reader.string();
        break;
      case 18:
        address = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeAddress, 'NodeAddress');
    }
  }
  reader.leave(outer);
  return { type, address };
}

function decodeNodeDaemonEndpoints(reader: WireReader, end: number): NodeDaemonEndpoints {
  let kubeletEndpoint: DaemonEndpoint | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        kubeletEndpoint = decodeDaemonEndpoint(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeDaemonEndpoints, 'NodeDaemonEndpoints');
    }
  }
  kubeletEndpoint ??= decodeDaemonEndpoint(reader, reader.at);
  reader.leave(outer);
  return { kubeletEndpoint };
}

function decodeDaemonEndpoint(reader: WireReader, end: number): DaemonEndpoint {
  let Port = 0;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 8:
        Port = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfDaemonEndpoint, 'DaemonEndpoint');
    }
  }
  reader.leave(outer);
  return { Port };
}

function decodeNodeSystemInfo(reader: WireReader, end: number): NodeSystemInfo {
  let kernelVersion = '';
  let osImage = '';
  let containerRuntimeVersion = '';
  let kubeletVersion = '';
  let kubeProxyVersion = '';
  let operatingSystem = '';
  let architecture = '';
  let swap: NodeSwapStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 34:
        kernelVersion = reader.string();
        break;
      case 42:
        osImage = reader.string();
        break;
      case 50:
        containerRuntimeVersion = reader.string();
        break;
      case 58:
        kubeletVersion = reader.string();
        break;
      case 66:
        kubeProxyVersion = reader.string();
        break;
      case 74:
        operatingSystem = reader.string();
        break;
      case 82:
        architecture = reader.string();
        break;
      case 90:
        swap = decodeNodeSwapStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeSystemInfo, 'NodeSystemInfo');
    }
  }
  reader.leave(outer);
  return { kernelVersion, osImage, containerRuntimeVersion, kubeletVersion, kubeProxyVersion, operatingSystem, architecture, swap };
}

function decodeNodeSwapStatus(reader: WireReader, end: number): NodeSwapStatus {
  let capacity: number | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 8:
        capacity = reader.int64();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNodeSwapStatus, 'NodeSwapStatus');
    }
  }
  reader.leave(outer);
  return { capacity };
}

function decodeNamespace(reader: WireReader, end: number): Namespace {
  let metadata: ObjectMeta | undefined;
  let status: NamespaceStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 26:
        status = decodeNamespaceStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNamespace, 'Namespace');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  status ??= decodeNamespaceStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, status };
}

function decodeNamespaceStatus(reader: WireReader, end: number): NamespaceStatus {
  let phase = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        phase = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNamespaceStatus, 'NamespaceStatus');
    }
  }
  reader.leave(outer);
  return { phase };
}

function decodeServiceAccount(reader: WireReader, end: number): ServiceAccount {
  let metadata: ObjectMeta | undefined;
  let secrets: ObjectReference[] = EMPTY;
  let imagePullSecrets: LocalObjectReference[] = EMPTY;
  let automountServiceAccountToken: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        secrets = append(secrets, decodeObjectReference(reader, reader.end()));
        break;
      case 26:
        imagePullSecrets = append(imagePullSecrets, decodeLocalObjectReference(reader, reader.end()));
        break;
      case 32:
        automountServiceAccountToken = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfServiceAccount, 'ServiceAccount');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, secrets, imagePullSecrets, automountServiceAccountToken };
}

function decodeObjectReference(reader: WireReader, end: number): ObjectReference {
  let kind = '';
  let namespace = '';
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        kind = reader.string();
        break;
      case 18:
        namespace = reader.string();
        break;
      case 26:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfObjectReference, 'ObjectReference');
    }
  }
  reader.leave(outer);
  return { kind, namespace, name };
}

function decodeService(reader: WireReader, end: number): Service {
  let metadata: ObjectMeta | undefined;
  let spec: ServiceSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeServiceSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfService, 'Service');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeServiceSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeServiceSpec(reader: WireReader, end: number): ServiceSpec {
  let ports: ServicePort[] = EMPTY;
  let selector = NONE;
  let clusterIP = '';
  let type = '';
  let externalIPs: string[] = EMPTY;
  let loadBalancerSourceRanges: string[] = EMPTY;
  let externalName = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        ports = append(ports, decodeServicePort(reader, reader.end()));
        break;
      case 18:
        selector = addString(reader, selector);
        break;
      case 26:
        clusterIP = reader.string();
        break;
      case 34:
        type = reader.string();
        break;
      case 42:
        externalIPs = append(externalIPs, reader.string());
        break;
      case 74:
        loadBalancerSourceRanges = append(loadBalancerSourceRanges, reader.string());
        break;
      case 82:
        externalName = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfServiceSpec, 'ServiceSpec');
    }
  }
  reader.leave(outer);
  return { ports, selector, clusterIP, type, externalIPs, loadBalancerSourceRanges, externalName };
}

function decodeServicePort(reader: WireReader, end: number): ServicePort {
  let name = '';
  let protocol = '';
  let port = 0;
  let targetPort: number | string = 0;
  let nodePort = 0;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        protocol = reader.string();
        break;
      case 24:
        port = reader.varint() | 0;
        break;
      case 34:
        targetPort = decodeIntOrString(reader, reader.end());
        break;
      case 40:
        nodePort = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfServicePort, 'ServicePort');
    }
  }
  reader.leave(outer);
  return { name, protocol, port, targetPort, nodePort };
}

function decodeConfigMap(reader: WireReader, end: number): ConfigMap {
  let metadata: ObjectMeta | undefined;
  let data = NONE;
  let binaryData: string[] = EMPTY;
  let immutable: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        data = addString(reader, data);
        break;
      case 26:
        binaryData = append(binaryData, readKey(reader));
        break;
      case 32:
        immutable = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfConfigMap, 'ConfigMap');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, data, binaryData, immutable };
}

function decodeRole(reader: WireReader, end: number): Role {
  let metadata: ObjectMeta | undefined;
  let rules: PolicyRule[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        rules = append(rules, decodePolicyRule(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfRole, 'Role');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, rules };
}

function decodeClusterRole(reader: WireReader, end: number): ClusterRole {
  let metadata: ObjectMeta | undefined;
  let rules: PolicyRule[] = EMPTY;
  let aggregationRule: AggregationRule | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        rules = append(rules, decodePolicyRule(reader, reader.end()));
        break;
      case 26:
        aggregationRule = decodeAggregationRule(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfClusterRole, 'ClusterRole');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, rules, aggregationRule };
}

function decodeRoleBinding(reader: WireReader, end: number): RoleBinding {
  let metadata: ObjectMeta | undefined;
  let subjects: Subject[] = EMPTY;
  let roleRef: RoleRef | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        subjects = append(subjects, decodeSubject(reader, reader.end()));
        break;
      case 26:
        roleRef = decodeRoleRef(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfRoleBinding, 'RoleBinding');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  roleRef ??= decodeRoleRef(reader, reader.at);
  reader.leave(outer);
  return { metadata, subjects, roleRef };
}

function decodeClusterRoleBinding(reader: WireReader, end: number): ClusterRoleBinding {
  let metadata: ObjectMeta | undefined;
  let subjects: Subject[] = EMPTY;
  let roleRef: RoleRef | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        subjects = append(subjects, decodeSubject(reader, reader.end()));
        break;
      case 26:
        roleRef = decodeRoleRef(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfClusterRoleBinding, 'ClusterRoleBinding');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  roleRef ??= decodeRoleRef(reader, reader.at);
  reader.leave(outer);
  return { metadata, subjects, roleRef };
}

function decodeSubject(reader: WireReader, end: number): Subject {
  let kind = '';
  let apiGroup = '';
  let name = '';
  let namespace = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        kind = reader.string();
        break;
      case 18:
        apiGroup = reader.string();
        break;
      case 26:
        name = reader.string();
        break;
      case 34:
        namespace = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfSubject, 'Subject');
    }
  }
  reader.leave(outer);
  return { kind, apiGroup, name, namespace };
}

function decodeRoleRef(reader: WireReader, end: number): RoleRef {
  let apiGroup = '';
  let kind = '';
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        apiGroup = reader.string();
        break;
      case 18:
        kind = reader.string();
        break;
      case 26:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfRoleRef, 'RoleRef');
    }
  }
  reader.leave(outer);
  return { apiGroup, kind, name };
}

function decodePolicyRule(reader: WireReader, end: number): PolicyRule {
  let verbs: string[] = EMPTY;
  let apiGroups: string[] = EMPTY;
  let resources: string[] = EMPTY;
  let resourceNames: string[] = EMPTY;
  let nonResourceURLs: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        verbs = append(verbs, reader.string());
        break;
      case 18:
        apiGroups = append(apiGroups, reader.string());
        break;
      case 26:
        resources = append(resources, reader.string());
        break;
      case 34:
        resourceNames = append(resourceNames, reader.string());
        break;
      case 42:
        nonResourceURLs = append(nonResourceURLs, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPolicyRule, 'PolicyRule');
    }
  }
  reader.leave(outer);
  return { verbs, apiGroups, resources, resourceNames, nonResourceURLs };
}

function decodeAggregationRule(reader: WireReader, end: number): AggregationRule {
  let clusterRoleSelectors: LabelSelector[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        clusterRoleSelectors = append(clusterRoleSelectors, decodeLabelSelector(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfAggregationRule, 'AggregationRule');
    }
  }
  reader.leave(outer);
  return { clusterRoleSelectors };
}

function decodeDeployment(reader: WireReader, end: number): Deployment {
  let metadata: ObjectMeta | undefined;
  let spec: DeploymentSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeDeploymentSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfDeployment, 'Deployment');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeDeploymentSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeDeploymentSpec(reader: WireReader, end: number): DeploymentSpec {
  let replicas: number | undefined;
  let selector: LabelSelector | undefined;
  let template: PodTemplateSpec | undefined;
  let paused = false;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 8:
        replicas = reader.varint() | 0;
        break;
      case 18:
        selector = decodeLabelSelector(reader, reader.end());
        break;
      case 26:
        template = decodePodTemplateSpec(reader, reader.end());
        break;
      case 56:
        paused = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfDeploymentSpec, 'DeploymentSpec');
    }
  }
  template ??= decodePodTemplateSpec(reader, reader.at);
  reader.leave(outer);
  return { replicas, selector, template, paused };
}

function decodeDaemonSet(reader: WireReader, end: number): DaemonSet {
  let metadata: ObjectMeta | undefined;
  let spec: DaemonSetSpec | undefined;
  let status: DaemonSetStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeDaemonSetSpec(reader, reader.end());
        break;
      case 26:
        status = decodeDaemonSetStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfDaemonSet, 'DaemonSet');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeDaemonSetSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeDaemonSetStatus(reader: WireReader, end: number): DaemonSetStatus {
  let desiredNumberScheduled = 0;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 24:
        desiredNumberScheduled = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfDaemonSetStatus, 'DaemonSetStatus');
    }
  }
  reader.leave(outer);
  return { desiredNumberScheduled };
}

function decodeDaemonSetSpec(reader: WireReader, end: number): DaemonSetSpec {
  let selector: LabelSelector | undefined;
  let template: PodTemplateSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        selector = decodeLabelSelector(reader, reader.end());
        break;
      case 18:
        template = decodePodTemplateSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfDaemonSetSpec, 'DaemonSetSpec');
    }
  }
  template ??= decodePodTemplateSpec(reader, reader.at);
  reader.leave(outer);
  return { selector, template };
}

function decodePodTemplateSpec(reader: WireReader, end: number): PodTemplateSpec {
  let metadata: ObjectMeta | undefined;
  let spec: PodSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodePodSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPodTemplateSpec, 'PodTemplateSpec');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodePodSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeStatefulSet(reader: WireReader, end: number): StatefulSet {
  let metadata: ObjectMeta | undefined;
  let spec: StatefulSetSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeStatefulSetSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfStatefulSet, 'StatefulSet');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeStatefulSetSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeStatefulSetSpec(reader: WireReader, end: number): StatefulSetSpec {
  let replicas: number | undefined;
  let selector: LabelSelector | undefined;
  let template: PodTemplateSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 8:
        replicas = reader.varint() | 0;
        break;
      case 18:
        selector = decodeLabelSelector(reader, reader.end());
        break;
      case 26:
        template = decodePodTemplateSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfStatefulSetSpec, 'StatefulSetSpec');
    }
  }
  template ??= decodePodTemplateSpec(reader, reader.at);
  reader.leave(outer);
  return { replicas, selector, template };
}

function decodeReplicaSet(reader: WireReader, end: number): ReplicaSet {
  let metadata: ObjectMeta | undefined;
  let spec: ReplicaSetSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeReplicaSetSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfReplicaSet, 'ReplicaSet');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeReplicaSetSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeReplicaSetSpec(reader: WireReader, end: number): ReplicaSetSpec {
  let replicas: number | undefined;
  let selector: LabelSelector | undefined;
  let template: PodTemplateSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 8:
        replicas = reader.varint() | 0;
        break;
      case 18:
        selector = decodeLabelSelector(reader, reader.end());
        break;
      case 26:
        template = decodePodTemplateSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfReplicaSetSpec, 'ReplicaSetSpec');
    }
  }
  template ??= decodePodTemplateSpec(reader, reader.at);
  reader.leave(outer);
  return { replicas, selector, template };
}

function decodeJob(reader: WireReader, end: number): Job {
  let metadata: ObjectMeta | undefined;
  let spec: JobSpec | undefined;
  let status: JobStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeJobSpec(reader, reader.end());
        break;
      case 26:
        status = decodeJobStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfJob, 'Job');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeJobSpec(reader, reader.at);
  status ??= decodeJobStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeJobSpec(reader: WireReader, end: number): JobSpec {
  let template: PodTemplateSpec | undefined;
  let suspend: boolean | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 50:
        template = decodePodTemplateSpec(reader, reader.end());
        break;
      case 80:
        suspend = reader.varint() !== 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfJobSpec, 'JobSpec');
    }
  }
  template ??= decodePodTemplateSpec(reader, reader.at);
  reader.leave(outer);
  return { template, suspend };
}

function decodeJobStatus(reader: WireReader, end: number): JobStatus {
  let startTime: string | undefined;
  let completionTime: string | undefined;
  let active = 0;
  let succeeded = 0;
  let failed = 0;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 18:
        startTime = decodeTime(reader, reader.end());
        break;
      case 26:
        completionTime = decodeTime(reader, reader.end());
        break;
      case 32:
        active = reader.varint() | 0;
        break;
      case 40:
        succeeded = reader.varint() | 0;
        break;
      case 48:
        failed = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfJobStatus, 'JobStatus');
    }
  }
  reader.leave(outer);
  return { startTime, completionTime, active, succeeded, failed };
}

function decodeCronJob(reader: WireReader, end: number): CronJob {
  let metadata: ObjectMeta | undefined;
  let spec: CronJobSpec | undefined;
  let status: CronJobStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeCronJobSpec(reader, reader.end());
        break;
      case 26:
        status = decodeCronJobStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCronJob, 'CronJob');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeCronJobSpec(reader, reader.at);
  status ??= decodeCronJobStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeCronJobSpec(reader: WireReader, end: number): CronJobSpec {
  let schedule = '';
  let suspend: boolean | undefined;
  let jobTemplate: JobTemplateSpec | undefined;
  let timeZone: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        schedule = reader.string();
        break;
      case 32:
        suspend = reader.varint() !== 0;
        break;
      case 42:
        jobTemplate = decodeJobTemplateSpec(reader, reader.end());
        break;
      case 66:
        timeZone = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCronJobSpec, 'CronJobSpec');
    }
  }
  jobTemplate ??= decodeJobTemplateSpec(reader, reader.at);
  reader.leave(outer);
  return { schedule, suspend, jobTemplate, timeZone };
}

function decodeCronJobStatus(reader: WireReader, end: number): CronJobStatus {
  let lastScheduleTime: string | undefined;
  let lastSuccessfulTime: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 34:
        lastScheduleTime = decodeTime(reader, reader.end());
        break;
      case 42:
        lastSuccessfulTime = decodeTime(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCronJobStatus, 'CronJobStatus');
    }
  }
  reader.leave(outer);
  return { lastScheduleTime, lastSuccessfulTime };
}

function decodeJobTemplateSpec(reader: WireReader, end: number): JobTemplateSpec {
  let metadata: ObjectMeta | undefined;
  let spec: JobSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeJobSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfJobTemplateSpec, 'JobTemplateSpec');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeJobSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeNetworkPolicy(reader: WireReader, end: number): NetworkPolicy {
  let metadata: ObjectMeta | undefined;
  let spec: NetworkPolicySpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeNetworkPolicySpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNetworkPolicy, 'NetworkPolicy');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeNetworkPolicySpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeNetworkPolicySpec(reader: WireReader, end: number): NetworkPolicySpec {
  let podSelector: LabelSelector | undefined;
  let ingress: NetworkPolicyIngressRule[] = EMPTY;
  let egress: NetworkPolicyEgressRule[] = EMPTY;
  let policyTypes: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        podSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 18:
        ingress = append(ingress, decodeNetworkPolicyIngressRule(reader, reader.end()));
        break;
      case 26:
        egress = append(egress, decodeNetworkPolicyEgressRule(reader, reader.end()));
        break;
      case 34:
        policyTypes = append(policyTypes, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNetworkPolicySpec, 'NetworkPolicySpec');
    }
  }
  podSelector ??= decodeLabelSelector(reader, reader.at);
  reader.leave(outer);
  return { podSelector, ingress, egress, policyTypes };
}

function decodeNetworkPolicyIngressRule(reader: WireReader, end: number): NetworkPolicyIngressRule {
  let ports: NetworkPolicyPort[] = EMPTY;
  let from: NetworkPolicyPeer[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        ports = append(ports, decodeNetworkPolicyPort(reader, reader.end()));
        break;
      case 18:
        from = append(from, decodeNetworkPolicyPeer(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNetworkPolicyIngressRule, 'NetworkPolicyIngressRule');
    }
  }
  reader.leave(outer);
  return { ports, from };
}

function decodeNetworkPolicyEgressRule(reader: WireReader, end: number): NetworkPolicyEgressRule {
  let ports: NetworkPolicyPort[] = EMPTY;
  let to: NetworkPolicyPeer[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        ports = append(ports, decodeNetworkPolicyPort(reader, reader.end()));
        break;
      case 18:
        to = append(to, decodeNetworkPolicyPeer(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNetworkPolicyEgressRule, 'NetworkPolicyEgressRule');
    }
  }
  reader.leave(outer);
  return { ports, to };
}

function decodeNetworkPolicyPort(reader: WireReader, end: number): NetworkPolicyPort {
  let protocol: string | undefined;
  let port: number | string | undefined;
  let endPort: number | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        protocol = reader.string();
        break;
      case 18:
        port = decodeIntOrString(reader, reader.end());
        break;
      case 24:
        endPort = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNetworkPolicyPort, 'NetworkPolicyPort');
    }
  }
  reader.leave(outer);
  return { protocol, port, endPort };
}

function decodeNetworkPolicyPeer(reader: WireReader, end: number): NetworkPolicyPeer {
  let podSelector: LabelSelector | undefined;
  let namespaceSelector: LabelSelector | undefined;
  let ipBlock: IPBlock | undefined;
  let $other: true | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        podSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 18:
        namespaceSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 26:
        ipBlock = decodeIPBlock(reader, reader.end());
        break;
      default:
        $other = true;
        reader.skipUndeclared(tag, numbersOfNetworkPolicyPeer, 'NetworkPolicyPeer');
    }
  }
  reader.leave(outer);
  return { podSelector, namespaceSelector, ipBlock, $other };
}

function decodeIPBlock(reader: WireReader, end: number): IPBlock {
  let cidr = '';
  let except: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        cidr = reader.string();
        break;
      case 18:
        except = append(except, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfIPBlock, 'IPBlock');
    }
  }
  reader.leave(outer);
  return { cidr, except };
}

function decodeValidatingWebhookConfiguration(reader: WireReader, end: number): ValidatingWebhookConfiguration {
  let metadata: ObjectMeta | undefined;
  let webhooks: ValidatingWebhook[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        webhooks = append(webhooks, decodeValidatingWebhook(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidatingWebhookConfiguration, 'ValidatingWebhookConfiguration');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, webhooks };
}

function decodeMutatingWebhookConfiguration(reader: WireReader, end: number): MutatingWebhookConfiguration {
  let metadata: ObjectMeta | undefined;
  let webhooks: MutatingWebhook[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        webhooks = append(webhooks, decodeMutatingWebhook(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfMutatingWebhookConfiguration, 'MutatingWebhookConfiguration');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, webhooks };
}

function decodeValidatingWebhook(reader: WireReader, end: number): ValidatingWebhook {
  let name = '';
  let clientConfig: WebhookClientConfig | undefined;
  let rules: RuleWithOperations[] = EMPTY;
  let failurePolicy: string | undefined;
  let namespaceSelector: LabelSelector | undefined;
  let timeoutSeconds: number | undefined;
  let objectSelector: LabelSelector | undefined;
  let matchConditions: MatchCondition[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        clientConfig = decodeWebhookClientConfig(reader, reader.end());
        break;
      case 26:
        rules = append(rules, decodeRuleWithOperations(reader, reader.end()));
        break;
      case 34:
        failurePolicy = reader.string();
        break;
      case 42:
        namespaceSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 56:
        timeoutSeconds = reader.varint() | 0;
        break;
      case 82:
        objectSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 90:
        matchConditions = append(matchConditions, decodeMatchCondition(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidatingWebhook, 'ValidatingWebhook');
    }
  }
  clientConfig ??= decodeWebhookClientConfig(reader, reader.at);
  reader.leave(outer);
  return { name, clientConfig, rules, failurePolicy, namespaceSelector, timeoutSeconds, objectSelector, matchConditions };
}

function decodeMutatingWebhook(reader: WireReader, end: number): MutatingWebhook {
  let name = '';
  let clientConfig: WebhookClientConfig | undefined;
  let rules: RuleWithOperations[] = EMPTY;
  let failurePolicy: string | undefined;
  let namespaceSelector: LabelSelector | undefined;
  let timeoutSeconds: number | undefined;
  let objectSelector: LabelSelector | undefined;
  let matchConditions: MatchCondition[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        clientConfig = decodeWebhookClientConfig(reader, reader.end());
        break;
      case 26:
        rules = append(rules, decodeRuleWithOperations(reader, reader.end()));
        break;
      case 34:
        failurePolicy = reader.string();
        break;
      case 42:
        namespaceSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 56:
        timeoutSeconds = reader.varint() | 0;
        break;
      case 90:
        objectSelector = decodeLabelSelector(reader, reader.end());
        break;
      case 98:
        matchConditions = append(matchConditions, decodeMatchCondition(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfMutatingWebhook, 'MutatingWebhook');
    }
  }
  clientConfig ??= decodeWebhookClientConfig(reader, reader.at);
  reader.leave(outer);
  return { name, clientConfig, rules, failurePolicy, namespaceSelector, timeoutSeconds, objectSelector, matchConditions };
}

function decodeWebhookClientConfig(reader: WireReader, end: number): WebhookClientConfig {
  let service: ServiceReference | undefined;
  let caBundle = '';
  let url: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        service = decodeServiceReference(reader, reader.end());
        break;
      case 18:
        caBundle = reader.base64();
        break;
      case 26:
        url = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfWebhookClientConfig, 'WebhookClientConfig');
    }
  }
  reader.leave(outer);
  return { service, caBundle, url };
}

function decodeServiceReference(reader: WireReader, end: number): ServiceReference {
  let namespace = '';
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        namespace = reader.string();
        break;
      case 18:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfServiceReference, 'ServiceReference');
    }
  }
  reader.leave(outer);
  return { namespace, name };
}

function decodeRuleWithOperations(reader: WireReader, end: number): RuleWithOperations {
  let operations: string[] = EMPTY;
  let apiGroups: string[] = EMPTY;
  let apiVersions: string[] = EMPTY;
  let resources: string[] = EMPTY;
  let scope: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        operations = append(operations, reader.string());
        break;
      case 18: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        apiGroups = append(apiGroups, reader.string());
        break;
      case 18:
        apiVersions = append(apiVersions, reader.string());
        break;
      case 26:
        resources = append(resources, reader.string());
        break;
      case 34:
        scope = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfRule, 'Rule');
    }
  }
        reader.leave(outer);
        break;
      }
      default:
        reader.skipUndeclared(tag, numbersOfRuleWithOperations, 'RuleWithOperations');
    }
  }
  reader.leave(outer);
  return { operations, apiGroups, apiVersions, resources, scope };
}

function decodeMatchCondition(reader: WireReader, end: number): MatchCondition {
  let name = '';
  let expression = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      case 18:
        expression = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfMatchCondition, 'MatchCondition');
    }
  }
  reader.leave(outer);
  return { name, expression };
}

function decodeValidatingAdmissionPolicy(reader: WireReader, end: number): ValidatingAdmissionPolicy {
  let metadata: ObjectMeta | undefined;
  let spec: ValidatingAdmissionPolicySpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeValidatingAdmissionPolicySpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidatingAdmissionPolicy, 'ValidatingAdmissionPolicy');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeValidatingAdmissionPolicySpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeValidatingAdmissionPolicySpec(reader: WireReader, end: number): ValidatingAdmissionPolicySpec {
  let matchConstraints: MatchResources | undefined;
  let validations: Validation[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 18:
        matchConstraints = decodeMatchResources(reader, reader.end());
        break;
      case 26:
        validations = append(validations, decodeValidation(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidatingAdmissionPolicySpec, 'ValidatingAdmissionPolicySpec');
    }
  }
  reader.leave(outer);
  return { matchConstraints, validations };
}

function decodeValidation(reader: WireReader, end: number): Validation {
  let expression = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        expression = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidation, 'Validation');
    }
  }
  reader.leave(outer);
  return { expression };
}

function decodeMatchResources(reader: WireReader, end: number): MatchResources {
  let resourceRules: NamedRuleWithOperations[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 26:
        resourceRules = append(resourceRules, decodeNamedRuleWithOperations(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfMatchResources, 'MatchResources');
    }
  }
  reader.leave(outer);
  return { resourceRules };
}

function decodeNamedRuleWithOperations(reader: WireReader, end: number): NamedRuleWithOperations {
  let operations: string[] = EMPTY;
  let apiGroups: string[] = EMPTY;
  let apiVersions: string[] = EMPTY;
  let resources: string[] = EMPTY;
  let scope: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 18: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        operations = append(operations, reader.string());
        break;
      case 18: {
        const end = reader.end();
        const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        apiGroups = append(apiGroups, reader.string());
        break;
      case 18:
        apiVersions = append(apiVersions, reader.string());
        break;
      case 26:
        resources = append(resources, reader.string());
        break;
      case 34:
        scope = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfRule, 'Rule');
    }
  }
        reader.leave(outer);
        break;
      }
      default:
        reader.skipUndeclared(tag, numbersOfRuleWithOperations, 'RuleWithOperations');
    }
  }
        reader.leave(outer);
        break;
      }
      default:
        reader.skipUndeclared(tag, numbersOfNamedRuleWithOperations, 'NamedRuleWithOperations');
    }
  }
  reader.leave(outer);
  return { operations, apiGroups, apiVersions, resources, scope };
}

function decodeValidatingAdmissionPolicyBinding(reader: WireReader, end: number): ValidatingAdmissionPolicyBinding {
  let metadata: ObjectMeta | undefined;
  let spec: ValidatingAdmissionPolicyBindingSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeValidatingAdmissionPolicyBindingSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidatingAdmissionPolicyBinding, 'ValidatingAdmissionPolicyBinding');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeValidatingAdmissionPolicyBindingSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeValidatingAdmissionPolicyBindingSpec(reader: WireReader, end: number): ValidatingAdmissionPolicyBindingSpec {
  let policyName = '';
  let validationActions: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        policyName = reader.string();
        break;
      case 34:
        validationActions = append(validationActions, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfValidatingAdmissionPolicyBindingSpec, 'ValidatingAdmissionPolicyBindingSpec');
    }
  }
  reader.leave(outer);
  return { policyName, validationActions };
}

function decodeAPIService(reader: WireReader, end: number): APIService {
  let metadata: ObjectMeta | undefined;
  let spec: APIServiceSpec | undefined;
  let status: APIServiceStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeAPIServiceSpec(reader, reader.end());
        break;
      case 26:
        status = decodeAPIServiceStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfAPIService, 'APIService');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeAPIServiceSpec(reader, reader.at);
  status ??= decodeAPIServiceStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeAPIServiceSpec(reader: WireReader, end: number): APIServiceSpec {
  let service: ServiceReference | undefined;
  let group = '';
  let version = '';
  let insecureSkipTLSVerify = false;
  let caBundle = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        service = decodeServiceReference(reader, reader.end());
        break;
      case 18:
        group = reader.string();
        break;
      case 26:
        version = reader.string();
        break;
      case 32:
        insecureSkipTLSVerify = reader.varint() !== 0;
        break;
      case 42:
        caBundle = reader.base64();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfAPIServiceSpec, 'APIServiceSpec');
    }
  }
  reader.leave(outer);
  return { service, group, version, insecureSkipTLSVerify, caBundle };
}

function decodeAPIServiceStatus(reader: WireReader, end: number): APIServiceStatus {
  let conditions: APIServiceCondition[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        conditions = append(conditions, decodeAPIServiceCondition(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfAPIServiceStatus, 'APIServiceStatus');
    }
  }
  reader.leave(outer);
  return { conditions };
}

function decodeAPIServiceCondition(reader: WireReader, end: number): APIServiceCondition {
  let type = '';
  let status = '';
  let lastTransitionTime: string | undefined;
  let reason = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        type = reader.string();
        break;
      case 18:
        status = reader.string();
        break;
      case 26:
        lastTransitionTime = decodeTime(reader, reader.end());
        break;
      case 34:
        reason = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfAPIServiceCondition, 'APIServiceCondition');
    }
  }
  reader.leave(outer);
  return { type, status, lastTransitionTime, reason };
}

function decodeCustomResourceDefinition(reader: WireReader, end: number): CustomResourceDefinition {
  let metadata: ObjectMeta | undefined;
  let spec: CustomResourceDefinitionSpec | undefined;
  let status: CustomResourceDefinitionStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeCustomResourceDefinitionSpec(reader, reader.end());
        break;
      case 26:
        status = decodeCustomResourceDefinitionStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCustomResourceDefinition, 'CustomResourceDefinition');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeCustomResourceDefinitionSpec(reader, reader.at);
  status ??= decodeCustomResourceDefinitionStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeCustomResourceDefinitionSpec(reader: WireReader, end: number): CustomResourceDefinitionSpec {
  let group = '';
  let conversion: CustomResourceConversion | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        group = reader.string();
        break;
      case 74:
        conversion = decodeCustomResourceConversion(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCustomResourceDefinitionSpec, 'CustomResourceDefinitionSpec');
    }
  }
  reader.leave(outer);
  return { group, conversion };
}

function decodeCustomResourceConversion(reader: WireReader, end: number): CustomResourceConversion {
  let strategy = '';
  let webhook: WebhookConversion | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        strategy = reader.string();
        break;
      case 18:
        webhook = decodeWebhookConversion(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCustomResourceConversion, 'CustomResourceConversion');
    }
  }
  reader.leave(outer);
  return { strategy, webhook };
}

function decodeWebhookConversion(reader: WireReader, end: number): WebhookConversion {
  let clientConfig: WebhookClientConfig | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 18:
        clientConfig = decodeWebhookClientConfig(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfWebhookConversion, 'WebhookConversion');
    }
  }
  reader.leave(outer);
  return { clientConfig };
}

function decodeCustomResourceDefinitionStatus(reader: WireReader, end: number): CustomResourceDefinitionStatus {
  let storedVersions: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 26:
        storedVersions = append(storedVersions, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCustomResourceDefinitionStatus, 'CustomResourceDefinitionStatus');
    }
  }
  reader.leave(outer);
  return { storedVersions };
}

function decodeFlowSchema(reader: WireReader, end: number): FlowSchema {
  let metadata: ObjectMeta | undefined;
  let spec: FlowSchemaSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeFlowSchemaSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfFlowSchema, 'FlowSchema');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeFlowSchemaSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeFlowSchemaSpec(reader: WireReader, end: number): FlowSchemaSpec {
  let priorityLevelConfiguration: PriorityLevelConfigurationReference | undefined;
  let matchingPrecedence = 0;
  let rules: PolicyRulesWithSubjects[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        priorityLevelConfiguration = decodePriorityLevelConfigurationReference(reader, reader.end());
        break;
      case 16:
        matchingPrecedence = reader.varint() | 0;
        break;
      case 34:
        rules = append(rules, decodePolicyRulesWithSubjects(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfFlowSchemaSpec, 'FlowSchemaSpec');
    }
  }
  priorityLevelConfiguration ??= decodePriorityLevelConfigurationReference(reader, reader.at);
  reader.leave(outer);
  return { priorityLevelConfiguration, matchingPrecedence, rules };
}

function decodePriorityLevelConfigurationReference(reader: WireReader, end: number): PriorityLevelConfigurationReference {
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPriorityLevelConfigurationReference, 'PriorityLevelConfigurationReference');
    }
  }
  reader.leave(outer);
  return { name };
}

function decodePolicyRulesWithSubjects(reader: WireReader, end: number): PolicyRulesWithSubjects {
  let subjects: FlowSubject[] = EMPTY;
  let resourceRules: ResourcePolicyRule[] = EMPTY;
  let nonResourceRules: NonResourcePolicyRule[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        subjects = append(subjects, decodeFlowSubject(reader, reader.end()));
        break;
      case 18:
        resourceRules = append(resourceRules, decodeResourcePolicyRule(reader, reader.end()));
        break;
      case 26:
        nonResourceRules = append(nonResourceRules, decodeNonResourcePolicyRule(reader, reader.end()));
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPolicyRulesWithSubjects, 'PolicyRulesWithSubjects');
    }
  }
  reader.leave(outer);
  return { subjects, resourceRules, nonResourceRules };
}

function decodeFlowSubject(reader: WireReader, end: number): FlowSubject {
  let kind = '';
  let user: UserSubject | undefined;
  let group: GroupSubject | undefined;
  let serviceAccount: ServiceAccountSubject | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        kind = reader.string();
        break;
      case 18:
        user = decodeUserSubject(reader, reader.end());
        break;
      case 26:
        group = decodeGroupSubject(reader, reader.end());
        break;
      case 34:
        serviceAccount = decodeServiceAccountSubject(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfFlowSubject, 'FlowSubject');
    }
  }
  reader.leave(outer);
  return { kind, user, group, serviceAccount };
}

function decodeUserSubject(reader: WireReader, end: number): UserSubject {
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfUserSubject, 'UserSubject');
    }
  }
  reader.leave(outer);
  return { name };
}

function decodeGroupSubject(reader: WireReader, end: number): GroupSubject {
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfGroupSubject, 'GroupSubject');
    }
  }
  reader.leave(outer);
  return { name };
}

function decodeServiceAccountSubject(reader: WireReader, end: number): ServiceAccountSubject {
  let namespace = '';
  let name = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        namespace = reader.string();
        break;
      case 18:
        name = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfServiceAccountSubject, 'ServiceAccountSubject');
    }
  }
  reader.leave(outer);
  return { namespace, name };
}

function decodeResourcePolicyRule(reader: WireReader, end: number): ResourcePolicyRule {
  let verbs: string[] = EMPTY;
  let apiGroups: string[] = EMPTY;
  let resources: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        verbs = append(verbs, reader.string());
        break;
      case 18:
        apiGroups = append(apiGroups, reader.string());
        break;
      case 26:
        resources = append(resources, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfResourcePolicyRule, 'ResourcePolicyRule');
    }
  }
  reader.leave(outer);
  return { verbs, apiGroups, resources };
}

function decodeNonResourcePolicyRule(reader: WireReader, end: number): NonResourcePolicyRule {
  let verbs: string[] = EMPTY;
  let nonResourceURLs: string[] = EMPTY;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        verbs = append(verbs, reader.string());
        break;
      case 50:
        nonResourceURLs = append(nonResourceURLs, reader.string());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfNonResourcePolicyRule, 'NonResourcePolicyRule');
    }
  }
  reader.leave(outer);
  return { verbs, nonResourceURLs };
}

function decodeCertificateSigningRequest(reader: WireReader, end: number): CertificateSigningRequest {
  let metadata: ObjectMeta | undefined;
  let spec: CertificateSigningRequestSpec | undefined;
  let status: CertificateSigningRequestStatus | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeCertificateSigningRequestSpec(reader, reader.end());
        break;
      case 26:
        status = decodeCertificateSigningRequestStatus(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCertificateSigningRequest, 'CertificateSigningRequest');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeCertificateSigningRequestSpec(reader, reader.at);
  status ??= decodeCertificateSigningRequestStatus(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec, status };
}

function decodeCertificateSigningRequestSpec(reader: WireReader, end: number): CertificateSigningRequestSpec {
  let request = '';
  let username = '';
  let groups: string[] = EMPTY;
  let usages: string[] = EMPTY;
  let signerName = '';
  let expirationSeconds: number | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        request = reader.base64();
        break;
      case 18:
        username = reader.string();
        break;
      case 34:
        groups = append(groups, reader.string());
        break;
      case 42:
        usages = append(usages, reader.string());
        break;
      case 58:
        signerName = reader.string();
        break;
      case 64:
        expirationSeconds = reader.varint() | 0;
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCertificateSigningRequestSpec, 'CertificateSigningRequestSpec');
    }
  }
  reader.leave(outer);
  return { request, username, groups, usages, signerName, expirationSeconds };
}

function decodeCertificateSigningRequestStatus(reader: WireReader, end: number): CertificateSigningRequestStatus {
  let conditions: CertificateSigningRequestCondition[] = EMPTY;
  let certificate = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        conditions = append(conditions, decodeCertificateSigningRequestCondition(reader, reader.end()));
        break;
      case 18:
        certificate = reader.base64();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCertificateSigningRequestStatus, 'CertificateSigningRequestStatus');
    }
  }
  reader.leave(outer);
  return { conditions, certificate };
}

function decodeCertificateSigningRequestCondition(reader: WireReader, end: number): CertificateSigningRequestCondition {
  let type = '';
  let reason = '';
  let status = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        type = reader.string();
        break;
      case 18:
        reason = reader.string();
        break;
      case 50:
        status = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfCertificateSigningRequestCondition, 'CertificateSigningRequestCondition');
    }
  }
  reader.leave(outer);
  return { type, reason, status };
}

function decodeLease(reader: WireReader, end: number): Lease {
  let metadata: ObjectMeta | undefined;
  let spec: LeaseSpec | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        spec = decodeLeaseSpec(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLease, 'Lease');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  spec ??= decodeLeaseSpec(reader, reader.at);
  reader.leave(outer);
  return { metadata, spec };
}

function decodeLeaseSpec(reader: WireReader, end: number): LeaseSpec {
  let holderIdentity: string | undefined;
  let leaseDurationSeconds: number | undefined;
  let renewTime: string | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        holderIdentity = reader.string();
        break;
      case 16:
        leaseDurationSeconds = reader.varint() | 0;
        break;
      case 34:
        renewTime = decodeMicroTime(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfLeaseSpec, 'LeaseSpec');
    }
  }
  reader.leave(outer);
  return { holderIdentity, leaseDurationSeconds, renewTime };
}

function decodeRuntimeClass(reader: WireReader, end: number): RuntimeClass {
  let metadata: ObjectMeta | undefined;
  let handler = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      case 18:
        handler = reader.string();
        break;
      default:
        reader.skipUndeclared(tag, numbersOfRuntimeClass, 'RuntimeClass');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata, handler };
}

function decodePartialObjectMetadata(reader: WireReader, end: number): PartialObjectMetadata {
  let metadata: ObjectMeta | undefined;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    switch (tag) {
      case 10:
        metadata = decodeObjectMeta(reader, reader.end());
        break;
      default:
        reader.skipUndeclared(tag, numbersOfPartialObjectMetadata, 'PartialObjectMetadata');
    }
  }
  metadata ??= decodeObjectMeta(reader, reader.at);
  reader.leave(outer);
  return { metadata };
}

function projectPresent(json: unknown, at: Place): Present {
  asObject(json, at);
  return {};
}

function projectObjectMeta(json: unknown, at: Place): ObjectMeta {
  const from = asObject<ObjectMeta>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    namespace: isSet(from.namespace) ? asString(from.namespace, below(at, 'namespace')) : '',
    uid: isSet(from.uid) ? asString(from.uid, below(at, 'uid')) : '',
    resourceVersion: isSet(from.resourceVersion) ? asString(from.resourceVersion, below(at, 'resourceVersion')) : '',
    creationTimestamp: isSet(from.creationTimestamp) ? asString(from.creationTimestamp, below(at, 'creationTimestamp')) : undefined,
    labels: isSet(from.labels) ? asMap(from.labels, below(at, 'labels')) : NONE,
    annotations: isSet(from.annotations) ? asMap(from.annotations, below(at, 'annotations'), allowedOfAnnotations) : NONE,
    ownerReferences: isSet(from.ownerReferences) ? asList(from.ownerReferences, below(at, 'ownerReferences'), projectOwnerReference) : EMPTY,
  };
}

function projectOwnerReference(json: unknown, at: Place): OwnerReference {
  const from = asObject<OwnerReference>(json, at);
  return {
    kind: isSet(from.kind) ? asString(from.kind, below(at, 'kind')) : '',
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    uid: isSet(from.uid) ? asString(from.uid, below(at, 'uid')) : '',
    apiVersion: isSet(from.apiVersion) ? asString(from.apiVersion, below(at, 'apiVersion')) : '',
    controller: isSet(from.controller) ? asBoolean(from.controller, below(at, 'controller')) : undefined,
  };
}

function projectLabelSelector(json: unknown, at: Place): LabelSelector {
  const from = asObject<LabelSelector>(json, at);
  return {
    matchLabels: isSet(from.matchLabels) ? asMap(from.matchLabels, below(at, 'matchLabels')) : NONE,
    matchExpressions: isSet(from.matchExpressions) ? asList(from.matchExpressions, below(at, 'matchExpressions'), projectLabelSelectorRequirement) : EMPTY,
  };
}

function projectLabelSelectorRequirement(json: unknown, at: Place): LabelSelectorRequirement {
  const from = asObject<LabelSelectorRequirement>(json, at);
  return {
    key: isSet(from.key) ? asString(from.key, below(at, 'key')) : '',
    operator: isSet(from.operator) ? asString(from.operator, below(at, 'operator')) : '',
    values: isSet(from.values) ? asList(from.values, below(at, 'values'), asString) : EMPTY,
  };
}

function projectPod(json: unknown, at: Place): Pod {
  const from = asObject<Pod>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectPodSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectPodStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectPodStatus(json: unknown, at: Place): PodStatus {
  const from = asObject<PodStatus>(json, at);
  return {
    phase: isSet(from.phase) ? asString(from.phase, below(at, 'phase')) : '',
    hostIP: isSet(from.hostIP) ? asString(from.hostIP, below(at, 'hostIP')) : '',
    podIP: isSet(from.podIP) ? asString(from.podIP, below(at, 'podIP')) : '',
    startTime: isSet(from.startTime) ? asString(from.startTime, below(at, 'startTime')) : undefined,
    podIPs: isSet(from.podIPs) ? asList(from.podIPs, below(at, 'podIPs'), projectPodIP) : EMPTY,
  };
}

function projectPodIP(json: unknown, at: Place): PodIP {
  const from = asObject<PodIP>(json, at);
  return {
    ip: isSet(from.ip) ? asString(from.ip, below(at, 'ip')) : '',
  };
}

function projectPodSpec(json: unknown, at: Place): PodSpec {
  const from = asObject<PodSpec>(json, at);
  return {
    volumes: isSet(from.volumes) ? asList(from.volumes, below(at, 'volumes'), projectVolume) : EMPTY,
    containers: isSet(from.containers) ? asList(from.containers, below(at, 'containers'), projectContainer) : EMPTY,
    restartPolicy: isSet(from.restartPolicy) ? asString(from.restartPolicy, below(at, 'restartPolicy')) : '',
    activeDeadlineSeconds: isSet(from.activeDeadlineSeconds) ? asInteger(from.activeDeadlineSeconds, below(at, 'activeDeadlineSeconds')) : undefined,
    dnsPolicy: isSet(from.dnsPolicy) ? asString(from.dnsPolicy, below(at, 'dnsPolicy')) : '',
    nodeSelector: isSet(from.nodeSelector) ? asMap(from.nodeSelector, below(at, 'nodeSelector')) : NONE,
    serviceAccountName: isSet(from.serviceAccountName) ? asString(from.serviceAccountName, below(at, 'serviceAccountName')) : '',
    nodeName: isSet(from.nodeName) ? asString(from.nodeName, below(at, 'nodeName')) : '',
    hostNetwork: isSet(from.hostNetwork) ? asBoolean(from.hostNetwork, below(at, 'hostNetwork')) : false,
    hostPID: isSet(from.hostPID) ? asBoolean(from.hostPID, below(at, 'hostPID')) : false,
    hostIPC: isSet(from.hostIPC) ? asBoolean(from.hostIPC, below(at, 'hostIPC')) : false,
    securityContext: isSet(from.securityContext) ? projectPodSecurityContext(from.securityContext, below(at, 'securityContext')) : undefined,
    imagePullSecrets: isSet(from.imagePullSecrets) ? asList(from.imagePullSecrets, below(at, 'imagePullSecrets'), projectLocalObjectReference) : EMPTY,
    initContainers: isSet(from.initContainers) ? asList(from.initContainers, below(at, 'initContainers'), projectContainer) : EMPTY,
    automountServiceAccountToken: isSet(from.automountServiceAccountToken) ? asBoolean(from.automountServiceAccountToken, below(at, 'automountServiceAccountToken')) : undefined,
    tolerations: isSet(from.tolerations) ? asList(from.tolerations, below(at, 'tolerations'), projectToleration) : EMPTY,
    hostAliases: isSet(from.hostAliases) ? asList(from.hostAliases, below(at, 'hostAliases'), projectHostAlias) : EMPTY,
    priorityClassName: isSet(from.priorityClassName) ? asString(from.priorityClassName, below(at, 'priorityClassName')) : '',
    shareProcessNamespace: isSet(from.shareProcessNamespace) ? asBoolean(from.shareProcessNamespace, below(at, 'shareProcessNamespace')) : undefined,
    runtimeClassName: isSet(from.runtimeClassName) ? asString(from.runtimeClassName, below(at, 'runtimeClassName')) : undefined,
    enableServiceLinks: isSet(from.enableServiceLinks) ? asBoolean(from.enableServiceLinks, below(at, 'enableServiceLinks')) : undefined,
    ephemeralContainers: isSet(from.ephemeralContainers) ? asList(from.ephemeralContainers, below(at, 'ephemeralContainers'), projectEphemeralContainer) : EMPTY,
    os: isSet(from.os) ? projectPodOS(from.os, below(at, 'os')) : undefined,
    hostUsers: isSet(from.hostUsers) ? asBoolean(from.hostUsers, below(at, 'hostUsers')) : undefined,
    resources: isSet(from.resources) ? projectResourceRequirements(from.resources, below(at, 'resources')) : undefined,
  };
}

function projectPodOS(json: unknown, at: Place): PodOS {
  const from = asObject<PodOS>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectLocalObjectReference(json: unknown, at: Place): LocalObjectReference {
  const from = asObject<LocalObjectReference>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectToleration(json: unknown, at: Place): Toleration {
  const from = asObject<Toleration>(json, at);
  return {
    key: isSet(from.key) ? asString(from.key, below(at, 'key')) : '',
    operator: isSet(from.operator) ? asString(from.operator, below(at, 'operator')) : '',
    value: isSet(from.value) ? asString(from.value, below(at, 'value')) : '',
    effect: isSet(from.effect) ? asString(from.effect, below(at, 'effect')) : '',
  };
}

function projectHostAlias(json: unknown, at: Place): HostAlias {
  const from = asObject<HostAlias>(json, at);
  return {
    ip: isSet(from.ip) ? asString(from.ip, below(at, 'ip')) : '',
    hostnames: isSet(from.hostnames) ? asList(from.hostnames, below(at, 'hostnames'), asString) : EMPTY,
  };
}

function projectPodSecurityContext(json: unknown, at: Place): PodSecurityContext {
  const from = asObject<PodSecurityContext>(json, at);
  return {
    seLinuxOptions: isSet(from.seLinuxOptions) ? projectSELinuxOptions(from.seLinuxOptions, below(at, 'seLinuxOptions')) : undefined,
    runAsUser: isSet(from.runAsUser) ? asInteger(from.runAsUser, below(at, 'runAsUser')) : undefined,
    runAsNonRoot: isSet(from.runAsNonRoot) ? asBoolean(from.runAsNonRoot, below(at, 'runAsNonRoot')) : undefined,
    supplementalGroups: isSet(from.supplementalGroups) ? asList(from.supplementalGroups, below(at, 'supplementalGroups'), asInteger) : EMPTY,
    fsGroup: isSet(from.fsGroup) ? asInteger(from.fsGroup, below(at, 'fsGroup')) : undefined,
    runAsGroup: isSet(from.runAsGroup) ? asInteger(from.runAsGroup, below(at, 'runAsGroup')) : undefined,
    sysctls: isSet(from.sysctls) ? asList(from.sysctls, below(at, 'sysctls'), projectSysctl) : EMPTY,
    windowsOptions: isSet(from.windowsOptions) ? projectWindowsSecurityContextOptions(from.windowsOptions, below(at, 'windowsOptions')) : undefined,
    seccompProfile: isSet(from.seccompProfile) ? projectSeccompProfile(from.seccompProfile, below(at, 'seccompProfile')) : undefined,
    appArmorProfile: isSet(from.appArmorProfile) ? projectAppArmorProfile(from.appArmorProfile, below(at, 'appArmorProfile')) : undefined,
  };
}

function projectSecurityContext(json: unknown, at: Place): SecurityContext {
  const from = asObject<SecurityContext>(json, at);
  return {
    capabilities: isSet(from.capabilities) ? projectCapabilities(from.capabilities, below(at, 'capabilities')) : undefined,
    privileged: isSet(from.privileged) ? asBoolean(from.privileged, below(at, 'privileged')) : undefined,
    seLinuxOptions: isSet(from.seLinuxOptions) ? projectSELinuxOptions(from.seLinuxOptions, below(at, 'seLinuxOptions')) : undefined,
    runAsUser: isSet(from.runAsUser) ? asInteger(from.runAsUser, below(at, 'runAsUser')) : undefined,
    runAsNonRoot: isSet(from.runAsNonRoot) ? asBoolean(from.runAsNonRoot, below(at, 'runAsNonRoot')) : undefined,
    readOnlyRootFilesystem: isSet(from.readOnlyRootFilesystem) ? asBoolean(from.readOnlyRootFilesystem, below(at, 'readOnlyRootFilesystem')) : undefined,
    allowPrivilegeEscalation: isSet(from.allowPrivilegeEscalation) ? asBoolean(from.allowPrivilegeEscalation, below(at, 'allowPrivilegeEscalation')) : undefined,
    runAsGroup: isSet(from.runAsGroup) ? asInteger(from.runAsGroup, below(at, 'runAsGroup')) : undefined,
    procMount: isSet(from.procMount) ? asString(from.procMount, below(at, 'procMount')) : undefined,
    windowsOptions: isSet(from.windowsOptions) ? projectWindowsSecurityContextOptions(from.windowsOptions, below(at, 'windowsOptions')) : undefined,
    seccompProfile: isSet(from.seccompProfile) ? projectSeccompProfile(from.seccompProfile, below(at, 'seccompProfile')) : undefined,
    appArmorProfile: isSet(from.appArmorProfile) ? projectAppArmorProfile(from.appArmorProfile, below(at, 'appArmorProfile')) : undefined,
  };
}

function projectCapabilities(json: unknown, at: Place): Capabilities {
  const from = asObject<Capabilities>(json, at);
  return {
    add: isSet(from.add) ? asList(from.add, below(at, 'add'), asString) : EMPTY,
    drop: isSet(from.drop) ? asList(from.drop, below(at, 'drop'), asString) : EMPTY,
  };
}

function projectSELinuxOptions(json: unknown, at: Place): SELinuxOptions {
  const from = asObject<SELinuxOptions>(json, at);
  return {
    user: isSet(from.user) ? asString(from.user, below(at, 'user')) : '',
    role: isSet(from.role) ? asString(from.role, below(at, 'role')) : '',
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    level: isSet(from.level) ? asString(from.level, below(at, 'level')) : '',
  };
}

function projectWindowsSecurityContextOptions(json: unknown, at: Place): WindowsSecurityContextOptions {
  const from = asObject<WindowsSecurityContextOptions>(json, at);
  return {
    runAsUserName: isSet(from.runAsUserName) ? asString(from.runAsUserName, below(at, 'runAsUserName')) : undefined,
    hostProcess: isSet(from.hostProcess) ? asBoolean(from.hostProcess, below(at, 'hostProcess')) : undefined,
  };
}

function projectSeccompProfile(json: unknown, at: Place): SeccompProfile {
  const from = asObject<SeccompProfile>(json, at);
  return {
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    localhostProfile: isSet(from.localhostProfile) ? asString(from.localhostProfile, below(at, 'localhostProfile')) : undefined,
  };
}

function projectAppArmorProfile(json: unknown, at: Place): AppArmorProfile {
  const from = asObject<AppArmorProfile>(json, at);
  return {
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    localhostProfile: isSet(from.localhostProfile) ? asString(from.localhostProfile, below(at, 'localhostProfile')) : undefined,
  };
}

function projectSysctl(json: unknown, at: Place): Sysctl {
  const from = asObject<Sysctl>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    value: isSet(from.value) ? asString(from.value, below(at, 'value')) : '',
  };
}

function projectVolume(json: unknown, at: Place): Volume {
  const from = asObject<Volume>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    hostPath: isSet(from.hostPath) ? projectHostPathVolumeSource(from.hostPath, below(at, 'hostPath')) : undefined,
    emptyDir: isSet(from.emptyDir) ? projectEmptyDirVolumeSource(from.emptyDir, below(at, 'emptyDir')) : undefined,
    gcePersistentDisk: isSet(from.gcePersistentDisk) ? projectPresent(from.gcePersistentDisk, below(at, 'gcePersistentDisk')) : undefined,
    awsElasticBlockStore: isSet(from.awsElasticBlockStore) ? projectPresent(from.awsElasticBlockStore, below(at, 'awsElasticBlockStore')) : undefined,
    gitRepo: isSet(from.gitRepo) ? projectPresent(from.gitRepo, below(at, 'gitRepo')) : undefined,
    secret: isSet(from.secret) ? projectSecretVolumeSource(from.secret, below(at, 'secret')) : undefined,
    nfs: isSet(from.nfs) ? projectNFSVolumeSource(from.nfs, below(at, 'nfs')) : undefined,
    iscsi: isSet(from.iscsi) ? projectPresent(from.iscsi, below(at, 'iscsi')) : undefined,
    glusterfs: isSet(from.glusterfs) ? projectPresent(from.glusterfs, below(at, 'glusterfs')) : undefined,
    persistentVolumeClaim: isSet(from.persistentVolumeClaim) ? projectPersistentVolumeClaimVolumeSource(from.persistentVolumeClaim, below(at, 'persistentVolumeClaim')) : undefined,
    rbd: isSet(from.rbd) ? projectPresent(from.rbd, below(at, 'rbd')) : undefined,
    flexVolume: isSet(from.flexVolume) ? projectFlexVolumeSource(from.flexVolume, below(at, 'flexVolume')) : undefined,
    cinder: isSet(from.cinder) ? projectPresent(from.cinder, below(at, 'cinder')) : undefined,
    cephfs: isSet(from.cephfs) ? projectPresent(from.cephfs, below(at, 'cephfs')) : undefined,
    flocker: isSet(from.flocker) ? projectPresent(from.flocker, below(at, 'flocker')) : undefined,
    downwardAPI: isSet(from.downwardAPI) ? projectPresent(from.downwardAPI, below(at, 'downwardAPI')) : undefined,
    fc: isSet(from.fc) ? projectPresent(from.fc, below(at, 'fc')) : undefined,
    azureFile: isSet(from.azureFile) ? projectPresent(from.azureFile, below(at, 'azureFile')) : undefined,
    configMap: isSet(from.configMap) ? projectConfigMapVolumeSource(from.configMap, below(at, 'configMap')) : undefined,
    vsphereVolume: isSet(from.vsphereVolume) ? projectPresent(from.vsphereVolume, below(at, 'vsphereVolume')) : undefined,
    quobyte: isSet(from.quobyte) ? projectPresent(from.quobyte, below(at, 'quobyte')) : undefined,
    azureDisk: isSet(from.azureDisk) ? projectPresent(from.azureDisk, below(at, 'azureDisk')) : undefined,
    photonPersistentDisk: isSet(from.photonPersistentDisk) ? projectPresent(from.photonPersistentDisk, below(at, 'photonPersistentDisk')) : undefined,
    portworxVolume: isSet(from.portworxVolume) ? projectPresent(from.portworxVolume, below(at, 'portworxVolume')) : undefined,
    scaleIO: isSet(from.scaleIO) ? projectPresent(from.scaleIO, below(at, 'scaleIO')) : undefined,
    projected: isSet(from.projected) ? projectProjectedVolumeSource(from.projected, below(at, 'projected')) : undefined,
    storageos: isSet(from.storageos) ? projectPresent(from.storageos, below(at, 'storageos')) : undefined,
    csi: isSet(from.csi) ? projectCSIVolumeSource(from.csi, below(at, 'csi')) : undefined,
    ephemeral: isSet(from.ephemeral) ? projectPresent(from.ephemeral, below(at, 'ephemeral')) : undefined,
    image: isSet(from.image) ? projectImageVolumeSource(from.image, below(at, 'image')) : undefined,
    $other: otherMember(from, membersOfVolume),
  };
}

function projectHostPathVolumeSource(json: unknown, at: Place): HostPathVolumeSource {
  const from = asObject<HostPathVolumeSource>(json, at);
  return {
    path: isSet(from.path) ? asString(from.path, below(at, 'path')) : '',
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : undefined,
  };
}

function projectEmptyDirVolumeSource(json: unknown, at: Place): EmptyDirVolumeSource {
  const from = asObject<EmptyDirVolumeSource>(json, at);
  return {
    medium: isSet(from.medium) ? asString(from.medium, below(at, 'medium')) : '',
    sizeLimit: isSet(from.sizeLimit) ? asString(from.sizeLimit, below(at, 'sizeLimit')) : undefined,
  };
}

function projectSecretVolumeSource(json: unknown, at: Place): SecretVolumeSource {
  const from = asObject<SecretVolumeSource>(json, at);
  return {
    secretName: isSet(from.secretName) ? asString(from.secretName, below(at, 'secretName')) : '',
    items: isSet(from.items) ? asList(from.items, below(at, 'items'), projectKeyToPath) : EMPTY,
    defaultMode: isSet(from.defaultMode) ? asInteger(from.defaultMode, below(at, 'defaultMode')) : undefined,
    optional: isSet(from.optional) ? asBoolean(from.optional, below(at, 'optional')) : undefined,
  };
}

function projectNFSVolumeSource(json: unknown, at: Place): NFSVolumeSource {
  const from = asObject<NFSVolumeSource>(json, at);
  return {
    server: isSet(from.server) ? asString(from.server, below(at, 'server')) : '',
    path: isSet(from.path) ? asString(from.path, below(at, 'path')) : '',
    readOnly: isSet(from.readOnly) ? asBoolean(from.readOnly, below(at, 'readOnly')) : false,
  };
}

function projectPersistentVolumeClaimVolumeSource(json: unknown, at: Place): PersistentVolumeClaimVolumeSource {
  const from = asObject<PersistentVolumeClaimVolumeSource>(json, at);
  return {
    claimName: isSet(from.claimName) ? asString(from.claimName, below(at, 'claimName')) : '',
    readOnly: isSet(from.readOnly) ? asBoolean(from.readOnly, below(at, 'readOnly')) : false,
  };
}

function projectFlexVolumeSource(json: unknown, at: Place): FlexVolumeSource {
  const from = asObject<FlexVolumeSource>(json, at);
  return {
    driver: isSet(from.driver) ? asString(from.driver, below(at, 'driver')) : '',
  };
}

function projectConfigMapVolumeSource(json: unknown, at: Place): ConfigMapVolumeSource {
  const from = asObject<ConfigMapVolumeSource>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    items: isSet(from.items) ? asList(from.items, below(at, 'items'), projectKeyToPath) : EMPTY,
    defaultMode: isSet(from.defaultMode) ? asInteger(from.defaultMode, below(at, 'defaultMode')) : undefined,
    optional: isSet(from.optional) ? asBoolean(from.optional, below(at, 'optional')) : undefined,
  };
}

function projectCSIVolumeSource(json: unknown, at: Place): CSIVolumeSource {
  const from = asObject<CSIVolumeSource>(json, at);
  return {
    driver: isSet(from.driver) ? asString(from.driver, below(at, 'driver')) : '',
    readOnly: isSet(from.readOnly) ? asBoolean(from.readOnly, below(at, 'readOnly')) : undefined,
    nodePublishSecretRef: isSet(from.nodePublishSecretRef) ? projectLocalObjectReference(from.nodePublishSecretRef, below(at, 'nodePublishSecretRef')) : undefined,
  };
}

function projectImageVolumeSource(json: unknown, at: Place): ImageVolumeSource {
  const from = asObject<ImageVolumeSource>(json, at);
  return {
    reference: isSet(from.reference) ? asString(from.reference, below(at, 'reference')) : '',
    pullPolicy: isSet(from.pullPolicy) ? asString(from.pullPolicy, below(at, 'pullPolicy')) : '',
  };
}

function projectKeyToPath(json: unknown, at: Place): KeyToPath {
  const from = asObject<KeyToPath>(json, at);
  return {
    key: isSet(from.key) ? asString(from.key, below(at, 'key')) : '',
    path: isSet(from.path) ? asString(from.path, below(at, 'path')) : '',
    mode: isSet(from.mode) ? asInteger(from.mode, below(at, 'mode')) : undefined,
  };
}

function projectProjectedVolumeSource(json: unknown, at: Place): ProjectedVolumeSource {
  const from = asObject<ProjectedVolumeSource>(json, at);
  return {
    sources: isSet(from.sources) ? asList(from.sources, below(at, 'sources'), projectVolumeProjection) : EMPTY,
    defaultMode: isSet(from.defaultMode) ? asInteger(from.defaultMode, below(at, 'defaultMode')) : undefined,
  };
}

function projectVolumeProjection(json: unknown, at: Place): VolumeProjection {
  const from = asObject<VolumeProjection>(json, at);
  return {
    secret: isSet(from.secret) ? projectSecretProjection(from.secret, below(at, 'secret')) : undefined,
    downwardAPI: isSet(from.downwardAPI) ? projectPresent(from.downwardAPI, below(at, 'downwardAPI')) : undefined,
    configMap: isSet(from.configMap) ? projectConfigMapProjection(from.configMap, below(at, 'configMap')) : undefined,
    serviceAccountToken: isSet(from.serviceAccountToken) ? projectServiceAccountTokenProjection(from.serviceAccountToken, below(at, 'serviceAccountToken')) : undefined,
    clusterTrustBundle: isSet(from.clusterTrustBundle) ? projectPresent(from.clusterTrustBundle, below(at, 'clusterTrustBundle')) : undefined,
    podCertificate: isSet(from.podCertificate) ? projectPresent(from.podCertificate, below(at, 'podCertificate')) : undefined,
    $other: otherMember(from, membersOfVolumeProjection),
  };
}

function projectSecretProjection(json: unknown, at: Place): SecretProjection {
  const from = asObject<SecretProjection>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    items: isSet(from.items) ? asList(from.items, below(at, 'items'), projectKeyToPath) : EMPTY,
    optional: isSet(from.optional) ? asBoolean(from.optional, below(at, 'optional')) : undefined,
  };
}

function projectConfigMapProjection(json: unknown, at: Place): ConfigMapProjection {
  const from = asObject<ConfigMapProjection>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    items: isSet(from.items) ? asList(from.items, below(at, 'items'), projectKeyToPath) : EMPTY,
    optional: isSet(from.optional) ? asBoolean(from.optional, below(at, 'optional')) : undefined,
  };
}

function projectServiceAccountTokenProjection(json: unknown, at: Place): ServiceAccountTokenProjection {
  const from = asObject<ServiceAccountTokenProjection>(json, at);
  return {
    audience: isSet(from.audience) ? asString(from.audience, below(at, 'audience')) : '',
    expirationSeconds: isSet(from.expirationSeconds) ? asInteger(from.expirationSeconds, below(at, 'expirationSeconds')) : undefined,
    path: isSet(from.path) ? asString(from.path, below(at, 'path')) : '',
  };
}

function projectContainer(json: unknown, at: Place): Container {
  const from = asObject<Container>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    image: isSet(from.image) ? asString(from.image, below(at, 'image')) : '',
    command: isSet(from.command) ? asList(from.command, below(at, 'command'), asString) : EMPTY,
    args: isSet(from.args) ? asList(from.args, below(at, 'args'), asString) : EMPTY,
    ports: isSet(from.ports) ? asList(from.ports, below(at, 'ports'), projectContainerPort) : EMPTY,
    env: isSet(from.env) ? asList(from.env, below(at, 'env'), projectEnvVar) : EMPTY,
    resources: projectResourceRequirements(from.resources ?? UNSET, below(at, 'resources')),
    volumeMounts: isSet(from.volumeMounts) ? asList(from.volumeMounts, below(at, 'volumeMounts'), projectVolumeMount) : EMPTY,
    livenessProbe: isSet(from.livenessProbe) ? projectProbe(from.livenessProbe, below(at, 'livenessProbe')) : undefined,
    readinessProbe: isSet(from.readinessProbe) ? projectProbe(from.readinessProbe, below(at, 'readinessProbe')) : undefined,
    lifecycle: isSet(from.lifecycle) ? projectLifecycle(from.lifecycle, below(at, 'lifecycle')) : undefined,
    imagePullPolicy: isSet(from.imagePullPolicy) ? asString(from.imagePullPolicy, below(at, 'imagePullPolicy')) : '',
    securityContext: isSet(from.securityContext) ? projectSecurityContext(from.securityContext, below(at, 'securityContext')) : undefined,
    stdin: isSet(from.stdin) ? asBoolean(from.stdin, below(at, 'stdin')) : false,
    tty: isSet(from.tty) ? asBoolean(from.tty, below(at, 'tty')) : false,
    envFrom: isSet(from.envFrom) ? asList(from.envFrom, below(at, 'envFrom'), projectEnvFromSource) : EMPTY,
    startupProbe: isSet(from.startupProbe) ? projectProbe(from.startupProbe, below(at, 'startupProbe')) : undefined,
    restartPolicy: isSet(from.restartPolicy) ? asString(from.restartPolicy, below(at, 'restartPolicy')) : undefined,
  };
}

function projectEphemeralContainer(json: unknown, at: Place): EphemeralContainer {
  const from = asObject<EphemeralContainer>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    image: isSet(from.image) ? asString(from.image, below(at, 'image')) : '',
    command: isSet(from.command) ? asList(from.command, below(at, 'command'), asString) : EMPTY,
    args: isSet(from.args) ? asList(from.args, below(at, 'args'), asString) : EMPTY,
    ports: isSet(from.ports) ? asList(from.ports, below(at, 'ports'), projectContainerPort) : EMPTY,
    env: isSet(from.env) ? asList(from.env, below(at, 'env'), projectEnvVar) : EMPTY,
    resources: projectResourceRequirements(from.resources ?? UNSET, below(at, 'resources')),
    volumeMounts: isSet(from.volumeMounts) ? asList(from.volumeMounts, below(at, 'volumeMounts'), projectVolumeMount) : EMPTY,
    livenessProbe: isSet(from.livenessProbe) ? projectProbe(from.livenessProbe, below(at, 'livenessProbe')) : undefined,
    readinessProbe: isSet(from.readinessProbe) ? projectProbe(from.readinessProbe, below(at, 'readinessProbe')) : undefined,
    lifecycle: isSet(from.lifecycle) ? projectLifecycle(from.lifecycle, below(at, 'lifecycle')) : undefined,
    imagePullPolicy: isSet(from.imagePullPolicy) ? asString(from.imagePullPolicy, below(at, 'imagePullPolicy')) : '',
    securityContext: isSet(from.securityContext) ? projectSecurityContext(from.securityContext, below(at, 'securityContext')) : undefined,
    stdin: isSet(from.stdin) ? asBoolean(from.stdin, below(at, 'stdin')) : false,
    tty: isSet(from.tty) ? asBoolean(from.tty, below(at, 'tty')) : false,
    envFrom: isSet(from.envFrom) ? asList(from.envFrom, below(at, 'envFrom'), projectEnvFromSource) : EMPTY,
    startupProbe: isSet(from.startupProbe) ? projectProbe(from.startupProbe, below(at, 'startupProbe')) : undefined,
    restartPolicy: isSet(from.restartPolicy) ? asString(from.restartPolicy, below(at, 'restartPolicy')) : undefined,
    targetContainerName: isSet(from.targetContainerName) ? asString(from.targetContainerName, below(at, 'targetContainerName')) : '',
  };
}

function projectContainerPort(json: unknown, at: Place): ContainerPort {
  const from = asObject<ContainerPort>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    hostPort: isSet(from.hostPort) ? asInteger(from.hostPort, below(at, 'hostPort')) : 0,
    containerPort: isSet(from.containerPort) ? asInteger(from.containerPort, below(at, 'containerPort')) : 0,
    protocol: isSet(from.protocol) ? asString(from.protocol, below(at, 'protocol')) : '',
    hostIP: isSet(from.hostIP) ? asString(from.hostIP, below(at, 'hostIP')) : '',
  };
}

function projectEnvVar(json: unknown, at: Place): EnvVar {
  const from = asObject<EnvVar>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    value: allowedOfEnvVarValue.has(from.name as string) ? (isSet(from.value) ? asString(from.value, below(at, 'value')) : '') : undefined,
    valueFrom: isSet(from.valueFrom) ? projectEnvVarSource(from.valueFrom, below(at, 'valueFrom')) : undefined,
  };
}

function projectEnvVarSource(json: unknown, at: Place): EnvVarSource {
  const from = asObject<EnvVarSource>(json, at);
  return {
    fieldRef: isSet(from.fieldRef) ? projectObjectFieldSelector(from.fieldRef, below(at, 'fieldRef')) : undefined,
    configMapKeyRef: isSet(from.configMapKeyRef) ? projectKeySelector(from.configMapKeyRef, below(at, 'configMapKeyRef')) : undefined,
    secretKeyRef: isSet(from.secretKeyRef) ? projectKeySelector(from.secretKeyRef, below(at, 'secretKeyRef')) : undefined,
  };
}

function projectObjectFieldSelector(json: unknown, at: Place): ObjectFieldSelector {
  const from = asObject<ObjectFieldSelector>(json, at);
  return {
    fieldPath: isSet(from.fieldPath) ? asString(from.fieldPath, below(at, 'fieldPath')) : '',
  };
}

function projectKeySelector(json: unknown, at: Place): KeySelector {
  const from = asObject<KeySelector>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    key: isSet(from.key) ? asString(from.key, below(at, 'key')) : '',
    optional: isSet(from.optional) ? asBoolean(from.optional, below(at, 'optional')) : undefined,
  };
}

function projectEnvFromSource(json: unknown, at: Place): EnvFromSource {
  const from = asObject<EnvFromSource>(json, at);
  return {
    prefix: isSet(from.prefix) ? asString(from.prefix, below(at, 'prefix')) : '',
    configMapRef: isSet(from.configMapRef) ? projectNameSource(from.configMapRef, below(at, 'configMapRef')) : undefined,
    secretRef: isSet(from.secretRef) ? projectNameSource(from.secretRef, below(at, 'secretRef')) : undefined,
  };
}

function projectNameSource(json: unknown, at: Place): NameSource {
  const from = asObject<NameSource>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    optional: isSet(from.optional) ? asBoolean(from.optional, below(at, 'optional')) : undefined,
  };
}

function projectVolumeMount(json: unknown, at: Place): VolumeMount {
  const from = asObject<VolumeMount>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    readOnly: isSet(from.readOnly) ? asBoolean(from.readOnly, below(at, 'readOnly')) : false,
    mountPath: isSet(from.mountPath) ? asString(from.mountPath, below(at, 'mountPath')) : '',
    subPath: isSet(from.subPath) ? asString(from.subPath, below(at, 'subPath')) : '',
    mountPropagation: isSet(from.mountPropagation) ? asString(from.mountPropagation, below(at, 'mountPropagation')) : undefined,
    subPathExpr: isSet(from.subPathExpr) ? asString(from.subPathExpr, below(at, 'subPathExpr')) : '',
    recursiveReadOnly: isSet(from.recursiveReadOnly) ? asString(from.recursiveReadOnly, below(at, 'recursiveReadOnly')) : undefined,
  };
}

function projectProbe(json: unknown, at: Place): Probe {
  const from = asObject<Probe>(json, at);
  return {
    exec: isSet(from.exec) ? projectExecAction(from.exec, below(at, 'exec')) : undefined,
    httpGet: isSet(from.httpGet) ? projectHTTPGetAction(from.httpGet, below(at, 'httpGet')) : undefined,
    tcpSocket: isSet(from.tcpSocket) ? projectTCPSocketAction(from.tcpSocket, below(at, 'tcpSocket')) : undefined,
    grpc: isSet(from.grpc) ? projectPresent(from.grpc, below(at, 'grpc')) : undefined,
    $other: otherMember(from, membersOfProbe),
  };
}

function projectLifecycle(json: unknown, at: Place): Lifecycle {
  const from = asObject<Lifecycle>(json, at);
  return {
    postStart: isSet(from.postStart) ? projectLifecycleHandler(from.postStart, below(at, 'postStart')) : undefined,
    preStop: isSet(from.preStop) ? projectLifecycleHandler(from.preStop, below(at, 'preStop')) : undefined,
  };
}

function projectLifecycleHandler(json: unknown, at: Place): LifecycleHandler {
  const from = asObject<LifecycleHandler>(json, at);
  return {
    exec: isSet(from.exec) ? projectExecAction(from.exec, below(at, 'exec')) : undefined,
    httpGet: isSet(from.httpGet) ? projectHTTPGetAction(from.httpGet, below(at, 'httpGet')) : undefined,
    tcpSocket: isSet(from.tcpSocket) ? projectTCPSocketAction(from.tcpSocket, below(at, 'tcpSocket')) : undefined,
    sleep: isSet(from.sleep) ? projectPresent(from.sleep, below(at, 'sleep')) : undefined,
    $other: otherMember(from, membersOfLifecycleHandler),
  };
}

function projectExecAction(json: unknown, at: Place): ExecAction {
  const from = asObject<ExecAction>(json, at);
  return {
    command: isSet(from.command) ? asList(from.command, below(at, 'command'), asString) : EMPTY,
  };
}

function projectHTTPGetAction(json: unknown, at: Place): HTTPGetAction {
  const from = asObject<HTTPGetAction>(json, at);
  return {
    path: isSet(from.path) ? asString(from.path, below(at, 'path')) : '',
    port: isSet(from.port) ? asIntOrString(from.port, below(at, 'port')) : 0,
    host: isSet(from.host) ? asString(from.host, below(at, 'host')) : '',
    scheme: isSet(from.scheme) ? asString(from.scheme, below(at, 'scheme')) : '',
  };
}

function projectTCPSocketAction(json: unknown, at: Place): TCPSocketAction {
  const from = asObject<TCPSocketAction>(json, at);
  return {
    port: isSet(from.port) ? asIntOrString(from.port, below(at, 'port')) : 0,
    host: isSet(from.host) ? asString(from.host, below(at, 'host')) : '',
  };
}

function projectResourceRequirements(json: unknown, at: Place): ResourceRequirements {
  const from = asObject<ResourceRequirements>(json, at);
  return {
    limits: isSet(from.limits) ? asMap(from.limits, below(at, 'limits')) : NONE,
    requests: isSet(from.requests) ? asMap(from.requests, below(at, 'requests')) : NONE,
  };
}

function projectNode(json: unknown, at: Place): Node {
  const from = asObject<Node>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectNodeSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectNodeStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectNodeSpec(json: unknown, at: Place): NodeSpec {
  const from = asObject<NodeSpec>(json, at);
  return {
    podCIDR: isSet(from.podCIDR) ? asString(from.podCIDR, below(at, 'podCIDR')) : '',
    providerID: isSet(from.providerID) ? asString(from.providerID, below(at, 'providerID')) : '',
    unschedulable: isSet(from.unschedulable) ? asBoolean(from.unschedulable, below(at, 'unschedulable')) : false,
    taints: isSet(from.taints) ? asList(from.taints, below(at, 'taints'), projectTaint) : EMPTY,
    podCIDRs: isSet(from.podCIDRs) ? asList(from.podCIDRs, below(at, 'podCIDRs'), asString) : EMPTY,
  };
}

function projectTaint(json: unknown, at: Place): Taint {
  const from = asObject<Taint>(json, at);
  return {
    key: isSet(from.key) ? asString(from.key, below(at, 'key')) : '',
    value: isSet(from.value) ? asString(from.value, below(at, 'value')) : '',
    effect: isSet(from.effect) ? asString(from.effect, below(at, 'effect')) : '',
  };
}

function projectNodeStatus(json: unknown, at: Place): NodeStatus {
  const from = asObject<NodeStatus>(json, at);
  return {
    conditions: isSet(from.conditions) ? asList(from.conditions, below(at, 'conditions'), projectNodeCondition) : EMPTY,
    addresses: isSet(from.addresses) ? asList(from.addresses, below(at, 'addresses'), projectNodeAddress) : EMPTY,
    daemonEndpoints: projectNodeDaemonEndpoints(from.daemonEndpoints ?? UNSET, below(at, 'daemonEndpoints')),
    nodeInfo: projectNodeSystemInfo(from.nodeInfo ?? UNSET, below(at, 'nodeInfo')),
  };
}

function projectNodeCondition(json: unknown, at: Place): NodeCondition {
  const from = asObject<NodeCondition>(json, at);
  return {
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    status: isSet(from.status) ? asString(from.status, below(at, 'status')) : '',
    lastTransitionTime: isSet(from.lastTransitionTime) ? asString(from.lastTransitionTime, below(at, 'lastTransitionTime')) : undefined,
    reason: isSet(from.reason) ? asString(from.reason, below(at, 'reason')) : '',
  };
}

function projectNodeAddress(json: unknown, at: Place): NodeAddress {
  const from = asObject<NodeAddress>(json, at);
  return {
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    address: isSet(from.address) ? asString(from.address, below(at, 'address')) : '',
  };
}

function projectNodeDaemonEndpoints(json: unknown, at: Place): NodeDaemonEndpoints {
  const from = asObject<NodeDaemonEndpoints>(json, at);
  return {
    kubeletEndpoint: projectDaemonEndpoint(from.kubeletEndpoint ?? UNSET, below(at, 'kubeletEndpoint')),
  };
}

function projectDaemonEndpoint(json: unknown, at: Place): DaemonEndpoint {
  const from = asObject<DaemonEndpoint>(json, at);
  return {
    Port: isSet(from.Port) ? asInteger(from.Port, below(at, 'Port')) : 0,
  };
}

function projectNodeSystemInfo(json: unknown, at: Place): NodeSystemInfo {
  const from = asObject<NodeSystemInfo>(json, at);
  return {
    kernelVersion: isSet(from.kernelVersion) ? asString(from.kernelVersion, below(at, 'kernelVersion')) : '',
    osImage: isSet(from.osImage) ? asString(from.osImage, below(at, 'osImage')) : '',
    containerRuntimeVersion: isSet(from.containerRuntimeVersion) ? asString(from.containerRuntimeVersion, below(at, 'containerRuntimeVersion')) : '',
    kubeletVersion: isSet(from.kubeletVersion) ? asString(from.kubeletVersion, below(at, 'kubeletVersion')) : '',
    kubeProxyVersion: isSet(from.kubeProxyVersion) ? asString(from.kubeProxyVersion, below(at, 'kubeProxyVersion')) : '',
    operatingSystem: isSet(from.operatingSystem) ? asString(from.operatingSystem, below(at, 'operatingSystem')) : '',
    architecture: isSet(from.architecture) ? asString(from.architecture, below(at, 'architecture')) : '',
    swap: isSet(from.swap) ? projectNodeSwapStatus(from.swap, below(at, 'swap')) : undefined,
  };
}

function projectNodeSwapStatus(json: unknown, at: Place): NodeSwapStatus {
  const from = asObject<NodeSwapStatus>(json, at);
  return {
    capacity: isSet(from.capacity) ? asInteger(from.capacity, below(at, 'capacity')) : undefined,
  };
}

function projectNamespace(json: unknown, at: Place): Namespace {
  const from = asObject<Namespace>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    status: projectNamespaceStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectNamespaceStatus(json: unknown, at: Place): NamespaceStatus {
  const from = asObject<NamespaceStatus>(json, at);
  return {
    phase: isSet(from.phase) ? asString(from.phase, below(at, 'phase')) : '',
  };
}

function projectServiceAccount(json: unknown, at: Place): ServiceAccount {
  const from = asObject<ServiceAccount>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    secrets: isSet(from.secrets) ? asList(from.secrets, below(at, 'secrets'), projectObjectReference) : EMPTY,
    imagePullSecrets: isSet(from.imagePullSecrets) ? asList(from.imagePullSecrets, below(at, 'imagePullSecrets'), projectLocalObjectReference) : EMPTY,
    automountServiceAccountToken: isSet(from.automountServiceAccountToken) ? asBoolean(from.automountServiceAccountToken, below(at, 'automountServiceAccountToken')) : undefined,
  };
}

function projectObjectReference(json: unknown, at: Place): ObjectReference {
  const from = asObject<ObjectReference>(json, at);
  return {
    kind: isSet(from.kind) ? asString(from.kind, below(at, 'kind')) : '',
    namespace: isSet(from.namespace) ? asString(from.namespace, below(at, 'namespace')) : '',
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectService(json: unknown, at: Place): Service {
  const from = asObject<Service>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectServiceSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectServiceSpec(json: unknown, at: Place): ServiceSpec {
  const from = asObject<ServiceSpec>(json, at);
  return {
    ports: isSet(from.ports) ? asList(from.ports, below(at, 'ports'), projectServicePort) : EMPTY,
    selector: isSet(from.selector) ? asMap(from.selector, below(at, 'selector')) : NONE,
    clusterIP: isSet(from.clusterIP) ? asString(from.clusterIP, below(at, 'clusterIP')) : '',
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    externalIPs: isSet(from.externalIPs) ? asList(from.externalIPs, below(at, 'externalIPs'), asString) : EMPTY,
    loadBalancerSourceRanges: isSet(from.loadBalancerSourceRanges) ? asList(from.loadBalancerSourceRanges, below(at, 'loadBalancerSourceRanges'), asString) : EMPTY,
    externalName: isSet(from.externalName) ? asString(from.externalName, below(at, 'externalName')) : '',
  };
}

function projectServicePort(json: unknown, at: Place): ServicePort {
  const from = asObject<ServicePort>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    protocol: isSet(from.protocol) ? asString(from.protocol, below(at, 'protocol')) : '',
    port: isSet(from.port) ? asInteger(from.port, below(at, 'port')) : 0,
    targetPort: isSet(from.targetPort) ? asIntOrString(from.targetPort, below(at, 'targetPort')) : 0,
    nodePort: isSet(from.nodePort) ? asInteger(from.nodePort, below(at, 'nodePort')) : 0,
  };
}

function projectConfigMap(json: unknown, at: Place): ConfigMap {
  const from = asObject<ConfigMap>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    data: isSet(from.data) ? asMap(from.data, below(at, 'data')) : NONE,
    binaryData: isSet(from.binaryData) ? asKeys(from.binaryData, below(at, 'binaryData')) : EMPTY,
    immutable: isSet(from.immutable) ? asBoolean(from.immutable, below(at, 'immutable')) : undefined,
  };
}

function projectRole(json: unknown, at: Place): Role {
  const from = asObject<Role>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    rules: isSet(from.rules) ? asList(from.rules, below(at, 'rules'), projectPolicyRule) : EMPTY,
  };
}

function projectClusterRole(json: unknown, at: Place): ClusterRole {
  const from = asObject<ClusterRole>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    rules: isSet(from.rules) ? asList(from.rules, below(at, 'rules'), projectPolicyRule) : EMPTY,
    aggregationRule: isSet(from.aggregationRule) ? projectAggregationRule(from.aggregationRule, below(at, 'aggregationRule')) : undefined,
  };
}

function projectRoleBinding(json: unknown, at: Place): RoleBinding {
  const from = asObject<RoleBinding>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    subjects: isSet(from.subjects) ? asList(from.subjects, below(at, 'subjects'), projectSubject) : EMPTY,
    roleRef: projectRoleRef(from.roleRef ?? UNSET, below(at, 'roleRef')),
  };
}

function projectClusterRoleBinding(json: unknown, at: Place): ClusterRoleBinding {
  const from = asObject<ClusterRoleBinding>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    subjects: isSet(from.subjects) ? asList(from.subjects, below(at, 'subjects'), projectSubject) : EMPTY,
    roleRef: projectRoleRef(from.roleRef ?? UNSET, below(at, 'roleRef')),
  };
}

function projectSubject(json: unknown, at: Place): Subject {
  const from = asObject<Subject>(json, at);
  return {
    kind: isSet(from.kind) ? asString(from.kind, below(at, 'kind')) : '',
    apiGroup: isSet(from.apiGroup) ? asString(from.apiGroup, below(at, 'apiGroup')) : '',
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    namespace: isSet(from.namespace) ? asString(from.namespace, below(at, 'namespace')) : '',
  };
}

function projectRoleRef(json: unknown, at: Place): RoleRef {
  const from = asObject<RoleRef>(json, at);
  return {
    apiGroup: isSet(from.apiGroup) ? asString(from.apiGroup, below(at, 'apiGroup')) : '',
    kind: isSet(from.kind) ? asString(from.kind, below(at, 'kind')) : '',
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectPolicyRule(json: unknown, at: Place): PolicyRule {
  const from = asObject<PolicyRule>(json, at);
  return {
    verbs: isSet(from.verbs) ? asList(from.verbs, below(at, 'verbs'), asString) : EMPTY,
    apiGroups: isSet(from.apiGroups) ? asList(from.apiGroups, below(at, 'apiGroups'), asString) : EMPTY,
    resources: isSet(from.resources) ? asList(from.resources, below(at, 'resources'), asString) : EMPTY,
    resourceNames: isSet(from.resourceNames) ? asList(from.resourceNames, below(at, 'resourceNames'), asString) : EMPTY,
    nonResourceURLs: isSet(from.nonResourceURLs) ? asList(from.nonResourceURLs, below(at, 'nonResourceURLs'), asString) : EMPTY,
  };
}

function projectAggregationRule(json: unknown, at: Place): AggregationRule {
  const from = asObject<AggregationRule>(json, at);
  return {
    clusterRoleSelectors: isSet(from.clusterRoleSelectors) ? asList(from.clusterRoleSelectors, below(at, 'clusterRoleSelectors'), projectLabelSelector) : EMPTY,
  };
}

function projectDeployment(json: unknown, at: Place): Deployment {
  const from = asObject<Deployment>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectDeploymentSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectDeploymentSpec(json: unknown, at: Place): DeploymentSpec {
  const from = asObject<DeploymentSpec>(json, at);
  return {
    replicas: isSet(from.replicas) ? asInteger(from.replicas, below(at, 'replicas')) : undefined,
    selector: isSet(from.selector) ? projectLabelSelector(from.selector, below(at, 'selector')) : undefined,
    template: projectPodTemplateSpec(from.template ?? UNSET, below(at, 'template')),
    paused: isSet(from.paused) ? asBoolean(from.paused, below(at, 'paused')) : false,
  };
}

function projectDaemonSet(json: unknown, at: Place): DaemonSet {
  const from = asObject<DaemonSet>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectDaemonSetSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: isSet(from.status) ? projectDaemonSetStatus(from.status, below(at, 'status')) : undefined,
  };
}

function projectDaemonSetStatus(json: unknown, at: Place): DaemonSetStatus {
  const from = asObject<DaemonSetStatus>(json, at);
  return {
    desiredNumberScheduled: isSet(from.desiredNumberScheduled) ? asInteger(from.desiredNumberScheduled, below(at, 'desiredNumberScheduled')) : 0,
  };
}

function projectDaemonSetSpec(json: unknown, at: Place): DaemonSetSpec {
  const from = asObject<DaemonSetSpec>(json, at);
  return {
    selector: isSet(from.selector) ? projectLabelSelector(from.selector, below(at, 'selector')) : undefined,
    template: projectPodTemplateSpec(from.template ?? UNSET, below(at, 'template')),
  };
}

function projectPodTemplateSpec(json: unknown, at: Place): PodTemplateSpec {
  const from = asObject<PodTemplateSpec>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectPodSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectStatefulSet(json: unknown, at: Place): StatefulSet {
  const from = asObject<StatefulSet>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectStatefulSetSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectStatefulSetSpec(json: unknown, at: Place): StatefulSetSpec {
  const from = asObject<StatefulSetSpec>(json, at);
  return {
    replicas: isSet(from.replicas) ? asInteger(from.replicas, below(at, 'replicas')) : undefined,
    selector: isSet(from.selector) ? projectLabelSelector(from.selector, below(at, 'selector')) : undefined,
    template: projectPodTemplateSpec(from.template ?? UNSET, below(at, 'template')),
  };
}

function projectReplicaSet(json: unknown, at: Place): ReplicaSet {
  const from = asObject<ReplicaSet>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectReplicaSetSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectReplicaSetSpec(json: unknown, at: Place): ReplicaSetSpec {
  const from = asObject<ReplicaSetSpec>(json, at);
  return {
    replicas: isSet(from.replicas) ? asInteger(from.replicas, below(at, 'replicas')) : undefined,
    selector: isSet(from.selector) ? projectLabelSelector(from.selector, below(at, 'selector')) : undefined,
    template: projectPodTemplateSpec(from.template ?? UNSET, below(at, 'template')),
  };
}

function projectJob(json: unknown, at: Place): Job {
  const from = asObject<Job>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectJobSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectJobStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectJobSpec(json: unknown, at: Place): JobSpec {
  const from = asObject<JobSpec>(json, at);
  return {
    template: projectPodTemplateSpec(from.template ?? UNSET, below(at, 'template')),
    suspend: isSet(from.suspend) ? asBoolean(from.suspend, below(at, 'suspend')) : undefined,
  };
}

function projectJobStatus(json: unknown, at: Place): JobStatus {
  const from = asObject<JobStatus>(json, at);
  return {
    startTime: isSet(from.startTime) ? asString(from.startTime, below(at, 'startTime')) : undefined,
    completionTime: isSet(from.completionTime) ? asString(from.completionTime, below(at, 'completionTime')) : undefined,
    active: isSet(from.active) ? asInteger(from.active, below(at, 'active')) : 0,
    succeeded: isSet(from.succeeded) ? asInteger(from.succeeded, below(at, 'succeeded')) : 0,
    failed: isSet(from.failed) ? asInteger(from.failed, below(at, 'failed')) : 0,
  };
}

function projectCronJob(json: unknown, at: Place): CronJob {
  const from = asObject<CronJob>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectCronJobSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectCronJobStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectCronJobSpec(json: unknown, at: Place): CronJobSpec {
  const from = asObject<CronJobSpec>(json, at);
  return {
    schedule: isSet(from.schedule) ? asString(from.schedule, below(at, 'schedule')) : '',
    suspend: isSet(from.suspend) ? asBoolean(from.suspend, below(at, 'suspend')) : undefined,
    jobTemplate: projectJobTemplateSpec(from.jobTemplate ?? UNSET, below(at, 'jobTemplate')),
    timeZone: isSet(from.timeZone) ? asString(from.timeZone, below(at, 'timeZone')) : undefined,
  };
}

function projectCronJobStatus(json: unknown, at: Place): CronJobStatus {
  const from = asObject<CronJobStatus>(json, at);
  return {
    lastScheduleTime: isSet(from.lastScheduleTime) ? asString(from.lastScheduleTime, below(at, 'lastScheduleTime')) : undefined,
    lastSuccessfulTime: isSet(from.lastSuccessfulTime) ? asString(from.lastSuccessfulTime, below(at, 'lastSuccessfulTime')) : undefined,
  };
}

function projectJobTemplateSpec(json: unknown, at: Place): JobTemplateSpec {
  const from = asObject<JobTemplateSpec>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectJobSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectNetworkPolicy(json: unknown, at: Place): NetworkPolicy {
  const from = asObject<NetworkPolicy>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectNetworkPolicySpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectNetworkPolicySpec(json: unknown, at: Place): NetworkPolicySpec {
  const from = asObject<NetworkPolicySpec>(json, at);
  return {
    podSelector: projectLabelSelector(from.podSelector ?? UNSET, below(at, 'podSelector')),
    ingress: isSet(from.ingress) ? asList(from.ingress, below(at, 'ingress'), projectNetworkPolicyIngressRule) : EMPTY,
    egress: isSet(from.egress) ? asList(from.egress, below(at, 'egress'), projectNetworkPolicyEgressRule) : EMPTY,
    policyTypes: isSet(from.policyTypes) ? asList(from.policyTypes, below(at, 'policyTypes'), asString) : EMPTY,
  };
}

function projectNetworkPolicyIngressRule(json: unknown, at: Place): NetworkPolicyIngressRule {
  const from = asObject<NetworkPolicyIngressRule>(json, at);
  return {
    ports: isSet(from.ports) ? asList(from.ports, below(at, 'ports'), projectNetworkPolicyPort) : EMPTY,
    from: isSet(from.from) ? asList(from.from, below(at, 'from'), projectNetworkPolicyPeer) : EMPTY,
  };
}

function projectNetworkPolicyEgressRule(json: unknown, at: Place): NetworkPolicyEgressRule {
  const from = asObject<NetworkPolicyEgressRule>(json, at);
  return {
    ports: isSet(from.ports) ? asList(from.ports, below(at, 'ports'), projectNetworkPolicyPort) : EMPTY,
    to: isSet(from.to) ? asList(from.to, below(at, 'to'), projectNetworkPolicyPeer) : EMPTY,
  };
}

function projectNetworkPolicyPort(json: unknown, at: Place): NetworkPolicyPort {
  const from = asObject<NetworkPolicyPort>(json, at);
  return {
    protocol: isSet(from.protocol) ? asString(from.protocol, below(at, 'protocol')) : undefined,
    port: isSet(from.port) ? asIntOrString(from.port, below(at, 'port')) : undefined,
    endPort: isSet(from.endPort) ? asInteger(from.endPort, below(at, 'endPort')) : undefined,
  };
}

function projectNetworkPolicyPeer(json: unknown, at: Place): NetworkPolicyPeer {
  const from = asObject<NetworkPolicyPeer>(json, at);
  return {
    podSelector: isSet(from.podSelector) ? projectLabelSelector(from.podSelector, below(at, 'podSelector')) : undefined,
    namespaceSelector: isSet(from.namespaceSelector) ? projectLabelSelector(from.namespaceSelector, below(at, 'namespaceSelector')) : undefined,
    ipBlock: isSet(from.ipBlock) ? projectIPBlock(from.ipBlock, below(at, 'ipBlock')) : undefined,
    $other: otherMember(from, membersOfNetworkPolicyPeer),
  };
}

function projectIPBlock(json: unknown, at: Place): IPBlock {
  const from = asObject<IPBlock>(json, at);
  return {
    cidr: isSet(from.cidr) ? asString(from.cidr, below(at, 'cidr')) : '',
    except: isSet(from.except) ? asList(from.except, below(at, 'except'), asString) : EMPTY,
  };
}

function projectValidatingWebhookConfiguration(json: unknown, at: Place): ValidatingWebhookConfiguration {
  const from = asObject<ValidatingWebhookConfiguration>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    webhooks: isSet(from.webhooks) ? asList(from.webhooks, below(at, 'webhooks'), projectValidatingWebhook) : EMPTY,
  };
}

function projectMutatingWebhookConfiguration(json: unknown, at: Place): MutatingWebhookConfiguration {
  const from = asObject<MutatingWebhookConfiguration>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    webhooks: isSet(from.webhooks) ? asList(from.webhooks, below(at, 'webhooks'), projectMutatingWebhook) : EMPTY,
  };
}

function projectValidatingWebhook(json: unknown, at: Place): ValidatingWebhook {
  const from = asObject<ValidatingWebhook>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    clientConfig: projectWebhookClientConfig(from.clientConfig ?? UNSET, below(at, 'clientConfig')),
    rules: isSet(from.rules) ? asList(from.rules, below(at, 'rules'), projectRuleWithOperations) : EMPTY,
    failurePolicy: isSet(from.failurePolicy) ? asString(from.failurePolicy, below(at, 'failurePolicy')) : undefined,
    namespaceSelector: isSet(from.namespaceSelector) ? projectLabelSelector(from.namespaceSelector, below(at, 'namespaceSelector')) : undefined,
    timeoutSeconds: isSet(from.timeoutSeconds) ? asInteger(from.timeoutSeconds, below(at, 'timeoutSeconds')) : undefined,
    objectSelector: isSet(from.objectSelector) ? projectLabelSelector(from.objectSelector, below(at, 'objectSelector')) : undefined,
    matchConditions: isSet(from.matchConditions) ? asList(from.matchConditions, below(at, 'matchConditions'), projectMatchCondition) : EMPTY,
  };
}

function projectMutatingWebhook(json: unknown, at: Place): MutatingWebhook {
  const from = asObject<MutatingWebhook>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    clientConfig: projectWebhookClientConfig(from.clientConfig ?? UNSET, below(at, 'clientConfig')),
    rules: isSet(from.rules) ? asList(from.rules, below(at, 'rules'), projectRuleWithOperations) : EMPTY,
    failurePolicy: isSet(from.failurePolicy) ? asString(from.failurePolicy, below(at, 'failurePolicy')) : undefined,
    namespaceSelector: isSet(from.namespaceSelector) ? projectLabelSelector(from.namespaceSelector, below(at, 'namespaceSelector')) : undefined,
    timeoutSeconds: isSet(from.timeoutSeconds) ? asInteger(from.timeoutSeconds, below(at, 'timeoutSeconds')) : undefined,
    objectSelector: isSet(from.objectSelector) ? projectLabelSelector(from.objectSelector, below(at, 'objectSelector')) : undefined,
    matchConditions: isSet(from.matchConditions) ? asList(from.matchConditions, below(at, 'matchConditions'), projectMatchCondition) : EMPTY,
  };
}

function projectWebhookClientConfig(json: unknown, at: Place): WebhookClientConfig {
  const from = asObject<WebhookClientConfig>(json, at);
  return {
    service: isSet(from.service) ? projectServiceReference(from.service, below(at, 'service')) : undefined,
    caBundle: isSet(from.caBundle) ? asString(from.caBundle, below(at, 'caBundle')) : '',
    url: isSet(from.url) ? asString(from.url, below(at, 'url')) : undefined,
  };
}

function projectServiceReference(json: unknown, at: Place): ServiceReference {
  const from = asObject<ServiceReference>(json, at);
  return {
    namespace: isSet(from.namespace) ? asString(from.namespace, below(at, 'namespace')) : '',
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectRuleWithOperations(json: unknown, at: Place): RuleWithOperations {
  const from = asObject<RuleWithOperations>(json, at);
  return {
    operations: isSet(from.operations) ? asList(from.operations, below(at, 'operations'), asString) : EMPTY,
    apiGroups: isSet(from.apiGroups) ? asList(from.apiGroups, below(at, 'apiGroups'), asString) : EMPTY,
    apiVersions: isSet(from.apiVersions) ? asList(from.apiVersions, below(at, 'apiVersions'), asString) : EMPTY,
    resources: isSet(from.resources) ? asList(from.resources, below(at, 'resources'), asString) : EMPTY,
    scope: isSet(from.scope) ? asString(from.scope, below(at, 'scope')) : undefined,
  };
}

function projectMatchCondition(json: unknown, at: Place): MatchCondition {
  const from = asObject<MatchCondition>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
    expression: isSet(from.expression) ? asString(from.expression, below(at, 'expression')) : '',
  };
}

function projectValidatingAdmissionPolicy(json: unknown, at: Place): ValidatingAdmissionPolicy {
  const from = asObject<ValidatingAdmissionPolicy>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectValidatingAdmissionPolicySpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectValidatingAdmissionPolicySpec(json: unknown, at: Place): ValidatingAdmissionPolicySpec {
  const from = asObject<ValidatingAdmissionPolicySpec>(json, at);
  return {
    matchConstraints: isSet(from.matchConstraints) ? projectMatchResources(from.matchConstraints, below(at, 'matchConstraints')) : undefined,
    validations: isSet(from.validations) ? asList(from.validations, below(at, 'validations'), projectValidation) : EMPTY,
  };
}

function projectValidation(json: unknown, at: Place): Validation {
  const from = asObject<Validation>(json, at);
  return {
    expression: isSet(from.expression) ? asString(from.expression, below(at, 'expression')) : '',
  };
}

function projectMatchResources(json: unknown, at: Place): MatchResources {
  const from = asObject<MatchResources>(json, at);
  return {
    resourceRules: isSet(from.resourceRules) ? asList(from.resourceRules, below(at, 'resourceRules'), projectNamedRuleWithOperations) : EMPTY,
  };
}

function projectNamedRuleWithOperations(json: unknown, at: Place): NamedRuleWithOperations {
  const from = asObject<NamedRuleWithOperations>(json, at);
  return {
    operations: isSet(from.operations) ? asList(from.operations, below(at, 'operations'), asString) : EMPTY,
    apiGroups: isSet(from.apiGroups) ? asList(from.apiGroups, below(at, 'apiGroups'), asString) : EMPTY,
    apiVersions: isSet(from.apiVersions) ? asList(from.apiVersions, below(at, 'apiVersions'), asString) : EMPTY,
    resources: isSet(from.resources) ? asList(from.resources, below(at, 'resources'), asString) : EMPTY,
    scope: isSet(from.scope) ? asString(from.scope, below(at, 'scope')) : undefined,
  };
}

function projectValidatingAdmissionPolicyBinding(json: unknown, at: Place): ValidatingAdmissionPolicyBinding {
  const from = asObject<ValidatingAdmissionPolicyBinding>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectValidatingAdmissionPolicyBindingSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectValidatingAdmissionPolicyBindingSpec(json: unknown, at: Place): ValidatingAdmissionPolicyBindingSpec {
  const from = asObject<ValidatingAdmissionPolicyBindingSpec>(json, at);
  return {
    policyName: isSet(from.policyName) ? asString(from.policyName, below(at, 'policyName')) : '',
    validationActions: isSet(from.validationActions) ? asList(from.validationActions, below(at, 'validationActions'), asString) : EMPTY,
  };
}

function projectAPIService(json: unknown, at: Place): APIService {
  const from = asObject<APIService>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectAPIServiceSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectAPIServiceStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectAPIServiceSpec(json: unknown, at: Place): APIServiceSpec {
  const from = asObject<APIServiceSpec>(json, at);
  return {
    service: isSet(from.service) ? projectServiceReference(from.service, below(at, 'service')) : undefined,
    group: isSet(from.group) ? asString(from.group, below(at, 'group')) : '',
    version: isSet(from.version) ? asString(from.version, below(at, 'version')) : '',
    insecureSkipTLSVerify: isSet(from.insecureSkipTLSVerify) ? asBoolean(from.insecureSkipTLSVerify, below(at, 'insecureSkipTLSVerify')) : false,
    caBundle: isSet(from.caBundle) ? asString(from.caBundle, below(at, 'caBundle')) : '',
  };
}

function projectAPIServiceStatus(json: unknown, at: Place): APIServiceStatus {
  const from = asObject<APIServiceStatus>(json, at);
  return {
    conditions: isSet(from.conditions) ? asList(from.conditions, below(at, 'conditions'), projectAPIServiceCondition) : EMPTY,
  };
}

function projectAPIServiceCondition(json: unknown, at: Place): APIServiceCondition {
  const from = asObject<APIServiceCondition>(json, at);
  return {
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    status: isSet(from.status) ? asString(from.status, below(at, 'status')) : '',
    lastTransitionTime: isSet(from.lastTransitionTime) ? asString(from.lastTransitionTime, below(at, 'lastTransitionTime')) : undefined,
    reason: isSet(from.reason) ? asString(from.reason, below(at, 'reason')) : '',
  };
}

function projectCustomResourceDefinition(json: unknown, at: Place): CustomResourceDefinition {
  const from = asObject<CustomResourceDefinition>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectCustomResourceDefinitionSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectCustomResourceDefinitionStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectCustomResourceDefinitionSpec(json: unknown, at: Place): CustomResourceDefinitionSpec {
  const from = asObject<CustomResourceDefinitionSpec>(json, at);
  return {
    group: isSet(from.group) ? asString(from.group, below(at, 'group')) : '',
    conversion: isSet(from.conversion) ? projectCustomResourceConversion(from.conversion, below(at, 'conversion')) : undefined,
  };
}

function projectCustomResourceConversion(json: unknown, at: Place): CustomResourceConversion {
  const from = asObject<CustomResourceConversion>(json, at);
  return {
    strategy: isSet(from.strategy) ? asString(from.strategy, below(at, 'strategy')) : '',
    webhook: isSet(from.webhook) ? projectWebhookConversion(from.webhook, below(at, 'webhook')) : undefined,
  };
}

function projectWebhookConversion(json: unknown, at: Place): WebhookConversion {
  const from = asObject<WebhookConversion>(json, at);
  return {
    clientConfig: isSet(from.clientConfig) ? projectWebhookClientConfig(from.clientConfig, below(at, 'clientConfig')) : undefined,
  };
}

function projectCustomResourceDefinitionStatus(json: unknown, at: Place): CustomResourceDefinitionStatus {
  const from = asObject<CustomResourceDefinitionStatus>(json, at);
  return {
    storedVersions: isSet(from.storedVersions) ? asList(from.storedVersions, below(at, 'storedVersions'), asString) : EMPTY,
  };
}

function projectFlowSchema(json: unknown, at: Place): FlowSchema {
  const from = asObject<FlowSchema>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectFlowSchemaSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectFlowSchemaSpec(json: unknown, at: Place): FlowSchemaSpec {
  const from = asObject<FlowSchemaSpec>(json, at);
  return {
    priorityLevelConfiguration: projectPriorityLevelConfigurationReference(from.priorityLevelConfiguration ?? UNSET, below(at, 'priorityLevelConfiguration')),
    matchingPrecedence: isSet(from.matchingPrecedence) ? asInteger(from.matchingPrecedence, below(at, 'matchingPrecedence')) : 0,
    rules: isSet(from.rules) ? asList(from.rules, below(at, 'rules'), projectPolicyRulesWithSubjects) : EMPTY,
  };
}

function projectPriorityLevelConfigurationReference(json: unknown, at: Place): PriorityLevelConfigurationReference {
  const from = asObject<PriorityLevelConfigurationReference>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectPolicyRulesWithSubjects(json: unknown, at: Place): PolicyRulesWithSubjects {
  const from = asObject<PolicyRulesWithSubjects>(json, at);
  return {
    subjects: isSet(from.subjects) ? asList(from.subjects, below(at, 'subjects'), projectFlowSubject) : EMPTY,
    resourceRules: isSet(from.resourceRules) ? asList(from.resourceRules, below(at, 'resourceRules'), projectResourcePolicyRule) : EMPTY,
    nonResourceRules: isSet(from.nonResourceRules) ? asList(from.nonResourceRules, below(at, 'nonResourceRules'), projectNonResourcePolicyRule) : EMPTY,
  };
}

function projectFlowSubject(json: unknown, at: Place): FlowSubject {
  const from = asObject<FlowSubject>(json, at);
  return {
    kind: isSet(from.kind) ? asString(from.kind, below(at, 'kind')) : '',
    user: isSet(from.user) ? projectUserSubject(from.user, below(at, 'user')) : undefined,
    group: isSet(from.group) ? projectGroupSubject(from.group, below(at, 'group')) : undefined,
    serviceAccount: isSet(from.serviceAccount) ? projectServiceAccountSubject(from.serviceAccount, below(at, 'serviceAccount')) : undefined,
  };
}

function projectUserSubject(json: unknown, at: Place): UserSubject {
  const from = asObject<UserSubject>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectGroupSubject(json: unknown, at: Place): GroupSubject {
  const from = asObject<GroupSubject>(json, at);
  return {
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectServiceAccountSubject(json: unknown, at: Place): ServiceAccountSubject {
  const from = asObject<ServiceAccountSubject>(json, at);
  return {
    namespace: isSet(from.namespace) ? asString(from.namespace, below(at, 'namespace')) : '',
    name: isSet(from.name) ? asString(from.name, below(at, 'name')) : '',
  };
}

function projectResourcePolicyRule(json: unknown, at: Place): ResourcePolicyRule {
  const from = asObject<ResourcePolicyRule>(json, at);
  return {
    verbs: isSet(from.verbs) ? asList(from.verbs, below(at, 'verbs'), asString) : EMPTY,
    apiGroups: isSet(from.apiGroups) ? asList(from.apiGroups, below(at, 'apiGroups'), asString) : EMPTY,
    resources: isSet(from.resources) ? asList(from.resources, below(at, 'resources'), asString) : EMPTY,
  };
}

function projectNonResourcePolicyRule(json: unknown, at: Place): NonResourcePolicyRule {
  const from = asObject<NonResourcePolicyRule>(json, at);
  return {
    verbs: isSet(from.verbs) ? asList(from.verbs, below(at, 'verbs'), asString) : EMPTY,
    nonResourceURLs: isSet(from.nonResourceURLs) ? asList(from.nonResourceURLs, below(at, 'nonResourceURLs'), asString) : EMPTY,
  };
}

function projectCertificateSigningRequest(json: unknown, at: Place): CertificateSigningRequest {
  const from = asObject<CertificateSigningRequest>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectCertificateSigningRequestSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectCertificateSigningRequestStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectCertificateSigningRequestSpec(json: unknown, at: Place): CertificateSigningRequestSpec {
  const from = asObject<CertificateSigningRequestSpec>(json, at);
  return {
    request: isSet(from.request) ? asString(from.request, below(at, 'request')) : '',
    username: isSet(from.username) ? asString(from.username, below(at, 'username')) : '',
    groups: isSet(from.groups) ? asList(from.groups, below(at, 'groups'), asString) : EMPTY,
    usages: isSet(from.usages) ? asList(from.usages, below(at, 'usages'), asString) : EMPTY,
    signerName: isSet(from.signerName) ? asString(from.signerName, below(at, 'signerName')) : '',
    expirationSeconds: isSet(from.expirationSeconds) ? asInteger(from.expirationSeconds, below(at, 'expirationSeconds')) : undefined,
  };
}

function projectCertificateSigningRequestStatus(json: unknown, at: Place): CertificateSigningRequestStatus {
  const from = asObject<CertificateSigningRequestStatus>(json, at);
  return {
    conditions: isSet(from.conditions) ? asList(from.conditions, below(at, 'conditions'), projectCertificateSigningRequestCondition) : EMPTY,
    certificate: isSet(from.certificate) ? asString(from.certificate, below(at, 'certificate')) : '',
  };
}

function projectCertificateSigningRequestCondition(json: unknown, at: Place): CertificateSigningRequestCondition {
  const from = asObject<CertificateSigningRequestCondition>(json, at);
  return {
    type: isSet(from.type) ? asString(from.type, below(at, 'type')) : '',
    reason: isSet(from.reason) ? asString(from.reason, below(at, 'reason')) : '',
    status: isSet(from.status) ? asString(from.status, below(at, 'status')) : '',
  };
}

function projectLease(json: unknown, at: Place): Lease {
  const from = asObject<Lease>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectLeaseSpec(from.spec ?? UNSET, below(at, 'spec')),
  };
}

function projectLeaseSpec(json: unknown, at: Place): LeaseSpec {
  const from = asObject<LeaseSpec>(json, at);
  return {
    holderIdentity: isSet(from.holderIdentity) ? asString(from.holderIdentity, below(at, 'holderIdentity')) : undefined,
    leaseDurationSeconds: isSet(from.leaseDurationSeconds) ? asInteger(from.leaseDurationSeconds, below(at, 'leaseDurationSeconds')) : undefined,
    renewTime: isSet(from.renewTime) ? asString(from.renewTime, below(at, 'renewTime')) : undefined,
  };
}

function projectRuntimeClass(json: unknown, at: Place): RuntimeClass {
  const from = asObject<RuntimeClass>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    handler: isSet(from.handler) ? asString(from.handler, below(at, 'handler')) : '',
  };
}

function projectPartialObjectMetadata(json: unknown, at: Place): PartialObjectMetadata {
  const from = asObject<PartialObjectMetadata>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
  };
}

function projectSchedule(json: unknown, at: Place): Schedule {
  const from = asObject<Schedule>(json, at);
  return {
    metadata: projectObjectMeta(from.metadata ?? UNSET, below(at, 'metadata')),
    spec: projectScheduleSpec(from.spec ?? UNSET, below(at, 'spec')),
    status: projectScheduleStatus(from.status ?? UNSET, below(at, 'status')),
  };
}

function projectScheduleSpec(json: unknown, at: Place): ScheduleSpec {
  const from = asObject<ScheduleSpec>(json, at);
  return {
    schedule: isSet(from.schedule) ? asString(from.schedule, below(at, 'schedule')) : undefined,
    paused: isSet(from.paused) ? asBoolean(from.paused, below(at, 'paused')) : undefined,
    template: isSet(from.template) ? projectBackupTemplate(from.template, below(at, 'template')) : undefined,
  };
}

function projectBackupTemplate(json: unknown, at: Place): BackupTemplate {
  const from = asObject<BackupTemplate>(json, at);
  return {
    includedNamespaces: isSet(from.includedNamespaces) ? asList(from.includedNamespaces, below(at, 'includedNamespaces'), asString) : EMPTY,
    includedResources: isSet(from.includedResources) ? asList(from.includedResources, below(at, 'includedResources'), asString) : EMPTY,
    includedNamespaceScopedResources: isSet(from.includedNamespaceScopedResources) ? asList(from.includedNamespaceScopedResources, below(at, 'includedNamespaceScopedResources'), asString) : EMPTY,
    labelSelector: isSet(from.labelSelector) ? projectLabelSelector(from.labelSelector, below(at, 'labelSelector')) : undefined,
    orLabelSelectors: isSet(from.orLabelSelectors) ? asList(from.orLabelSelectors, below(at, 'orLabelSelectors'), projectLabelSelector) : EMPTY,
  };
}

function projectScheduleStatus(json: unknown, at: Place): ScheduleStatus {
  const from = asObject<ScheduleStatus>(json, at);
  return {
    phase: isSet(from.phase) ? asString(from.phase, below(at, 'phase')) : undefined,
    lastBackup: isSet(from.lastBackup) ? asString(from.lastBackup, below(at, 'lastBackup')) : undefined,
  };
}

function schema<T>(
  kind: string,
  hash: string,
  decode: (reader: WireReader, end: number) => T,
  project: (json: unknown, at: Place) => T,
): Schema<T> {
  return {
    kind,
    hash,
    decode(buffer, from, to) {
      reader.open(buffer, from, to);
      return decode(reader, to);
    },
    project: (json) => projectWith(project, json),
  };
}

/** Decoding is synchronous: one reader serves all. */
const reader = new WireReader();

function notInProtobuf(): never {
  throw new WireError('a kind that is served as JSON only');
}

/** Every kind that kubevet reads. */
export const schemas: { readonly Pod: Schema<Pod>; readonly Node: Schema<Node>; readonly Namespace: Schema<Namespace>; readonly ServiceAccount: Schema<ServiceAccount>; readonly Service: Schema<Service>; readonly ConfigMap: Schema<ConfigMap>; readonly Role: Schema<Role>; readonly ClusterRole: Schema<ClusterRole>; readonly RoleBinding: Schema<RoleBinding>; readonly ClusterRoleBinding: Schema<ClusterRoleBinding>; readonly Deployment: Schema<Deployment>; readonly DaemonSet: Schema<DaemonSet>; readonly StatefulSet: Schema<StatefulSet>; readonly ReplicaSet: Schema<ReplicaSet>; readonly Job: Schema<Job>; readonly CronJob: Schema<CronJob>; readonly NetworkPolicy: Schema<NetworkPolicy>; readonly ValidatingWebhookConfiguration: Schema<ValidatingWebhookConfiguration>; readonly MutatingWebhookConfiguration: Schema<MutatingWebhookConfiguration>; readonly ValidatingAdmissionPolicy: Schema<ValidatingAdmissionPolicy>; readonly ValidatingAdmissionPolicyBinding: Schema<ValidatingAdmissionPolicyBinding>; readonly APIService: Schema<APIService>; readonly CustomResourceDefinition: Schema<CustomResourceDefinition>; readonly FlowSchema: Schema<FlowSchema>; readonly CertificateSigningRequest: Schema<CertificateSigningRequest>; readonly Lease: Schema<Lease>; readonly RuntimeClass: Schema<RuntimeClass>; readonly PartialObjectMetadata: Schema<PartialObjectMetadata>; readonly Schedule: Schema<Schedule> } = {
  Pod: schema('Pod', '1b213d18ff4e', decodePod, projectPod),
  Node: schema('Node', '2ca04fb08244', decodeNode, projectNode),
  Namespace: schema('Namespace', '1c1572b1f6da', decodeNamespace, projectNamespace),
  ServiceAccount: schema('ServiceAccount', '1c03de42d2cc', decodeServiceAccount, projectServiceAccount),
  Service: schema('Service', '7abecb5c528c', decodeService, projectService),
  ConfigMap: schema('ConfigMap', '798540d9a863', decodeConfigMap, projectConfigMap),
  Role: schema('Role', 'f2775f760a7e', decodeRole, projectRole),
  ClusterRole: schema('ClusterRole', '0d6982a6ffa2', decodeClusterRole, projectClusterRole),
  RoleBinding: schema('RoleBinding', '8dc2880239fb', decodeRoleBinding, projectRoleBinding),
  ClusterRoleBinding: schema('ClusterRoleBinding', '3c4b76475cb1', decodeClusterRoleBinding, projectClusterRoleBinding),
  Deployment: schema('Deployment', '43e12aca9bcf', decodeDeployment, projectDeployment),
  DaemonSet: schema('DaemonSet', '5660d2b2332e', decodeDaemonSet, projectDaemonSet),
  StatefulSet: schema('StatefulSet', 'c6f0af01d08f', decodeStatefulSet, projectStatefulSet),
  ReplicaSet: schema('ReplicaSet', 'c91b28fd4b73', decodeReplicaSet, projectReplicaSet),
  Job: schema('Job', 'a293ca5df772', decodeJob, projectJob),
  CronJob: schema('CronJob', 'fbc07893cdcc', decodeCronJob, projectCronJob),
  NetworkPolicy: schema('NetworkPolicy', '9599d8f5832f', decodeNetworkPolicy, projectNetworkPolicy),
  ValidatingWebhookConfiguration: schema('ValidatingWebhookConfiguration', '2d8619caa565', decodeValidatingWebhookConfiguration, projectValidatingWebhookConfiguration),
  MutatingWebhookConfiguration: schema('MutatingWebhookConfiguration', 'f2feb51235f0', decodeMutatingWebhookConfiguration, projectMutatingWebhookConfiguration),
  ValidatingAdmissionPolicy: schema('ValidatingAdmissionPolicy', '9076451e1e68', decodeValidatingAdmissionPolicy, projectValidatingAdmissionPolicy),
  ValidatingAdmissionPolicyBinding: schema('ValidatingAdmissionPolicyBinding', 'f2b6043bf157', decodeValidatingAdmissionPolicyBinding, projectValidatingAdmissionPolicyBinding),
  APIService: schema('APIService', '06473cb20c29', decodeAPIService, projectAPIService),
  CustomResourceDefinition: schema('CustomResourceDefinition', '4ecce1c48b76', decodeCustomResourceDefinition, projectCustomResourceDefinition),
  FlowSchema: schema('FlowSchema', '53ac30efb10f', decodeFlowSchema, projectFlowSchema),
  CertificateSigningRequest: schema('CertificateSigningRequest', '43cbe1e167ad', decodeCertificateSigningRequest, projectCertificateSigningRequest),
  Lease: schema('Lease', 'd52fbf383c46', decodeLease, projectLease),
  RuntimeClass: schema('RuntimeClass', '040f458118ba', decodeRuntimeClass, projectRuntimeClass),
  PartialObjectMetadata: schema('PartialObjectMetadata', '8868811deebd', decodePartialObjectMetadata, projectPartialObjectMetadata),
  Schedule: schema('Schedule', 'e04aa1e7156e', notInProtobuf, projectSchedule),
};

/** The parts of a pod, for the reader that decodes equal specs once: src/shapes/same-spec.ts. */
export const podParts = { decodeObjectMeta, decodePodSpec, decodePodStatus, podFields: numbersOfPod, specFields: numbersOfPodSpec };
