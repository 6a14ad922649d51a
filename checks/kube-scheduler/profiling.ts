import { profilingCheck } from '../../src/judge/settings/serving-checks.ts';

export default profilingCheck({
  meta: {
    id: 'kube-scheduler/profiling',
    component: 'kube-scheduler',
    severity: 'low',
    population: false,
    title: { holds: 'Profiling of the scheduler is off', broken: 'Profiling of the scheduler is on' },
    rationale:
      'Profiles below /debug/pprof show memory and call stacks of the scheduler and cost it time while they are taken. Profiling is on unless switched off. Where --config is given, the field enableProfiling of that file decides and the flag has no effect.',
    remediation: {
      kubeadm:
        'Add --profiling=false (with --config: enableProfiling: false in that file) in /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node.',
      k3s: 'Add profiling=false to kube-scheduler-arg on the servers.',
      mayBreak: 'No more profiles for support cases; switch it on again for as long as one needs them.',
    },
    references: [
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.4.1' },
      { benchmark: 'Prowler', number: 'scheduler_profiling' },
      { benchmark: 'Kubescape', number: 'C-0151' },
      { benchmark: 'Trivy', number: 'KCV-0040' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
});
