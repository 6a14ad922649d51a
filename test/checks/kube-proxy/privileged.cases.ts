import check from '../../../checks/kube-proxy/privileged.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, daemonSet, node, serverVersion } from '../../support/objects.ts';

interface Options {
  readonly paths?: readonly string[];
  readonly readOnly?: boolean;
  readonly image?: string;
  readonly spec?: object;
  readonly container?: object;
}
const set = ({
  paths = [],
  readOnly = false,
  image = 'registry.k8s.io/kube-proxy:v1.37.2',
  spec,
  container,
}: Options) => [
  serverVersion(),
  daemonSet('kube-proxy', {
    namespace: 'kube-system',
    containers: [
      {
        name: 'kube-proxy',
        image,
        command: ['/usr/local/bin/kube-proxy'],
        securityContext: { privileged: true },
        volumeMounts: paths.map((path, at) => ({ name: `v${at}`, mountPath: path, readOnly })),
        ...container,
      },
    ],
    spec: { hostNetwork: true, volumes: paths.map((path, at) => ({ name: `v${at}`, hostPath: { path } })), ...spec },
  }),
];
const USUAL = ['/lib/modules', '/run/xtables.lock'];

describeCheck(check, [
  {
    given: 'what kubeadm gives it, which is privileged',
    objects: set({ paths: USUAL }),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'DaemonSet', name: 'kube-proxy' } }],
  },
  {
    given: 'logs of the node besides',
    objects: set({ paths: [...USUAL, '/var/log'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^mounts \/var\/log of its node$/ }],
  },
  {
    given: 'its kubeconfig on the host, and the lock by its old path',
    objects: set({ paths: ['/var/lib/kube-proxy/kubeconfig', '/var/run/xtables.lock'] }),
    expect: 'pass',
  },
  {
    given: 'certificates of the system, to read',
    objects: set({ paths: ['/etc/ssl/certs'], readOnly: true }),
    expect: 'pass',
  },
  { given: 'certificates of the system, to write', objects: set({ paths: ['/etc/ssl/certs'] }), expect: 'fail' },
  {
    given: 'a volume that nothing mounts',
    objects: set({ spec: { volumes: [{ name: 'root', hostPath: { path: '/' } }] } }),
    expect: 'pass',
  },
  {
    given: 'the processes of the node, and no version',
    objects: set({ spec: { hostPID: true }, image: 'registry.example/kube-proxy' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^has hostPID; runs an image without a version$/ }],
  },
  {
    given: 'the newest image, whichever that is',
    objects: set({ image: 'registry.k8s.io/kube-proxy:latest' }),
    expect: 'fail',
  },
  { given: 'a digest', objects: set({ image: 'registry.example/kube-proxy@sha256:0000' }), expect: 'pass' },
  {
    given: 'a process of a Windows host',
    objects: set({ container: { securityContext: { windowsOptions: { hostProcess: true } } } }),
    expect: 'not-applicable',
  },
  {
    given: 'a static pod that mounts all of its node',
    objects: [
      serverVersion(),
      controlPlanePod('kube-proxy', {
        ownerReferences: [],
        spec: { volumes: [{ name: 'root', hostPath: { path: '/' } }] },
        container: { volumeMounts: [{ name: 'root', mountPath: '/host' }] },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Pod' }, message: /^mounts \/ of its node$/ }],
  },
  {
    given: 'k3s, in whose process it runs',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no pod that was read/ }],
  },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
