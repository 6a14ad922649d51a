import { type HostMount, hostMounts, isWithin } from '../../src/judge/workloads/host-paths.ts';
import { unlessNeeded } from '../../src/judge/workloads/needed-privileges.ts';
import { judgeWorkloads, shapeAbsence, shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

/** Directories whose content, or that of a parent, opens the node. */
const SENSITIVE = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/home',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/sys',
  '/usr/bin',
  '/usr/sbin',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/k0s',
  '/var/lib/kubelet',
  '/var/lib/rancher',
  '/var/snap/microk8s',
  // Windows
  '/k',
  '/programdata',
  '/users',
  '/windows',
];
/** What the node runs as root from there: whoever writes it becomes root. */
const RUN_BY_NODE = [
  '/lib',
  '/lib64',
  '/opt/cni',
  '/usr/lib',
  '/usr/libexec/kubernetes',
  '/usr/local',
  '/var/spool/cron',
];
/** What lies in those directories, holds no secret and gives no power; the first only while it is mounted read-only. */
const HARMLESS_READ_ONLY = [
  '/etc/ca-certificates',
  '/etc/hostname',
  '/etc/localtime',
  '/etc/machine-id',
  '/etc/os-release',
  '/etc/pki/ca-trust',
  '/etc/pki/tls/certs',
  '/etc/ssl/certs',
  '/etc/timezone',
  '/run/udev',
];
const HARMLESS = ['/dev/fuse', '/dev/net/tun', '/dev/null', '/dev/urandom', '/run/xtables.lock'];
/** Writing there lets a link in a log file be read back through the kubelet. */
const LOGS = '/var/log';

export default automated({
  meta: {
    id: 'workloads/hostpath-sensitive',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'critical',
    population: true,
    title: {
      holds: 'No container mounts sensitive node directories without need',
      broken: 'Containers mount sensitive directories of their node',
    },
    rationale:
      'With /etc, /root, /proc, /dev, the data of the kubelet or of etcd, or a parent of these, a container reads the keys of the node and of other pods, and where it may write, programs and libraries of the node among it, it becomes root there. Read-only mounts still give the secrets away. A writable /var/log lets a container read any file through links in place of logs.',
    remediation: {
      any: 'Mount the one file or directory that the program needs, read-only, or use a ConfigMap, Secret, PersistentVolumeClaim or CSI volume. Mount /var/log with readOnly: true for log collectors.',
      mayBreak:
        'Agents of the node (monitoring, storage, backup) lose what they read there; their documentation names the single paths.',
    },
    references: [
      { title: 'Kubernetes: hostPath volumes', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
      {
        title: 'Kubernetes: Pod Security Standards',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.11' },
      { benchmark: 'Trivy', number: 'KSV-0121' },
      { benchmark: 'kube-linter', number: 'sensitive-host-mounts' },
      { benchmark: 'kubeaudit', number: 'mounts' },
      { benchmark: 'Kubescape', number: 'C-0048' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      const [first, ...rest] = hostMounts(shape).filter(isSensitive);
      if (first === undefined) {
        return { verdict: 'pass', evidence: [shapeAbsence(shape, '/volumes', 'a mounted sensitive host path')] };
      }
      const seen = ({ volume, path }: HostMount) =>
        shapeEvidence(shape, `/volumes/${volume.index}/hostPath/path`, path, 'no sensitive directory of the node');
      const paths = [first, ...rest].map(({ path }) => path).join(', ');
      const evidence = [seen(first), ...rest.slice(0, 2).map(seen)] as const;
      const mounting = new Set([first, ...rest].flatMap(({ containers }) => containers));
      const opinion = { verdict: 'fail', evidence, message: `mounts ${paths} of its node` } as const;
      return unlessNeeded(shape, 'host-path', opinion, ({ name }) => mounting.has(name));
    }),
});

function isSensitive({ plain, readOnly }: HostMount): boolean {
  if (isWithin(LOGS, plain)) return plain !== LOGS || !readOnly;
  if (isWithin(plain, LOGS)) return !readOnly;
  if (HARMLESS.includes(plain)) return false;
  if (!readOnly && RUN_BY_NODE.some((path) => isWithin(plain, path) || isWithin(path, plain))) return true;
  if (readOnly && HARMLESS_READ_ONLY.some((path) => isWithin(plain, path))) return false;
  return SENSITIVE.some((path) => isWithin(plain, path) || isWithin(path, plain));
}
