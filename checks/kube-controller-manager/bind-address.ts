import { bindAddressCheck } from '../../src/judge/settings/serving-checks.ts';

export default bindAddressCheck({
  meta: {
    id: 'kube-controller-manager/bind-address',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The controller manager listens on its node only',
      broken: 'The controller manager listens on the network',
    },
    rationale:
      'Its HTTPS port 10257 serves health, metrics and, where they are on, profiles. Without --bind-address it listens on all addresses, so every pod can knock at it, and a flaw in its login or its TLS is enough.',
    remediation: {
      kubeadm:
        'Set --bind-address=127.0.0.1 in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Remove bind-address from kube-controller-manager-arg: loopback is what k3s and RKE2 set.',
      mayBreak: 'Monitoring that reads port 10257 over the network gets nothing: let an agent on the node read it.',
    },
    references: [
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.7' },
      { benchmark: 'Prowler', number: 'controllermanager_bind_address' },
      { benchmark: 'Kubescape', number: 'C-0150' },
      { benchmark: 'Trivy', number: 'KCV-0039' },
      { benchmark: 'DISA STIG', number: 'V-242385' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
});
