// Objects of every kind that kubevet reads, valid for a real API server, which together set every field that it reads.

export const NAMESPACE = 'every-field';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

const CORE = 'v1';
const APPS = 'apps/v1';
const BATCH = 'batch/v1';
const ADMISSION = 'admissionregistration.k8s.io/v1';
const RBAC = 'rbac.authorization.k8s.io/v1';
const STARTED = '2026-11-01T08:00:00Z';

const labels = { app: 'every-field' };
const items = [{ key: 'key', path: 'path', mode: 0o400 }];
const selector = {
  matchLabels: labels,
  matchExpressions: [{ key: 'app', operator: 'In', values: ['every-field'] }],
};
const quantities = { limits: { cpu: '200m', memory: '64Mi' }, requests: { cpu: '100m' } };
const localObject = { name: 'pull' };
const seLinuxOptions = { user: 'system_u', role: 'system_r', type: 'container_t', level: 's0:c1,c2' };
const localProfile = { type: 'Localhost', localhostProfile: 'profile' };

/** One volume of every type. */
const volumes = Object.entries({
  hostPath: { path: '/tmp', type: 'Directory' },
  emptyDir: { medium: 'Memory', sizeLimit: '1Mi' },
  gcePersistentDisk: { pdName: 'disk' },
  awsElasticBlockStore: { volumeID: 'vol-1' },
  gitRepo: { repository: 'https://git.example/x' },
  secret: { secretName: 'secret', items, defaultMode: 0o400, optional: true },
  nfs: { server: 'nfs.example', path: '/', readOnly: true },
  iscsi: { targetPortal: '192.0.2.1', iqn: 'iqn.2026-11.example:x', lun: 0 },
  glusterfs: { endpoints: 'gluster', path: 'x' },
  persistentVolumeClaim: { claimName: 'claim', readOnly: true },
  rbd: { monitors: ['192.0.2.1'], image: 'x' },
  flexVolume: { driver: 'example/driver' },
  cinder: { volumeID: 'x' },
  cephfs: { monitors: ['192.0.2.1'] },
  flocker: { datasetName: 'x' },
  downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] },
  fc: { targetWWNs: ['1'], lun: 0 },
  azureFile: { secretName: 'x', shareName: 'x' },
  configMap: { name: 'config', items, defaultMode: 0o400, optional: true },
  vsphereVolume: { volumePath: 'x' },
  quobyte: { registry: '192.0.2.1:1', volume: 'x' },
  azureDisk: { diskName: 'x', diskURI: 'https://x.example/x.vhd' },
  photonPersistentDisk: { pdID: 'x' },
  portworxVolume: { volumeID: 'x' },
  scaleIO: { gateway: 'https://x.example', system: 'x', secretRef: localObject, volumeName: 'x' },
  projected: {
    defaultMode: 0o400,
    sources: [
      { secret: { name: 'secret', items, optional: true } },
      { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      { configMap: { name: 'config', items: [{ key: 'other', path: 'other' }], optional: true } },
      { serviceAccountToken: { audience: 'vault', expirationSeconds: 600, path: 'token' } },
      { clusterTrustBundle: { name: 'bundle', path: 'bundle' } },
      { podCertificate: { signerName: 'example.com/signer', keyType: 'ED25519', credentialBundlePath: 'credentials' } },
    ],
  },
  storageos: { volumeName: 'x' },
  csi: { driver: 'csi.example', readOnly: true, nodePublishSecretRef: localObject },
  ephemeral: {
    volumeClaimTemplate: {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } },
    },
  },
  image: { reference: 'registry.example/image', pullPolicy: 'Never' },
}).map(([type, source]) => ({ name: type.toLowerCase(), [type]: source }));

const http = { path: '/healthz', port: 'http', host: '127.0.0.1', scheme: 'HTTPS' };
const tcp = { port: 8080, host: '127.0.0.1' };

/** What an ephemeral container may have too. */
const container = {
  name: 'main',
  image: 'registry.example/image:1',
  command: ['run'],
  args: ['--verbose'],
  env: [
    { name: 'ETCD_NAME', value: 'one' },
    { name: 'OTHER', value: 'not read' },
    { name: 'FIELD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'CONFIG', valueFrom: { configMapKeyRef: { name: 'config', key: 'key', optional: true } } },
    { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'secret', key: 'key', optional: false } } },
  ],
  envFrom: [
    { prefix: 'A_', configMapRef: { name: 'config', optional: true } },
    { prefix: 'B_', secretRef: { name: 'secret', optional: false } },
  ],
  volumeMounts: [
    { name: 'emptydir', mountPath: '/a', readOnly: true, recursiveReadOnly: 'IfPossible', mountPropagation: 'None' },
  ],
  imagePullPolicy: 'Always',
  securityContext: {
    capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
    privileged: false,
    seLinuxOptions,
    runAsUser: 1000,
    runAsNonRoot: true,
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    runAsGroup: 0,
    procMount: 'Default',
    seccompProfile: localProfile,
    appArmorProfile: localProfile,
  },
  stdin: true,
  tty: true,
};

