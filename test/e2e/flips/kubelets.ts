import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { get, kubectl, mustRun, onNode } from '../support.ts';
import { type Flip, type FlipGroup, type Medium, nodes, type Probe, until } from './flip.ts';
import { merged } from './merge-patch.ts';

/** What changes in the configuration file of every kubelet. */
export interface KubeletChange {
  /** A merge patch. */
  readonly config: Readonly<Record<string, unknown>>;
  /** A script for every node, before. */
  readonly before?: string;
  /** A script for the admin, until the kubelets answer again. */
  readonly meanwhile?: string;
}

const FILE = '/var/lib/kubelet/config.yaml';
const originals = new Map<string, string>();

/** What joining nodes are given. */
const JOINING = ['configmap', 'kubelet-config', '-n', 'kube-system'];
let joining: string;

const writeJoining = (kubelet: string): string =>
  kubectl('patch', ...JOINING, '-p', JSON.stringify({ data: { kubelet } }));
const patched = (text: string, changes: readonly KubeletChange[]): string =>
  stringify(changes.reduce((all, { config }) => merged(all, config), parse(text)));

const read = (node: string): string => onNode(node, ['cat', FILE]);
const write = (node: string, text: string): string => onNode(node, ['sh', '-c', `cat > ${FILE}`], text);
const pidOf = (node: string): string => onNode(node, ['sh', '-c', 'pgrep -x kubelet || true']).trim();

/** Restarts kubelets and waits until they answer, and say that they are ready, which they do once they have looked at the kernel. */
async function restart(names: readonly string[], meanwhile: readonly string[] = []): Promise<void> {
  const before = new Map(names.map((name) => [name, pidOf(name)]));
  const second = Math.floor(Date.now() / 1000) * 1000;
  for (const name of names) onNode(name, ['pkill', '-x', 'kubelet']);
  for (const name of names) {
    await until(`the kubelet of ${name} is another process`, () => !['', before.get(name)].includes(pidOf(name)));
    await until(`the kubelet of ${name} tells its configuration`, () => {
      for (const script of meanwhile) mustRun('bash', ['-c', script]);
      return kubectl('get', '--raw', `/api/v1/nodes/${name}/proxy/configz`) !== '';
    });
    await until(`node ${name} is ready`, () => {
      const conditions: readonly NodeCondition[] = get('node', name).status.conditions;
      const ready = conditions.find(({ type }) => type === 'Ready');
      return ready?.status === 'True' && Date.parse(ready.lastHeartbeatTime) >= second;
    });
  }
}

interface NodeCondition {
  readonly type: string;
  readonly status: string;
  readonly lastHeartbeatTime: string;
}

/** The configuration of the kubelets: the file of each, and that of nodes that will join. */
export const kubelets: Medium<KubeletChange> = {
  async prepare() {
    joining = get(...JOINING).data.kubelet;
    for (const { name } of Object.values(nodes()).flat()) originals.set(name, read(name));
  },
  async apply(changes) {
    const names = [...originals.keys()];
    for (const name of names) {
      for (const { before } of changes) if (before !== undefined) onNode(name, ['sh', '-c', before]);
      write(name, patched(read(name), changes));
    }
    writeJoining(patched(get(...JOINING).data.kubelet, changes));
    await restart(
      names,
      changes.flatMap(({ meanwhile }) => meanwhile ?? []),
    );
  },
  async restore() {
    writeJoining(joining);
    const changed = [...originals].filter(([name, text]) => !isDeepStrictEqual(parse(read(name)), parse(text)));
    for (const [name, text] of originals) write(name, text);
    await restart(changed.map(([name]) => name));
  },
};

const url = 'https://$worker_ip:10250';
const ask = (options: string, broken: RegExp, mended: RegExp, before = ''): Probe => ({
  script: `${before}\non $plane curl -sk -m 10 -o /dev/null -w '%{http_code}' ${options}`,
  broken,
  mended,
});
const handshake = (options: string, broken: RegExp, mended: RegExp): Probe => ({
  script: `on $plane openssl s_client -connect $worker_ip:10250 ${options} </dev/null`,
  broken,
  mended,
});
const NO_CIPHER = /Cipher is \(NONE\)|Cipher\s*: 0000/;

