import { tlsMinVersionCheck } from '../../src/judge/settings/serving-checks.ts';

export default tlsMinVersionCheck({
  meta: {
    id: 'kube-controller-manager/tls-min-version',
    component: 'kube-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'The controller manager asks for TLS 1.2 or newer and modern suites',
      broken: 'The controller manager accepts TLS older than 1.2, or outdated suites',
    },
    rationale:
      'TLS 1.0 and 1.1 rest on ciphers and hashes that are broken, and suites without forward secrecy or with CBC have known weaknesses. What is offered by default is sound but for a few CBC suites, so it takes a setting to bring the worst back.',
    remediation: {
      kubeadm:
        'Remove --tls-min-version, or set it to VersionTLS12 or VersionTLS13, and remove the named suites from --tls-cipher-suites, or the flag, in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Remove tls-min-version and tls-cipher-suites from kube-controller-manager-arg, or set them to VersionTLS12 or VersionTLS13 and to modern suites.',
      mayBreak: 'Monitoring that only speaks TLS 1.0 or 1.1, or the outdated suites, can no longer connect.',
    },
    references: [
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242376' }],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
});
