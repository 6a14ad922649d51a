import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

/** Not set, or set to nothing, is TLS 1.2 in every described release. */
const STRONG = ['', 'VersionTLS12', 'VersionTLS13'];
const WEAK = ['VersionTLS10', 'VersionTLS11'];

export default settingCheck({
  meta: {
    id: 'kube-apiserver/tls-min-version',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: { holds: 'The API server asks for TLS 1.2 or newer', broken: 'The API server accepts TLS older than 1.2' },
    rationale:
      'TLS 1.0 and 1.1 rest on ciphers and hashes that are broken. The API server has not offered them by default for years, so only a setting brings them back.',
    remediation: {
      kubeadm:
        'Remove --tls-min-version from /etc/kubernetes/manifests/kube-apiserver.yaml, or set it to VersionTLS12 or VersionTLS13.',
      k3s: 'Remove tls-min-version from kube-apiserver-arg, or set it to VersionTLS12 or VersionTLS13.',
      mayBreak:
        'Clients that only speak TLS 1.0 or 1.1 can no longer connect; with VersionTLS13 nor can those that only speak 1.2.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242378' },
      { benchmark: 'DISA STIG', number: 'V-242468' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'tls-min-version',
  expected: 'VersionTLS12 or newer, or not set',
  passes: (value) => {
    if (STRONG.includes(String(value))) return true;
    return WEAK.includes(String(value)) ? false : notUnderstood(`"${value}" is no TLS version that Kubernetes knows`);
  },
  broken: (value) => `the minimum is ${value}`,
});
