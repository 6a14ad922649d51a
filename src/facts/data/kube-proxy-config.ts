/** Fields of KubeProxyConfiguration: name, type, and the default by range of Kubernetes minors. An empty mode is iptables on Linux. */
export const KUBE_PROXY_CONFIG = `
bindAddress                 string   1.20..1.37=0.0.0.0
clientConnection.kubeconfig string   1.20..1.37=
enableProfiling             boolean  1.20..1.37=false
featureGates                map      1.20..1.37=
healthzBindAddress          string   1.20..1.37=0.0.0.0:10256
hostnameOverride            string   1.20..1.37=
iptables.localhostNodePorts boolean  1.26..1.37=true
metricsBindAddress          string   1.20..1.37=127.0.0.1:10249
mode                        string   1.20..1.37=
nodePortAddresses           list     1.20..1.37=
portRange                   string   1.20..1.37=
`;
