import { securePortCheck } from '../../src/judge/settings/serving-checks.ts';

export default securePortCheck({
  meta: {
    id: 'cloud-controller-manager/secure-port',
    component: 'cloud-controller-manager',
    severity: 'high',
    population: false,
    title: {
      holds: 'The cloud controller manager is asked for no plain HTTP',
      broken: 'The cloud controller manager is asked for plain HTTP, or has no HTTPS',
    },
    rationale:
      'Those built on libraries before Kubernetes 1.24 can open a plain HTTP port (--port): metrics and profiles for anybody, without login and readable on the wire. Later ones have HTTPS only.',
    remediation: {
      any: 'Remove --port and --address (or set --port=0), and remove --secure-port=0 in the arguments of the DaemonSet, Deployment or static pod that runs it, or in the values of the chart that installed it.',
      k3s: 'Remove port, address and secure-port from kube-cloud-controller-manager-arg on the servers.',
      mayBreak: 'Probes and monitoring that use the plain port must change to HTTPS on 10258.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Control plane hardening' }],
    since: '0.1.0',
  },
  view: 'settings:cloud-controller-manager',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md',
});
