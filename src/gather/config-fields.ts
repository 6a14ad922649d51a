/**
 * Fields of configuration documents that are kept: `true` keeps a value as it is, an object keeps only some of its members.
 * Everything else is dropped as it is read. Left out on purpose: staticPodURLHeader (may hold a token), environment variables, and
 * whatever a newer version may add.
 */
export type FieldList = { readonly [field: string]: true | 'arguments' | FieldList };

const component: FieldList = {
  extraArgs: 'arguments',
  extraVolumes: { name: true, hostPath: true, mountPath: true, readOnly: true, pathType: true },
};

/** kubeadm's ClusterConfiguration. */
export const CLUSTER_CONFIGURATION_FIELDS: FieldList = {
  apiVersion: true,
  kind: true,
  kubernetesVersion: true,
  clusterName: true,
  controlPlaneEndpoint: true,
  certificatesDir: true,
  certificateValidityPeriod: true,
  caCertificateValidityPeriod: true,
  encryptionAlgorithm: true,
  imageRepository: true,
  featureGates: true,
  networking: { dnsDomain: true, podSubnet: true, serviceSubnet: true },
  apiServer: { ...component, certSANs: true },
  controllerManager: component,
  scheduler: component,
  etcd: {
    local: {
      ...component,
      dataDir: true,
      imageRepository: true,
      imageTag: true,
      serverCertSANs: true,
      peerCertSANs: true,
    },
    external: { endpoints: true, caFile: true, certFile: true, keyFile: true },
  },
};

/** KubeletConfiguration, from configz or from a ConfigMap. */
export const KUBELET_FIELDS: FieldList = {
  apiVersion: true,
  kind: true,
  address: true,
  allowedUnsafeSysctls: true,
  authentication: {
    anonymous: { enabled: true },
    webhook: { enabled: true, cacheTTL: true },
    x509: { clientCAFile: true },
  },
  authorization: {
    mode: true,
    webhook: { cacheAuthorizedTTL: true, cacheUnauthorizedTTL: true },
  },
  cgroupDriver: true,
  clusterDNS: true,
  clusterDomain: true,
  containerLogMaxFiles: true,
  containerLogMaxSize: true,
  containerRuntimeEndpoint: true,
  enableContentionProfiling: true,
  enableDebugFlagsHandler: true,
  enableDebuggingHandlers: true,
  enableProfilingHandler: true,
  enableServer: true,
  enableSystemLogHandler: true,
  enableSystemLogQuery: true,
  enforceNodeAllocatable: true,
  eventBurst: true,
  eventRecordQPS: true,
  evictionHard: true,
  evictionSoft: true,
  failCgroupV1: true,
  failSwapOn: true,
  featureGates: true,
  healthzBindAddress: true,
  healthzPort: true,
  imageMaximumGCAge: true,
  imagePullCredentialsVerificationPolicy: true,
  imageServiceEndpoint: true,
  preloadedImagesVerificationAllowlist: true,
  kernelMemcgNotification: true,
  kubeReserved: true,
  kubeReservedCgroup: true,
  localStorageCapacityIsolation: true,
  makeIPTablesUtilChains: true,
  maxPods: true,
  maxParallelImagePulls: true,
  memorySwap: { swapBehavior: true },
  podLogsDir: true,
  podPidsLimit: true,
  port: true,
  protectKernelDefaults: true,
  readOnlyPort: true,
  rotateCertificates: true,
  seccompDefault: true,
  serializeImagePulls: true,
  serverTLSBootstrap: true,
  staticPodPath: true,
  staticPodURL: true,
  streamingConnectionIdleTimeout: true,
  systemReserved: true,
  systemReservedCgroup: true,
  tlsCertFile: true,
  tlsCipherSuites: true,
  tlsCurvePreferences: true,
  tlsMinVersion: true,
  tlsPrivateKeyFile: true,
  userNamespaces: { idsPerPod: true },
  volumePluginDir: true,
};

const keyNames: FieldList = { keys: { name: true } };