const alwaysAllow: Pick<Flip<KubeletChange>, 'breaking' | 'mending' | 'probe'> = {
  breaking: { config: { authorization: { mode: 'AlwaysAllow' } } },
  mending: { config: { authorization: { mode: 'Webhook' } } },
  probe: ask(
    `--cert $node --key $node ${url}/pods`,
    /^200/,
    /^403/,
    'node=/var/lib/kubelet/pki/kubelet-client-current.pem',
  ),
};

const startsBroken = true;

/** Who may ask a kubelet: while it is broken, anybody. With strong ciphers none of TLS 1.1 is left to be asked for. */
const access: readonly Flip<KubeletChange>[] = [
  {
    check: 'kubelet/strong-ciphers',
    shows: ['/kubeletconfig/tlsCipherSuites'],
    startsBroken,
    breaking: { config: { tlsCipherSuites: null } },
    mending: {
      config: {
        tlsCipherSuites: [
          'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
          'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
          'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
          'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
          'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
          'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
        ],
      },
    },
    probe: handshake(
      '-tls1_2 -cipher ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES128-SHA',
      /Cipher\s*: ECDHE-\w+-AES128-SHA/,
      NO_CIPHER,
    ),
  },
  {
    check: 'kubelet/anonymous-auth',
    shows: ['/kubeletconfig/authentication/anonymous/enabled'],
    breaking: { config: { authentication: { anonymous: { enabled: true } } } },
    mending: { config: { authentication: { anonymous: { enabled: false } } } },
    probe: ask(`${url}/pods`, /^200/, /^401/),
  },
  {
    check: 'kubelet/authn-webhook',
    shows: ['/kubeletconfig/authentication/webhook/enabled'],
    breaking: { config: { authentication: { webhook: { enabled: false } } } },
    mending: { config: { authentication: { webhook: { enabled: true } } } },
    // A token that is verified belongs to somebody without rights, one that is not to nobody.
    probe: ask(
      `-H "Authorization: Bearer $token" ${url}/pods`,
      /^200/,
      /^403/,
      'token=$(kubectl create token default -n default)',
    ),
  },
  { check: 'kubelet/authorization-mode', shows: ['/kubeletconfig/authorization/mode'], ...alwaysAllow },
  { check: 'kubelet/fine-grained-authz', shows: ['/kubeletconfig/authorization/mode'], ...alwaysAllow },
  {
    check: 'kubelet/alpha-gates',
    shows: ['/kubeletconfig/featureGates', 'RotateKubeletServerCertificate'],
    breaking: { config: { featureGates: { RotateKubeletServerCertificate: false } } },
    mending: { config: { featureGates: null } },
    probe: {
      script:
        'kubectl get --raw /api/v1/nodes/$worker/proxy/metrics | grep \'^kubernetes_feature_enabled{name="RotateKubeletServerCertificate"\'',
      broken: / 0$/m,
      mended: / 1$/m,
    },
  },
  {
    check: 'kubelet/client-ca-file',
    shows: ['/kubeletconfig/authentication/x509'],
    breaking: { config: { authentication: { x509: { clientCAFile: null } } } },
    mending: { config: { authentication: { x509: { clientCAFile: '/etc/kubernetes/pki/ca.crt' } } } },
    probe: handshake('', /No client certificate CA names sent/, /Acceptable client certificate CA names/),
  },
];

const SYSCTLS =
  'vm.overcommit_memory=1 vm.panic_on_oom=0 kernel.panic=10 kernel.panic_on_oops=1 kernel.keys.root_maxkeys=1000000 kernel.keys.root_maxbytes=25000000';

