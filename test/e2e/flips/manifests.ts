import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { get, kubectl, onNode } from '../support.ts';
import { type Flip, type FlipGroup, isReady, type Medium, nodes, type Probe, until } from './flip.ts';
import { asAdmin, fromNetwork, handshake, oldTls, onPlane, profiling } from './probes.ts';

type Component = 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler';

/** A value; null for no flag; or entries that come and go in a list. */
type FlagChange = string | null | { readonly add?: readonly string[]; readonly drop?: readonly string[] };

/** Flags in the manifests of the first control-plane node; `PLANE` stands for its address. */
export interface ManifestChange extends Partial<Record<Component, Readonly<Record<string, FlagChange>>>> {
  /** A script for the node, before. */
  readonly before?: string;
}

/** Those that wait for the lease of one before them, unless it is gone. */
const ELECTED: readonly Component[] = ['kube-controller-manager', 'kube-scheduler'];
/** What the kernel keeps of the name of a process. */
const NAME_LENGTH = 15;
const COMPONENTS: readonly Component[] = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];
const originals = new Map<Component, string>();
const fileOf = (component: Component): string => `/etc/kubernetes/manifests/${component}.yaml`;
const plane = () => {
  const [first] = nodes().planes;
  if (first === undefined) throw new Error('there is no control-plane node');
  return first;
};
let node: ReturnType<typeof plane>;

const read = (component: Component): string => onNode(node.name, ['cat', fileOf(component)]);
const commandIn = (text: string): readonly string[] => parse(text).spec.containers[0].command;
const script = (text: string): string => onNode(node.name, ['sh', '-c', text]);

function withFlag(command: readonly string[], flag: string, change: FlagChange): readonly string[] {
  const start = `--${flag}=`;
  const at = command.findIndex((argument) => argument.startsWith(start));
  const others = command.filter((_argument, index) => index !== at);
  if (change === null) return others;
  const given = command[at]?.slice(start.length).split(',') ?? [];
  const value =
    typeof change === 'string'
      ? change
      : [...given.filter((entry) => !change.drop?.includes(entry)), ...(change.add ?? [])].join(',');
  return value === '' ? others : [...others, start + value];
}

/**
 * Writes manifests, and waits until the mirror pod of each, which is made anew, has the command and is ready. A kubelet that finds a manifest
 * changed gives the server half a minute to end, lets ten seconds pass before it starts the next one, and may tell the API a minute later. Servers
 * that are taken away first and ended at once, and a kubelet that is started anew, need a few seconds.
 */
async function put(texts: ReadonlyMap<Component, string>, unready: readonly string[] = []): Promise<void> {
  const differing = [...texts].filter(([component, text]) => !isDeepStrictEqual(parse(read(component)), parse(text)));
  if (differing.length === 0) return;
  const folders = differing.map(
    ([component]) => `/var/lib/kubelet/pods/${pod(component).metadata.annotations['kubernetes.io/config.hash']}`,
  );
  script(`rm ${differing.map(([component]) => fileOf(component)).join(' ')}; sleep 0.5
    ${differing.map(([component]) => `pkill -KILL -x ${component.slice(0, NAME_LENGTH)}`).join('; ')}
    for folder in ${folders.join(' ')}; do timeout 60 sh -c "while [ -e $folder ]; do sleep 0.2; done"; done`);
  for (const [component, text] of differing) onNode(node.name, ['sh', '-c', `cat > ${fileOf(component)}`], text);
  await until('the API server is ready', () => kubectl('get', '--raw', '/readyz') === 'ok');
  for (const component of ELECTED) kubectl('delete', 'lease', component, '-n', 'kube-system', '--ignore-not-found');
  script('pkill -KILL -x kubelet');
  for (const [component, text] of differing) {
    await until(
      `${component} runs as its manifest says`,
      () => {
        const { spec, status } = pod(component);
        return (
          isDeepStrictEqual(spec.containers[0].command, commandIn(text)) &&
          (unready.includes(component) ? status.containerStatuses?.[0].state.running !== undefined : isReady(status))
        );
      },
      420_000,
    );
  }
}

