import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/debug-socket',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server opens no debug socket',
      broken: 'The API server gives profiles to anybody on its host',
    },
    rationale:
      'Behind the debug socket there is neither login nor authorization: whoever reaches the file reads profiles and the memory use of the API server, slows it down while they are taken, and raises its log level until the log holds request bodies. Any pod that mounts the directory of the socket can.',
    remediation: {
      kubeadm:
        'Remove --debug-socket-path from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node. With --profiling the same profiles are at /debug/pprof, behind login and authorization.',
      k3s: 'Remove debug-socket-path from kube-apiserver-arg.',
      mayBreak: 'Tools that read the socket find nothing there.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'debug-socket-path',
  expected: 'not set',
  era: {
    from: '1.27',
    because: 'API servers before 1.27 have no debug socket',
    source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.27.md',
  },
  passes: (value) => !isGiven(value),
  broken: (value) => `${value} answers without any login`,
});
