import check from '../../../checks/kube-apiserver/static-pod-hardening.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  type ControlPlanePodOptions,
  controlPlanePod,
  kubeletConfigz,
  node,
  serverVersion,
} from '../../support/objects.ts';

const DEFAULT = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };
const volume = (path: string) => ({ name: 'host', hostPath: { path } });

/** A cluster in which the four components are as kubeadm makes them, but for one. */
const cluster = (component: string, options: ControlPlanePodOptions): readonly object[] => [
  serverVersion(),
  node('node-1'),
  ...['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager'].map((name) =>
    controlPlanePod(name, name === component ? { spec: DEFAULT, ...options } : { spec: DEFAULT }),
  ),
];

describeCheck(check, [
  { given: 'what kubeadm makes', objects: cluster('kube-apiserver', {}), expect: 'pass' },
  {
    given: 'directories that the API server needs',
    objects: cluster('kube-apiserver', {
      spec: { ...DEFAULT, volumes: ['/etc/kubernetes/pki', '/etc/ssl/certs', '/var/log/kubernetes'].map(volume) },
    }),
    expect: 'pass',
  },
  {
    given: 'a privileged scheduler',
    objects: cluster('kube-scheduler', { container: { securityContext: { privileged: true } } }),
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'kube-scheduler-node-1' }, message: /kube-scheduler is privileged/ },
      { verdict: 'pass', subject: { name: 'etcd-node-1' } },
    ],
  },
  {
    given: 'an etcd with an added capability',
    objects: cluster('etcd', { container: { securityContext: { capabilities: { add: ['SYS_ADMIN'] } } } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /SYS_ADMIN/ }],
  },
  {
    given: 'a capability that a low port needs',
    objects: cluster('kube-apiserver', {
      container: { securityContext: { capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] } } },
    }),
    expect: 'pass',
  },
  {
    given: 'no seccomp profile',
    objects: cluster('kube-controller-manager', { spec: {} }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no seccomp profile/ }],
  },
  {
    given: 'no seccomp profile, where the kubelet gives one by default',
    objects: [...cluster('kube-controller-manager', { spec: {} }), kubeletConfigz('node-1', { seccompDefault: true })],
    expect: 'pass',
  },
  {
    given: 'a container that is unconfined in a pod that is not',
    objects: cluster('etcd', { container: { securityContext: { seccompProfile: { type: 'Unconfined' } } } }),
    expect: 'fail',
  },
  {
    given: 'a container with a profile in a pod without one',
    objects: cluster('etcd', {
      spec: {},
      container: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
    }),
    expect: 'pass',
  },
  {
    given: 'a privileged container that only starts another',
    objects: cluster('kube-apiserver', {
      spec: { ...DEFAULT, initContainers: [{ name: 'prepare', securityContext: { privileged: true } }] },
    }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^prepare is privileged$/ }],
  },
  {
    given: 'the processes of the host',
    objects: cluster('etcd', { spec: { ...DEFAULT, hostPID: true } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /hostPID/ }],
  },
  {
    given: 'the whole host mounted',
    objects: cluster('etcd', { spec: { ...DEFAULT, volumes: [volume('/')] } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /mounts \/ of its host/ }],
  },
  {
    given: 'the socket of the runtime mounted',
    objects: cluster('kube-apiserver', {
      spec: { ...DEFAULT, volumes: [volume('/var/run/containerd/containerd.sock')] },
    }),
    expect: 'fail',
  },
  { given: 'no pod of the control plane', objects: [serverVersion(), node('node-1')], expect: 'unknown' },
]);