/** Configuration files of components on hosts, by their kind. Keys of encryption are never kept, nor is what a webhook connects with. */
export const HOST_FILE_FIELDS: Readonly<Record<string, FieldList>> = {
  AuthorizationConfiguration: {
    apiVersion: true,
    kind: true,
    authorizers: {
      type: true,
      name: true,
      webhook: {
        failurePolicy: true,
        timeout: true,
        authorizedTTL: true,
        unauthorizedTTL: true,
        subjectAccessReviewVersion: true,
        connectionInfo: { type: true },
        matchConditions: { expression: true },
      },
    },
  },
  AuthenticationConfiguration: {
    apiVersion: true,
    kind: true,
    anonymous: { enabled: true, conditions: { path: true } },
    jwt: {
      issuer: { url: true, discoveryURL: true, audiences: true, audienceMatchPolicy: true },
      claimValidationRules: { claim: true, requiredValue: true, expression: true },
      claimMappings: {
        username: { claim: true, prefix: true, expression: true },
        groups: { claim: true, prefix: true, expression: true },
      },
      userValidationRules: { expression: true },
    },
  },
  EncryptionConfiguration: {
    apiVersion: true,
    kind: true,
    resources: {
      resources: true,
      providers: {
        identity: {},
        aescbc: keyNames,
        aesgcm: keyNames,
        secretbox: keyNames,
        kms: { apiVersion: true, name: true, endpoint: true, timeout: true },
      },
    },
  },
  AdmissionConfiguration: {
    apiVersion: true,
    kind: true,
    plugins: {
      name: true,
      path: true,
      configuration: {
        apiVersion: true,
        kind: true,
        defaults: true,
        exemptions: true,
        limits: true,
        staticManifestsDir: true,
        imagePolicy: { defaultAllow: true },
      },
    },
  },
  Policy: {
    apiVersion: true,
    kind: true,
    omitStages: true,
    omitManagedFields: true,
    rules: {
      level: true,
      users: true,
      userGroups: true,
      verbs: true,
      resources: { group: true, resources: true, resourceNames: true },
      namespaces: true,
      nonResourceURLs: true,
      omitStages: true,
      omitManagedFields: true,
    },
  },
  KubeSchedulerConfiguration: {
    apiVersion: true,
    kind: true,
    clientConnection: { kubeconfig: true },
    enableContentionProfiling: true,
    enableProfiling: true,
    leaderElection: { leaderElect: true },
  },
};

const transportSecurity: FieldList = {
  'allowed-cn': true,
  'allowed-hostname': true,
  'auto-tls': true,
  'cert-file': true,
  'client-cert-auth': true,
  'key-file': true,
  'trusted-ca-file': true,
};

/** The configuration file of etcd, which names no kind. */
export const ETCD_FILE_FIELDS: FieldList = {
  'advertise-client-urls': true,
  'auth-token': true,
  'cipher-suites': true,
  'client-transport-security': transportSecurity,
  'data-dir': true,
  'enable-pprof': true,
  'initial-advertise-peer-urls': true,
  'listen-client-http-urls': true,
  'listen-client-urls': true,
  'listen-metrics-urls': true,
  'listen-peer-urls': true,
  metrics: true,
  name: true,
  'peer-transport-security': transportSecurity,
  'tls-max-version': true,
  'tls-min-version': true,
};

/** KubeProxyConfiguration. */
export const KUBE_PROXY_FIELDS: FieldList = {
  apiVersion: true,
  kind: true,
  bindAddress: true,
  bindAddressHardFail: true,
  clientConnection: { kubeconfig: true },
  clusterCIDR: true,
  conntrack: true,
  detectLocalMode: true,
  enableProfiling: true,
  featureGates: true,
  healthzBindAddress: true,
  hostnameOverride: true,
  iptables: true,
  ipvs: true,
  metricsBindAddress: true,
  mode: true,
  nftables: true,
  nodePortAddresses: true,
  oomScoreAdj: true,
  portRange: true,
  showHiddenMetricsForVersion: true,
};
