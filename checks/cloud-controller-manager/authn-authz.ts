import { delegationCheck } from '../../src/judge/settings/serving-checks.ts';

export default delegationCheck({
  meta: {
    id: 'cloud-controller-manager/authn-authz',
    component: 'cloud-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Callers of the cloud controller manager are checked with the API server',
      broken: 'The cloud controller manager shows anybody more than its health',
    },
    rationale:
      'The cloud controller manager asks the API server who a caller is and what the caller may read. The paths of --authorization-always-allow-paths are open to anybody who reaches the port; by default these tell no more than its health. /metrics among them shows names and load of the cluster.',
    remediation: {
      any: 'Remove --authorization-always-allow-paths, or leave only /healthz, /readyz and /livez, and set --authentication-kubeconfig and --authorization-kubeconfig in the arguments of the DaemonSet, Deployment or static pod that runs it, or in the values of the chart that installed it.',
      k3s: 'Remove authorization-always-allow-paths from kube-cloud-controller-manager-arg on the servers.',
      mayBreak:
        'Monitoring that reads metrics without login must send a token of a ServiceAccount that may get /metrics.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:cloud-controller-manager',
  healthOnly: {
    from: 'fact',
    fact: 'paths open to anybody by default, in every version of the library',
    value: '/healthz (from 1.21 on: /healthz,/readyz,/livez)',
    source:
      'https://github.com/kubernetes/kubernetes/blob/v1.37.0/staging/src/k8s.io/cloud-provider/options/options.go',
  },
});
