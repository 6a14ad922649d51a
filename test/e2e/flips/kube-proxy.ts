import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { get, kubectl, onNode } from '../support.ts';
import { type Flip, type FlipGroup, isReady, type Medium, nodes, type PodStatus, type Probe, until } from './flip.ts';
import { merged } from './merge-patch.ts';

type Patch = Readonly<Record<string, unknown>>;

/** Merge patches of what the ConfigMap of kube-proxy holds. */
export interface KubeProxyChange {
  readonly config?: Patch;
  /** The cluster and the user in its kubeconfig; `TOKEN` stands for a token of its ServiceAccount. */
  readonly cluster?: Patch;
  readonly user?: Patch;
  /** Of the spec of its pods. */
  readonly spec?: Patch;
}

const AT = ['-n', 'kube-system'];
const CONFIG = 'config.conf';
const KUBECONFIG = 'kubeconfig.conf';
type Data = Readonly<Record<string, string>>;
let original: Data;
let oneByOne: Patch;

const read = (): Data => get('configmap', 'kube-proxy', ...AT).data;
const write = (data: Data): string =>
  kubectl('patch', 'configmap', 'kube-proxy', ...AT, '-p', JSON.stringify({ data }));
const patchDaemonSet = (spec: Patch): string =>
  kubectl('patch', 'daemonset', 'kube-proxy', ...AT, '-p', JSON.stringify({ spec }));

/** Waits until all have started; what cannot become ready has started once it ended. */
async function restart(unready: readonly string[] = []): Promise<void> {
  kubectl('rollout', 'restart', 'daemonset', 'kube-proxy', ...AT);
  if (unready.length === 0) {
    kubectl('rollout', 'status', 'daemonset', 'kube-proxy', ...AT, '--timeout=300s');
    return readsWhatIsWritten();
  }
  await until('every kube-proxy was started anew', () => {
    const { status } = get('daemonset', 'kube-proxy', ...AT);
    const pods: readonly ProxyPod[] = get('pods', '-l', 'k8s-app=kube-proxy', ...AT).items;
    const started = pods.filter(
      (pod) => isReady(pod.status) || (pod.status.containerStatuses?.[0]?.restartCount ?? 0) > 0,
    );
    return status.updatedNumberScheduled === pods.length && started.length === pods.length;
  });
}

/** Starts anew what a kubelet gave the ConfigMap as it was: it has not heard of the change yet. */
async function readsWhatIsWritten(): Promise<void> {
  const written = read()[CONFIG];
  for (const { name } of Object.values(nodes()).flat()) {
    await until(`kube-proxy of ${name} reads what is written`, () => {
      const file = `/proc/$(pgrep -x kube-proxy)/root/var/lib/kube-proxy/${CONFIG}`;
      if (onNode(name, ['sh', '-c', `cat ${file}`]) === written) return true;
      const own = ['-l', 'k8s-app=kube-proxy', '--field-selector', `spec.nodeName=${name}`];
      kubectl('delete', 'pods', ...AT, ...own);
      kubectl('rollout', 'status', 'daemonset', 'kube-proxy', ...AT, '--timeout=300s');
      return false;
    });
  }
}

interface ProxyPod {
  readonly status: PodStatus & { readonly containerStatuses?: readonly { readonly restartCount: number }[] };
}

/** The ConfigMap of kube-proxy, and its restart. */
export const kubeProxy: Medium<KubeProxyChange> = {
  async prepare() {
    original = read();
    oneByOne = get('daemonset', 'kube-proxy', ...AT).spec.updateStrategy;
    patchDaemonSet({ updateStrategy: { rollingUpdate: { maxUnavailable: '100%' } } });
  },
  async apply(changes, unready) {
    const data = read();
    const token = kubectl('create', 'token', 'kube-proxy', ...AT).trim();
    const file = parse(data[KUBECONFIG] ?? '');
    const patched = (field: 'config' | 'cluster' | 'user', target: Patch): Patch =>
      changes.reduce((all, change) => merged(all, change[field] ?? {}), target);
    const [{ cluster, ...named }] = file.clusters;
    const [{ user, ...called }] = file.users;
    write({
      [CONFIG]: stringify(patched('config', parse(data[CONFIG] ?? ''))),
      [KUBECONFIG]: stringify({
        ...file,
        clusters: [{ ...named, cluster: patched('cluster', cluster) }],
        users: [{ ...called, user: patched('user', user) }],
      }).replaceAll('TOKEN', token),
    });
    patchDaemonSet({ template: { spec: Object.assign({}, ...changes.map(({ spec }) => spec)) } });
    await restart(unready);
  },
  async restore() {
    const now = read();
    const isSame = [CONFIG, KUBECONFIG].every((key) =>
      isDeepStrictEqual(parse(now[key] ?? ''), parse(original[key] ?? '')),
    );
    write(original);
    if (!isSame) await restart();
    patchDaemonSet({ updateStrategy: oneByOne });
  },
};