const wholeContainer = {
  ...container,
  ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP', hostIP: '127.0.0.1' }],
  resources: quantities,
  volumeMounts: [
    ...container.volumeMounts,
    { name: 'hostpath', mountPath: '/b', subPath: 'b' },
    { name: 'configmap', mountPath: '/c', subPathExpr: '$(FIELD)' },
  ],
  livenessProbe: { httpGet: http, periodSeconds: 5 },
  readinessProbe: { tcpSocket: tcp },
  startupProbe: { grpc: { port: 8080 } },
  lifecycle: { postStart: { exec: { command: ['true'] } }, preStop: { sleep: { seconds: 1 } } },
};

/** A sidecar, with what a probe and a handler may be besides. */
const sidecar = {
  ...container,
  name: 'sidecar',
  restartPolicy: 'Always',
  livenessProbe: { exec: { command: ['true'] } },
  lifecycle: { postStart: { httpGet: http }, preStop: { tcpSocket: tcp } },
  ports: [{ name: 'http', containerPort: 8081 }],
};

const linux = {
  os: { name: 'linux' },
  volumes,
  containers: [wholeContainer],
  initContainers: [sidecar],
  restartPolicy: 'Always',
  dnsPolicy: 'ClusterFirst',
  nodeSelector: labels,
  serviceAccountName: 'account',
  securityContext: {
    seLinuxOptions,
    runAsUser: 1000,
    runAsNonRoot: true,
    supplementalGroups: [1000, 4_294_967],
    fsGroup: 0,
    runAsGroup: 1000,
    sysctls: [{ name: 'kernel.shm_rmid_forced', value: '1' }],
    seccompProfile: localProfile,
    appArmorProfile: localProfile,
  },
  imagePullSecrets: [localObject],
  automountServiceAccountToken: false,
  tolerations: [{ key: 'app', operator: 'Equal', value: 'every-field', effect: 'NoSchedule' }],
  hostAliases: [{ ip: '192.0.2.1', hostnames: ['one', 'two'] }],
  priorityClassName: 'system-node-critical',
  shareProcessNamespace: true,
  runtimeClassName: 'every-field',
  enableServiceLinks: false,
  hostUsers: true,
  resources: quantities,
};

const host = {
  containers: [{ name: 'main', image: 'x', ports: [{ containerPort: 80, hostPort: 80 }] }],
  serviceAccountName: 'account',
  nodeName: 'every-field',
  hostNetwork: true,
  hostPID: true,
  hostIPC: true,
};

const windowsOptions = { runAsUserName: 'ContainerAdministrator', hostProcess: true };
const windows = {
  os: { name: 'windows' },
  containers: [{ name: 'main', image: 'x', securityContext: { windowsOptions } }],
  serviceAccountName: 'account',
  hostNetwork: true,
  securityContext: { windowsOptions },
};

const podSpecs = { linux, host, windows };

/** An object with all metadata that is read; the server gives the rest. */
function object(
  apiVersion: string,
  kind: string,
  name: string,
  content: object,
  scope: 'cluster' | 'namespace',
): Manifest {
  const metadata = {
    name,
    ...(scope === 'namespace' ? { namespace: NAMESPACE } : {}),
    labels,
    annotations: { 'k3s.io/node-args': '["agent"]', other: 'not read' },
    ownerReferences: [
      { apiVersion: 'v1', kind: 'Node', name: 'owner', uid: '00000000-0000-4000-8000-000000000000', controller: true },
    ],
  };
  return { apiVersion, kind, metadata, ...content } as Manifest;
}
const inCluster = (apiVersion: string, kind: string, name: string, content: object): Manifest =>
  object(apiVersion, kind, name, content, 'cluster');
const inNamespace = (apiVersion: string, kind: string, name: string, content: object): Manifest =>
  object(apiVersion, kind, name, content, 'namespace');

/** One object for each kind of pod. */
const forEachPod = (make: (name: string, template: object) => Manifest): readonly Manifest[] =>
  Object.entries(podSpecs).map(([name, spec]) => make(name, { metadata: { labels }, spec }));

const never = (template: object): object => {
  const { spec, ...rest } = template as { readonly spec: object };
  return { ...rest, spec: { ...spec, restartPolicy: 'Never' } };
};

