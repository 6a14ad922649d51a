import { outdatedSuites } from '../../src/judge/settings/cipher-suites.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/strong-ciphers',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: { holds: 'Kubelets offer modern cipher suites only', broken: 'Kubelets offer outdated cipher suites' },
    rationale:
      'Suites without forward secrecy let a recorded connection be read once the key leaks; CBC and 3DES suites have known attacks. What Go offers by default is sound but for a few CBC suites that it keeps for old clients.',
    remediation: {
      kubeadm:
        'Set tlsCipherSuites to TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and the two ECDHE CHACHA20_POLY1305 suites in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      mayBreak: 'Clients that support none of these suites can no longer connect to the kubelet.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.12' },
      { benchmark: 'Prowler', number: 'kubelet_strong_ciphers_only' },
      { benchmark: 'Kubescape', number: 'C-0184' },
      { benchmark: 'Trivy', number: 'KCV-0092' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: {
    tlsCipherSuites: 'ECDHE suites with AES-GCM or CHACHA20 only',
    tlsMinVersion: 'any; VersionTLS13 suffices',
  },
  judge: ({ tlsCipherSuites, tlsMinVersion }) => {
    if (tlsMinVersion.value === 'VersionTLS13') return { verdict: 'pass', message: 'TLS 1.3 has modern suites only' };
    const suites = items(tlsCipherSuites.value);
    if (suites.length === 0) {
      return {
        verdict: 'fail',
        message: "none are chosen, so Go's defaults apply, which keep CBC suites for old clients",
      };
    }
    const weak = outdatedSuites(suites);
    return weak.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: `offers ${weak.join(', ')}` };
  },
});
