import { bygoneCheck } from '../../src/judge/settings/bygone-check.ts';

export default bygoneCheck({
  meta: {
    id: 'kube-apiserver/insecure-port',
    component: 'kube-apiserver',
    severity: 'critical',
    population: false,
    title: { holds: 'The API server opens no plain HTTP port', broken: 'The API server opens a plain HTTP port' },
    rationale:
      'Up to 1.19 the API server has a second port, 8080 on the loopback address unless set, which asks for no login and no authorization: who reaches it from the host or a pod on its network is cluster admin. From 1.20 on it can no longer be opened.',
    remediation: {
      any: 'Upgrade: a release that still has this port has been without patches for years.',
      kubeadm:
        'Until then set --insecure-port=0 in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak: 'Probes, scripts and components that ask the plain port must use HTTPS and a login.',
    },
    references: [
      {
        title: 'Changes of Kubernetes 1.20',
        url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.20.md',
      },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0005' },
      { benchmark: 'DISA STIG', number: 'V-242386' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  flags: ['insecure-port', 'port'],
  through: '1.19',
  removed: '1.24',
  because: 'from 1.20 on the API server has no plain HTTP port',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.19.16/pkg/kubeapiserver/options/serving.go',
  unset: 8080,
  passes: (port) => port === 0,
  broken: (port) => `anybody who reaches port ${port} is cluster admin`,
});
