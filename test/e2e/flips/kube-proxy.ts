import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { type Flip, get, kubectl, type Medium, type Probe } from './flip.ts';
import { merged } from './merge-patch.ts';

type Patch = Readonly<Record<string, unknown>>;

/** Merge patches of what the ConfigMap of kube-proxy holds. */
export interface KubeProxyChange {
  readonly config?: Patch;
  /** The cluster and the user in its kubeconfig. */
  readonly cluster?: Patch;
  readonly user?: Patch;
  /** It would not start where the kernel does not support what is set. */
  readonly withoutRestart?: true;
}

const AT = ['-n', 'kube-system'];
const CONFIG = 'config.conf';
const KUBECONFIG = 'kubeconfig.conf';
type Data = Readonly<Record<string, string>>;
let original: Data;

const read = (): Data => get('configmap', 'kube-proxy', ...AT).data;
const write = (data: Data): string =>
  kubectl('patch', 'configmap', 'kube-proxy', ...AT, '-p', JSON.stringify({ data }));
function restart(): void {
  kubectl('rollout', 'restart', 'daemonset', 'kube-proxy', ...AT);
  kubectl('rollout', 'status', 'daemonset', 'kube-proxy', ...AT, '--timeout=300s');
}

/** The ConfigMap of kube-proxy, and its restart. */
export const kubeProxy: Medium<KubeProxyChange> = {
  async prepare() {
    original = read();
  },
  async apply(changes) {
    const data = read();
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
      }),
    });
    if (!changes.some(({ withoutRestart }) => withoutRestart)) restart();
  },
  async restore() {
    const now = read();
    const isSame = [CONFIG, KUBECONFIG].every((key) =>
      isDeepStrictEqual(parse(now[key] ?? ''), parse(original[key] ?? '')),
    );
    write(original);
    if (!isSame) restart();
  },
};

const fromNetwork = (path: string, broken: RegExp, mended: RegExp): Probe => ({
  script: `on $plane curl -s -m 10 -w ' %{http_code}' http://$worker_ip:10249${path}`,
  broken,
  mended,
});

export const kubeProxyFlips: readonly Flip<KubeProxyChange>[] = [
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
  },
  {
    check: 'kube-proxy/kubeconfig-inline-token',
    shows: ['/data/kubeconfig.conf/users/0/name'],
    breaking: { user: { token: 'flip' } },
    mending: { user: { token: null, tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token' } },
  },
  {
    check: 'kube-proxy/metrics-bind',
    shows: ['/data/config.conf/metricsBindAddress', '0.0.0.0:10249'],
    breaking: { config: { metricsBindAddress: '0.0.0.0:10249' } },
    mending: { config: { metricsBindAddress: '' } },
    probe: fromNetwork('/proxyMode', /^iptables 200/, /000/),
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
    probe: {
      script: 'on $worker iptables-save -t nat | grep KUBE-NODEPORTS | grep "m addrtype\\|-d "',
      broken: /addrtype --dst-type LOCAL/,
      mended: /-d \d+\.\d+\.\d+\.\d+\/32/,
    },
  },
];

export const kubeProxyModeFlips: readonly Flip<KubeProxyChange>[] = [
  {
    check: 'kube-proxy/mode',
    shows: ['/data/config.conf/mode', '"ipvs"'],
    breaking: { config: { mode: 'ipvs' }, withoutRestart: true },
    mending: { config: { mode: 'iptables' } },
  },
];
