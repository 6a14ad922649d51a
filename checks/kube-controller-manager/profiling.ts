import { profilingCheck } from '../../src/judge/settings/serving-checks.ts';

export default profilingCheck({
  meta: {
    id: 'kube-controller-manager/profiling',
    component: 'kube-controller-manager',
    severity: 'low',
    population: false,
    title: { holds: 'Profiling of the controller manager is off', broken: 'Profiling of the controller manager is on' },
    rationale:
      'Profiles below /debug/pprof show memory and call stacks of the controller manager and cost it time while they are taken. Profiling is on unless switched off.',
    remediation: {
      kubeadm:
        'Add --profiling=false in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Add profiling=false to kube-controller-manager-arg on the servers.',
      mayBreak: 'No more profiles for support cases; switch it on again for as long as one needs them.',
    },
    references: [
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.2' },
      { benchmark: 'Prowler', number: 'controllermanager_disable_profiling' },
      { benchmark: 'Kubescape', number: 'C-0145' },
      { benchmark: 'Trivy', number: 'KCV-0034' },
      { benchmark: 'DISA STIG', number: 'V-242409' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
});
