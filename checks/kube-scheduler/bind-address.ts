import { bindAddressCheck } from '../../src/judge/settings/serving-checks.ts';

export default bindAddressCheck({
  meta: {
    id: 'kube-scheduler/bind-address',
    component: 'kube-scheduler',
    severity: 'medium',
    population: false,
    title: { holds: 'The scheduler listens on its node only', broken: 'The scheduler listens on the network' },
    rationale:
      'Its HTTPS port 10259 serves health, metrics and, where they are on, profiles. Without --bind-address it listens on all addresses, so every pod can knock at it, and a flaw in its login or its TLS is enough.',
    remediation: {
      kubeadm:
        'Set --bind-address=127.0.0.1 in /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node.',
      k3s: 'Remove bind-address from kube-scheduler-arg: loopback is what k3s and RKE2 set.',
      mayBreak: 'Monitoring that reads port 10259 over the network gets nothing: let an agent on the node read it.',
    },
    references: [
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.4.2' },
      { benchmark: 'Prowler', number: 'scheduler_bind_address' },
      { benchmark: 'Kubescape', number: 'C-0152' },
      { benchmark: 'Trivy', number: 'KCV-0041' },
      { benchmark: 'DISA STIG', number: 'V-242384' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
});
