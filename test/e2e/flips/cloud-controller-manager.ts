import { isDeepStrictEqual } from 'node:util';
import { kubectl, mustRun } from '../support.ts';
import type { Flip, FlipGroup, Medium } from './flip.ts';
import { merged } from './merge-patch.ts';
import { fromNetwork, oldTls, onPlane, profiling } from './probes.ts';

/** Flags; null for no flag. */
type Flags = Readonly<Record<string, string | null>>;

export interface CloudControllerManagerChange {
  readonly flags?: Flags;
  /** A merge patch of its container. */
  readonly container?: Readonly<Record<string, unknown>>;
  /** Commands for kubectl, before. */
  readonly kubectl?: readonly string[];
}

type Row = Flip<CloudControllerManagerChange>;

const NAME = 'cloud-controller-manager';
const AT = ['-n', 'kube-system'];
const KUBECONFIG = '/etc/kubernetes/controller-manager.conf';
const PORT = 10258;

/** As well set up as its checks ask for. It looks after load balancers only, as the cloud has no nodes. */
const FLAGS: Flags = {
  'cloud-provider': 'fake',
  controllers: 'service-lb-controller',
  'bind-address': '127.0.0.1',
  profiling: 'false',
  'use-service-account-credentials': 'true',
  'authentication-kubeconfig': KUBECONFIG,
  'authorization-kubeconfig': KUBECONFIG,
};

const HARDENED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

let flags: Flags = FLAGS;
let container: Readonly<Record<string, unknown>> = {};

const commandOf = (all: Flags): readonly string[] => [
  `/usr/local/bin/${NAME}`,
  ...Object.entries(all).flatMap(([flag, value]) => (value === null ? [] : [`--${flag}=${value}`])),
];

const account = { kind: 'ServiceAccount', name: NAME, namespace: 'kube-system' };
const RBAC = 'rbac.authorization.k8s.io';
const rule = (group: string, resources: string, verbs: string) => ({
  apiGroups: [group],
  resources: resources.split(' '),
  verbs: verbs.split(' '),
});

/** What the remediation of rbac-least-privilege names: https://kubernetes.io/docs/concepts/architecture/cloud-controller/#authorization */
const RULES = [
  rule('', 'nodes', 'get list watch update patch delete'),
  rule('', 'nodes/status', 'patch'),
  rule('', 'services', 'list watch patch update'),
  rule('', 'services/status', 'patch update'),
  rule('', 'events', 'create patch update'),
  rule('coordination.k8s.io', 'leases', 'get create update'),
  rule('', 'serviceaccounts', 'create get'),
  rule('', 'serviceaccounts/token', 'create'),
];

/** The DaemonSet of the documentation: https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/ */
const objects = (image: string) => [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: NAME, namespace: 'kube-system' } },
  { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name: `system:${NAME}` }, rules: RULES },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: `system:${NAME}` },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: `system:${NAME}` },
    subjects: [account],
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: NAME, namespace: 'kube-system', labels: { 'k8s-app': NAME } },
    spec: {
      selector: { matchLabels: { 'k8s-app': NAME } },
      template: {
        metadata: { labels: { 'k8s-app': NAME } },
        spec: {
          serviceAccountName: NAME,
          hostNetwork: true,
          nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
          tolerations: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }],
          terminationGracePeriodSeconds: 1,
          containers: [
            {
              name: NAME,
              image,
              imagePullPolicy: 'Never',
              command: commandOf(FLAGS),
              securityContext: HARDENED,
              volumeMounts: [{ name: 'kubeconfig', mountPath: KUBECONFIG, readOnly: true }],
            },
          ],
          volumes: [{ name: 'kubeconfig', hostPath: { path: KUBECONFIG, type: 'File' } }],
        },
      },
    },
  },
];

const all = (version: string): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects(`registry.k8s.io/${NAME}:${version}`) });

const rolledOut = (): string => kubectl('rollout', 'status', 'daemonset', NAME, ...AT, '--timeout=300s');
const serverVersion = (): string => JSON.parse(kubectl('get', '--raw', '/version')).gitVersion;

/** A cloud-controller-manager made with the library of the cluster's own version, which kubeadm does not run. */
export const cloudControllerManager: Medium<CloudControllerManagerChange> = {
  async prepare() {
    mustRun('kubectl', ['create', '-f', '-'], all(serverVersion()));
    rolledOut();
  },
  async apply(changes) {
    for (const command of changes.flatMap((change) => change.kubectl ?? []))
      mustRun('bash', ['-c', `kubectl ${command}`]);
    const before = { flags, container };
    flags = Object.assign({}, flags, ...changes.map((change) => change.flags));
    container = changes.reduce((all, change) => merged(all, change.container ?? {}), container);
    if (isDeepStrictEqual(before, { flags, container })) return;
    const containers = [{ name: NAME, command: commandOf(flags), ...container }];
    kubectl('patch', 'daemonset', NAME, ...AT, '-p', JSON.stringify({ spec: { template: { spec: { containers } } } }));
    rolledOut();
    // Else the next one waits until the lease of the last has run out.
    kubectl('delete', 'lease', NAME, ...AT, '--ignore-not-found');
  },
  async restore() {
    mustRun('kubectl', ['delete', '--ignore-not-found', '-f', '-'], all(serverVersion()));
    kubectl('delete', `secret/${SECRET}`, `clusterrolebinding/${ADMIN}`, ...AT, '--ignore-not-found');
  },
};

