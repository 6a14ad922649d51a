import type { Observed } from '../../model/finding.ts';

// The kubelet fills in its defaults before it shows its configuration at configz, and leaves out what is empty. Fields that are pointers
// in Go are therefore always there; of those below, which are plain values marked omitempty, absence means the zero value. Source:
// https://github.com/kubernetes/kubernetes/blob/v1.37.0/staging/src/k8s.io/kubelet/config/v1beta1/types.go

/** Fields that configz leaves out where they are empty, and what they are then. */
export const OMITTED_WHEN_ZERO: Readonly<Record<string, Observed>> = {
  allowedUnsafeSysctls: [],
  'authentication.x509.clientCAFile': '',
  enableContentionProfiling: false,
  enforceNodeAllocatable: [],
  evictionHard: [],
  evictionSoft: [],
  featureGates: [],
  imagePullCredentialsVerificationPolicy: '',
  imageServiceEndpoint: '',
  kubeReserved: [],
  'memorySwap.swapBehavior': '',
  protectKernelDefaults: false,
  readOnlyPort: 0,
  rotateCertificates: false,
  serverTLSBootstrap: false,
  staticPodPath: '',
  staticPodURL: '',
  systemReserved: [],
  systemReservedCgroup: '',
  kubeReservedCgroup: '',
  tlsCertFile: '',
  tlsCipherSuites: [],
  tlsCurvePreferences: [],
  tlsMinVersion: '',
  tlsPrivateKeyFile: '',
};

/** Fields that follow a node's size or name and say nothing of its hardening: nodes that differ only in them are alike. */
export const OWN_TO_NODE: ReadonlySet<string> = new Set([
  'cgroupRoot',
  'maxPods',
  'nodeStatusMaxImages',
  'podCIDR',
  'podsPerCore',
  'providerID',
  'registerWithTaints',
  'reservedMemory',
  'reservedSystemCPUs',
]);

/** Fields of amounts by name, such as `memory`, that follow a node's size: nodes that differ only in how much there is of each are alike. */
export const AMOUNTS: ReadonlySet<string> = new Set([
  'evictionHard',
  'evictionMinimumReclaim',
  'evictionSoft',
  'kubeReserved',
  'systemReserved',
]);

/** Fields that run the node and do not guard it: no drift of its hardening. */
export const OPERATIONAL: ReadonlySet<string> = new Set([
  'apiVersion',
  'cgroupDriver',
  'clusterDNS',
  'clusterDomain',
  'containerLogMaxFiles',
  'containerLogMaxSize',
  'eventBurst',
  'kernelMemcgNotification',
  'kind',
  'localStorageCapacityIsolation',
  'maxParallelImagePulls',
  'podLogsDir',
  'serializeImagePulls',
  'volumePluginDir',
]);