const policyPort = [
  { protocol: 'TCP', port: 8080, endPort: 8090 },
  { protocol: 'UDP', port: 'dns' },
];
const peers = [
  { podSelector: selector, namespaceSelector: selector },
  { ipBlock: { cidr: '192.0.2.0/24', except: ['192.0.2.1/32'] } },
];
const subjects = [
  { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: 'someone' },
  { kind: 'ServiceAccount', name: 'account', namespace: NAMESPACE },
];
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'every-field' };
const rule = { verbs: ['get'], apiGroups: [''], resources: ['configmaps'], resourceNames: ['config'] };

/** A certificate and a request for one, as PEM in base64; their keys are gone. */
const certificate =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJnekNDQVNtZ0F3SUJBZ0lVWGhaVlUwME8vaE44d3NFVzg2SENHajdOOUtNd0NnWUlLb1' +
  'pJemowRUF3SXcKRmpFVU1CSUdBMVVFQXd3TFpYWmxjbmt0Wm1sbGJHUXdJQmNOTWpZeE1USTRNVGt3TkRNNFdoZ1BNakV5TmpFeApNRFF4T1RB' +
  'ME16aGFNQll4RkRBU0JnTlZCQU1NQzJWMlpYSjVMV1pwWld4a01Ga3dFd1lIS29aSXpqMENBUVlJCktvWkl6ajBEQVFjRFFnQUV2VlFNMk04Yk' +
  'RZWjNmKzhCQy9OTzE0eExGelVUeVZHYWRmaXRRdWU0ZjNCTEhMTVAKclRFRGM5bklaTC9wVjE0L1NzMjZYaDU2bGhQWFJrR0pTM013UWFOVE1G' +
  'RXdIUVlEVlIwT0JCWUVGTmVBVitNVAo1SEk5WURFRGlSZjNUcitFMVdNYU1COEdBMVVkSXdRWU1CYUFGTmVBVitNVDVISTlZREVEaVJmM1RyK0' +
  'UxV01hCk1BOEdBMVVkRXdFQi93UUZNQU1CQWY4d0NnWUlLb1pJemowRUF3SURTQUF3UlFJZ0wyMXlycE5ac1NQNmpkZ1UKakFvK01NNzBmVUhM' +
  'bHIzcy91QUp3V0JvZTZVQ0lRQ05qNDY5S2djK29NU0hmWHZGeVZSaFU3dlJ0YjlNakF3bgplb1hiTnR2Q1VRPT0KLS0tLS1FTkQgQ0VSVElGSU' +
  'NBVEUtLS0tLQo=';
const certificateRequest =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIUE1IZ0NBUUF3RmpFVU1CSUdBMVVFQXd3TFpYWmxjbmt0Wm1sbGJHUXdXVE' +
  'FUQmdjcWhrak9QUUlCQmdncQpoa2pPUFFNQkJ3TkNBQVRrOU9HcGYxKzQrZVJTblc5dkppZnVBK2hCTUJUVXd4WGlzRlp1elFlckdnRzBIRy9O' +
  'CmpuZlA4Z01TWW05cHFzMWRjUTNESGhMMFdSRjRHL29JUTdVWG9BQXdDZ1lJS29aSXpqMEVBd0lEUndBd1JBSWcKRXI1ekpETzY0VVlKMHh5ei' +
  '80SzJUWk5mb1BuNUxaSzZseE9YQ0hFSllJY0NJSHF3ckRFSXNhSWdBc3Z0bGlyRgo4Q1JjV2xOS3FMSzlCZCtDMThSQytNSnMKLS0tLS1FTkQg' +
  'Q0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==';

const service = { namespace: NAMESPACE, name: 'every-field' };
/** Of a kind that there is not, so that no webhook is ever called. */
const admissionRule = {
  operations: ['CREATE'],
  apiGroups: ['every.example'],
  apiVersions: ['v1'],
  resources: ['nothings'],
  scope: 'Namespaced',
};
const matchConditions = [{ name: 'never', expression: 'false' }];
const webhook = {
  clientConfig: { service, caBundle: certificate },
  rules: [admissionRule],
  failurePolicy: 'Ignore',
  namespaceSelector: selector,
  objectSelector: selector,
  matchConditions,
  timeoutSeconds: 3,
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
};
const webhooks = [
  { name: 'by-service.every.example', ...webhook },
  { name: 'by-url.every.example', ...webhook, clientConfig: { url: 'https://every.example/', caBundle: certificate } },
];
const matchResources = {
  namespaceSelector: selector,
  objectSelector: selector,
  resourceRules: [{ resourceNames: ['one'], ...admissionRule }],
};
const aggregated = { groupPriorityMinimum: 1, versionPriority: 1, version: 'v1', service };

