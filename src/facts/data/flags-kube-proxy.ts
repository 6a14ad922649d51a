/** Flags of kube-proxy: name, type, and the default by range of Kubernetes minors; `?` where the flag is there and its default is not described. */
export const KUBE_PROXY_FLAGS = `
bind-address                      string   1.20..1.37=0.0.0.0
bind-address-hard-fail            boolean  1.32..1.37=false
boot-id-file                      string
cleanup                           boolean  1.32..1.37=false
cluster-cidr                      string   1.32..1.37=
config                            string   1.20..1.37=
config-sync-period                duration 1.32..1.37=15m0s
conntrack-max-per-core            integer  1.32..1.37=32768
conntrack-min                     integer  1.32..1.37=131072
conntrack-tcp-be-liberal          boolean  1.32..1.37=false
conntrack-tcp-timeout-close-wait  duration 1.32..1.37=1h0m0s
conntrack-tcp-timeout-established duration 1.32..1.37=24h0m0s
conntrack-udp-timeout             duration 1.32..1.37=0s
conntrack-udp-timeout-stream      duration 1.32..1.37=0s
detect-local-mode                 string   1.32..1.37=
feature-gates                     map      1.20..1.37=
healthz-bind-address              string   1.20..1.37=0.0.0.0:10256
healthz-port                      integer
help                              boolean  1.32..1.37=false
hostname-override                 string   1.20..1.37=
init-only                         boolean  1.29..1.37=false
iptables-localhost-nodeports      boolean  1.26..1.37=true
iptables-masquerade-bit           integer  1.32..1.37=14
iptables-min-sync-period          duration 1.32..1.37=1s
iptables-sync-period              duration 1.32..1.37=30s
ipvs-exclude-cidrs                list     1.32..1.37=
ipvs-min-sync-period              duration 1.32..1.37=1s
ipvs-scheduler                    string   1.32..1.37=
ipvs-strict-arp                   boolean  1.32..1.37=false
ipvs-sync-period                  duration 1.32..1.37=30s
ipvs-tcp-timeout                  duration 1.32..1.37=0s
ipvs-tcpfin-timeout               duration 1.32..1.37=0s
ipvs-udp-timeout                  duration 1.32..1.37=0s
kube-api-burst                    integer  1.32..1.37=10
kube-api-content-type             string   1.32..1.37=application/vnd.kubernetes.protobuf
kube-api-qps                      string   1.32..1.37=5
kubeconfig                        string   1.20..1.37=
log-flush-frequency               duration 1.32..1.37=5s
log-json-info-buffer-size         string   1.32..1.37=0
log-json-split-stream             boolean  1.32..1.37=false
log-text-info-buffer-size         string   1.32..1.37=0
log-text-split-stream             boolean  1.32..1.37=false
logging-format                    string   1.32..1.37=text
machine-id-file                   string
masquerade-all                    boolean  1.32..1.37=false
master                            string   1.32..1.37=
metrics-bind-address              string   1.20..1.37=127.0.0.1:10249
metrics-port                      integer
nodeport-addresses                list     1.20..1.37=
oom-score-adj                     integer  1.32..1.37=-999
pod-bridge-interface              string   1.32..1.37=
pod-interface-name-prefix         string   1.32..1.37=
profiling                         boolean  1.20..1.37=false
proxy-mode                        string   1.20..1.37=
proxy-port-range                  string   1.20..1.30=
show-hidden-metrics-for-version   string   1.32..1.37=
v                                 integer  1.32..1.37=0
version                           boolean  1.32..1.37=false
vmodule                           string   1.32..1.37=
write-config-to                   string   1.32..1.37=
`;
