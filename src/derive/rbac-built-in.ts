import type { Https } from '../model/finding.ts';

/** A binding that Kubernetes or kubeadm makes, with the role and the subjects that it makes it with. */
export interface BuiltInBinding {
  /** Undefined for a ClusterRoleBinding. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly role: string;
  /** `Group:system:masters`, `User:...`, `ServiceAccount:namespace:name`. */
  readonly subjects: readonly string[];
  /** Whether the API server makes it and labels it kubernetes.io/bootstrapping=rbac-defaults. */
  readonly labelled: boolean;
}

/** Where the lists below come from: the policy that the API server puts in place at its start, and what kubeadm adds. */
export const BUILT_IN_SOURCES: readonly Https[] = [
  'https://github.com/kubernetes/kubernetes/blob/v1.37.0/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go',
  'https://github.com/kubernetes/kubernetes/blob/v1.37.0/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/controller_policy.go',
  'https://github.com/kubernetes/kubernetes/blob/v1.37.0/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/namespace_policy.go',
  'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
];

/** Controllers with a ClusterRole, a ClusterRoleBinding (system:controller:NAME) and a ServiceAccount of their own. */
const CONTROLLERS = [
  'attachdetach-controller',
  'certificate-controller',
  'clusterrole-aggregation-controller',
  'cronjob-controller',
  'daemon-set-controller',
  'deployment-controller',
  'device-taint-eviction-controller',
  'disruption-controller',
  'endpoint-controller',
  'endpointslice-controller',
  'endpointslicemirroring-controller',
  'ephemeral-volume-controller',
  'expand-controller',
  'generic-garbage-collector',
  'horizontal-pod-autoscaler',
  'job-controller',
  'kube-apiserver-serving-clustertrustbundle-publisher',
  'legacy-service-account-token-cleaner',
  'namespace-controller',
  'node-controller',
  'persistent-volume-binder',
  'pod-garbage-collector',
  'podcertificaterequestcleaner',
  'pv-protection-controller',
  'pvc-protection-controller',
  'replicaset-controller',
  'replication-controller',
  'resource-claim-controller',
  'resourcequota-controller',
  'root-ca-cert-publisher',
  'route-controller',
  'selinux-warning-controller',
  'service-account-controller',
  'service-cidrs-controller',
  'service-controller',
  'statefulset-controller',
  'storage-version-garbage-collector',
  'storage-version-migrator-controller',
  'ttl-after-finished-controller',
  'ttl-controller',
  'validatingadmissionpolicy-status-controller',
  'volumeattributesclass-protection-controller',
];

const JOINING = 'Group:system:bootstrappers:kubeadm:default-node-token';
const NODES = 'Group:system:nodes';
const MANAGER = 'User:system:kube-controller-manager';
const SCHEDULER = 'User:system:kube-scheduler';
const account = (name: string): string => `ServiceAccount:kube-system:${name}`;

type Row = readonly [name: string, role: string, ...subjects: string[]];

/** Made by the API server, cluster-wide. */
const CLUSTER: readonly Row[] = [
  ['cluster-admin', 'cluster-admin', 'Group:system:masters'],
  ['system:basic-user', 'system:basic-user', 'Group:system:authenticated'],
  ['system:cluster-trust-bundle-discovery', 'system:cluster-trust-bundle-discovery', 'Group:system:serviceaccounts'],
  ['system:discovery', 'system:discovery', 'Group:system:authenticated'],
  ['system:kube-controller-manager', 'system:kube-controller-manager', MANAGER],
  ['system:kube-dns', 'system:kube-dns', account('kube-dns')],
  ['system:kube-scheduler', 'system:kube-scheduler', SCHEDULER],
  ['system:monitoring', 'system:monitoring', 'Group:system:monitoring'],
  ['system:node', 'system:node'],
  ['system:node-proxier', 'system:node-proxier', 'User:system:kube-proxy'],
  [
    'system:public-info-viewer',
    'system:public-info-viewer',
    'Group:system:authenticated',
    'Group:system:unauthenticated',
  ],
  [
    'system:service-account-issuer-discovery',
    'system:service-account-issuer-discovery',
    'Group:system:serviceaccounts',
  ],
  ['system:volume-scheduler', 'system:volume-scheduler', SCHEDULER],
  ...CONTROLLERS.map((name): Row => [`system:controller:${name}`, `system:controller:${name}`, account(name)]),
];

