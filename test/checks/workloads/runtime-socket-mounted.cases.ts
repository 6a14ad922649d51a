import check from '../../../checks/workloads/runtime-socket-mounted.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, daemonSet, pod } from '../../support/objects.ts';

const mounting = (path: string, mount: object = {}, name = 'app') => ({
  containers: [container(name, { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }] })],
  spec: {
    volumes: [
      { name: 'scratch', emptyDir: {} },
      { name: 'host', hostPath: { path } },
    ],
  },
});

describeCheck(check, [
  {
    given: 'the socket of Docker under its old path',
    objects: [pod('build', mounting('/var/run/docker.sock', {}, 'builder'))],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'build' }, message: /container builder mounts \/var\/run\/docker.sock/ },
    ],
  },
  {
    given: 'a read-only mount, which does not keep anybody from connecting',
    objects: [pod('agent', mounting('/run/containerd/containerd.sock', { readOnly: true }))],
    expect: 'fail',
  },
  { given: 'a mount of /', objects: [pod('one', mounting('/'))], expect: 'fail' },
  { given: 'a mount of /run', objects: [pod('one', mounting('/run'))], expect: 'fail' },
  { given: 'a mount of /var/run/', objects: [pod('one', mounting('/var/run/'))], expect: 'fail' },
  { given: 'a mount of /run/containerd', objects: [pod('one', mounting('/run/containerd'))], expect: 'fail' },
  { given: 'a mount of /run/crio/crio.sock', objects: [pod('one', mounting('/run/crio/crio.sock'))], expect: 'fail' },
  {
    given: 'a mount of /run//k3s/./containerd/../containerd/containerd.sock',
    objects: [pod('one', mounting('/run//k3s/./containerd/../containerd/containerd.sock'))],
    expect: 'fail',
  },
  {
    given: 'a mount of /run/user/1000/docker.sock',
    objects: [pod('one', mounting('/run/user/1000/docker.sock'))],
    expect: 'fail',
  },
  {
    given: 'a mount of /run/podman/podman.sock',
    objects: [pod('one', mounting('/run/podman/podman.sock'))],
    expect: 'fail',
  },
  { given: 'a mount of /run/docker', objects: [pod('one', mounting('/run/docker'))], expect: 'fail' },
  { given: 'a mount of /run/nri', objects: [pod('one', mounting('/run/nri'))], expect: 'fail' },
  { given: 'a mount of the shims of containerd', objects: [pod('one', mounting('/run/containerd/s'))], expect: 'fail' },
  {
    given: 'the other socket of containerd',
    objects: [pod('one', mounting('/run/containerd/containerd.sock.ttrpc'))],
    expect: 'fail',
  },
  {
    given: 'the socket of MicroK8s',
    objects: [pod('one', mounting('/var/snap/microk8s/common/run/containerd.sock'))],
    expect: 'fail',
  },
  {
    given: 'the pipe of Docker on Windows',
    objects: [pod('one', mounting('\\\\.\\pipe\\docker_engine'))],
    expect: 'fail',
  },
  {
    given: 'the pipe of containerd on Windows, in the other slashes',
    objects: [pod('one', mounting('//./pipe/containerd-containerd'))],
    expect: 'fail',
  },
  { given: 'a pipe of something else', objects: [pod('one', mounting('\\\\.\\pipe\\app'))], expect: 'pass' },
  { given: 'a mount of /var/log', objects: [pod('one', mounting('/var/log'))], expect: 'pass' },
  { given: 'a mount of /data', objects: [pod('one', mounting('/data'))], expect: 'pass' },
  { given: 'a mount of /run/xtables.lock', objects: [pod('one', mounting('/run/xtables.lock'))], expect: 'pass' },
  { given: 'a mount of /run/containerd2', objects: [pod('one', mounting('/run/containerd2'))], expect: 'pass' },
  { given: 'a mount of /var/running', objects: [pod('one', mounting('/var/running'))], expect: 'pass' },
  { given: 'a mount of /srv/docker.sock.d', objects: [pod('one', mounting('/srv/docker.sock.d'))], expect: 'pass' },

  {
    given: 'a mount of /var, in which /var/run is a link that leads to the /run of the container',
    objects: [pod('one', mounting('/var'))],
    expect: 'pass',
  },
  {
    given: 'a volume that no container mounts',
    objects: [pod('one', { spec: { volumes: [{ name: 'host', hostPath: { path: '/run' } }] } })],
    expect: 'pass',
  },
  {
    given: 'an init container that mounts it, in a DaemonSet of which no pod runs',
    objects: [
      daemonSet('agent', {
        spec: {
          volumes: [{ name: 'run', hostPath: { path: '/run' } }],
          initContainers: [container('init', { volumeMounts: [{ name: 'run', mountPath: '/run' }] })],
        },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'DaemonSet', name: 'agent' }, message: /container init/ }],
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', ...mounting('/run') }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
