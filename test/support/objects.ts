/** Builders of API objects as JSON, and of the documents that stand for what a server answers besides. */

type Fields = Readonly<Record<string, unknown>>;

interface Metadata {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly Fields[];
  readonly uid?: string;
  readonly creationTimestamp?: string;
}

interface Binding extends Metadata {
  /** A Role, for a RoleBinding that names one; else a ClusterRole. */
  readonly roleKind?: 'Role' | 'ClusterRole';
}

export interface ControlPlanePodOptions extends Metadata {
  readonly flags?: readonly string[];
  /** Version in the image's tag: that of Kubernetes, or etcd's own. */
  readonly version?: string;
  readonly node?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly image?: string;
  /** Instead of the component's name and the flags. */
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly Fields[];
  readonly phase?: string;
  readonly podIP?: string;
  /** More of the pod's spec: volumes, hostNetwork, ... */
  readonly spec?: Fields;
  /** More of the container: volumeMounts, probes, securityContext, ... */
  readonly container?: Fields;
  /** Containers beside it. */
  readonly sidecars?: readonly Fields[];
}

export interface PodOptions extends Metadata {
  readonly namespace?: string;
  /** One container with this name if none are given. */
  readonly containers?: readonly Fields[];
  readonly phase?: string;
  readonly spec?: Fields;
}

export interface NodeOptions extends Metadata {
  readonly kubelet?: string;
  readonly runtime?: string;
  readonly operatingSystem?: string;
  readonly osImage?: string;
  readonly addresses?: readonly Fields[];
  readonly spec?: Fields;
  readonly nodeInfo?: Fields;
  readonly status?: Fields;
}

/** What marks roles and bindings as Kubernetes' own. */
export const BOOTSTRAPPED = { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } };

const KUBERNETES = '1.37.2';

/** A component's pod as kubeadm makes it: a static pod of its node, or for kube-proxy one of its DaemonSet. */
export function controlPlanePod(component: string, options: ControlPlanePodOptions = {}): object {
  const {
    flags = [],
    node: nodeName = 'node-1',
    namespace: inNamespace = 'kube-system',
    phase = 'Running',
    podIP,
  } = options;
  const proxy = component === 'kube-proxy';
  const labels = options.labels ?? (proxy ? { 'k8s-app': 'kube-proxy' } : { component, tier: 'control-plane' });
  const owner = proxy ? ownedBy('apps/v1', 'DaemonSet', 'kube-proxy') : ownedBy('v1', 'Node', nodeName);
  return object(
    'v1',
    'Pod',
    options.name ?? `${component}-${nodeName}`,
    inNamespace,
    { ownerReferences: [owner], ...options, labels },
    {
      spec: {
        nodeName,
        hostNetwork: true,
        containers: [componentContainer(component, flags, options), ...(options.sidecars ?? [])],
        ...options.spec,
      },
      status: { phase, ...(podIP === undefined ? {} : { podIP, podIPs: [{ ip: podIP }] }) },
    },
  );
}

function componentContainer(component: string, flags: readonly string[], options: ControlPlanePodOptions): Fields {
  const { version = component === 'etcd' ? '3.6.5-0' : KUBERNETES, args, env } = options;
  return {
    name: component,
    image: options.image ?? `registry.k8s.io/${component}:${component === 'etcd' ? '' : 'v'}${version}`,
    command: options.command ?? [component, ...flags],
    ...(args === undefined ? {} : { args }),
    ...(env === undefined ? {} : { env }),
    ...options.container,
  };
}

/** A pod with one container, or with those given. */
export function pod(name: string, options: PodOptions = {}): object {
  const { namespace: inNamespace = 'default', phase = 'Running' } = options;
  return object('v1', 'Pod', name, inNamespace, options, { spec: podSpec(name, options), status: { phase } });
}

/** A container; `fields` may be anything of the API. */
export const container = (name: string, fields: Fields = {}): Fields => ({
  name,
  image: `registry.example/${name}:1`,
  ...fields,
});

/** A controlling owner, for `ownerReferences`. */
export const ownedBy = (apiVersion: string, kind: string, name: string): Fields => ({
  apiVersion,
  kind,
  name,
  uid: `uid-of-${name}`,
  controller: true,
});

/** Controllers of pods, each with a template like that of `pod`. */
export const deployment = (name: string, options: PodOptions = {}): object =>
  workload('apps/v1', 'Deployment', name, options);
export const daemonSet = (name: string, options: PodOptions = {}): object =>
  workload('apps/v1', 'DaemonSet', name, options);
export const statefulSet = (name: string, options: PodOptions = {}): object =>
  workload('apps/v1', 'StatefulSet', name, options);
export const replicaSet = (name: string, options: PodOptions = {}): object =>
  workload('apps/v1', 'ReplicaSet', name, options);
