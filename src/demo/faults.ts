import { createHash } from 'node:crypto';
import type { Additions } from './content.ts';
import type { ApiObject } from './recording.ts';

/** Label of everything that was added to the recorded cluster. */
export const FAULT_LABEL = 'kubevet.dev/demo-fault';

/** What the added objects get wrong, one line each, for the demo's banner. */
export const faultSummary: readonly string[] = [
  'the group developers is bound to cluster-admin',
  'every authenticated user may read every Secret',
  'the ServiceAccount shop/ci may do everything, and a Secret holds a token of it that never expires',
  'the group support may run commands in every container and make itself any role',
  'the DaemonSet shop/log-shipper is privileged and mounts the socket of containerd',
  'the pod shop/jump-host runs an SSH server on port 2222',
  'the Deployment shop/web runs as the default ServiceAccount and shares the network of its node',
  'the CronJob kube-system/etcd-backup is suspended',
];

const NAMESPACE = 'shop';
const RBAC = 'rbac.authorization.k8s.io';

interface Owner {
  readonly kind: string;
  readonly name: string;
}

/** Objects with realistic faults, each with the label, to be served among the recorded ones. */
export const demoFaults = (): Additions => ({
  '/api/v1/namespaces': [
    {
      metadata: metadata('Namespace', NAMESPACE, undefined, { 'kubernetes.io/metadata.name': NAMESPACE }),
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    },
  ],
  '/api/v1/serviceaccounts': ['ci', 'default'].map((name) => ({ metadata: metadata('ServiceAccount', name) })),
  '/api/v1/secrets': [tokenSecret('ci-token', 'ci')],
  '/api/v1/pods': [
    ...['node-1', 'node-2'].map((node, index) =>
      pod(`log-shipper-${['k2xvq', 'w7tzn'][index]}`, logShipper(), node, { kind: 'DaemonSet', name: 'log-shipper' }),
    ),
    ...['4d8hs', 'p9zlc'].map((suffix) =>
      pod(`web-6c9d5b7f48-${suffix}`, web(), 'node-2', { kind: 'ReplicaSet', name: 'web-6c9d5b7f48' }),
    ),
    pod('jump-host', jumpHost(), 'node-2'),
  ],
  '/apis/apps/v1/daemonsets': [
    {
      metadata: metadata('DaemonSet', 'log-shipper'),
      spec: {
        selector: { matchLabels: { app: 'log-shipper' } },
        template: { metadata: { labels: { app: 'log-shipper' } }, spec: logShipper() },
      },
      status: { currentNumberScheduled: 2, desiredNumberScheduled: 2, numberMisscheduled: 0, numberReady: 2 },
    },
  ],
  '/apis/apps/v1/deployments': [replicated('Deployment', 'web')],
  '/apis/apps/v1/replicasets': [replicated('ReplicaSet', 'web-6c9d5b7f48', { kind: 'Deployment', name: 'web' })],
  '/apis/batch/v1/cronjobs': [etcdBackup()],
  [`/apis/${RBAC}/v1/clusterroles`]: [
    role('ci-deployer', [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]),
    role('secret-reader', [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list'] }]),
    role('support', [
      { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
      { apiGroups: [RBAC], resources: ['clusterroles'], verbs: ['bind', 'escalate'] },
      { apiGroups: [''], resources: ['users', 'groups'], verbs: ['impersonate'] },
    ]),
  ],
  [`/apis/${RBAC}/v1/clusterrolebindings`]: [
    binding('developers', 'cluster-admin', { kind: 'Group', name: 'developers', apiGroup: RBAC }),
    binding('everybody-reads-secrets', 'secret-reader', {
      kind: 'Group',
      name: 'system:authenticated',
      apiGroup: RBAC,
    }),
    binding('ci-deployer', 'ci-deployer', { kind: 'ServiceAccount', name: 'ci', namespace: NAMESPACE }),
    binding('support', 'support', { kind: 'Group', name: 'support', apiGroup: RBAC }),
  ],
});

/** An object's metadata; a cluster-wide one passes an undefined namespace. */
function metadata(
  kind: string,
  name: string,
  namespace: string | undefined = NAMESPACE,
  labels: object = {},
  owner?: Owner,
): ApiObject['metadata'] {
  const clusterWide = ['Namespace', 'ClusterRole', 'ClusterRoleBinding'].includes(kind);
  return {
    name,
    ...(clusterWide ? {} : { namespace }),
    uid: uidOf(kind, name),
    resourceVersion: '582',
    creationTimestamp: '2026-11-23T13:10:00Z',
    labels: { [FAULT_LABEL]: 'true', ...labels },
    ...(owner === undefined
      ? {}
      : {
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              ...owner,
              uid: uidOf(owner.kind, owner.name),
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        }),
  };
}

function uidOf(kind: string, name: string): string {
  const hash = createHash('sha256').update(`${kind}/${name}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const tokenSecret = (name: string, account: string): ApiObject => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata: {
    ...metadata('Secret', name),
    annotations: {
      'kubernetes.io/service-account.name': account,
      'kubernetes.io/service-account.uid': uidOf('ServiceAccount', account),
    },
  },
});

const role = (name: string, rules: readonly object[]): ApiObject => ({
  metadata: metadata('ClusterRole', name),
  rules,
});

const binding = (name: string, roleName: string, subject: object): ApiObject => ({
  metadata: metadata('ClusterRoleBinding', name),
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: roleName },
  subjects: [subject],
});

const COMMON = {
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
};

/** What the service account admission adds to a pod that mounts a token. */
const TOKEN_VOLUME = {
  name: 'kube-api-access-x7k2m',
  projected: {
    defaultMode: 420,
    sources: [
      { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      {
        downwardAPI: {
          items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
        },
      },
    ],
  },
};

interface PodSpec {
  readonly volumes?: readonly object[];
  readonly [field: string]: unknown;
}

function pod(name: string, spec: PodSpec, node: string, owner?: Owner): ApiObject {
  return {
    metadata: metadata('Pod', name, NAMESPACE, {}, owner),
    spec: {
      ...spec,
      nodeName: node,
      serviceAccountName: 'default',
      serviceAccount: 'default',
      volumes: [...(spec.volumes ?? []), TOKEN_VOLUME],
    },
    status: { phase: 'Running' },
  };
}

function logShipper(): PodSpec {
  return {
    ...COMMON,
    hostPID: true,
    securityContext: {},
    containers: [
      {
        name: 'log-shipper',
        image: 'registry.example.com/log-shipper:2.4',
        resources: {},
        securityContext: { privileged: true },
        volumeMounts: [{ name: 'containerd', mountPath: '/run/containerd/containerd.sock' }],
      },
    ],
    volumes: [{ name: 'containerd', hostPath: { path: '/run/containerd/containerd.sock', type: 'Socket' } }],
  };
}

const web = (): PodSpec => ({
  ...COMMON,
  hostNetwork: true,
  securityContext: {},
  containers: [
    {
      name: 'web',
      image: 'registry.example.com/web:latest',
      resources: {},
      ports: [{ containerPort: 8080, hostPort: 8080, protocol: 'TCP' }],
    },
  ],
});

const jumpHost = (): PodSpec => ({
  ...COMMON,
  securityContext: {},
  containers: [
    {
      name: 'sshd',
      image: 'registry.example.com/openssh-server:9.9',
      command: ['/usr/sbin/sshd', '-D', '-p', '2222'],
      resources: {},
      ports: [{ containerPort: 2222, protocol: 'TCP' }],
    },
  ],
});

const replicated = (kind: string, name: string, owner?: Owner): ApiObject => ({
  metadata: metadata(kind, name, NAMESPACE, {}, owner),
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: web() },
  },
  status: { replicas: 2, readyReplicas: 2 },
});

function etcdBackup(): ApiObject {
  const container = {
    name: 'backup',
    image: 'registry.k8s.io/etcd:3.6.5-0',
    command: ['etcdctl', 'snapshot', 'save', '/backup/etcd.db'],
    resources: {},
  };
  return {
    metadata: metadata('CronJob', 'etcd-backup', 'kube-system'),
    spec: {
      schedule: '0 */6 * * *',
      suspend: true,
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          template: { spec: { ...COMMON, restartPolicy: 'OnFailure', securityContext: {}, containers: [container] } },
        },
      },
    },
    status: {},
  };
}