const SECRET = 'flip-cloud';
const LOGIN = 'login-of-a-cloud-that-does-not-exist';
const ADMIN = 'flip-cloud-admin';
const LOCAL = `https://127.0.0.1:${PORT}`;
const row = (noun: string, flag: string, broken: string | null, mended: string | null, probe: Row['probe']): Row => ({
  check: `${NAME}/${noun}`,
  shows: [`--${flag}`],
  breaking: { flags: { [flag]: broken } },
  mending: { flags: { [flag]: mended } },
  probe,
});

const flips: readonly Row[] = [
  row('allow-untagged-cloud', 'allow-untagged-cloud', 'true', null, {
    unobservable: 'the cloud of the tests has an id for the cluster, with which it starts either way',
  }),
  row(
    'authn-authz',
    'authorization-always-allow-paths',
    '/healthz,/readyz,/livez,/metrics',
    null,
    onPlane(`-o /dev/null ${LOCAL}/metrics`, / 200$/, / 40[13]$/),
  ),
  row(
    'bind-address',
    'bind-address',
    '0.0.0.0',
    '127.0.0.1',
    fromNetwork(`-o /dev/null https://$plane_ip:${PORT}/healthz`),
  ),
  row('profiling', 'profiling', 'true', 'false', profiling(`${LOCAL}/debug/pprof/`)),
  // As whom it gives a Service its load balancer, by the audit log of the API server.
  row('sa-credentials', 'use-service-account-credentials', 'false', 'true', {
    script: `name=flip-$(date +%s%N)
      kubectl create service loadbalancer $name -n default --tcp=80:80
      by() { bash ${process.env['KUBEVET_E2E_CLUSTER']} audit | grep '"userAgent":"cloud-controller-manager' | grep "/services/$name/status" | grep -o '"username":"[^"]*"' | sort -u; }
      for _ in $(seq 60); do by | grep . && break; sleep 1; done
      kubectl delete service/$name -n default`,
    broken: /"username":"system:serviceaccount:kube-system:cloud-controller-manager"/,
    mended: /"username":"system:serviceaccount:kube-system:service-controller"/,
  }),
  row('tls', 'tls-min-version', 'VersionTLS11', null, oldTls(`127.0.0.1:${PORT}`)),
  {
    check: `${NAME}/cloud-credentials`,
    shows: ['/env/0/name', 'CLOUD_API_TOKEN'],
    breaking: { container: { env: [{ name: 'CLOUD_API_TOKEN', value: LOGIN }] } },
    mending: {
      kubectl: [`create secret generic ${SECRET} ${AT.join(' ')} --from-literal=token=${LOGIN}`],
      container: {
        env: [{ name: 'CLOUD_API_TOKEN', value: null, valueFrom: { secretKeyRef: { name: SECRET, key: 'token' } } }],
      },
    },
    cleaning: {
      kubectl: [`delete secret ${SECRET} ${AT.join(' ')}`],
      container: { env: [{ name: 'CLOUD_API_TOKEN', $patch: 'delete' }] },
    },
    // What somebody reads who may read pods.
    probe: {
      script: `kubectl get pods ${AT.join(' ')} -l k8s-app=${NAME} -o jsonpath='{.items[*].spec.containers[*].env}'`,
      broken: new RegExp(LOGIN),
      mended: /^(?!.*login-of).*secretKeyRef/,
    },
  },
  {
    check: `${NAME}/pod-hardening`,
    shows: ['/spec/containers/0', 'readOnlyRootFilesystem'],
    breaking: { container: { securityContext: { $patch: 'replace' } } },
    mending: { container: { securityContext: HARDENED } },
    also: ['container-runtime/seccomp-effective', 'workloads/net-raw', 'workloads/privilege-escalation'],
    probe: {
      script: `on $plane sh -c 'cat /proc/$(pgrep -x cloud-controlle)/status'`,
      broken: /^CapBnd:\s*[0-9a-f]*[1-9a-f][0-9a-f]*$/m,
      mended: /^CapBnd:\s*0+$/m,
    },
  },
  {
    check: `${NAME}/rbac-least-privilege`,
    shows: [ADMIN, 'cluster-admin'],
    breaking: {
      kubectl: [`create clusterrolebinding ${ADMIN} --clusterrole=cluster-admin --serviceaccount=kube-system:${NAME}`],
    },
    mending: { kubectl: [`delete clusterrolebinding ${ADMIN}`] },
    also: ['rbac/cluster-admin-bindings'],
    probe: {
      script: `kubectl auth can-i list secrets --all-namespaces --as=system:serviceaccount:kube-system:${NAME} 2>/dev/null`,
      broken: /^yes/,
      mended: /^no/,
    },
  },
];

/** Without its port nothing else can be seen of it. */
const closed: readonly Row[] = [
  row('secure-port', 'secure-port', '0', null, onPlane(`-o /dev/null ${LOCAL}/healthz`, / 000$/, / 200$/)),
];

export const cloudControllerManagerGroups: readonly FlipGroup<CloudControllerManagerChange>[] = [
  { title: 'the cloud-controller-manager without a port', flips: closed },
  { title: 'the cloud-controller-manager', flips },
];