const pod = (component: Component) => get('pod', `${component}-${node.name}`, '-n', 'kube-system');

/** The manifests of the control plane. */
export const manifests: Medium<ManifestChange> = {
  async prepare() {
    node = plane();
    for (const component of COMPONENTS) originals.set(component, read(component));
  },
  async apply(changes, unready) {
    for (const { before } of changes) if (before !== undefined) script(before);
    const texts = COMPONENTS.map((component) => {
      const manifest = parse(read(component));
      const flags = changes.flatMap((change) => Object.entries(change[component] ?? {}));
      const [container] = manifest.spec.containers;
      const text = JSON.stringify(flags).replaceAll('PLANE', node.ip);
      container.command = (JSON.parse(text) as typeof flags).reduce(
        (command, [flag, change]) => withFlag(command, flag, change),
        container.command as readonly string[],
      );
      return [component, stringify(manifest)] as const;
    });
    await put(new Map(texts), unready);
  },
  async restore() {
    const isSame = ([component, text]: readonly [Component, string]): boolean => {
      const now = parse(read(component));
      const then = parse(text);
      for (const { spec } of [now, then]) spec.containers[0].command.sort();
      return isDeepStrictEqual(now, then);
    };
    await put(new Map([...originals].filter((entry) => !isSame(entry))));
  },
};

const PLAIN = 'http://127.0.0.1:2479';
const PLAIN_PEER = 'http://PLANE:2480';
const CA = '/etc/kubernetes/pki/etcd/ca.crt';
const pair = (prefix: string, name: string) => ({
  [`${prefix}cert-file`]: `/etc/kubernetes/pki/etcd/${name}.crt`,
  [`${prefix}key-file`]: `/etc/kubernetes/pki/etcd/${name}.key`,
});

const STRONG = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
];
const OLD = ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'];

