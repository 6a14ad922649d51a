const VERSION = 'judges the version that runs: another one would have to be installed';
const RUNTIME = 'judges the container runtime that is installed';

const ONE_FOR_ALL = 'the flips give all kubelets one configuration, that of the control plane too';

/** Checks of all but the API server, whose flags are tried on bare processes, that no flip proves, and why. */
export const withoutFlip: Readonly<Record<string, string>> = {
  'container-runtime/known-cves': RUNTIME,
  'container-runtime/no-dockershim': RUNTIME,
  'container-runtime/version-supported': RUNTIME,
  'etcd/ha-members': 'judges how many control-plane nodes there are: others would have to join',
  'etcd/version-supported': VERSION,
  'kube-controller-manager/cloud-provider': 'controller managers from 1.31 on do not start with a cloud of their own',
  'kube-controller-manager/version': VERSION,
  'kube-proxy/version-skew': VERSION,
  'kube-scheduler/config-file': 'schedulers from 1.23 on do not start with what it objects to',
  'kube-scheduler/version': VERSION,
  'kubelet/cgroup-v1': 'the machine would have to be started with other control groups',
  'kubelet/config-drift': ONE_FOR_ALL,
  'kubelet/remote-runtime-endpoint': 'kubelets on Linux do not start with what it objects to',
  'kubelet/static-pod-source': ONE_FOR_ALL,
  'kubelet/streaming-timeout': 'kubelets from 1.34 on do not look at the setting',
  'kubelet/swap': 'a kubelet that allows swap may not start where control groups are of version 1',
  'kubelet/version-skew': VERSION,
  'kubelet/version-supported': VERSION,
};
