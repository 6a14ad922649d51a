import { securePortCheck } from '../../src/judge/settings/serving-checks.ts';

export default securePortCheck({
  meta: {
    id: 'kube-scheduler/secure-port',
    component: 'kube-scheduler',
    severity: 'high',
    population: false,
    title: {
      holds: 'The scheduler serves HTTPS and no plain HTTP',
      broken: 'The scheduler serves plain HTTP, or no HTTPS',
    },
    rationale:
      'Up to Kubernetes 1.22 the scheduler also opens a plain HTTP port unless told otherwise: metrics and profiles for anybody, without login and readable on the wire. Later releases have HTTPS only.',
    remediation: {
      kubeadm:
        'Remove --port and --address (in old releases: set --port=0), and remove --secure-port=0 in /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node.',
      k3s: 'Remove port, address and secure-port from kube-scheduler-arg on the servers.',
      mayBreak: 'Probes and monitoring that use the plain port must change to HTTPS on 10259.',
    },
    references: [
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242384' },
      { benchmark: 'DISA STIG', number: 'V-242411' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
  httpThrough: '1.22',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md',
});
