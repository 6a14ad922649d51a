import { bygoneCheck } from '../../src/judge/settings/bygone-check.ts';
import { isLoopback, parseListenAddress } from '../../src/judge/settings/listen-address.ts';

export default bygoneCheck({
  meta: {
    id: 'kube-apiserver/insecure-bind-address',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'No address is set for the plain HTTP port',
      broken: 'The plain HTTP port is set to listen beyond its host',
    },
    rationale:
      'Up to 1.19 the plain HTTP port of the API server, which asks for no login, listens on the loopback address only. With another address everybody on the network is cluster admin as soon as the port is open. From 1.20 on the port and its address do nothing.',
    remediation: {
      any: 'Upgrade: a release that still has this port has been without patches for years.',
      kubeadm:
        'Until then remove --insecure-bind-address and set --insecure-port=0 in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak: 'What asks the plain port from elsewhere must use HTTPS and a login.',
    },
    references: [
      {
        title: 'Changes of Kubernetes 1.20',
        url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.20.md',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242388' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  flags: ['insecure-bind-address', 'address'],
  through: '1.19',
  removed: '1.24',
  because: 'from 1.20 on the API server has no plain HTTP port',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.19.16/pkg/kubeapiserver/options/serving.go',
  unset: '127.0.0.1',
  passes: (value) => {
    const address = parseListenAddress(String(value));
    return address !== undefined && isLoopback(address);
  },
  broken: (value) => `the plain HTTP port listens on ${value}`,
});
