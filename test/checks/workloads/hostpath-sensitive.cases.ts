import check from '../../../checks/workloads/hostpath-sensitive.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, controlPlanePod, daemonSet, pod } from '../../support/objects.ts';

const mounting = (path: string, mount: object = {}, name = 'app') => ({
  containers: [container(name, { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }] })],
  spec: {
    volumes: [
      { name: 'scratch', emptyDir: {} },
      { name: 'host', hostPath: { path } },
    ],
  },
});

const mount = { volumeMounts: [{ name: 'host', mountPath: '/host' }] };
const agent = (name: string, containers: readonly Readonly<Record<string, unknown>>[]) =>
  daemonSet(name, {
    namespace: 'kube-system',
    containers,
    spec: { volumes: [{ name: 'host', hostPath: { path: '/etc/cni/net.d' } }] },
  });

describeCheck(check, [
  {
    given: 'a Secret, an emptyDir and a directory for data',
    objects: [
      pod('one', {
        spec: {
          volumes: [
            { name: 'a', secret: { secretName: 's' } },
            { name: 'b', emptyDir: {} },
          ],
        },
      }),
      pod('two', mounting('/data')),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'two' } }],
  },
  {
    given: 'two sensitive paths in one pod',
    objects: [
      pod('one', {
        containers: [
          container('app', {
            volumeMounts: [
              { name: 'a', mountPath: '/a' },
              { name: 'b', mountPath: '/b' },
            ],
          }),
        ],
        spec: {
          volumes: [
            { name: 'a', hostPath: { path: '/etc/kubernetes' } },
            { name: 'b', hostPath: { path: '/root' } },
          ],
        },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^mounts \/etc\/kubernetes, \/root of its node$/ }],
  },
  {
    given: 'the control plane, which reads its keys from the host',
    objects: [
      controlPlanePod('kube-apiserver', {
        container: { volumeMounts: [{ name: 'k8s-certs', mountPath: '/etc/kubernetes/pki', readOnly: true }] },
        spec: { volumes: [{ name: 'k8s-certs', hostPath: { path: '/etc/kubernetes/pki' } }] },
      }),
    ],
    expect: 'not-applicable',
  },
  {
    given: 'a pod beside it that reads the same keys',
    objects: [pod('spy', { ...mounting('/etc/kubernetes/pki', { readOnly: true }), namespace: 'kube-system' })],
    expect: 'fail',
  },
  {
    given: 'one container that reads and one that writes the logs',
    objects: [
      pod('logs', {
        containers: [
          container('a', { volumeMounts: [{ name: 'log', mountPath: '/l', readOnly: true }] }),
          container('b', { volumeMounts: [{ name: 'log', mountPath: '/l' }] }),
        ],
        spec: { volumes: [{ name: 'log', hostPath: { path: '/var/log' } }] },
      }),
    ],
    expect: 'fail',
  },
  { given: 'a mount of /', objects: [pod('one', mounting('/'))], expect: 'fail' },
  { given: 'a mount of /etc', objects: [pod('one', mounting('/etc'))], expect: 'fail' },
  { given: 'a mount of /etc/shadow', objects: [pod('one', mounting('/etc/shadow'))], expect: 'fail' },
  { given: 'a mount of /proc', objects: [pod('one', mounting('/proc'))], expect: 'fail' },
  { given: 'a mount of /sys', objects: [pod('one', mounting('/sys'))], expect: 'fail' },
  { given: 'a mount of /dev', objects: [pod('one', mounting('/dev'))], expect: 'fail' },
  { given: 'a mount of /dev/sda', objects: [pod('one', mounting('/dev/sda'))], expect: 'fail' },
  { given: 'a mount of /root/.ssh', objects: [pod('one', mounting('/root/.ssh'))], expect: 'fail' },
  { given: 'a mount of /var', objects: [pod('one', mounting('/var'))], expect: 'fail' },
  { given: 'a mount of /var/lib', objects: [pod('one', mounting('/var/lib'))], expect: 'fail' },
  {
    given: 'a mount of /var/lib/kubelet/pods',
    objects: [pod('one', mounting('/var/lib/kubelet/pods'))],
    expect: 'fail',
  },
  { given: 'a mount of /var/lib/etcd', objects: [pod('one', mounting('/var/lib/etcd'))], expect: 'fail' },
  { given: 'a mount of /var/log', objects: [pod('one', mounting('/var/log'))], expect: 'fail' },
  { given: 'a mount of /var/log/pods', objects: [pod('one', mounting('/var/log/pods'))], expect: 'fail' },
  { given: 'a mount of /etc/ssl/certs', objects: [pod('one', mounting('/etc/ssl/certs'))], expect: 'fail' },
  { given: 'a mount of /var/run', objects: [pod('one', mounting('/var/run'))], expect: 'fail' },
  { given: 'a mount of /boot', objects: [pod('one', mounting('/boot'))], expect: 'fail' },
  { given: 'a mount of /../etc', objects: [pod('one', mounting('/../etc'))], expect: 'fail' },
  { given: 'a mount of /run/xtables.lock', objects: [pod('one', mounting('/run/xtables.lock'))], expect: 'pass' },
  { given: 'a mount of /lib/modules', objects: [pod('one', mounting('/lib/modules'))], expect: 'fail' },
  {
    given: 'a read-only mount of /lib/modules',
    objects: [pod('one', mounting('/lib/modules', { readOnly: true }))],
    expect: 'pass',
  },
  { given: 'a mount of the CNI plugins', objects: [pod('one', mounting('/opt/cni/bin'))], expect: 'fail' },
  { given: 'a mount of /opt', objects: [pod('one', mounting('/opt'))], expect: 'fail' },
  { given: 'a mount of /usr/local/bin', objects: [pod('one', mounting('/usr/local/bin'))], expect: 'fail' },
  { given: 'a mount of /opt/app', objects: [pod('one', mounting('/opt/app'))], expect: 'pass' },
  { given: 'a mount of C:\\', objects: [pod('one', mounting('C:\\'))], expect: 'fail' },
  {
    given: 'a mount of the data of the kubelet on Windows',
    objects: [pod('one', mounting('c:\\var\\lib\\kubelet', { readOnly: true }))],
    expect: 'fail',
  },
  { given: 'a mount of C:\\data', objects: [pod('one', mounting('C:\\data'))], expect: 'pass' },
  {
    given: 'an agent of the node, and a stranger in its pod',
    objects: [
      agent('node-agent', [container('node', { image: 'quay.io/calico/node:v3.31.0', ...mount })]),
      agent('with-stranger', [
        container('node', { image: 'quay.io/calico/node:v3.31.0', ...mount }),
        container('stranger', mount),
      ]),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'review', subject: { name: 'node-agent' } },
      { verdict: 'fail', subject: { name: 'with-stranger' } },
    ],
  },
  { given: 'a mount of /dev/fuse', objects: [pod('one', mounting('/dev/fuse'))], expect: 'pass' },
  { given: 'a mount of /dev/shm', objects: [pod('one', mounting('/dev/shm'))], expect: 'fail' },
  { given: 'a mount of /var/lib/myapp', objects: [pod('one', mounting('/var/lib/myapp'))], expect: 'pass' },
  { given: 'a mount of /etcetera', objects: [pod('one', mounting('/etcetera'))], expect: 'pass' },
  { given: 'a mount of /srv', objects: [pod('one', mounting('/srv'))], expect: 'pass' },
  { given: 'a read-only mount of /etc', objects: [pod('one', mounting('/etc', { readOnly: true }))], expect: 'fail' },
  {
    given: 'a read-only mount of /var/log',
    objects: [pod('one', mounting('/var/log', { readOnly: true }))],
    expect: 'pass',
  },
  {
    given: 'a read-only mount of /var/log/pods',
    objects: [pod('one', mounting('/var/log/pods', { readOnly: true }))],
    expect: 'pass',
  },
  {
    given: 'a read-only mount of /etc/ssl/certs',
    objects: [pod('one', mounting('/etc/ssl/certs', { readOnly: true }))],
    expect: 'pass',
  },
  {
    given: 'a read-only mount of /etc/localtime',
    objects: [pod('one', mounting('/etc/localtime', { readOnly: true }))],
    expect: 'pass',
  },
  { given: 'a read-only mount of /var', objects: [pod('one', mounting('/var', { readOnly: true }))], expect: 'fail' },
  {
    given: 'a read-only mount of /run/udev',
    objects: [pod('one', mounting('/run/udev', { readOnly: true }))],
    expect: 'pass',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', ...mounting('/etc') }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