/** Made by the API server in kube-system. */
const KUBE_SYSTEM: readonly Row[] = [
  [
    'system::extension-apiserver-authentication-reader',
    'extension-apiserver-authentication-reader',
    MANAGER,
    SCHEDULER,
  ],
  [
    'system::leader-locking-kube-controller-manager',
    'system::leader-locking-kube-controller-manager',
    MANAGER,
    account('kube-controller-manager'),
    account('leader-election-controller'),
  ],
  [
    'system::leader-locking-kube-scheduler',
    'system::leader-locking-kube-scheduler',
    SCHEDULER,
    account('kube-scheduler'),
  ],
  ['system:controller:bootstrap-signer', 'system:controller:bootstrap-signer', account('bootstrap-signer')],
  ['system:controller:cloud-provider', 'system:controller:cloud-provider', account('cloud-provider')],
  ['system:controller:token-cleaner', 'system:controller:token-cleaner', account('token-cleaner')],
];

/** Made by the API server in kube-public. */
const KUBE_PUBLIC: readonly Row[] = [
  ['system:controller:bootstrap-signer', 'system:controller:bootstrap-signer', account('bootstrap-signer')],
];

const CSR = 'system:certificates.k8s.io:certificatesigningrequests';

/** Made by kubeadm, cluster-wide. */
const KUBEADM_CLUSTER: readonly Row[] = [
  ['kubeadm:apiserver-kubelet-client', 'system:kubelet-api-admin', 'User:kube-apiserver-kubelet-client'],
  ['kubeadm:cluster-admins', 'cluster-admin', 'Group:kubeadm:cluster-admins'],
  ['kubeadm:get-nodes', 'kubeadm:get-nodes', JOINING],
  ['kubeadm:kubelet-bootstrap', 'system:node-bootstrapper', JOINING],
  ['kubeadm:node-autoapprove-bootstrap', `${CSR}:nodeclient`, JOINING],
  ['kubeadm:node-autoapprove-certificate-rotation', `${CSR}:selfnodeclient`, NODES],
  ['kubeadm:node-proxier', 'system:node-proxier', account('kube-proxy')],
  ['system:coredns', 'system:coredns', account('coredns')],
];

/** Made by kubeadm in kube-system. */
const KUBEADM_KUBE_SYSTEM: readonly Row[] = [
  ['kube-proxy', 'kube-proxy', JOINING],
  ['kubeadm:kubeadm-certs', 'kubeadm:kubeadm-certs', JOINING],
  ['kubeadm:kubelet-config', 'kubeadm:kubelet-config', NODES, JOINING],
  ['kubeadm:nodes-kubeadm-config', 'kubeadm:nodes-kubeadm-config', JOINING, NODES],
];

/** Made by kubeadm in kube-public: a joining node reads the cluster's address before it has a credential. */
const KUBEADM_KUBE_PUBLIC: readonly Row[] = [
  ['kubeadm:bootstrap-signer-clusterinfo', 'kubeadm:bootstrap-signer-clusterinfo', 'User:system:anonymous'],
];

const list = (rows: readonly Row[], namespace: string | undefined, labelled: boolean): readonly BuiltInBinding[] =>
  rows.map(([name, role, ...subjects]) => ({ namespace, name, role, subjects, labelled }));

/** All bindings that Kubernetes and kubeadm make. */
export const BUILT_IN_BINDINGS: readonly BuiltInBinding[] = [
  ...list(CLUSTER, undefined, true),
  ...list(KUBE_SYSTEM, 'kube-system', true),
  ...list(KUBE_PUBLIC, 'kube-public', true),
  ...list(KUBEADM_CLUSTER, undefined, false),
  ...list(KUBEADM_KUBE_SYSTEM, 'kube-system', false),
  ...list(KUBEADM_KUBE_PUBLIC, 'kube-public', false),
];
