import { type HostMount, hostMounts, isWithin } from '../../src/judge/workloads/host-paths.ts';
import { judgeWorkloads, listed, shapeAbsence, shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

/** Where container engines listen on Linux, their shims and the plugin interface that changes containers among it. /var/run is a link to /run. */
const SOCKETS = [
  '/run/docker.sock',
  '/run/docker/containerd/containerd.sock',
  '/run/containerd/containerd.sock',
  '/run/containerd/s',
  '/run/nri/nri.sock',
  '/run/crio/crio.sock',
  '/run/cri-dockerd.sock',
  '/run/dockershim.sock',
  '/run/podman/podman.sock',
  '/run/k3s/containerd/containerd.sock',
  '/run/k0s/containerd.sock',
  '/run/buildkit/buildkitd.sock',
  '/run/snap.docker/docker.sock',
];
/** Sockets of engines under other directories (/run/user/1000/docker.sock) are told by name. */
const SOCKET_NAME = /\/(?:docker|containerd|crio|cri-dockerd|dockershim|podman|buildkitd|nri)\.sock(?:\.ttrpc)?$/;
/** Named pipes are the sockets of Windows. */
const PIPE = /^\/pipe\/(?:docker_engine.*|dockerbackend.*|containerd-containerd|cri-dockerd)$/;

export default automated({
  meta: {
    id: 'workloads/runtime-socket-mounted',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'critical',
    population: true,
    title: {
      holds: 'No container can reach the socket of a container engine',
      broken: 'Containers mount the socket of a container engine',
    },
    rationale:
      'Who talks to the socket of containerd, CRI-O or Docker starts privileged containers on the node, past every admission policy and audit log of Kubernetes. Mounting it read-only does not help: a socket is written to by connecting. A mount of a directory above it, such as /run, holds the socket too.',
    remediation: {
      any: 'Remove the hostPath volume. Build images with a rootless builder (BuildKit rootless, Buildah, a build service), and read metrics from the kubelet instead of the engine.',
      mayBreak:
        'Builds that use the Docker of the node, and agents that ask the engine about its containers, stop working until they are moved. Programs that mount all of /run need the single files that they use.',
    },
    references: [
      { title: 'Kubernetes: hostPath volumes', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
      {
        title: 'Kubernetes: container runtimes and their sockets',
        url: 'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
      },
    ],
    controls: [
      { benchmark: 'Trivy', number: 'KSV-0006' },
      { benchmark: 'Kubescape', number: 'C-0074' },
      { benchmark: 'kube-linter', number: 'docker-sock' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      const [mount] = hostMounts(shape).filter(holdsSocket);
      if (mount === undefined) {
        return {
          verdict: 'pass',
          evidence: [shapeAbsence(shape, '/volumes', 'a mounted path with a container engine socket')],
        };
      }
      const path = `/volumes/${mount.volume.index}/hostPath/path`;
      const evidence = shapeEvidence(shape, path, mount.path, 'no container engine socket at or below it');
      const message = `${listed(mount.containers)} mounts ${mount.path} of its node`;
      return { verdict: 'fail', evidence: [evidence], message };
    }),
});

const holdsSocket = ({ plain }: HostMount): boolean =>
  SOCKET_NAME.test(plain) || PIPE.test(plain) || SOCKETS.some((socket) => isWithin(socket, plain));
