import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/profiling',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: { holds: 'Profiling is off', broken: 'Profiling is on' },
    rationale:
      'Profiles below /debug/pprof show memory and call stacks of the API server and cost it time while they are taken. They ask for authorization, so this concerns those who may read all non-resource paths. Profiling is on unless switched off.',
    remediation: {
      kubeadm: 'Add --profiling=false to /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Add profiling=false to kube-apiserver-arg.',
      mayBreak: 'No more profiles for support cases; switch it on again for as long as one needs them.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.15' },
      { benchmark: 'Prowler', number: 'apiserver_disable_profiling' },
      { benchmark: 'Kubescape', number: 'C-0129' },
      { benchmark: 'Trivy', number: 'KCV-0018' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'profiling',
  expected: 'false',
  passes: (value) => value === false,
  broken: () => 'profiles can be read below /debug/pprof',
});
