import { securePortCheck } from '../../src/judge/settings/serving-checks.ts';

export default securePortCheck({
  meta: {
    id: 'kube-controller-manager/secure-port',
    component: 'kube-controller-manager',
    severity: 'high',
    population: false,
    title: {
      holds: 'The controller manager serves HTTPS and no plain HTTP',
      broken: 'The controller manager serves plain HTTP, or no HTTPS',
    },
    rationale:
      'Up to Kubernetes 1.21 the controller manager also opens a plain HTTP port unless told otherwise: metrics and profiles for anybody, without login and readable on the wire. Later releases have HTTPS only.',
    remediation: {
      kubeadm:
        'Remove --port and --address (in old releases: set --port=0), and remove --secure-port=0 in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Remove port, address and secure-port from kube-controller-manager-arg on the servers.',
      mayBreak: 'Probes and monitoring that use the plain port must change to HTTPS on 10257.',
    },
    references: [
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242385' },
      { benchmark: 'DISA STIG', number: 'V-242412' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  httpThrough: '1.21',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md',
});