const etcd: readonly Flip<ManifestChange>[] = [
  {
    check: 'etcd/auto-tls',
    shows: ['--auto-tls'],
    breaking: { etcd: { 'auto-tls': 'true', 'cert-file': null, 'key-file': null } },
    mending: { etcd: { 'auto-tls': null, ...pair('', 'server') } },
    probe: handshake('127.0.0.1:2379', '', /issuer=O = etcd/, /issuer=CN = etcd-ca/),
  },
  {
    // The API server verifies etcd: it follows to the port in clear text.
    check: 'etcd/cert-and-key',
    shows: ['--listen-client-urls', PLAIN],
    breaking: {
      etcd: { 'listen-client-urls': { add: [PLAIN] } },
      'kube-apiserver': { 'etcd-servers': PLAIN },
    },
    mending: {
      etcd: { 'listen-client-urls': { drop: [PLAIN] } },
      'kube-apiserver': { 'etcd-servers': 'https://127.0.0.1:2379' },
    },
    also: ['kube-apiserver/etcd-cafile'],
    probe: onPlane(
      `-d '{"key":"L3JlZ2lzdHJ5","range_end":"L3JlZ2lzdHJ6","limit":1}' ${PLAIN}/v3/kv/range`,
      /"kvs":/,
      / 000$/,
    ),
  },
  {
    check: 'etcd/cipher-suites',
    shows: ['--cipher-suites', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
    breaking: { etcd: { 'cipher-suites': [...STRONG, ...OLD].join() } },
    mending: { etcd: { 'cipher-suites': STRONG.join() } },
    cleaning: { etcd: { 'cipher-suites': null } },
    probe: handshake(
      '127.0.0.1:2379',
      '-tls1_2 -cipher ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES128-SHA',
      /Cipher\s*: ECDHE-\w+-AES128-SHA$/m,
      /Cipher is \(NONE\)|Cipher\s*: 0000/,
    ),
  },
  {
    check: 'etcd/client-cert-auth',
    shows: ['--client-cert-auth=false', '--trusted-ca-file'],
    breaking: { etcd: { 'client-cert-auth': 'false', 'trusted-ca-file': null } },
    mending: { etcd: { 'client-cert-auth': 'true', 'trusted-ca-file': CA } },
    also: ['etcd/unique-ca'],
    probe: onPlane('https://127.0.0.1:2379/version', / 200$/, / 000$/),
  },
  {
    check: 'etcd/listen-client-localhost',
    shows: ['--listen-client-urls', 'https://0.0.0.0:2379'],
    breaking: {
      etcd: {
        'listen-client-urls': {
          drop: ['https://127.0.0.1:2379', 'https://PLANE:2379'],
          add: ['https://0.0.0.0:2379'],
        },
      },
    },
    mending: {
      etcd: {
        'listen-client-urls': {
          drop: ['https://0.0.0.0:2379'],
          add: ['https://127.0.0.1:2379', 'https://PLANE:2379'],
        },
      },
    },
    // Another address of the node.
    probe: onPlane('https://127.0.0.2:2379/version', / 200$/, / 000$/),
  },
  {
    check: 'etcd/listen-metrics',
    shows: ['--listen-metrics-urls=http://0.0.0.0:2381'],
    breaking: { etcd: { 'listen-metrics-urls': 'http://0.0.0.0:2381' } },
    mending: { etcd: { 'listen-metrics-urls': 'http://127.0.0.1:2381' } },
    probe: fromNetwork('-o /dev/null http://$plane_ip:2381/metrics'),
  },
  {
    check: 'etcd/peer-auto-tls',
    shows: ['--peer-auto-tls'],
    breaking: { etcd: { 'peer-auto-tls': 'true', 'peer-cert-file': null, 'peer-key-file': null } },
    mending: { etcd: { 'peer-auto-tls': null, ...pair('peer-', 'peer') } },
    also: ['etcd/peer-client-cert-auth'],
    probe: handshake('$plane_ip:2380', '', /issuer=O = etcd/, /issuer=CN = etcd-ca/),
  },
  {
    check: 'etcd/peer-cert-and-key',
    shows: ['--listen-peer-urls', ':2480'],
    breaking: { etcd: { 'listen-peer-urls': { add: [PLAIN_PEER] } } },
    mending: { etcd: { 'listen-peer-urls': { drop: [PLAIN_PEER] } } },
    probe: fromNetwork('http://$plane_ip:2480/members'),
  },
];

/** The rows that scheduler and controller manager share. */
function serving(
  component: 'kube-scheduler' | 'kube-controller-manager',
  { port, delegation }: { readonly port: number; readonly delegation: string },
): readonly Flip<ManifestChange>[] {
  const row = (
    noun: string,
    flag: string,
    broken: string | null,
    mended: string | null,
    probe: Probe,
  ): Flip<ManifestChange> => ({
    check: `${component}/${noun}`,
    shows: [`--${flag}`],
    breaking: { [component]: { [flag]: broken } },
    mending: { [component]: { [flag]: mended } },
    probe,
  });
  const local = `https://127.0.0.1:${port}`;
  return [
    row(
      delegation,
      'authorization-always-allow-paths',
      '/healthz,/readyz,/livez,/metrics',
      null,
      onPlane(`-o /dev/null ${local}/metrics`, / 200$/, / 40[13]$/),
    ),
    row(
      'bind-address',
      'bind-address',
      '0.0.0.0',
      '127.0.0.1',
      fromNetwork(`-o /dev/null https://$plane_ip:${port}/healthz`),
    ),
    {
      ...row('profiling', 'profiling', null, 'false', profiling(`${local}/debug/pprof/`)),
      startsBroken: true,
    },
    row('tls-min-version', 'tls-min-version', 'VersionTLS11', null, oldTls(`127.0.0.1:${port}`)),
  ];
}

const scheduler: readonly Flip<ManifestChange>[] = [
  ...serving('kube-scheduler', { port: 10259, delegation: 'authn-authz-kubeconfig' }),
  {
    // Its port on the network is what a certificate is missed for.
    check: 'kube-scheduler/tls-cert',
    shows: ['--tls-cert-file', '--bind-address=0.0.0.0'],
    breaking: { 'kube-scheduler': { 'bind-address': '0.0.0.0' } },
    mending: { 'kube-scheduler': { 'bind-address': '127.0.0.1' } },
    probe: {
      script: 'on $worker openssl s_client -connect $plane_ip:10259 </dev/null',
      broken: /issuer=CN = localhost-ca@\d+/,
      mended: /refused/,
    },
  },
];

const managed = (
  noun: string,
  flag: string,
  broken: FlagChange,
  mended: FlagChange,
  probe: Probe,
): Flip<ManifestChange> => ({
  check: `kube-controller-manager/${noun}`,
  shows: [`--${flag}`],
  breaking: { 'kube-controller-manager': { [flag]: broken } },
  mending: { 'kube-controller-manager': { [flag]: mended } },
  probe,
});

const PUBLISHER = '-root-ca-certificate-publisher-controller';
const AGGREGATION = '-clusterrole-aggregation-controller';

/** Whether what only a controller makes comes soon in a namespace that others have been at. */
const made = (noun: string, script: string, object: string, condition: string): Probe => ({
  script: inNamespace(noun, `${script}\nkubectl wait ${object} -n $space --for=${condition} --timeout=10s`),
  broken: /timed out|NotFound|no matching/,
  mended: /condition met/,
});

/** A script in a namespace `$space` of its own, once a controller has given it its ServiceAccount. */
const inNamespace = (noun: string, script: string): string => `space=flip-${noun}-$(date +%s)
  kubectl create namespace $space >/dev/null
  kubectl wait serviceaccount/default -n $space --for=create --timeout=60s >/dev/null
  ${script}
  kubectl delete namespace $space --wait=false >/dev/null`;

/** What the controller manager says of itself to the admin. */
const tells = (noun: string, path: string, broken: RegExp, mended: RegExp): Probe =>
  asAdmin(`https://127.0.0.1:10257${path}`, broken, mended, noun);

const controllerManager: readonly Flip<ManifestChange>[] = [
  ...serving('kube-controller-manager', { port: 10257, delegation: 'authn-authz' }),
  managed(
    'controllers-disabled',
    'controllers',
    { add: [AGGREGATION] },
    { drop: [AGGREGATION] },
    {
      script: `{ kubectl create clusterrole flip-whole --aggregation-rule flip=yes
          kubectl create clusterrole flip-part --verb get --resource nodes; kubectl label clusterrole flip-part flip=yes; } >/dev/null
        for _ in $(seq 20); do kubectl get clusterrole flip-whole -o jsonpath={.rules} | grep nodes && break; sleep 0.5; done
        kubectl delete clusterrole flip-whole flip-part >/dev/null`,
      broken: /^$/,
      mended: /"nodes"/,
    },
  ),
  managed(
    'csr-signing',
    'cluster-signing-duration',
    '87600h',
    null,
    tells('csr-signing', '/configz', /"ClusterSigningDuration":"87600h0m0s"/, /"ClusterSigningDuration":"8760h0m0s"/),
  ),
  managed(
    'gc-threshold',
    'terminated-pod-gc-threshold',
    '0',
    null,
    tells('gc-threshold', '/configz', /"TerminatedPodGCThreshold":0\b/, /"TerminatedPodGCThreshold":12500\b/),
  ),
  managed(
    'legacy-token-cleanup',
    'legacy-service-account-token-clean-up-period',
    '87600h',
    null,
    tells('legacy-token-cleanup', '/configz', /"CleanUpPeriod":"87600h0m0s"/, /"CleanUpPeriod":"8760h0m0s"/),
  ),
  managed(
    'root-ca',
    'controllers',
    { add: [PUBLISHER] },
    { drop: [PUBLISHER] },
    made('root-ca', '', 'configmap/kube-root-ca.crt', 'create'),
  ),
  managed(
    'rotate-kubelet-cert',
    'feature-gates',
    { add: ['RotateKubeletServerCertificate=false'] },
    { drop: ['RotateKubeletServerCertificate=false'] },
    tells(
      'rotate-kubelet-cert',
      '/metrics',
      /feature_enabled\{name="RotateKubeletServerCertificate",stage="BETA"\} 0/,
      /feature_enabled\{name="RotateKubeletServerCertificate",stage="BETA"\} 1/,
    ),
  ),
  managed('sa-credentials', 'use-service-account-credentials', 'false', 'true', {
    // Whose right it is that a controller makes use of.
    script: inNamespace(
      'sa-credentials',
      `on $plane grep -h '"verb":"create".*"resource":"serviceaccounts","namespace":"'$space'"' /etc/kubernetes/audit/audit.log`,
    ),
    broken: /"username":"system:kube-controller-manager"/,
    mended: /"username":"system:serviceaccount:kube-system:service-account-controller"/,
  }),
  managed(
    'sa-key',
    'service-account-private-key-file',
    null,
    '/etc/kubernetes/pki/sa.key',
    made(
      'sa-key',
      `kubectl create -n $space -f - <<<'{"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/service-account-token","metadata":{"name":"flip","annotations":{"kubernetes.io/service-account.name":"default"}}}'`,
      'secret/flip',
      "jsonpath='{.data.token}'",
    ),
  ),
];

const BOTH = '/etc/kubernetes/pki/etcd/both.crt';
const oneCa: Pick<Flip<ManifestChange>, 'breaking' | 'mending' | 'probe'> = {
  breaking: {
    before: `cat /etc/kubernetes/pki/ca.crt ${CA} > ${BOTH}`,
    etcd: { 'trusted-ca-file': BOTH },
    'kube-apiserver': { 'client-ca-file': BOTH },
  },
  mending: {
    etcd: { 'trusted-ca-file': CA },
    'kube-apiserver': { 'client-ca-file': '/etc/kubernetes/pki/ca.crt' },
  },
  // With a certificate that the CA of the cluster signed for a kubelet.
  probe: onPlane(
    '--cert /var/lib/kubelet/pki/kubelet-client-current.pem https://127.0.0.1:2379/version',
    / 200$/,
    / 000$/,
  ),
};

const closed = (component: 'kube-scheduler' | 'kube-controller-manager', port: number): Flip<ManifestChange> => ({
  check: `${component}/secure-port`,
  shows: ['--secure-port=0'],
  breaking: { [component]: { 'secure-port': '0' } },
  mending: { [component]: { 'secure-port': null } },
  unready: component,
  probe: onPlane(`https://127.0.0.1:${port}/healthz`, / 000$/, /^ok 200$/),
});

/** What cannot be told beside the other rows of etcd. */
const etcdApart: readonly Flip<ManifestChange>[] = [
  {
    check: 'etcd/insecure-flags',
    shows: ['--enable-pprof'],
    breaking: { etcd: { 'enable-pprof': 'true' } },
    mending: { etcd: { 'enable-pprof': null } },
    probe: onPlane(
      '-o /dev/null --cert /etc/kubernetes/pki/etcd/server.crt --key /etc/kubernetes/pki/etcd/server.key https://127.0.0.1:2379/debug/pprof/',
      / 200$/,
      / 404$/,
    ),
  },
  {
    check: 'etcd/peer-client-cert-auth',
    shows: ['--peer-client-cert-auth=false', '--peer-trusted-ca-file'],
    breaking: { etcd: { 'peer-client-cert-auth': 'false', 'peer-trusted-ca-file': null } },
    mending: { etcd: { 'peer-client-cert-auth': 'true', 'peer-trusted-ca-file': CA } },
    probe: fromNetwork('--http1.1 https://$plane_ip:2380/members'),
  },
  { check: 'etcd/unique-ca', shows: [`--trusted-ca-file=${BOTH}`, 'client-ca-file', BOTH], ...oneCa },
  { check: 'etcd/client-cert-cn-restriction', shows: [`--trusted-ca-file=${BOTH}`], ...oneCa },
];

/** No row hides what another one of its group shows, broken or mended. */
export const controlPlaneGroups: readonly FlipGroup<ManifestChange>[] = [
  {
    title: 'etcd, and scheduler and controller manager that serve nothing',
    flips: [...etcd, closed('kube-scheduler', 10259), closed('kube-controller-manager', 10257)],
  },
  {
    title: 'scheduler, controller manager, and what etcd trusts',
    flips: [...scheduler, ...controllerManager, ...etcdApart],
  },
];
