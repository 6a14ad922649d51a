/** Questions of other guides that no check asks, with the reason; the reference lists them. */
export const leftOut: readonly { readonly question: string; readonly because: string }[] = [
  {
    question: 'The privilege profile of each namespace is scored (runtime-container-privileges-summary)',
    because:
      'it would count the checks of workloads twice; their findings name the namespaces, and those on privileges count under container-runtime already',
  },
  {
    question: 'Isolation uses protected node labels (nodes-isolation-labels)',
    because:
      'the API does not show which node selectors isolate and which ask for hardware; kubelets can neither set labels under node-restriction.kubernetes.io nor change those of others where NodeRestriction is on, which kube-apiserver/admission-node-restriction judges',
  },
  {
    question: 'The clocks of nodes agree (nodes-time-sync)',
    because:
      'the API shows the clock of a node only in the lease that it renews each ten seconds: one more list of an object per node, for a question without weight; a clock that is wrong enough to matter keeps the node from being ready, which nodes/ready tells',
  },
  {
    question: 'Modes and owners of files on control-plane and worker nodes (CIS 1.1, 4.1)',
    because: 'the API server does not show them, and kubevet asks nothing else',
  },
  {
    question:
      'The plugins SecurityContextDeny and PodSecurityPolicy are enabled, or are gone (older CIS benchmarks, apiserver-admission-security-context-deny)',
    because:
      'they were removed in Kubernetes 1.30 and 1.25, and a server that is told to use a plugin that it does not know does not start; Pod Security admission took their place',
  },
  {
    question:
      'Audit logs, keys of encryption, private nodes and release channels of managed clusters (apiserver-managed-logging-and-keys)',
    because:
      'only the API of the cloud shows them; checks of what a provider runs leave the score, named with the provider, and never pass for it',
  },
  {
    question: 'unsupportedConfigOverrides of OpenShift are empty (apiserver-unsupported-overrides)',
    because:
      'they stand in the operator configuration of OpenShift, kinds that no other check needs and that the least role therefore does not read',
  },
  {
    question: 'An external or kine datastore is encrypted in transit (etcd-external-visibility)',
    because:
      'kube-apiserver/etcd-cafile asks it of every address in --etcd-servers; k3s shows the address of an SQL store as asterisks, so that nothing can be told of it',
  },
  {
    question: 'etcd asks for TLS 1.2 or newer',
    because:
      'no etcd that runs can fail it: before the flag --tls-min-version of 3.5.8 it asked for 1.2 in any case, since then it does not start with less',
  },
  {
    question:
      'Recent events show no security failures (refused pods, failed mounts of tokens: apiserver-events-security-signals)',
    because:
      'all events of the cluster would have to be listed for it, they are gone after an hour, and whoever may create events can write any',
  },
  {
    question:
      'Admission webhooks and policies come from files on the host (staticManifestsDir: apiserver-manifest-admission)',
    because: 'that is no fault by itself, and which policies are in the files the API does not show',
  },
  {
    question: 'The content of audit policies, encryption and authentication configuration files',
    because:
      'they lie on the control-plane hosts; what the flags alone decide is decided, the rest is unknown unless a snapshot holds the file',
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
  {
    question: 'The API server serves HTTPS (apiserver-secure-port)',
    because: 'no API server starts with --secure-port=0: one that is asked for anything serves HTTPS',
  },
  {
    question: 'The API server offers strong key exchange only (apiserver-tls-curves)',
    because:
      'none of the values of --tls-curve-preferences that it starts with is weak: it takes the curves that Go supports, P-256 and better',
  },
  {
    question: 'Privileged containers are switched off for the whole cluster (apiserver-allow-privileged)',
    because:
      'nearly every network and storage plugin needs --allow-privileged; who may run privileged pods is decided by namespace, which the checks of Pod Security and of workloads ask about',
  },
  {
    question: 'Bootstrap tokens are no login while no node joins (apiserver-bootstrap-token-auth)',
    because:
      'the flag alone lets nobody in, and service-accounts/bootstrap-tokens asks about each token; clusters that grow by themselves need the login all the time',
  },
  {
    question: 'Only images of proven origin are admitted (CIS 5.5.1, apiserver-admission-image-policy)',
    because:
      'a dozen products can do it, each by objects of its own: that one is installed does not say that it refuses anything, and a policy that refuses may be anywhere; what ImagePolicyWebhook does when nobody answers stands in a file on the host',
  },
  {
    question: 'The admission plugins that /metrics names are the expected ones (apiserver-admission-effective-plugins)',
    because:
      'a plugin is named there only after it had something to do, so that one that is missing proves nothing; the checks of the single plugins decide by the settings',
  },
  {
    question: 'The control plane listens on the ports of the DISA list only (apiserver-ports-ppsm)',
    because:
      'which ports are approved is for each site to say, and another one is no less safe; firewalls of the hosts are not visible',
  },
  {
    question: 'Health endpoints of the API server are not open to everybody (apiserver-healthz-authorization)',
    because:
      'rbac/unauthenticated-bindings and rbac/anonymous-bindings ask what may be read without a login, beyond health and version; kube-apiserver/anonymous-auth whether anything may',
  },
  {
    question: 'Every connection of the API server is encrypted and verified (apiserver-tls-all-traffic)',
    because: 'it sums up other checks, which show and count by themselves',
  },
  {
    question: 'Arguments of k3s and RKE2 can be read from the annotations of nodes (apiserver-distro-args-evidence)',
    because:
      'it is how settings are read, not whether the cluster is safe: where the annotation is missing or cannot be read, the checks that need it are unknown',
  },
  {
    question: 'The connection to the authentication webhook is verified (apiserver-authn-webhook-tls)',
    because:
      'its kubeconfig lies on the control-plane hosts; for how long its answers count is asked by kube-apiserver/authn-webhook-cache',
  },
];
