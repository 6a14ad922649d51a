const VERSION = 'judges the version that runs: another one would have to be installed';
const RUNTIME = 'judges the container runtime that is installed';

const SYSTEM = 'judges the operating system that the machine has';
const RANCHER = 'concerns k3s and RKE2, which are not built here';
const HYGIENE = 'is off unless it is asked for';
const ONE_FOR_ALL = 'the flips give all kubelets one configuration, that of the control plane too';

/** Checks of all but the API server, whose flags are tried on bare processes, that no flip proves, and why. */
export const withoutFlip: Readonly<Record<string, string>> = {
  'cloud-controller-manager/discovered': 'says whether one runs, and never fails',
  'cloud-controller-manager/version': VERSION,
  'container-runtime/known-cves': RUNTIME,
  'container-runtime/no-dockershim': RUNTIME,
  'container-runtime/sandbox-available': 'lists what a person judges, and never fails',
  'container-runtime/stale-images': HYGIENE,
  'container-runtime/version-supported': RUNTIME,
  'etcd/backup-protected':
    'passes only where snapshots leave the node and are encrypted, for which there is no storage',
  'etcd/ha-members': 'judges how many control-plane nodes there are: others would have to join',
  'etcd/version-supported': VERSION,
  'kube-controller-manager/cloud-provider': 'controller managers from 1.31 on do not start with a cloud of their own',
  'kube-controller-manager/version': VERSION,
  'kube-proxy/presence': 'judges whether anything serves Services: nothing could be told of the cluster without it',
  'kube-proxy/version-skew': VERSION,
  'kube-scheduler/leader-election': 'concerns several schedulers: one control-plane node runs one',
  'kube-scheduler/config-file': 'schedulers from 1.23 on do not start with what it objects to',
  'kube-scheduler/version': VERSION,
  'kubelet/cgroup-v1': 'the machine would have to be started with other control groups',
  'kubelet/config-drift': ONE_FOR_ALL,
  'kubelet/kubeconfig-cert-expiry': 'judges the age of certificates, which kubelets renew in time',
  'kubelet/remote-runtime-endpoint': 'kubelets on Linux do not start with what it objects to',
  'kubelet/static-pod-source': ONE_FOR_ALL,
  'kubelet/streaming-timeout': 'kubelets from 1.34 on do not look at the setting',
  'kubelet/swap': 'a kubelet that allows swap may not start where control groups are of version 1',
  'kubelet/version-skew': VERSION,
  'kubelet/version-supported': VERSION,
  'nodes/container-optimised-os': SYSTEM,
  'nodes/external-ip': 'addresses of that kind are given by clouds',
  'nodes/join-endpoint-exposure': RANCHER,
  'nodes/k3s-guards-disabled': RANCHER,
  'nodes/k3s-kubeconfig-mode': RANCHER,
  'nodes/k3s-tls-san-security': RANCHER,
  'nodes/kernel-cves': SYSTEM,
  'nodes/old-components': VERSION,
  'nodes/os-supported': SYSTEM,
  'nodes/ready': HYGIENE,
  'nodes/reboot-age': 'judges how long nodes have been running',
  'nodes/rke2-cis-profile': RANCHER,
  'nodes/single-control-plane': HYGIENE,
  'nodes/unknown': 'judges nodes that no longer answer: one would have to be cut off',
};
