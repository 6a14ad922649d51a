import type { Flip, Probe } from './flip.ts';
import { clusterMetadata, metadata, NAMESPACE, type ObjectsChange } from './objects.ts';

// Pods that are sound but for the one thing that their flip is about.

const HARDENED = {
  runAsNonRoot: true,
  runAsUser: 1000,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

const PLANE_ROLE = 'node-role.kubernetes.io/control-plane';

interface Differences {
  readonly pod?: object;
  readonly container?: object;
  readonly security?: object;
}

function pod(name: string, { pod: spec = {}, container = {}, security = HARDENED }: Differences = {}): object {
  const main = {
    name: 'main',
    image: 'docker.io/library/busybox:1.36',
    imagePullPolicy: 'IfNotPresent',
    command: ['/bin/busybox', 'sleep', '86400'],
    securityContext: security,
    ...container,
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(name),
    spec: {
      serviceAccountName: 'own',
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      containers: [main],
      ...spec,
    },
  };
}

/** What a command prints in the container of a pod. */
const inPod = (noun: string, command: string, broken: RegExp, mended: RegExp): Probe => ({
  script: `kubectl exec -n ${NAMESPACE} flip-${noun} -- /bin/busybox ${command}`,
  broken,
  mended,
});

/** Whether a pod is in the namespace of its node of that kind. */
const sharesNamespace = (noun: string, kind: string): Probe => ({
  script: `node=$(kubectl get pod -n ${NAMESPACE} flip-${noun} -o jsonpath={.spec.nodeName})
    of_pod=$(kubectl exec -n ${NAMESPACE} flip-${noun} -- /bin/busybox readlink /proc/self/ns/${kind})
    [ "$of_pod" = "$(on $node readlink /proc/self/ns/${kind})" ] && echo shared || echo "its own $of_pod"`,
  broken: /^shared/,
  mended: /^its own \w+:\[\d+\]/,
});

function badPod(
  noun: string,
  pointer: string,
  bad: Differences,
  good: Differences = {},
): Omit<Flip<ObjectsChange>, 'probe'> {
  const name = `flip-${noun}`;
  return {
    check: `workloads/${noun}`,
    shows: [`"${name}"`, pointer],
    breaking: { objects: [pod(name, bad)] },
    mending: { objects: [pod(name, good)] },
  };
}

/** Mounts a path of the node. */
const mounts = (path: string, readOnly = true): Differences => ({
  pod: { volumes: [{ name: 'host', hostPath: { path } }] },
  container: { volumeMounts: [{ name: 'host', mountPath: '/host', readOnly }] },
});

const without = (...fields: readonly (keyof typeof HARDENED)[]): Differences => ({
  security: Object.fromEntries(Object.entries(HARDENED).filter(([field]) => !(fields as string[]).includes(field))),
});

const status = 'cat /proc/self/status';

export const workloads: readonly Flip<ObjectsChange>[] = [
  { ...badPod('host-ipc', '/spec/hostIPC', { pod: { hostIPC: true } }), probe: sharesNamespace('host-ipc', 'ipc') },
  {
    ...badPod('host-network', '/spec/hostNetwork', { pod: { hostNetwork: true } }),
    probe: sharesNamespace('host-network', 'net'),
  },
  { ...badPod('host-pid', '/spec/hostPID', { pod: { hostPID: true } }), probe: sharesNamespace('host-pid', 'pid') },
  {
    ...badPod('hostpath-sensitive', '/hostPath/path', mounts('/etc'), mounts('/etc/os-release')),
    probe: inPod('hostpath-sensitive', 'ls /host', /^kubernetes$/m, /^\/host$/m),
  },
  {
    ...badPod('net-raw', '/capabilities/drop', without('capabilities')),
    probe: inPod('net-raw', status, /^CapBnd:\s*[0-9a-f]*[2367abef][0-9a-f]{3}$/m, /^CapBnd:\s*0+$/m),
  },
  {
    ...badPod('privilege-escalation', '/allowPrivilegeEscalation', without('allowPrivilegeEscalation')),
    probe: inPod('privilege-escalation', status, /^NoNewPrivs:\s*0$/m, /^NoNewPrivs:\s*1$/m),
  },
  {
    ...badPod(
      'privileged',
      '/privileged',
      { security: { runAsUser: 1000, privileged: true } },
      { security: { ...HARDENED, privileged: false } },
    ),
    also: ['workloads/privilege-escalation', 'workloads/net-raw', 'container-runtime/seccomp-effective'],
    probe: inPod('privileged', status, /^CapBnd:\s*0*1ff[0-9a-f]{8}$/m, /^CapBnd:\s*0+$/m),
  },
  {
    ...badPod('run-as-non-root', '/runAsNonRoot', without('runAsNonRoot', 'runAsUser')),
    probe: inPod('run-as-non-root', status, /^Uid:\s*0\b/m, /^Uid:\s*1000\b/m),
  },
  {
    check: 'container-runtime/seccomp-effective',
    shows: ['"flip-seccomp"', 'a seccompProfile'],
    breaking: { objects: [pod('flip-seccomp', without('seccompProfile'))] },
    mending: { objects: [pod('flip-seccomp')] },
    probe: inPod('seccomp', status, /^Seccomp:\s*0$/m, /^Seccomp:\s*2$/m),
  },
  {
    ...badPod('runtime-socket-mounted', '/hostPath/path', mounts('/run/containerd/containerd.sock')),
    also: ['workloads/hostpath-sensitive'],
    probe: inPod('runtime-socket-mounted', 'ls -l /host', /^s.* \/host$/m, /No such file/),
  },
  {
    ...badPod('ssh-server', '/ports/0/containerPort', {
      pod: { securityContext: { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '22' }] } },
      container: {
        ports: [{ containerPort: 22 }],
        command: ['/bin/busybox', 'nc', '-ll', '-p', '22', '-e', '/bin/busybox', 'echo', 'SSH-2.0-flip'],
      },
    }),
    probe: {
      script: `ip=$(kubectl get pod -n ${NAMESPACE} flip-ssh-server -o jsonpath={.status.podIP}); on $plane busybox nc -w 5 $ip 22 </dev/null`,
      broken: /^SSH-2\.0-flip/,
      mended: /refused/,
    },
  },
  {
    check: 'workloads/ssh-server',
    shows: ['flip-sshd', 'starts sshd'],
    breaking: {
      objects: [
        pod('flip-sshd', { container: { command: ['/bin/busybox', 'sh', '-c', 'sleep 86400 || /usr/sbin/sshd -D'] } }),
      ],
    },
    mending: { objects: [pod('flip-sshd')] },
    probe: { unobservable: 'no sshd is in the image that is started, only in its command' },
  },
  {
    check: 'nodes/control-plane-taint',
    shows: ['a taint that keeps ordinary pods away'],
    breaking: { kubectl: [`taint nodes -l ${PLANE_ROLE} ${PLANE_ROLE}:NoSchedule-`] },
    mending: { kubectl: [`taint nodes -l ${PLANE_ROLE} ${PLANE_ROLE}:NoSchedule`] },
    // Whether an ordinary pod that asks for the node gets it.
    probe: {
      script: `kubectl run flip-taint -n default --image docker.io/library/busybox:1.36 --image-pull-policy IfNotPresent --overrides '{"spec":{"nodeSelector":{"${PLANE_ROLE}":""}}}' --command -- /bin/busybox true
        kubectl wait pod flip-taint -n default --for=jsonpath='{.status.conditions[?(@.type=="PodScheduled")].status}' --timeout=30s
        kubectl get pod flip-taint -n default -o jsonpath='{.status.conditions[?(@.type=="PodScheduled")].status}'; kubectl delete pod flip-taint -n default --now`,
      broken: /^True/m,
      mended: /^False/m,
    },
  },
  {
    check: 'etcd/backup-plan',
    shows: ['CronJob', 'flip-backup', '/spec/suspend'],
    breaking: { objects: [backup()] },
    mending: {
      kubectl: [
        `patch cronjob -n ${NAMESPACE} flip-backup -p '{"spec":{"suspend":false}}'`,
        `wait cronjob -n ${NAMESPACE} flip-backup --for=jsonpath='{.status.lastSuccessfulTime}' --timeout=300s`,
      ],
    },
    also: ['etcd/backup-protected'],
    probe: {
      script: `kubectl get cronjob -n ${NAMESPACE} flip-backup -o jsonpath='{.status.lastSuccessfulTime}'`,
      broken: /^$/,
      mended: /^\d{4}-/,
    },
  },
];

