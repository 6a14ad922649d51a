/** Day up to which the vulnerabilities of each product are described. */
export const VULNERABILITIES_AS_OF = {
  'kubernetes': '2026-10-10',
  'etcd': '2026-10-10',
  'containerd': '2026-10-10',
  'cri-o': '2026-10-10',
  'linux': '2026-09-08',
} as const;

/** Vulnerabilities: id, severity, whether unconfirmed, affected versions by component (`introduced..fixed`, `0` for any before, nothing where no release fixes it), summary, and the condition that must hold as well.
 * Versions before those that src/facts/vulnerabilities.ts says are left out.
 */
export const VULNERABILITIES = `
CVE-2026-46300 | high | - | linux 3.9.0..5.10.257 5.11.0..5.15.208 5.16.0..6.1.174 6.2.0..6.6.141 6.7.0..6.12.91 6.13.0..6.18.33 6.19.0..7.0.10 | Local users write into the page cache of files that they may only read, and become root of the node. | -
CVE-2026-43284 | high | - | linux 4.11.0..5.10.255 5.11.0..5.15.206 5.16.0..6.1.172 6.2.0..6.6.138 6.7.0..6.12.87 6.13.0..6.18.28 6.19.0..7.0.5 | Local users write into the page cache of files that they may only read, and become root of the node. | -
CVE-2026-31431 | high | - | linux 4.14.0..5.10.254 5.11.0..5.15.204 5.16.0..6.1.170 6.2.0..6.6.137 6.7.0..6.12.85 6.13.0..6.18.22 6.19.0..6.19.12 | Local users write into the page cache of files that they may only read, and become root of the node. | -
CVE-2026-53493 | medium | unconfirmed | containerd 0..1.7.36 2.0.0..2.0.13 2.1.0..2.2.9 2.3.0..2.3.6 2.4.0..2.4.1 | A crafted image index makes the pull use extreme CPU and memory. | -
CVE-2026-76654 | medium | unconfirmed | kubelet 0..1.34.12 1.35.0..1.35.9 1.36.0..1.36.5 1.37.0..1.37.1 | subPath symlinks to a network share leak the Windows node account's NTLM hash. | a Windows node
CVE-2026-2270 | medium | unconfirmed | kube-controller-manager 0..1.34.12 1.35.0..1.35.9 1.36.0..1.36.5 1.37.0..1.37.1 | Writing StatefulSets and ControllerRevisions lets a user create pods in other namespaces. | A non-admin subject may write both StatefulSets and ControllerRevisions (the built-in edit and admin roles do not grant ControllerRevision writes)
GHSA-rp3h-jf77-q9p4 | unknown | unconfirmed | containerd 0..1.7.35 2.0.0..2.0.12 2.1.0..2.2.8 2.3.0..2.3.5 | Registry credentials could be sent when fetching descriptor URLs. | -
CVE-2026-53495 | medium | - | containerd 0..1.7.35 2.0.0..2.0.12 2.1.0..2.2.8 2.3.0..2.3.5 | Exec probes leak goroutines and can stop the node's runtime. | -
CVE-2026-73500 | high | - | etcd 0..3.5.33 3.6.0..3.6.14 3.7.0..3.7.1 | Unfinished TLS handshakes pile up and exhaust etcd memory, before authentication. | -
CVE-2026-73499 | high | - | etcd 0..3.5.33 3.6.0..3.6.14 3.7.0..3.7.1 | Open-ended watch ranges bypass etcd permissions. | etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
CVE-2026-53492 | high | unconfirmed | containerd 2.1.0..2.1.9 2.2.0..2.2.5 2.3.0..2.3.2 | Checkpoint restore accepts device annotations from the archive. | CRI checkpoint restore reachable (criu installed)
CVE-2026-53489 | high | - | containerd 2.1.0..2.1.9 2.2.0..2.2.5 2.3.0..2.3.2 | Checkpoint restore follows symlinks and reveals host files as logs. | CRI checkpoint restore reachable (criu installed)
CVE-2026-53488 | high | - | containerd 1.7.0..1.7.33 2.0.0..2.0.10 2.1.0..2.1.9 2.2.0..2.2.5 2.3.0..2.3.2 | Image labels reach a logger setting and run a command as root on the host. | -
CVE-2026-50195 | critical | unconfirmed | containerd 2.1.0..2.1.9 2.2.0..2.2.5 2.3.0..2.3.2 | Importing a checkpoint can retag a local image so other pods run attacker code. | CRI checkpoint restore reachable (criu installed)
CVE-2026-47262 | medium | - | containerd 1.7.0..1.7.33 2.0.0..2.0.10 2.1.0..2.1.9 2.2.0..2.2.5 2.3.0..2.3.2 | A huge group file in an image stalls the runtime. | -
CVE-2026-46680 | high | unconfirmed | containerd 1.7.27..1.7.32 2.0.4..2.0.9 2.1.0..2.2.4 2.3.0..2.3.1 | User id parsing lets an image run as root despite runAsNonRoot. | -
CVE-2026-44283 | low | - | etcd 0..3.4.44 3.5.0..3.5.30 3.6.0..3.6.11 | Transactions with PrevKv or leases skip etcd read permissions. | etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
CVE-2026-33413 | high | - | etcd 0..3.4.42 3.5.0..3.5.28 3.6.0..3.6.9 | Several APIs (members, alarms, leases, compaction) skip etcd authorisation. | etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
CVE-2026-33343 | low | - | etcd 0..3.4.42 3.5.0..3.5.28 3.6.0..3.6.9 | Nested transactions bypass key permissions for authenticated etcd users. | etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
CVE-2025-13281 | medium | - | kube-controller-manager 0..1.32.10 1.33.0..1.33.6 1.34.0..1.34.2 | In-tree Portworx volumes make the controller manager fetch attacker-chosen addresses. | In-tree Portworx StorageClass and CSIMigrationPortworx off
CVE-2025-64329 | medium | - | containerd 0..1.7.29 2.0.0..2.0.7 2.1.0..2.1.5 | Repeated attach requests leak goroutines until the node runs out of memory. | -
CVE-2024-25621 | high | - | containerd 0..1.7.29 2.0.0..2.0.7 2.1.0..2.1.5 | Working folders are created with permissions that host users can abuse. | -
CVE-2025-4437 | medium | unconfirmed | cri-o 0.. | A huge /etc/passwd in an image exhausts runtime memory. | -
CVE-2025-5187 | medium | unconfirmed | kube-apiserver 0..1.31.12 1.32.0..1.32.8 1.33.0..1.33.4 | Node users can delete and recreate their own Node object through an owner reference. | -
CVE-2025-4563 | low | - | kube-apiserver 1.32.0..1.32.6 1.33.0..1.33.2 | A compromised node creates mirror pods that claim devices it was not allotted. | DynamicResourceAllocation enabled
CVE-2025-47291 | medium | - | containerd 2.0.1..2.0.5 | Pods with user namespaces escape their cgroup limits. | Pods with hostUsers: false
CVE-2025-47290 | high | - | containerd 2.1.0..2.1.1 | Race while unpacking an image lets it change the host filesystem. | -
CVE-2024-7598 | low | unconfirmed | kube-apiserver 1.3.0..1.33.0 | During namespace deletion, network policies may vanish before the pods they protect. | -
CVE-2024-40635 | medium | - | containerd 0..1.6.38 1.7.0..1.7.27 2.0.0..2.0.4 | Very large user ids overflow and the container runs as root. | -
CVE-2025-1767 | medium | unconfirmed | kubelet 0..1.33.0 | gitRepo volumes can read other pods' local repositories on the same node. | Pods may use gitRepo volumes
CVE-2025-0426 | medium | unconfirmed | kubelet 1.25.0..1.29.14 1.30.0..1.30.10 1.31.0..1.31.6 1.32.0..1.32.2 | Checkpoint requests on the unauthenticated read-only port fill the node disk. | kubelet read-only port enabled and a runtime with checkpoint support
CVE-2025-0750 | medium | unconfirmed | cri-o 0.. | Path traversal in log handling can unmount or mount arbitrary host folders. | -
CVE-2024-9042 | medium | - | kubelet 0..1.29.13 1.30.0..1.30.9 1.31.0..1.31.5 1.32.0..1.32.1 | Log query requests run commands on Windows nodes. | a Windows node; NodeLogQuery feature gate and enableSystemLogQuery
CVE-2024-8676 | high | - | cri-o 0..1.29.11 1.30.0..1.30.8 1.31.0..1.31.3 | A crafted checkpoint restores mounts the pod was not allowed to have. | CRI checkpoint restore reachable
CVE-2024-10220 | high | - | kubelet 0..1.28.12 1.29.0..1.29.7 1.30.0..1.30.3 | Crafted gitRepo volumes run commands on the node outside the container. | Pods may use gitRepo volumes and git is present on the node
CVE-2024-0793 | high | unconfirmed | kube-controller-manager 0..1.27.0 | A v1 HorizontalPodAutoscaler without a scale-up block crashes the controller manager. | -
CVE-2024-5321 | medium | - | kubelet 0..1.27.16 1.28.0..1.28.12 1.29.0..1.29.7 1.30.0..1.30.3 | Ordinary users on Windows nodes can read or change container logs. | a Windows node
CVE-2024-5154 | high | - | cri-o 1.28.6..1.28.7 1.29.4..1.29.5 1.30.0..1.30.1 | A container can create a symlink at a chosen host path. | -
CVE-2024-3154 | high | - | cri-o 0..1.27.6 1.28.0..1.28.6 1.29.0..1.29.4 | Pod annotations set arbitrary systemd properties on the host. | -
CVE-2024-3177 | low | - | kube-apiserver 0..1.27.13 1.28.0..1.28.9 1.29.0..1.29.4 | envFrom in containers bypasses the mountable-secrets rule of ServiceAccounts. | ServiceAccounts annotated kubernetes.io/enforce-mountable-secrets
CVE-2023-6476 | medium | - | cri-o 0..1.27.3 1.28.0..1.28.3 1.29.0..1.29.1 | An experimental annotation lets pods exceed their cgroup v2 limits. | -
GHSA-7ww5-4wqc-m92c | medium | unconfirmed | containerd 0..1.6.26 1.7.0..1.7.11 | Containers can read power counters of the host, a side channel. | -
CVE-2023-5528 | medium | - | kubelet 1.8.0..1.25.16 1.26.0..1.26.11 1.27.0..1.27.8 1.28.0..1.28.4 | Local persistent volume paths run commands as admin on Windows nodes. | a Windows node
CVE-2023-44487 | high | unconfirmed | kube-apiserver 0..1.25.15 1.26.0..1.26.10 1.27.0..1.27.7 1.28.0..1.28.3 | HTTP/2 rapid reset lets clients overload the API server; includes CVE-2023-39325. | -
CVE-2023-3955 | high | - | kubelet 0..1.24.17 1.25.0..1.25.13 1.26.0..1.26.8 1.27.0..1.27.5 1.28.0..1.28.1 | Second injection path giving pod creators admin on Windows nodes. | a Windows node
CVE-2023-3676 | high | - | kubelet 0..1.24.17 1.25.0..1.25.13 1.26.0..1.26.8 1.27.0..1.27.5 1.28.0..1.28.1 | Pod creators gain admin on Windows nodes through unsanitised paths passed to PowerShell. | a Windows node
CVE-2023-2431 | low | - | kubelet 0..1.24.14 1.25.0..1.25.10 1.26.0..1.26.5 1.27.0..1.27.2 | Localhost seccomp profile with an empty name silently runs the pod unconfined. | -
CVE-2023-2728 | medium | - | kube-apiserver 0..1.24.15 1.25.0..1.25.11 1.26.0..1.26.6 1.27.0..1.27.3 | Ephemeral containers bypass the mountable-secrets rule of ServiceAccounts. | ServiceAccounts annotated kubernetes.io/enforce-mountable-secrets
CVE-2023-2727 | medium | - | kube-apiserver 0..1.24.15 1.25.0..1.25.11 1.26.0..1.26.6 1.27.0..1.27.3 | Ephemeral containers bypass image checks of the ImagePolicyWebhook plugin. | ImagePolicyWebhook admission plugin enabled
CVE-2023-32082 | low | - | etcd 0..3.4.26 3.5.0..3.5.9 | Lease listing shows key names without read rights. | etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
CVE-2021-28235 | critical | - | etcd 0..3.4.25 3.5.0..3.5.8 | Debug endpoint returns etcd credentials in memory dumps. | --enable-pprof together with etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
CVE-2023-25173 | medium | - | containerd 0..1.5.18 1.6.0..1.6.18 | Supplementary groups are not set up correctly, allowing access around group rules. | -
CVE-2023-25153 | medium | - | containerd 0..1.5.18 1.6.0..1.6.18 | Importing a crafted image uses up memory. | -
CVE-2022-4318 | medium | - | cri-o 0..1.26.0 | A crafted HOME variable adds lines to /etc/passwd in the container. | -
CVE-2022-23471 | medium | - | containerd 0..1.5.16 1.6.0..1.6.12 | Failed terminal sessions leak goroutines until the host runs out of memory. | -
CVE-2022-3294 | medium | unconfirmed | kube-apiserver 0..1.22.16 1.23.0..1.23.14 1.24.0..1.24.8 1.25.0..1.25.4 | Editing a Node address plus node proxy rights reaches control plane network endpoints. | -
CVE-2022-3162 | medium | - | kube-apiserver 0..1.22.16 1.23.0..1.23.14 1.24.0..1.24.8 1.25.0..1.25.4 | Rights on one custom resource allow reading another type in the same API group. | -
CVE-2022-2995 | high | - | cri-o 0..1.25.0 | Supplementary groups are handled wrongly, exposing data to the container user. | -
CVE-2022-3172 | medium | unconfirmed | kube-apiserver 0..1.22.14 1.23.0..1.23.11 1.24.0..1.24.5 1.25.0..1.25.1 | A hostile aggregated API server can redirect client requests to arbitrary URLs. | -
CVE-2021-25749 | high | - | kubelet 1.20.0..1.22.14 1.23.0..1.23.11 1.24.0..1.24.5 | Windows containers can run as ContainerAdministrator despite runAsNonRoot. | a Windows node
CVE-2022-31030 | medium | - | containerd 0..1.5.13 1.6.0..1.6.6 | Large ExecSync output exhausts node memory. | -
CVE-2022-1708 | high | - | cri-o 0..1.22.5 1.23.0..1.23.3 1.24.0..1.24.1 | Large ExecSync output exhausts node memory or disk. | -
CVE-2022-27652 | medium | - | cri-o 0..1.24.0 | Containers start with non-empty inheritable capabilities. | -
CVE-2022-24769 | medium | unconfirmed | containerd 0..1.5.11 1.6.0..1.6.2 | Containers start with non-empty inheritable capabilities. | -
CVE-2022-0811 | high | - | cri-o 1.19.0..1.19.6 1.20.0..1.20.7 1.21.0..1.21.6 1.22.0..1.22.3 1.23.0..1.23.2 | A crafted sysctl value sets kernel options and gives root on the node. | -
CVE-2022-23648 | high | - | containerd 0..1.4.13 1.5.0..1.5.10 1.6.0..1.6.1 | Crafted image volumes copy host files into the container read-only. | -
CVE-2022-0532 | medium | unconfirmed | cri-o 0..1.23.1 | Pods sharing host namespaces can change host sysctls (see also GHSA-w2j5-3rcx-vx7x). | -
CVE-2021-43816 | high | - | containerd 1.5.0..1.5.9 | hostPath files mounted on special paths get relabelled, defeating SELinux limits. | SELinux in use
CVE-2021-41103 | medium | - | containerd 0..1.4.11 1.5.0..1.5.7 | Loose folder permissions let host users reach container filesystems. | -
CVE-2020-8561 | medium | - | kube-apiserver 0.. | Webhook servers can redirect the API server to private addresses and read replies in its log. | API server log level 10 readable, or profiling left on so the level can be raised
CVE-2021-25741 | high | unconfirmed | kubelet 0..1.19.15 1.20.0..1.20.11 1.21.0..1.21.5 1.22.0..1.22.2 | Symlink swapping with subPath volumes gives a container access to host files. | -
CVE-2021-32760 | medium | - | containerd 0..1.4.8 1.5.0..1.5.4 | Unpacking a crafted image changes file modes on the host. | -
CVE-2021-25740 | low | - | kube-apiserver 0.. | Users who may edit Endpoints can steer shared load balancers to pods in other namespaces. | Users hold write rights on Endpoints or EndpointSlices (default edit/admin roles on clusters created before 1.22)
CVE-2021-25737 | low | - | kube-apiserver 1.16.0..1.18.19 1.19.0..1.19.11 1.20.0..1.20.7 1.21.0..1.21.1 | EndpointSlices may point at loopback or link-local addresses, reaching node-local services. | -
CVE-2021-25736 | medium | - | kube-proxy 0..1.18.18 1.19.0..1.19.10 1.20.0..1.20.6 | kube-proxy on Windows may forward load balancer traffic to a local process on the same port. | a Windows node
CVE-2020-8562 | low | unconfirmed | kube-apiserver 0.. | Proxy address checks can be bypassed when DNS answers change between check and connect. | -
CVE-2021-25735 | medium | - | kube-apiserver 0..1.18.18 1.19.0..1.19.10 1.20.0..1.20.6 | Validating webhooks for Node updates may see wrong old-object fields and allow bad changes. | Validating webhook guarding Node objects
CVE-2021-21334 | medium | unconfirmed | containerd 0..1.3.10 1.4.0..1.4.4 | Containers from the same image may receive another container's environment variables. | -
CVE-2020-8554 | medium | - | kube-apiserver 0.. | Anyone who may set Service external IPs can intercept traffic to those addresses. | Users may create Services and DenyServiceExternalIPs (or a policy) is not enabled
CVE-2020-15257 | medium | - | containerd 0..1.3.9 1.4.0..1.4.3 | Host-network containers running as root can reach the shim control socket. | Pods with hostNetwork running as UID 0
CVE-2020-8566 | medium | - | kube-controller-manager 1.17.0..1.17.13 1.18.0..1.18.10 1.19.0..1.19.3 | Ceph RBD admin secrets are logged during provisioning. | Ceph RBD provisioner and log verbosity >= 4
CVE-2020-8565 | medium | - | kube-apiserver 1.17.0..1.17.16 1.18.0..1.18.14 1.19.0..1.19.6 | Tokens still appear in logs at verbosity 9 and up; the earlier fix was incomplete. | log verbosity >= 9
CVE-2020-8564 | medium | - | kubelet 1.17.0..1.17.13 1.18.0..1.18.10 1.19.0..1.19.3 | Pull secret contents are logged when the docker config file is malformed. | log verbosity >= 4
CVE-2020-8563 | medium | - | kube-controller-manager 1.19.0..1.19.3 | vSphere credentials are written to the controller manager log at verbosity 4 and up. | vSphere cloud provider and log verbosity >= 4
CVE-2020-15157 | medium | unconfirmed | containerd 0..1.2.14 | Registry credentials leak to a foreign URL named in an image manifest. | -
CVE-2020-15106 | medium | unconfirmed | etcd 0..3.3.23 3.4.0..3.4.10 | A crafted log entry makes etcd panic (also CVE-2020-15112). | -
CVE-2020-8557 | medium | - | kubelet 1.1.0..1.16.13 1.17.0..1.17.9 1.18.0..1.18.6 | Writes to a pod's /etc/hosts escape disk accounting and can fill the node. | -
CVE-2020-8559 | medium | unconfirmed | kube-apiserver 0..1.16.13 1.17.0..1.17.9 1.18.0..1.18.6 | A compromised node redirects API server upgrade requests and reuses the client credentials. | -
CVE-2020-8558 | medium | - | kubelet 0..1.16.11 1.17.0..1.17.7 1.18.0..1.18.4, kube-proxy 0..1.16.11 1.17.0..1.17.7 1.18.0..1.18.4 | route_localnet makes loopback-only node services reachable from the same network segment. | -
CVE-2020-8555 | medium | unconfirmed | kube-controller-manager 1.16.0..1.16.9 1.17.0..1.17.5 1.18.0..1.18.1 | Several in-tree storage drivers make the controller manager fetch attacker-chosen URLs. | StorageClass with GlusterFS, Quobyte, StorageOS or ScaleIO
CVE-2020-10749 | medium | unconfirmed | kubelet 0..1.16.11 1.17.0..1.17.7 1.18.0..1.18.4 | CNI plugins accept IPv6 router advertisements, so a pod can redirect host traffic. | -
CVE-2019-11254 | medium | - | kube-apiserver 1.16.0..1.16.7 1.17.0..1.17.3 | Slow YAML parsing lets an authorised user tie up the API server. | -
CVE-2020-8552 | medium | - | kube-apiserver 1.16.0..1.16.7 1.17.0..1.17.3 | Unbounded metric labels let API requests exhaust API server memory. | -
CVE-2020-8551 | medium | unconfirmed | kubelet 1.16.0..1.16.7 1.17.0..1.17.3 | Unbounded metric labels let callers of the kubelet API exhaust its memory. | -
CVE-2019-11253 | high | - | kube-apiserver 1.16.0..1.16.2 | Nested YAML aliases expand until the API server runs out of CPU and memory. | -
CVE-2018-16886 | high | unconfirmed | etcd 3.3.0..3.3.11 | Client certificate common names bypass etcd user authentication. | etcd's own auth/RBAC is in use (Kubernetes does not use it by default)
`;
