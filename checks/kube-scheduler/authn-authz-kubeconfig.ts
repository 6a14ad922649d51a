import { delegationCheck } from '../../src/judge/settings/serving-checks.ts';

export default delegationCheck({
  meta: {
    id: 'kube-scheduler/authn-authz-kubeconfig',
    component: 'kube-scheduler',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Callers of the scheduler are checked with the API server',
      broken: 'The scheduler shows anybody more than its health',
    },
    rationale:
      'The scheduler asks the API server who a caller is and what the caller may read. The paths of --authorization-always-allow-paths are open to anybody who reaches the port; by default these tell no more than its health. /metrics among them shows names and load of the cluster.',
    remediation: {
      kubeadm:
        'Remove --authorization-always-allow-paths, or leave only /healthz, /readyz and /livez, and set --authentication-kubeconfig and --authorization-kubeconfig in /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node.',
      k3s: 'Remove authorization-always-allow-paths from kube-scheduler-arg on the servers.',
      mayBreak:
        'Monitoring that reads metrics without login must send a token of a ServiceAccount that may get /metrics.',
    },
    references: [
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Control plane hardening' }],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
});