/** In the order in which they can be created. */
export const objects: readonly Manifest[] = [
  inCluster(CORE, 'Namespace', NAMESPACE, {}),
  inCluster('node.k8s.io/v1', 'RuntimeClass', 'every-field', { handler: 'handler' }),
  inCluster(CORE, 'Node', 'every-field', {
    spec: {
      podCIDR: '192.0.2.0/24',
      podCIDRs: ['192.0.2.0/24', '2001:db8::/64'],
      providerID: 'example://1',
      unschedulable: true,
      taints: [{ key: 'app', value: 'every-field', effect: 'NoSchedule' }],
    },
    status: {
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: STARTED, reason: 'KubeletReady' }],
      addresses: [{ type: 'InternalIP', address: '192.0.2.1' }],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        machineID: '',
        systemUUID: '',
        bootID: '',
        kernelVersion: '6.12.0',
        osImage: 'Linux',
        containerRuntimeVersion: 'containerd://2.1.0',
        kubeletVersion: 'v1.37.2',
        kubeProxyVersion: 'v1.37.2',
        operatingSystem: 'linux',
        architecture: 'amd64',
        swap: { capacity: 8589934592 },
      },
    },
  }),
  inNamespace(CORE, 'ServiceAccount', 'account', {
    secrets: [{ kind: 'Secret', namespace: NAMESPACE, name: 'secret' }],
    imagePullSecrets: [localObject],
    automountServiceAccountToken: false,
  }),
  inNamespace(CORE, 'Secret', 'secret', { data: { key: 'bm90IHJlYWQ=' } }),
  inNamespace(CORE, 'ConfigMap', 'config', {
    data: { key: 'value', ['__proto__']: 'x' },
    binaryData: { bytes: 'bm90IHJlYWQ=' },
    immutable: true,
  }),
  ...Object.entries(podSpecs).map(([name, spec]) => inNamespace(CORE, 'Pod', name, { spec })),
  inNamespace(CORE, 'Pod', 'short-lived', { spec: { ...host, activeDeadlineSeconds: 9_007_199 } }),
  ...forEachPod((name, template) =>
    inNamespace(APPS, 'Deployment', name, { spec: { replicas: 3, selector, template, paused: true } }),
  ),
  ...forEachPod((name, template) => inNamespace(APPS, 'DaemonSet', name, { spec: { selector, template } })),
  ...forEachPod((name, template) =>
    inNamespace(APPS, 'StatefulSet', name, { spec: { replicas: 3, selector, template, serviceName: 'x' } }),
  ),
  ...forEachPod((name, template) =>
    inNamespace(APPS, 'ReplicaSet', name, { spec: { replicas: 0, selector, template } }),
  ),
  ...forEachPod((name, template) =>
    inNamespace(BATCH, 'Job', name, { spec: { completions: 3, suspend: false, template: never(template) } }),
  ),
  ...forEachPod((name, template) =>
    inNamespace(BATCH, 'CronJob', name, {
      spec: {
        schedule: '0 3 * * *',
        suspend: true,
        timeZone: 'Etc/UTC',
        jobTemplate: { metadata: { labels }, spec: { suspend: true, template: never(template) } },
      },
    }),
  ),
  inNamespace(RBAC, 'Role', 'role', { rules: [rule] }),
  inCluster(RBAC, 'ClusterRole', 'every-field', { rules: [rule, { verbs: ['get'], nonResourceURLs: ['/nothing'] }] }),
  inCluster(RBAC, 'ClusterRole', 'aggregated', { aggregationRule: { clusterRoleSelectors: [selector] } }),
  inNamespace(RBAC, 'RoleBinding', 'binding', { subjects, roleRef }),
  inCluster(RBAC, 'ClusterRoleBinding', 'every-field', { subjects, roleRef }),
  inNamespace('networking.k8s.io/v1', 'NetworkPolicy', 'policy', {
    spec: {
      podSelector: selector,
      ingress: [{ ports: policyPort, from: peers }],
      egress: [{ ports: policyPort, to: peers }],
      policyTypes: ['Ingress', 'Egress'],
    },
  }),
  inNamespace(CORE, 'Service', 'every-field', {
    spec: {
      type: 'LoadBalancer',
      selector: labels,
      ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 'http', nodePort: 30080 }],
      externalIPs: ['192.0.2.1'],
      loadBalancerSourceRanges: ['192.0.2.0/24'],
    },
  }),
  inNamespace(CORE, 'Service', 'external', { spec: { type: 'ExternalName', externalName: 'every.example' } }),
  inCluster(ADMISSION, 'ValidatingWebhookConfiguration', 'every-field', { webhooks }),
  inCluster(ADMISSION, 'MutatingWebhookConfiguration', 'every-field', { webhooks }),
  inCluster(ADMISSION, 'ValidatingAdmissionPolicy', 'every-field', {
    spec: {
      matchConstraints: matchResources,
      failurePolicy: 'Ignore',
      matchConditions,
      validations: [{ expression: 'true' }],
    },
  }),
  inCluster(ADMISSION, 'ValidatingAdmissionPolicyBinding', 'every-field', {
    spec: { policyName: 'every-field', matchResources, validationActions: ['Deny'] },
  }),
  inCluster('apiregistration.k8s.io/v1', 'APIService', 'v1.one.every.example', {
    spec: { ...aggregated, group: 'one.every.example', caBundle: certificate },
  }),
  inCluster('apiregistration.k8s.io/v1', 'APIService', 'v1.two.every.example', {
    spec: { ...aggregated, group: 'two.every.example', insecureSkipTLSVerify: true },
  }),
  inCluster('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'somethings.every.example', {
    spec: {
      group: 'every.example',
      names: { plural: 'somethings', kind: 'Something' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
      conversion: {
        strategy: 'Webhook',
        webhook: { clientConfig: { service, caBundle: certificate }, conversionReviewVersions: ['v1'] },
      },
    },
  }),
  inCluster('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', 'every-field', {
    spec: {
      priorityLevelConfiguration: { name: 'exempt' },
      matchingPrecedence: 9000,
      rules: [
        {
          subjects: [
            { kind: 'User', user: { name: 'someone' } },
            { kind: 'Group', group: { name: 'some' } },
            { kind: 'ServiceAccount', serviceAccount: { namespace: NAMESPACE, name: 'account' } },
          ],
          resourceRules: [{ verbs: ['get'], apiGroups: [''], resources: ['nodes'], clusterScope: true }],
          nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/nothing'] }],
        },
      ],
    },
  }),
  inCluster('certificates.k8s.io/v1', 'CertificateSigningRequest', 'every-field', {
    spec: {
      request: certificateRequest,
      signerName: 'every.example/signer',
      usages: ['client auth'],
      expirationSeconds: 3600,
    },
  }),
  inNamespace('coordination.k8s.io/v1', 'Lease', 'every-field', {
    spec: { holderIdentity: 'one', leaseDurationSeconds: 15, renewTime: '2026-11-01T08:00:00.000001Z' },
  }),
];