export const job = (name: string, options: PodOptions = {}): object => workload('batch/v1', 'Job', name, options);

/** A CronJob; `spec` is that of its pods, `cron` its own, `status` when it ran. */
export function cronJob(
  name: string,
  options: PodOptions & { readonly cron?: Fields; readonly status?: Fields } = {},
): object {
  const { namespace: inNamespace = 'default', cron, status } = options;
  return object('batch/v1', 'CronJob', name, inNamespace, options, {
    spec: { schedule: '0 * * * *', ...cron, jobTemplate: { spec: { template: { spec: podSpec(name, options) } } } },
    ...(status === undefined ? {} : { status }),
  });
}

function workload(apiVersion: string, kind: string, name: string, options: PodOptions): object {
  const { namespace: inNamespace = 'default' } = options;
  return object(apiVersion, kind, name, inNamespace, options, { spec: { template: { spec: podSpec(name, options) } } });
}

const podSpec = (name: string, options: PodOptions): Fields => ({
  containers: options.containers ?? [container(name)],
  ...options.spec,
});

/** A Linux node. */
export function node(name: string, options: NodeOptions = {}): object {
  return object('v1', 'Node', name, undefined, options, {
    spec: options.spec ?? {},
    status: {
      addresses: options.addresses ?? [{ type: 'Hostname', address: name }],
      nodeInfo: {
        kubeletVersion: options.kubelet ?? `v${KUBERNETES}`,
        containerRuntimeVersion: options.runtime ?? 'containerd://2.2.1',
        operatingSystem: options.operatingSystem ?? 'linux',
        osImage: options.osImage ?? 'Talos (v1.12.4)',
        architecture: 'amd64',
        ...options.nodeInfo,
      },
      ...options.status,
    },
  });
}

/** What the kubelet of a node answers at configz. */
export const kubeletConfigz = (nodeName: string, config: Fields): object => ({
  kind: 'KubeletConfigz',
  node: nodeName,
  kubeletconfig: { kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', ...config },
});

export const namespace = (name: string, options: Metadata = {}): object =>
  object('v1', 'Namespace', name, undefined, options, { status: { phase: 'Active' } });

export const configMap = (name: string, data: Readonly<Record<string, string>>, inNamespace = 'kube-system'): object =>
  object('v1', 'ConfigMap', name, inNamespace, {}, { data });

/** The ConfigMaps that kubeadm writes; JSON is YAML too. */
export const kubeadmConfig = (config: Fields): object =>
  configMap('kubeadm-config', { ClusterConfiguration: yaml('ClusterConfiguration', 'kubeadm.k8s.io/v1beta4', config) });
export const kubeletConfig = (config: Fields): object =>
  configMap('kubelet-config', { kubelet: yaml('KubeletConfiguration', 'kubelet.config.k8s.io/v1beta1', config) });

/** kube-proxy's ConfigMap; its kubeconfig is left out unless given: fields of the cluster and of the user. */
export function kubeProxyConfig(
  config: Fields,
  kubeconfig?: { readonly cluster?: Fields; readonly user?: Fields },
): object {
  const data = { 'config.conf': yaml('KubeProxyConfiguration', 'kubeproxy.config.k8s.io/v1alpha1', config) };
  if (kubeconfig === undefined) return configMap('kube-proxy', data);
  const connection = yaml('Config', 'v1', {
    clusters: [{ name: 'default', cluster: { server: 'https://192.0.2.1:6443', ...kubeconfig.cluster } }],
    contexts: [{ name: 'default', context: { cluster: 'default', user: 'default' } }],
    'current-context': 'default',
    users: [{ name: 'default', user: { ...kubeconfig.user } }],
  });
  return configMap('kube-proxy', { ...data, 'kubeconfig.conf': connection });
}

const yaml = (kind: string, apiVersion: string, config: Fields): string =>
  JSON.stringify({ kind, apiVersion, ...config });

export const serviceAccount = (name: string, inNamespace = 'default', fields: Fields & Metadata = {}): object => {
  const { labels, annotations, ownerReferences, uid, creationTimestamp, ...rest } = fields;
  const metadata = { labels, annotations, ownerReferences, uid, creationTimestamp };
  return object('v1', 'ServiceAccount', name, inNamespace, metadata as Metadata, rest);
};

/** A Secret, without data. */
export const secret = (
  name: string,
  inNamespace = 'default',
  options: Metadata & { readonly type?: string } = {},
): object =>
  object('v1', 'Secret', name, inNamespace, options, options.type === undefined ? {} : { type: options.type });

const RBAC = 'rbac.authorization.k8s.io';

/** A rule of a role. */
export const rule = (
  verbs: readonly string[],
  resources: readonly string[],
  apiGroups: readonly string[] = [''],
  more: Fields = {},
): Fields => ({
  verbs,
  resources,
  apiGroups,
  ...more,
});

export const clusterRole = (
  name: string,
  rules: readonly Fields[],
  options: Metadata & { readonly aggregationRule?: Fields } = {},
): object =>
  object(`${RBAC}/v1`, 'ClusterRole', name, undefined, options, {
    rules,
    ...(options.aggregationRule === undefined ? {} : { aggregationRule: options.aggregationRule }),
  });

export const role = (name: string, inNamespace: string, rules: readonly Fields[], options: Metadata = {}): object =>
  object(`${RBAC}/v1`, 'Role', name, inNamespace, options, { rules });

export const clusterRoleBinding = (
  name: string,
  roleName: string,
  subjects: readonly Fields[],
  options: Metadata = {},
): object =>
  object(`${RBAC}/v1`, 'ClusterRoleBinding', name, undefined, options, {
    subjects,
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: roleName },
  });

