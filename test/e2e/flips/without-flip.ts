const VERSION = 'judges the version that runs: another one would have to be installed';
const RUNTIME = 'judges the container runtime that is installed';

/** Checks of all but the API server, whose flags are tried on bare processes, that no flip proves, and why. */
export const withoutFlip: Readonly<Record<string, string>> = {
  'container-runtime/known-cves': RUNTIME,
  'container-runtime/no-dockershim': RUNTIME,
  'container-runtime/version-supported': RUNTIME,
  'etcd/version-supported': VERSION,
  'kube-controller-manager/version': VERSION,
  'kube-proxy/version-skew': VERSION,
  'kube-scheduler/version': VERSION,
  'kubelet/streaming-timeout': 'kubelets from 1.34 on do not look at the setting',
  'kubelet/version-skew': VERSION,
  'kubelet/version-supported': VERSION,
};
