import { tlsMinVersionCheck } from '../../src/judge/settings/serving-checks.ts';

export default tlsMinVersionCheck({
  meta: {
    id: 'kube-scheduler/tls-min-version',
    component: 'kube-scheduler',
    severity: 'low',
    population: false,
    title: {
      holds: 'The scheduler asks for TLS 1.2 or newer and modern suites',
      broken: 'The scheduler accepts TLS older than 1.2, or outdated suites',
    },
    rationale:
      'TLS 1.0 and 1.1 rest on ciphers and hashes that are broken, and suites without forward secrecy or with CBC have known weaknesses. What is offered by default is sound but for a few CBC suites, so it takes a setting to bring the worst back.',
    remediation: {
      kubeadm:
        'Remove --tls-min-version, or set it to VersionTLS12 or VersionTLS13, and remove the named suites from --tls-cipher-suites, or the flag, in /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node.',
      k3s: 'Remove tls-min-version and tls-cipher-suites from kube-scheduler-arg, or set them to VersionTLS12 or VersionTLS13 and to modern suites.',
      mayBreak: 'Monitoring that only speaks TLS 1.0 or 1.1, or the outdated suites, can no longer connect.',
    },
    references: [
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242377' }],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
});