const IMAGE = '--image=docker.io/library/busybox:1.36 --image-pull-policy=IfNotPresent';
/** For `kubectl run`: where the pod is to be, and more of its spec. */
const onWorker = (spec = '"restartPolicy":"Never"'): string =>
  `--overrides='{"spec":{"nodeName":"'$worker'",${spec}}}'`;

/** The certificate that a kubelet serves. */
const selfSigned: Pick<Flip<KubeletChange>, 'startsBroken' | 'breaking' | 'mending' | 'probe'> = {
  startsBroken,
  breaking: { config: { serverTLSBootstrap: null }, before: 'rm -f /var/lib/kubelet/pki/kubelet-server-*.pem' },
  mending: {
    config: { serverTLSBootstrap: true },
    meanwhile: 'kubectl get csr -o name | xargs -r kubectl certificate approve',
  },
  probe: handshake('', /issuer=CN = .*-ca@\d+/, /issuer=CN = kubernetes/),
};

const withoutHint = 'nft delete chain ip mangle KUBE-IPTABLES-HINT 2>/dev/null || true';

/** All else. */
const others: readonly Flip<KubeletChange>[] = [
  {
    check: 'container-runtime/log-rotation',
    shows: ['/kubeletconfig/containerLogMaxSize', '"-1"'],
    breaking: { config: { containerLogMaxSize: '-1' } },
    mending: { config: { containerLogMaxSize: '10Mi' } },
    cleaning: { config: { containerLogMaxSize: null } },
    probe: { unobservable: 'a log of ten megabytes would have to be written, and a rotation waited for' },
  },
  {
    check: 'kubelet/tls-min-version',
    shows: ['/kubeletconfig/tlsMinVersion', 'VersionTLS11'],
    breaking: { config: { tlsMinVersion: 'VersionTLS11' } },
    mending: { config: { tlsMinVersion: null } },
    probe: handshake(
      "-tls1_1 -cipher 'DEFAULT:@SECLEVEL=0'",
      /Protocol\s*: TLSv1\.1[\s\S]*Cipher\s*: ECDHE/,
      NO_CIPHER,
    ),
  },
  {
    check: 'kubelet/authz-cache-ttl',
    shows: ['/kubeletconfig/authentication/webhook/cacheTTL', '1h'],
    breaking: { config: { authentication: { webhook: { cacheTTL: '1h' } } } },
    mending: { config: { authentication: { webhook: { cacheTTL: '1s' } } } },
    cleaning: { config: { authentication: { webhook: { cacheTTL: '0s' } } } },
    // A token that was taken away, once the API server has forgotten it, after ten seconds.
    probe: {
      script: `kubectl create serviceaccount flip-cache -n default; token=$(kubectl create token flip-cache -n default)
        ask() { on $plane curl -sk -m 10 -o /dev/null -w ' %{http_code}' -H "Authorization: Bearer $token" ${url}/pods; }
        ask; kubectl delete serviceaccount flip-cache -n default; sleep 12; ask`,
      broken: / 403[\s\S]* 403$/,
      mended: / 403[\s\S]* 401$/,
    },
  },
  {
    check: 'kubelet/bind-and-healthz',
    shows: ['/kubeletconfig/healthzBindAddress', '0.0.0.0'],
    breaking: { config: { healthzBindAddress: '0.0.0.0' } },
    mending: { config: { healthzBindAddress: '127.0.0.1' } },
    probe: ask('http://$worker_ip:10248/healthz', /^200/, /^000/),
  },
  {
    check: 'kubelet/debugging-handlers',
    shows: ['/kubeletconfig/enableProfilingHandler'],
    startsBroken,
    breaking: { config: { enableProfilingHandler: null, enableDebugFlagsHandler: null } },
    mending: { config: { enableProfilingHandler: false, enableDebugFlagsHandler: false } },
    probe: {
      script: "kubectl get --raw /api/v1/nodes/$worker/proxy/debug/pprof/cmdline | tr '\\0' ' '",
      broken: /kubelet --/,
      mended: /not allow|disabled/i,
    },
  },
  {
    check: 'kubelet/event-qps',
    shows: ['/kubeletconfig/eventRecordQPS'],
    breaking: { config: { eventRecordQPS: 0 } },
    mending: { config: { eventRecordQPS: null } },
    from: { minor: 37, because: "0 meant the client's own limit" },
    probe: { unobservable: 'it takes more events at once than a kubelet has to tell' },
  },
  {
    check: 'kubelet/eviction-and-reservation',
    shows: ['/kubeletconfig'],
    startsBroken,
    breaking: { config: { kubeReserved: null } },
    mending: { config: { kubeReserved: { cpu: '100m', memory: '512Mi', 'ephemeral-storage': '1Gi' } } },
    probe: {
      script: "kubectl get node $worker -o jsonpath='{.status.capacity.cpu} {.status.allocatable.cpu}'",
      broken: /^(\d+) \1$/,
      mended: /^\d+ \d+m$/,
    },
  },
  {
    check: 'kubelet/image-credential-verification',
    shows: ['/kubeletconfig/imagePullCredentialsVerificationPolicy', 'NeverVerify'],
    from: { minor: 35, because: 'kubelets verified nothing' },
    breaking: { config: { imagePullCredentialsVerificationPolicy: 'NeverVerify' } },
    mending: { config: { imagePullCredentialsVerificationPolicy: null } },
    also: ['kube-apiserver/admission-always-pull-images'],
    probe: { unobservable: 'it takes a registry that asks for a password' },
  },
  {
    check: 'kubelet/iptables-util-chains',
    shows: ['/kubeletconfig/makeIPTablesUtilChains'],
    breaking: { config: { makeIPTablesUtilChains: false }, before: withoutHint },
    mending: { config: { makeIPTablesUtilChains: null }, before: withoutHint },
    probe: {
      script: 'on $worker nft list chain ip mangle KUBE-IPTABLES-HINT',
      broken: /No such file/,
      mended: /^table ip mangle/,
    },
  },
  {
    check: 'kubelet/read-only-port',
    shows: ['/kubeletconfig/readOnlyPort', '10255'],
    breaking: { config: { readOnlyPort: 10255 } },
    mending: { config: { readOnlyPort: null } },
    probe: ask('http://$worker_ip:10255/pods', /^200/, /^000/),
  },
  {
    check: 'kubelet/rotate-certificates',
    shows: ['/kubeletconfig/rotateCertificates'],
    breaking: { config: { rotateCertificates: false } },
    mending: { config: { rotateCertificates: true } },
    // What is left of the certificate that it looks after.
    probe: {
      script:
        "kubectl get --raw /api/v1/nodes/$worker/proxy/metrics | grep '^kubelet_certificate_manager_client_ttl_seconds\\|^kubelet_node_name'",
      broken: /^kubelet_node_name/,
      mended: /^kubelet_certificate_manager_client_ttl_seconds [\d.]+e\+\d+$/m,
    },
  },
  {
    check: 'kubelet/system-log-access',
    shows: ['/kubeletconfig/enableSystemLogQuery'],
    breaking: {
      config: { enableSystemLogQuery: true, enableSystemLogHandler: true, featureGates: { NodeLogQuery: true } },
    },
    mending: { config: { enableSystemLogQuery: null, enableSystemLogHandler: null, featureGates: null } },
    probe: {
      script: `on $worker sh -c 'echo said by flip > /var/log/flip.log'
        kubectl get --raw "/api/v1/nodes/$worker/proxy/logs/?query=flip"`,
      broken: /said by flip/,
      mended: /<a href="flip.log">/,
    },
  },
  {
    check: 'kubelet/unsafe-sysctls',
    shows: ['/kubeletconfig/allowedUnsafeSysctls', 'kernel.msg'],
    breaking: { config: { allowedUnsafeSysctls: ['kernel.msg*'] } },
    mending: { config: { allowedUnsafeSysctls: null } },
    probe: {
      script: `kubectl run flip-sysctl -n default ${IMAGE} ${onWorker('"securityContext":{"sysctls":[{"name":"kernel.msgmax","value":"4096"}]}')} --command -- /bin/busybox sleep 600
        state() { kubectl get pod flip-sysctl -n default -o 'jsonpath={.status.phase} {.status.reason}'; }
        for _ in $(seq 60); do state | grep -E 'Running|Failed' && break; sleep 0.5; done; kubectl delete pod flip-sysctl -n default --now`,
      broken: /^Running/m,
      mended: /^Failed SysctlForbidden/m,
    },
  },
  {
    check: 'kubelet/pod-pids-limit',
    shows: ['/kubeletconfig/podPidsLimit'],
    startsBroken,
    breaking: { config: { podPidsLimit: null } },
    mending: { config: { podPidsLimit: 4096 } },
    probe: {
      script: `kubectl run flip-pids -n default ${IMAGE} ${onWorker()} --command -- /bin/busybox sleep 600
        kubectl wait pod flip-pids -n default --for=condition=Ready --timeout=60s
        uid=$(kubectl get pod flip-pids -n default -o 'jsonpath={.metadata.uid}')
        find /sys/fs/cgroup -path "*pod$uid*/pids.max" -exec grep -H . {} +; kubectl delete pod flip-pids -n default --now`,
      broken: /pod[-\w]+\/pids.max:max/,
      mended: /pod[-\w]+\/pids.max:4096/,
    },
  },
  {
    check: 'kubelet/protect-kernel-defaults',
    shows: ['/kubeletconfig/protectKernelDefaults'],
    startsBroken,
    breaking: { config: { protectKernelDefaults: null } },
    mending: { config: { protectKernelDefaults: true }, before: `sysctl -w ${SYSCTLS}` },
    // A kubelet that starts where the kernel has another flag.
    probe: {
      script: `on $other sh -c '
          log=$(readlink /proc/$(pgrep -x kubelet)/fd/1); lines=$(wc -l < $log)
          sysctl -qw kernel.panic=11; pkill -x kubelet
          for _ in $(seq 100); do
            [ "$(sysctl -n kernel.panic)" = 11 ] || { echo changed; break; }
            tail -n +$((lines + 1)) $log | grep -o "invalid kernel flag.*" && break
            sleep 0.3
          done
          sysctl -qw kernel.panic=10'
        until kubectl get --raw /api/v1/nodes/$other/proxy/configz >/dev/null 2>&1; do sleep 0.3; done`,
      broken: /^changed/m,
      mended: /kernel\/panic, expected value: 10, actual value: 11/,
    },
  },
  { check: 'kubelet/rotate-server-certificates', shows: ['/kubeletconfig/serverTLSBootstrap'], ...selfSigned },
  { check: 'kubelet/tls-cert', shows: ['/kubeletconfig/tlsCertFile', 'kubelet.crt'], ...selfSigned },
  {
    check: 'kubelet/seccomp-default',
    also: ['container-runtime/seccomp-effective'],
    shows: ['/kubeletconfig/seccompDefault'],
    startsBroken,
    breaking: { config: { seccompDefault: null } },
    mending: { config: { seccompDefault: true } },
    probe: inNewPod('seccomp', 'grep Seccomp: /proc/self/status', /Seccomp:\s*0/, /Seccomp:\s*2/),
  },
];

export const kubeletGroups: readonly FlipGroup<KubeletChange>[] = [
  { title: 'who may ask kubelets', flips: access },
  { title: 'what kubelets do', flips: others },
];

/** What a command prints in a pod that starts now. */
function inNewPod(noun: string, command: string, broken: RegExp, mended: RegExp): Probe {
  const name = `flip-${noun}`;
  return {
    script: `kubectl run ${name} -n default ${IMAGE} ${onWorker()} --command -- /bin/busybox ${command}
      until kubectl get pod ${name} -n default -o 'jsonpath={.status.phase}' | grep -E 'Succeeded|Failed'; do sleep 0.5; done
      kubectl logs ${name} -n default; kubectl delete pod ${name} -n default --now`,
    broken,
    mended,
  };
}
