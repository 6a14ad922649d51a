import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'etcd/tls-min-version',
    component: 'etcd',
    severity: 'medium',
    population: false,
    title: { holds: 'etcd asks for TLS 1.2 or newer', broken: 'etcd accepts TLS older than 1.2' },
    rationale:
      'TLS 1.0 and 1.1 rest on ciphers and hashes that are broken. From 3.5.8 on etcd can be told which version to ask for; it takes 1.2, which it asks for unless told otherwise, and 1.3, and does not start with an older one.',
    remediation: {
      kubeadm: 'Remove --tls-min-version from /etc/kubernetes/manifests/etcd.yaml, or set it to TLS1.2 or TLS1.3.',
      k3s: 'Remove tls-min-version from etcd-arg.',
      mayBreak:
        'Clients that only speak older versions can no longer connect; with TLS1.3 nor can those that only speak 1.2.',
    },
    references: [
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
      { title: 'Configuration options of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/configuration/' },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242379' }],
    since: '0.1.0',
  },
  view: 'settings:etcd',
  setting: 'tls-min-version',
  expected: 'TLS1.2 or TLS1.3',
  passes: (value) => {
    // Set to nothing it leaves etcd at its own minimum, 1.2.
    if (value === '' || value === 'TLS1.2' || value === 'TLS1.3') return true;
    return value === 'TLS1.0' || value === 'TLS1.1' ? false : notUnderstood(`"${value}" is no TLS version of etcd`);
  },
  broken: (value) => `asks for ${value}, with which etcd does not start`,
});
