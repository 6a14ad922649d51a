/** Questions of other guides that no check asks, with the reason; the reference lists them. */
export const leftOut: readonly { readonly question: string; readonly because: string }[] = [
  {
    question: 'Modes and owners of files on control-plane and worker nodes (CIS 1.1, 4.1)',
    because: 'the API server does not show them, and kubevet asks nothing else',
  },
  {
    question: 'SecurityContextDeny is enabled (older CIS benchmarks)',
    because: 'the plugin was removed in Kubernetes 1.30; Pod Security admission took its place',
  },
  {
    question: 'etcd asks for TLS 1.2 or newer',
    because:
      'no etcd that runs can fail it: before the flag --tls-min-version of 3.5.8 it asked for 1.2 in any case, since then it does not start with less',
  },
  {
    question: 'The content of audit policies, encryption and authentication configuration files',
    because: 'they lie on the control-plane hosts; what the flags alone decide is decided, the rest is unknown',
  },
  {
    question: 'Kubelets run without --hostname-override (CIS 4.2.7, kubelet-hostname-override)',
    because:
      'the API does not show it: the flag has no field in the configuration that a kubelet shows, and name, label and Hostname address of a node all follow it; k3s, RKE2 and several providers need it besides',
  },
  {
    question:
      'The FlexVolume directory of the controller manager is not one that others may write to (controller-manager-flex-volume)',
    because:
      'kubeadm mounts the same directory of the host into every controller manager; whether anybody but root may write to it there the API does not show, and pods that mount it are the matter of workloads/hostpath-sensitive',
  },
];