export const roleBinding = (
  name: string,
  inNamespace: string,
  roleName: string,
  subjects: readonly Fields[],
  options: Binding = {},
): object =>
  object(`${RBAC}/v1`, 'RoleBinding', name, inNamespace, options, {
    subjects,
    roleRef: { apiGroup: RBAC, kind: options.roleKind ?? 'Role', name: roleName },
  });

/** Subjects of bindings. */
export const user = (name: string): Fields => ({ kind: 'User', apiGroup: RBAC, name });
export const group = (name: string): Fields => ({ kind: 'Group', apiGroup: RBAC, name });
export const account = (name: string, inNamespace = 'default'): Fields => ({
  kind: 'ServiceAccount',
  name,
  namespace: inNamespace,
});

export const networkPolicy = (name: string, inNamespace: string, spec: Fields = {}): object =>
  object(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    name,
    inNamespace,
    {},
    { spec: { podSelector: {}, policyTypes: ['Ingress'], ...spec } },
  );

/** A way to run containers, by the name that nodes know it by. */
export const runtimeClass = (name: string, handler: string): object =>
  object('node.k8s.io/v1', 'RuntimeClass', name, undefined, {}, { handler });

/** A backup schedule of Velero. */
export const veleroSchedule = (name: string, spec: Fields = {}, status: Fields = {}): object =>
  object(
    'velero.io/v1',
    'Schedule',
    name,
    'velero',
    {},
    { spec: { schedule: '0 1 * * *', ...spec }, status: { phase: 'Enabled', ...status } },
  );

/** What the server says at /version. */
export function serverVersion(gitVersion = `v${KUBERNETES}`, more: Fields = {}): object {
  const [major = '', minor = ''] = gitVersion.replace(/^v/, '').split('.');
  return { kind: 'Version', gitVersion, major, minor, platform: 'linux/amd64', ...more };
}

/** What the API server says at /flagz; values are strings. */
export const flagz = (flags: Readonly<Record<string, string>>): object => ({
  kind: 'Flagz',
  apiVersion: 'config.k8s.io/v1beta1',
  metadata: { name: 'apiserver' },
  flags,
});

/** What the API server says at /statusz. */
/** A file on the host of a node: its text, or nothing where it is not there. */
export const hostFile = (path: string, text: string | undefined, onNode = 'node-1'): object => ({
  kind: 'HostFile',
  node: onNode,
  path,
  ...(text === undefined ? {} : { text }),
});

/** What the API server says at /metrics; by default it started long before the time of all cases. */
export const metrics = (lines: readonly string[] = [], start = 1.7613e9): object => ({
  kind: 'Metrics',
  text: [
    '# HELP some_metric [ALPHA] Some help.',
    'disabled_metrics_total 0',
    `process_start_time_seconds ${start}`,
    ...lines,
    '',
  ].join('\n'),
});

export const statusz = (binaryVersion = KUBERNETES, more: Fields = {}): object => ({
  kind: 'Statusz',
  apiVersion: 'config.k8s.io/v1beta1',
  metadata: { name: 'apiserver' },
  binaryVersion,
  ...more,
});

/** What the server says that it serves: resources by group and version. Without it, the kinds that kubevet lists. */
export const discovery = (groupVersions: Readonly<Record<string, readonly string[]>>): object => ({
  kind: 'Discovery',
  groupVersions,
});

function object(
  apiVersion: string,
  kind: string,
  name: string,
  inNamespace: string | undefined,
  { labels, annotations, ownerReferences, uid, creationTimestamp }: Metadata,
  rest: Fields,
): object {
  const optional = { labels, annotations, ownerReferences, uid, creationTimestamp };
  const set = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    apiVersion,
    kind,
    metadata: { name, ...(inNamespace === undefined ? {} : { namespace: inNamespace }), ...Object.fromEntries(set) },
    ...rest,
  };
}
