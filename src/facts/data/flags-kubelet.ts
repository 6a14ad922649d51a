/** Flags of kubelet: name, type, and the default by range of Kubernetes minors; `?` where the flag is there and its default is not described.
 * These hold for a kubelet without a configuration file only; with one, the fields of kubelet-config.ts hold.
 */
export const KUBELET_FLAGS = `
address                                      string   1.20..1.37=0.0.0.0
allowed-unsafe-sysctls                       list     1.20..1.37=
anonymous-auth                               boolean  1.20..1.37=true
application-metrics-count-limit              integer
authentication-token-webhook                 boolean  1.20..1.37=false
authentication-token-webhook-cache-ttl       duration 1.32..1.37=2m0s
authorization-mode                           string   1.20..1.37=AlwaysAllow
authorization-webhook-cache-authorized-ttl   duration 1.32..1.37=5m0s
authorization-webhook-cache-unauthorized-ttl duration 1.32..1.37=30s
boot-id-file                                 string
bootstrap-kubeconfig                         string   1.20..1.37=
cert-dir                                     string   1.20..1.37=/var/lib/kubelet/pki
cgroup-driver                                string   1.32..1.37=cgroupfs
cgroup-root                                  string   1.32..1.37=
cgroups-per-qos                              boolean  1.32..1.37=true
client-ca-file                               string   1.20..1.37=
cloud-config                                 string
cloud-provider                               string   1.20..1.37=
cluster-dns                                  list     1.32..1.37=
cluster-domain                               string   1.32..1.37=
config                                       string   1.20..1.37=
config-dir                                   string   1.28..1.37=
container-hints                              string
container-log-max-files                      integer  1.32..1.37=5
container-log-max-size                       string   1.32..1.37=10Mi
container-runtime                            string   1.20..1.23=docker 1.24..1.26=remote
container-runtime-endpoint                   string   1.20..1.23=unix:///var/run/dockershim.sock 1.24..1.26= 1.27..1.37=unix:///run/containerd/containerd.sock
containerd                                   string
containerd-namespace                         string
contention-profiling                         boolean  1.20..1.37=false
cpu-cfs-quota                                boolean  1.32..1.37=true
cpu-cfs-quota-period                         duration 1.32..1.37=100ms
cpu-manager-policy                           string   1.32..1.37=none
cpu-manager-policy-options                   map      1.32..1.37=
cpu-manager-reconcile-period                 duration 1.32..1.37=10s
docker-endpoint                              string   1.20..1.23=unix:///var/run/docker.sock
dynamic-config-dir                           string   1.20..1.23=
enable-controller-attach-detach              boolean  1.32..1.37=true
enable-debugging-handlers                    boolean  1.20..1.37=true
enable-load-reader                           boolean
enable-server                                boolean  1.20..1.37=true
enforce-node-allocatable                     list     1.20..1.37=pods
event-burst                                  integer  1.32..1.37=100
event-qps                                    integer  1.20..1.26=5 1.27..1.37=50
event-storage-age-limit                      string
event-storage-event-limit                    string
eviction-hard                                map      1.20..1.25=imagefs.available<15%,memory.available<100Mi,nodefs.available<10%,nodefs.inodesFree<5% 1.26..1.37=
eviction-max-pod-grace-period                integer  1.32..1.37=0
eviction-minimum-reclaim                     map      1.32..1.37=
eviction-pressure-transition-period          duration 1.32..1.37=5m0s
eviction-soft                                map      1.32..1.37=
eviction-soft-grace-period                   map      1.32..1.37=
exit-on-lock-contention                      boolean  1.32..1.37=false
experimental-allocatable-ignore-eviction     boolean  1.20..1.37=false
experimental-mounter-path                    string   1.32..1.37=
fail-cgroupv1                                boolean  1.31..1.34=false 1.35..1.37=true
fail-swap-on                                 boolean  1.20..1.37=true
feature-gates                                map      1.32..1.37=
file-check-frequency                         duration 1.32..1.37=20s
global-housekeeping-interval                 duration
hairpin-mode                                 string   1.32..1.37=promiscuous-bridge
healthz-bind-address                         string   1.20..1.37=127.0.0.1
healthz-port                                 integer  1.20..1.37=10248
help                                         boolean  1.32..1.37=false
hostname-override                            string   1.20..1.37=
housekeeping-interval                        duration 1.32..1.37=10s
http-check-frequency                         duration 1.32..1.37=20s
image-credential-provider-bin-dir            string   1.32..1.37=
image-credential-provider-config             string   1.20..1.37=
image-gc-high-threshold                      integer  1.32..1.37=85
image-gc-low-threshold                       integer  1.32..1.37=80
image-service-endpoint                       string   1.32..1.37=
keep-terminated-pod-volumes                  boolean  1.20..1.30=false
kernel-memcg-notification                    boolean  1.32..1.37=false
kube-api-burst                               integer  1.32..1.37=100
kube-api-content-type                        string   1.32..1.37=application/vnd.kubernetes.protobuf
kube-api-qps                                 integer  1.32..1.37=50
kube-reserved                                map      1.32..1.37=
kube-reserved-cgroup                         string   1.32..1.37=
kubeconfig                                   string   1.20..1.37=
kubelet-cgroups                              string   1.32..1.37=
local-storage-capacity-isolation             boolean  1.32..1.37=true
lock-file                                    string   1.32..1.37=
log-cadvisor-usage                           boolean
log-flush-frequency                          duration 1.32..1.37=5s
log-json-info-buffer-size                    string   1.32..1.37=0
log-json-split-stream                        boolean  1.32..1.37=false
log-text-info-buffer-size                    string   1.32..1.37=0
log-text-split-stream                        boolean  1.32..1.37=false
logging-format                               string   1.32..1.37=text
machine-id-file                              string
make-iptables-util-chains                    boolean  1.20..1.37=true
manifest-url                                 string   1.20..1.37=
manifest-url-header                          map      1.32..1.37=
max-open-files                               integer  1.32..1.37=1000000
max-pods                                     integer  1.20..1.37=110
maximum-dead-containers                      integer  1.32..1.37=-1
maximum-dead-containers-per-container        integer  1.32..1.37=1
memory-manager-policy                        string   1.32..1.37=None
minimum-container-ttl-duration               duration 1.32..1.37=0s
minimum-image-ttl-duration                   duration 1.32..1.37=2m0s
network-plugin                               string   1.20..1.23=
node-ip                                      string   1.32..1.37=
node-labels                                  map      1.20..1.37=
node-status-max-images                       integer  1.32..1.37=50
node-status-update-frequency                 duration 1.32..1.37=10s
non-masquerade-cidr                          string   1.20..1.23=10.0.0.0/8
oom-score-adj                                integer  1.32..1.37=-999
pod-cidr                                     string   1.32..1.37=
pod-infra-container-image                    string   1.20..1.34?
pod-manifest-path                            string   1.20..1.37=
pod-max-pids                                 integer  1.20..1.37=-1
pods-per-core                                integer  1.32..1.37=0
port                                         integer  1.20..1.37=10250
protect-kernel-defaults                      boolean  1.20..1.37=false
provider-id                                  string   1.32..1.37=
qos-reserved                                 map      1.32..1.37=
read-only-port                               integer  1.20..1.37=10255
register-node                                boolean  1.20..1.37=true
register-schedulable                         boolean  1.20..1.33=true
register-with-taints                         list     1.32..1.37=
registry-burst                               integer  1.32..1.37=10
registry-qps                                 integer  1.32..1.37=5
reserved-cpus                                string   1.32..1.37=
reserved-memory                              list     1.32..1.37=
resolv-conf                                  string   1.32..1.37=/etc/resolv.conf
root-dir                                     string   1.20..1.37=/var/lib/kubelet
rotate-certificates                          boolean  1.20..1.37=false
rotate-server-certificates                   boolean  1.20..1.37=false
runonce                                      boolean  1.20..1.37=false
runtime-cgroups                              string   1.32..1.37=
runtime-request-timeout                      duration 1.32..1.37=2m0s
seccomp-default                              boolean  1.22..1.37=false
serialize-image-pulls                        boolean  1.20..1.37=true
storage-driver-buffer-duration               duration
storage-driver-db                            string
storage-driver-host                          string
storage-driver-password                      string
storage-driver-secure                        boolean
storage-driver-table                         string
storage-driver-user                          string
streaming-connection-idle-timeout            duration 1.20..1.37=4h0m0s
sync-frequency                               duration 1.32..1.37=1m0s
system-cgroups                               string   1.32..1.37=
system-reserved                              map      1.32..1.37=
system-reserved-cgroup                       string   1.32..1.37=
tls-cert-file                                string   1.20..1.37=
tls-cipher-suites                            list     1.20..1.37=
tls-min-version                              string   1.20..1.37=
tls-private-key-file                         string   1.20..1.37=
topology-manager-policy                      string   1.32..1.37=none
topology-manager-policy-options              map      1.32..1.37=
topology-manager-scope                       string   1.32..1.37=container
v                                            integer  1.20..1.37=0
version                                      boolean  1.32..1.37=false
vmodule                                      string   1.32..1.37=
volume-plugin-dir                            string   1.32..1.37=/usr/libexec/kubernetes/kubelet-plugins/volume/exec/
volume-stats-agg-period                      duration 1.32..1.37=1m0s
`;
