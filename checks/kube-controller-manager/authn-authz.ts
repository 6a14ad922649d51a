import { delegationCheck } from '../../src/judge/settings/serving-checks.ts';

export default delegationCheck({
  meta: {
    id: 'kube-controller-manager/authn-authz',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Callers of the controller manager are checked with the API server',
      broken: 'The controller manager shows anybody more than its health',
    },
    rationale:
      'The controller manager asks the API server who a caller is and what the caller may read. The paths of --authorization-always-allow-paths are open to anybody who reaches the port; by default these tell no more than its health. /metrics among them shows names and load of the cluster.',
    remediation: {
      kubeadm:
        'Remove --authorization-always-allow-paths, or leave only /healthz, /readyz and /livez, and set --authentication-kubeconfig and --authorization-kubeconfig in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Remove authorization-always-allow-paths from kube-controller-manager-arg on the servers.',
      mayBreak:
        'Monitoring that reads metrics without login must send a token of a ServiceAccount that may get /metrics.',
    },
    references: [
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Control plane hardening' }],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
});