/** What only the status of an object says, which is written by itself. */
export const statuses: readonly (readonly [kind: string, name: string, status: object])[] = [
  [
    'pod',
    'linux',
    {
      phase: 'Running',
      hostIP: '192.0.2.1',
      hostIPs: [{ ip: '192.0.2.1' }],
      podIP: '10.0.0.1',
      podIPs: [{ ip: '10.0.0.1' }, { ip: '2001:db8::1' }],
      startTime: STARTED,
    },
  ],
  [
    'daemonset',
    'linux',
    { desiredNumberScheduled: 3, currentNumberScheduled: 3, numberMisscheduled: 0, numberReady: 0 },
  ],
  ['job', 'linux', { startTime: STARTED, active: 1, failed: 1 }],
  [
    'job',
    'host',
    {
      startTime: STARTED,
      completionTime: '2026-11-01T08:01:00Z',
      succeeded: 3,
      conditions: ['SuccessCriteriaMet', 'Complete'].map((type) => ({ type, status: 'True' })),
    },
  ],
  [
    'certificatesigningrequest',
    'every-field',
    { certificate, conditions: [{ type: 'Failed', status: 'True', reason: 'OnPurpose' }] },
  ],
  ['cronjob', 'linux', { lastScheduleTime: STARTED, lastSuccessfulTime: '2026-11-01T08:01:00Z' }],
];

/** Ephemeral containers are added to a pod that is there. */
export const ephemeralContainers = [{ ...container, name: 'debugger', targetContainerName: 'main' }];

/** Fields that no object can set, and why. */
export const neverSet: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['ports', 'resources', 'livenessProbe', 'readinessProbe', 'lifecycle', 'startupProbe', 'restartPolicy'].map(
      (field) => [`EphemeralContainer.${field}`, 'the server refuses it in an ephemeral container'],
    ),
  ),
  'ObjectReference.kind': 'of the secrets of a ServiceAccount the server keeps the names only',
  'ObjectReference.namespace': 'of the secrets of a ServiceAccount the server keeps the names only',
};