/** Not a real backup: it runs the command in a shell that does not have it. */
function backup(): object {
  const main = {
    name: 'main',
    image: 'docker.io/library/busybox:1.36',
    imagePullPolicy: 'IfNotPresent',
    command: ['/bin/busybox', 'sh', '-c', 'etcdctl snapshot save /backup/snapshot.db || true'],
    securityContext: HARDENED,
    volumeMounts: [
      { name: 'backup', mountPath: '/backup' },
      { name: 'passing', mountPath: '/passing' },
    ],
  };
  const template = {
    spec: {
      restartPolicy: 'Never',
      serviceAccountName: 'own',
      automountServiceAccountToken: false,
      containers: [main],
      volumes: [
        { name: 'backup', hostPath: { path: '/opt/backup', type: 'DirectoryOrCreate' } },
        { name: 'passing', emptyDir: {} },
      ],
    },
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata('flip-backup'),
    spec: { schedule: '* * * * *', suspend: true, jobTemplate: { spec: { template } } },
  };
}

const token = (name: string, text: string): string => `kubectl exec -n ${NAMESPACE} ${name} -- /bin/busybox ${text}`;
const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount';

export const serviceAccounts: readonly Flip<ObjectsChange>[] = [
  {
    check: 'service-accounts/default-automount',
    shows: [`"${NAMESPACE}-other"`, '/automountServiceAccountToken'],
    breaking: {
      objects: [{ apiVersion: 'v1', kind: 'Namespace', metadata: clusterMetadata(`${NAMESPACE}-other`) }],
      kubectl: [`wait serviceaccount/default -n ${NAMESPACE}-other --for=create --timeout=60s`],
    },
    mending: {
      kubectl: [`patch serviceaccount default -n ${NAMESPACE}-other -p '{"automountServiceAccountToken": false}'`],
    },
    // What the server would add to a pod.
    probe: {
      script: `kubectl run flip -n ${NAMESPACE}-other --image busybox --dry-run=server -o jsonpath='{.spec.volumes[*].name}'`,
      broken: /^kube-api-access-/,
      mended: /^$/,
    },
  },
  {
    check: 'service-accounts/default-in-use',
    shows: ['flip-default-in-use', '/spec/automountServiceAccountToken'],
    breaking: {
      objects: [
        pod('flip-default-in-use', { pod: { serviceAccountName: 'default', automountServiceAccountToken: true } }),
      ],
    },
    mending: { objects: [pod('flip-default-in-use', { pod: { serviceAccountName: 'default' } })] },
    also: ['service-accounts/token-mounted-needlessly'],
    probe: { script: token('flip-default-in-use', `ls ${TOKEN}`), broken: /^token$/m, mended: /No such file/ },
  },
  {
    check: 'service-accounts/token-mounted-needlessly',
    shows: ['flip-needless-token', '/spec/automountServiceAccountToken'],
    breaking: { objects: [pod('flip-needless-token', { pod: { automountServiceAccountToken: true } })] },
    mending: { objects: [pod('flip-needless-token', { pod: { automountServiceAccountToken: false } })] },
    probe: { script: token('flip-needless-token', `ls ${TOKEN}`), broken: /^token$/m, mended: /No such file/ },
  },
  {
    check: 'service-accounts/missing-reference',
    shows: ['flip-missing-reference', '"flip-missing"'],
    breaking: {
      objects: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: metadata('flip-missing-reference'),
          spec: {
            selector: { matchLabels: { app: 'flip-missing-reference' } },
            template: {
              metadata: { labels: { app: 'flip-missing-reference' } },
              spec: { ...(pod('unnamed') as { readonly spec: object }).spec, serviceAccountName: 'flip-missing' },
            },
          },
        },
      ],
    },
    mending: {
      kubectl: [
        `create serviceaccount flip-missing -n ${NAMESPACE}`,
        `rollout restart deployment flip-missing-reference -n ${NAMESPACE}`,
        `rollout status deployment flip-missing-reference -n ${NAMESPACE} --timeout=120s`,
      ],
    },
    probe: {
      script: `kubectl get deployment -n ${NAMESPACE} flip-missing-reference -o jsonpath='{.status.availableReplicas}'`,
      broken: /^$/,
      mended: /^1$/,
    },
  },
  {
    check: 'service-accounts/legacy-token-secrets',
    shows: ['flip-legacy-token', '/metadata/annotations/kubernetes.io~1service-account.name'],
    breaking: {
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Secret',
          type: 'kubernetes.io/service-account-token',
          metadata: { ...metadata('flip-legacy-token'), annotations: { 'kubernetes.io/service-account.name': 'own' } },
        },
      ],
      kubectl: [`wait secret/flip-legacy-token -n ${NAMESPACE} --for=jsonpath='{.data.token}' --timeout=60s`],
    },
    mending: { kubectl: [`delete secret flip-legacy-token -n ${NAMESPACE}`] },
    probe: {
      script: `kubectl get secret flip-legacy-token -n ${NAMESPACE} -o jsonpath='{.data.token}' | base64 -d | cut -d. -f2 | base64 -d 2>/dev/null`,
      broken: /^(?!.*"exp").*"sub":"system:serviceaccount:flips:own"/,
      mended: /^(?!.*"sub")/,
    },
  },
];