const fromNetwork = (path: string, broken: RegExp, mended: RegExp): Probe => ({
  script: `on $plane curl -s -m 10 -w ' %{http_code}' http://$worker_ip:10249${path}`,
  broken,
  mended,
});

/** What kubectl does on a node with the kubeconfig of kube-proxy: the same library reads it. */
const withKubeconfig = (name: string, command: string, broken: RegExp, mended: RegExp, edit = ''): Probe => ({
  script: `kubectl get configmap kube-proxy -n kube-system -o 'jsonpath={.data.kubeconfig\\.conf}' |
    sed 's#/var/run/secrets/kubernetes.io/serviceaccount/ca.crt#/etc/kubernetes/pki/ca.crt#; ${edit}' |
    on $plane sh -c "cat > /run/${name}; kubectl --kubeconfig /run/${name} --request-timeout 10s ${command}; rm /run/${name}"`,
  broken,
  mended,
});

const flips: readonly Flip<KubeProxyChange>[] = [
  {
    check: 'kube-proxy/external-ips-gate',
    shows: ['"featureGates"', 'AllowServiceExternalIPs is on'],
    also: ['kube-apiserver/deny-service-external-ips'],
    startsBroken: true,
    from: { minor: 36, because: 'kube-proxy has no gate for external IPs before 1.36' },
    breaking: { config: { featureGates: null } },
    mending: { config: { featureGates: { AllowServiceExternalIPs: false } } },
    // The rules of a Service with such an address, once those of its own address are there.
    probe: {
      script: `kubectl create -f - <<<'{"apiVersion":"v1","kind":"Service","metadata":{"name":"flip-external","namespace":"default"},"spec":{"ports":[{"port":80}],"externalIPs":["203.0.113.77"]}}'
        for _ in $(seq 60); do on $worker iptables-save | grep "default/flip-external " && break; sleep 0.5; done
        kubectl delete service flip-external -n default`,
      broken: /-d 203\.0\.113\.77\/32 /,
      mended: /^(?![\s\S]*203\.0\.113\.77)[\s\S]* -d \d+\.\d+\.\d+\.\d+\/32 /,
    },
  },
  {
    check: 'kube-proxy/api-https-verify',
    shows: ['/data/kubeconfig.conf/clusters/0/cluster/insecure-skip-tls-verify'],
    breaking: { cluster: { 'insecure-skip-tls-verify': true, 'certificate-authority': null } },
    mending: {
      cluster: {
        'insecure-skip-tls-verify': null,
        'certificate-authority': '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
      },
    },
    // Somebody else in place of the API server: a kubelet, with its certificate.
    probe: withKubeconfig(
      'flip-verify',
      '--server https://$worker_ip:10250 --token none get --raw /healthz',
      /logged in/,
      /failed to verify certificate/,
      '/token/d',
    ),
  },
  {
    check: 'kube-proxy/kubeconfig-inline-token',
    shows: ['/data/kubeconfig.conf/users/0/name'],
    breaking: { user: { token: 'TOKEN', tokenFile: null } },
    mending: { user: { token: null, tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token' } },
    probe: withKubeconfig('flip-token', 'auth whoami', /serviceaccount:kube-system:kube-proxy/, /no such file/),
  },
  {
    check: 'kube-proxy/metrics-bind',
    shows: ['/data/config.conf/metricsBindAddress', '0.0.0.0:10249'],
    breaking: { config: { metricsBindAddress: '0.0.0.0:10249' } },
    mending: { config: { metricsBindAddress: '' } },
    probe: fromNetwork('/proxyMode', /^iptables 200/, /000/),
  },
  {
    check: 'kube-proxy/privileged',
    shows: ['/hostPID'],
    breaking: { spec: { hostPID: true } },
    mending: { spec: { hostPID: null } },
    also: ['workloads/host-pid'],
    probe: {
      script: `on $worker sh -c '[ "$(readlink /proc/$(pgrep -x kube-proxy)/ns/pid)" = "$(readlink /proc/self/ns/pid)" ] && echo of the node || echo its own'`,
      broken: /of the node/,
      mended: /its own/,
    },
  },
  {
    check: 'kube-proxy/profiling',
    shows: ['/data/config.conf/enableProfiling'],
    breaking: { config: { enableProfiling: true } },
    mending: { config: { enableProfiling: false } },
    probe: {
      script: "on $worker curl -s -m 10 -o /dev/null -w '%{http_code}' http://127.0.0.1:10249/debug/pprof/",
      broken: /^200/,
      mended: /^404/,
    },
  },
  {
    // Profiling and the health port on the network: each alone is harmless.
    check: 'kube-proxy/healthz-bind',
    shows: ['/data/config.conf/enableProfiling', '/data/config.conf/healthzBindAddress'],
    breaking: { config: { healthzBindAddress: '' } },
    mending: { config: { enableProfiling: false } },
    probe: {
      script:
        "on $plane curl -s -m 10 -o /dev/null -w '%{http_code}' http://$worker_ip:10256/healthz; on $worker curl -s -m 10 -o /dev/null -w ' %{http_code}' http://127.0.0.1:10249/debug/pprof/",
      broken: /^200 200/,
      mended: /^200 404/,
    },
  },
  {
    check: 'kube-proxy/nodeport-addresses',
    shows: ['/data/config.conf/nodePortAddresses'],
    startsBroken: true,
    breaking: { config: { nodePortAddresses: null } },
    mending: { config: { nodePortAddresses: ['primary'] } },
    also: ['kube-proxy/localhost-nodeports'],
    probe: {
      script: 'on $worker iptables-save -t nat | grep KUBE-NODEPORTS | grep "m addrtype\\|-d "',
      broken: /addrtype --dst-type LOCAL/,
      mended: /-d \d+\.\d+\.\d+\.\d+\/32/,
    },
  },
];

/** Without a mode that the kernel has, it does nothing of the rest. */
const modeFlips: readonly Flip<KubeProxyChange>[] = [
  {
    check: 'kube-proxy/mode',
    shows: ['/data/config.conf/mode', '"ipvs"'],
    from: { minor: 35, because: 'ipvs was not deprecated' },
    breaking: { config: { mode: 'ipvs' } },
    mending: { config: { mode: 'iptables' } },
    // Where the kernel has no ipvs it does not start.
    unready: 'kube-proxy',
    also: ['kube-proxy/localhost-nodeports'],
    probe: {
      script:
        'on $worker curl -s -m 10 http://127.0.0.1:10249/proxyMode; kubectl logs -n kube-system -l k8s-app=kube-proxy --tail=-1',
      broken: /^ipvs|can't use the IPVS proxier/,
      mended: /^iptables/,
    },
  },
];

/** Where NodePorts are served on one address only, none is on localhost. */
const localhostFlips: readonly Flip<KubeProxyChange>[] = [
  {
    check: 'kube-proxy/localhost-nodeports',
    shows: ['/data/config.conf/iptables/localhostNodePorts'],
    startsBroken: true,
    breaking: { config: { iptables: { localhostNodePorts: null } } },
    mending: { config: { iptables: { localhostNodePorts: false } } },
    probe: {
      script: 'kubectl logs -n kube-system -l k8s-app=kube-proxy --tail=-1 | grep route_localnet || echo left alone',
      broken: /route_localnet=1/,
      mended: /left alone/,
    },
  },
];

export const kubeProxyGroups: readonly FlipGroup<KubeProxyChange>[] = [
  { title: 'the mode of kube-proxy', flips: modeFlips },
  { title: 'kube-proxy', flips },
  { title: 'NodePorts on localhost', flips: localhostFlips },
];
