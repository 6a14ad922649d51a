import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

/** The empty value is Go's own minimum for servers, TLS 1.2 in every described release. */
const STRONG = ['', 'VersionTLS12', 'VersionTLS13'];
const WEAK = ['VersionTLS10', 'VersionTLS11'];

export default settingCheck({
  meta: {
    id: 'kubelet/tls-min-version',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: { holds: 'Kubelets ask for TLS 1.2 or newer', broken: 'Kubelets accept TLS older than 1.2' },
    rationale:
      'TLS 1.0 and 1.1 rest on ciphers and hashes that are broken. Kubelets have not offered them by default for years, so only a setting brings them back.',
    remediation: {
      kubeadm:
        'Remove tlsMinVersion, or set it to VersionTLS12 or VersionTLS13, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove tls-min-version from kubelet-arg.',
      mayBreak: 'Clients that only speak TLS 1.0 or 1.1 can no longer connect to the kubelet.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  setting: 'tlsMinVersion',
  expected: 'VersionTLS12 or newer, or not set',
  passes: (value) => {
    if (STRONG.includes(String(value))) return true;
    return WEAK.includes(String(value)) ? false : notUnderstood(`"${value}" is no TLS version that Kubernetes knows`);
  },
  broken: (value) => `the minimum is ${value}`,
});
