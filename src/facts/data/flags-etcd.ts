/** Flags of etcd: name, type, and the default by range of etcd versions. */
export const ETCD_FLAGS = `
advertise-client-urls                             string   3.5.16..3.7=http://localhost:2379
auth-token                                        string   3.4..3.7=simple
auth-token-ttl                                    integer  3.5.16..3.7=300
auto-compaction-mode                              string   3.5.16..3.7=periodic
auto-compaction-retention                         string   3.5.16..3.7=0
auto-tls                                          boolean  3.4..3.7=false
backend-batch-interval                            duration 3.5.16..3.7?
backend-batch-limit                               integer  3.5.16..3.7=0
backend-bbolt-freelist-type                       string   3.5.16..3.7=map
bcrypt-cost                                       integer  3.5.16..3.7=10
bootstrap-defrag-threshold-megabytes              integer  3.6.5..3.7?
cert-file                                         string   3.4..3.7=
cipher-suites                                     string   3.4..3.7=
client-cert-allowed-hostname                      string   3.5..3.7=
client-cert-auth                                  boolean  3.4..3.7=false
client-cert-file                                  string   3.5.16..3.7=
client-crl-file                                   string   3.4..3.7=
client-key-file                                   string   3.5.16..3.7=
compact-hash-check-time                           duration 3.6.5..3.7=1m
compaction-batch-limit                            integer  3.6.5..3.7=1000
compaction-sleep-interval                         duration 3.6.5..3.7?
config-file                                       string   3.4..3.7=
corrupt-check-time                                duration 3.6.5..3.7=0s
cors                                              string   3.4..3.7=*
data-dir                                          string   3.4..3.7=\${name}.etcd
debug                                             boolean
discovery                                         string   3.5.16..3.7=
discovery-cacert                                  string   3.6.5..3.7=
discovery-cert                                    string   3.6.5..3.7=
discovery-dial-timeout                            duration 3.6.5..3.7=2s
discovery-endpoints                               string   3.6.5..3.7=
discovery-fallback                                string   3.5.16..3.5=proxy 3.6.5..3.7=exit
discovery-insecure-skip-tls-verify                boolean  3.6.5..3.7=false
discovery-insecure-transport                      boolean  3.6.5..3.7=true
discovery-keepalive-time                          duration 3.6.5..3.7=2s
discovery-keepalive-timeout                       duration 3.6.5..3.7=6s
discovery-key                                     string   3.6.5..3.7=
discovery-password                                string   3.6.5..3.7=
discovery-proxy                                   string   3.5.16..3.7=
discovery-request-timeout                         duration 3.6.5..3.7=5s
discovery-srv                                     string   3.5.16..3.7=
discovery-srv-name                                string   3.5.16..3.7=
discovery-token                                   string   3.6.5..3.7=
discovery-user                                    string   3.6.5..3.7=
distributed-tracing-address                       string   3.6.5..3.7=localhost:4317
distributed-tracing-instance-id                   string   3.6.5..3.7=
distributed-tracing-sampling-rate                 integer  3.6.5..3.7=0
distributed-tracing-service-name                  string   3.6.5..3.7=etcd
downgrade-check-time                              duration 3.6.5..3.7?
election-timeout                                  integer  3.5.16..3.7=1000
enable-distributed-tracing                        boolean  3.6.5..3.7=false
enable-grpc-gateway                               boolean  3.5.16..3.7=true
enable-log-rotation                               boolean  3.5.16..3.7=false
enable-pprof                                      boolean  3.4..3.7=false
enable-v2                                         boolean  3.5..3.5=false
experimental-bootstrap-defrag-threshold-megabytes integer
experimental-compact-hash-check-enabled           boolean
experimental-compact-hash-check-time              duration
experimental-compaction-batch-limit               integer
experimental-compaction-sleep-interval            duration
experimental-corrupt-check-time                   duration
experimental-distributed-tracing-address          string
experimental-distributed-tracing-instance-id      string
experimental-distributed-tracing-sampling-rate    integer
experimental-distributed-tracing-service-name     string
experimental-downgrade-check-time                 duration
experimental-enable-distributed-tracing           boolean
experimental-enable-lease-checkpoint              boolean
experimental-enable-lease-checkpoint-persist      boolean
experimental-enable-v2v3                          string
experimental-initial-corrupt-check                boolean
experimental-max-learners                         integer
experimental-memory-mlock                         boolean
experimental-peer-skip-client-san-verification    boolean
experimental-set-member-localaddr                 boolean
experimental-snapshot-catchup-entries             integer
experimental-stop-grpc-service-on-defrag          boolean
experimental-txn-mode-write-with-shared-buffer    boolean
experimental-wait-cluster-ready-timeout           duration
experimental-warning-apply-duration               duration
experimental-warning-unary-request-duration       duration
experimental-watch-progress-notify-interval       duration
feature-gates                                     map      3.6.5..3.7=
force-new-cluster                                 boolean  3.5..3.7=false
grpc-keepalive-interval                           duration 3.5.16..3.7=2h
grpc-keepalive-min-time                           duration 3.5.16..3.7=5s
grpc-keepalive-timeout                            duration 3.5.16..3.7=20s
heartbeat-interval                                integer  3.5.16..3.7=100
host-whitelist                                    string   3.4..3.7=*
initial-advertise-peer-urls                       string   3.5.16..3.7=http://localhost:2380
initial-cluster                                   string   3.5.16..3.7=default=http://localhost:2380
initial-cluster-state                             string   3.5.16..3.7=new
initial-cluster-token                             string   3.5.16..3.7=etcd-cluster
initial-election-tick-advance                     boolean  3.5.16..3.7=true
key-file                                          string   3.4..3.7=
listen-client-http-urls                           string   3.5.8..3.7=
listen-client-urls                                string   3.4..3.7=http://localhost:2379
listen-metrics-urls                               string   3.4..3.7=
listen-peer-urls                                  string   3.4..3.7=http://localhost:2380
log-format                                        string   3.6.5..3.7=json
log-level                                         string   3.5.16..3.7=info
log-outputs                                       string   3.5.16..3.7=default
log-package-levels                                string
log-rotation-config-json                          string   3.5.16..3.7?
logger                                            string   3.5.16..3.7=zap
max-concurrent-streams                            integer  3.5.16..3.7?
max-learners                                      integer  3.6.5..3.7=1
max-request-bytes                                 integer  3.5.16..3.7=1572864
max-snapshots                                     integer  3.5.16..3.7=5
max-txn-ops                                       integer  3.5.16..3.7=128
max-wals                                          integer  3.5.16..3.7=5
memory-mlock                                      boolean  3.6.5..3.7=false
metrics                                           string   3.5.16..3.7=basic
name                                              string   3.5.16..3.7=default
peer-auto-tls                                     boolean  3.4..3.7=false
peer-cert-allowed-cn                              string   3.5..3.7=
peer-cert-allowed-hostname                        string   3.5..3.7=
peer-cert-file                                    string   3.4..3.7=
peer-client-cert-auth                             boolean  3.4..3.7=false
peer-client-cert-file                             string   3.5.16..3.7=
peer-client-key-file                              string   3.5.16..3.7=
peer-crl-file                                     string   3.5..3.7=
peer-key-file                                     string   3.4..3.7=
peer-skip-client-san-verification                 boolean  3.6.5..3.7=false
peer-trusted-ca-file                              string   3.4..3.7=
pre-vote                                          boolean  3.5.16..3.7=true
proxy                                             string
proxy-dial-timeout                                integer
proxy-failure-wait                                integer
proxy-read-timeout                                integer
proxy-refresh-interval                            integer
proxy-write-timeout                               integer
quota-backend-bytes                               integer  3.5.16..3.7=0
raft-read-timeout                                 duration 3.5.16..3.7=5s
raft-write-timeout                                duration 3.5.16..3.7=5s
self-signed-cert-validity                         integer  3.5.16..3.7=1
snapshot-catchup-entries                          integer  3.6.5..3.7?
snapshot-count                                    integer  3.5.16..3.5=100000 3.6.5..3.7=10000
socket-reuse-address                              boolean  3.5.16..3.7=false
socket-reuse-port                                 boolean  3.5.16..3.7=false
strict-reconfig-check                             boolean  3.5.16..3.7=true
tls-max-version                                   string   3.5.16..3.7=
tls-min-version                                   string   3.5.8..3.7=TLS1.2
trusted-ca-file                                   string   3.4..3.7=
unsafe-no-fsync                                   boolean  3.5..3.7=false
v2-deprecation                                    string   3.5.16..3.5=not-yet 3.6.5..3.7=write-only
wal-dir                                           string   3.5.16..3.7=
warning-apply-duration                            duration 3.6.5..3.7=100ms
warning-unary-request-duration                    duration 3.6.5..3.7=300ms
watch-progress-notify-interval                    duration 3.6.5..3.7=10m
`;
