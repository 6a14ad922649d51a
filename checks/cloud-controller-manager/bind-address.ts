import { bindAddressCheck } from '../../src/judge/settings/serving-checks.ts';

export default bindAddressCheck({
  meta: {
    id: 'cloud-controller-manager/bind-address',
    component: 'cloud-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The cloud controller manager listens on its node only',
      broken: 'The cloud controller manager listens on the network',
    },
    rationale:
      'Its HTTPS port 10258 serves health, metrics and, where they are on, profiles. Without --bind-address it listens on all addresses, so every pod can knock at it, and a flaw in its login or its TLS is enough.',
    remediation: {
      any: 'Set --bind-address=127.0.0.1 in the arguments of the DaemonSet, Deployment or static pod that runs it, or in the values of the chart that installed it.',
      k3s: 'Remove bind-address from kube-cloud-controller-manager-arg: loopback is what k3s and RKE2 set.',
      mayBreak:
        'Monitoring that reads port 10258 over the network gets nothing: let an agent on the node read it. Probes of a pod that is not on the network of its node fail too.',
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
});
