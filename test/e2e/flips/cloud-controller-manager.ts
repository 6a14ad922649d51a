import { kubectl, mustRun } from '../support.ts';
import type { Flip, FlipGroup, Medium } from './flip.ts';
import { fromNetwork, oldTls, onPlane, profiling } from './probes.ts';

/** Flags; null for no flag. */
export type FlagsChange = Readonly<Record<string, string | null>>;

const NAME = 'cloud-controller-manager';
const AT = ['-n', 'kube-system'];
const KUBECONFIG = '/etc/kubernetes/controller-manager.conf';
const PORT = 10258;

/** As well set up as its checks ask for. It looks after load balancers only, as the cloud has no nodes. */
const FLAGS: FlagsChange = {
  'cloud-provider': 'fake',
  controllers: 'service-lb-controller',
  'bind-address': '127.0.0.1',
  profiling: 'false',
  'use-service-account-credentials': 'true',
  'authentication-kubeconfig': KUBECONFIG,
  'authorization-kubeconfig': KUBECONFIG,
};

let flags = FLAGS;

const commandOf = (all: FlagsChange): readonly string[] => [
  `/usr/local/bin/${NAME}`,
  ...Object.entries(all).flatMap(([flag, value]) => (value === null ? [] : [`--${flag}=${value}`])),
];

const account = { kind: 'ServiceAccount', name: NAME, namespace: 'kube-system' };

/** The DaemonSet of the documentation: https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/ */
const objects = (image: string) => [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: NAME, namespace: 'kube-system' } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: `system:${NAME}` },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
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
export const cloudControllerManager: Medium<FlagsChange> = {
  async prepare() {
    mustRun('kubectl', ['create', '-f', '-'], all(serverVersion()));
    rolledOut();
  },
  async apply(changes) {
    flags = Object.assign({}, flags, ...changes);
    const patch = [{ op: 'replace', path: '/spec/template/spec/containers/0/command', value: commandOf(flags) }];
    kubectl('patch', 'daemonset', NAME, ...AT, '--type=json', '-p', JSON.stringify(patch));
    rolledOut();
  },
  async restore() {
    mustRun('kubectl', ['delete', '--ignore-not-found', '-f', '-'], all(serverVersion()));
  },
};

const LOCAL = `https://127.0.0.1:${PORT}`;
const row = (
  noun: string,
  flag: string,
  broken: string | null,
  mended: string | null,
  probe: Flip<FlagsChange>['probe'],
): Flip<FlagsChange> => ({
  check: `${NAME}/${noun}`,
  shows: [`--${flag}`],
  breaking: { [flag]: broken },
  mending: { [flag]: mended },
  probe,
});

const flips: readonly Flip<FlagsChange>[] = [
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
      kubectl wait service/$name -n default --for=jsonpath='{.status.loadBalancer.ingress}' --timeout=90s
      bash ${process.env['KUBEVET_E2E_CLUSTER']} audit | grep '"userAgent":"cloud-controller-manager' | grep "/services/$name/status" | grep -o '"username":"[^"]*"' | sort -u
      kubectl delete service/$name -n default`,
    broken: /"username":"system:serviceaccount:kube-system:cloud-controller-manager"/,
    mended: /"username":"system:serviceaccount:kube-system:service-controller"/,
  }),
  row('tls', 'tls-min-version', 'VersionTLS11', null, oldTls(`127.0.0.1:${PORT}`)),
];

/** Without its port nothing else can be seen of it. */
const closed: readonly Flip<FlagsChange>[] = [
  row('secure-port', 'secure-port', '0', null, onPlane(`-o /dev/null ${LOCAL}/healthz`, / 000$/, / 200$/)),
];

export const cloudControllerManagerGroups: readonly FlipGroup<FlagsChange>[] = [
  { title: 'the cloud-controller-manager without a port', flips: closed },
  { title: 'the cloud-controller-manager', flips },
];
