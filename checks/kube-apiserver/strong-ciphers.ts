import { outdatedSuites } from '../../src/judge/settings/cipher-suites.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/strong-ciphers',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server offers modern cipher suites only',
      broken: 'The API server offers outdated cipher suites',
    },
    rationale:
      'Suites without forward secrecy let a recorded connection be read once the key leaks; CBC, RC4 and 3DES suites have known attacks. Where none are chosen the default of Go applies, which gets better with each release but keeps some CBC suites for old clients: whether these may stay is for a person to say.',
    remediation: {
      kubeadm:
        'Set --tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, or --tls-min-version=VersionTLS13.',
      k3s: 'Set tls-cipher-suites to the ECDHE suites with AES-GCM or CHACHA20 in kube-apiserver-arg.',
      mayBreak:
        'Clients that support none of these suites can no longer connect; with VersionTLS13 nor can those that only speak TLS 1.2. A name that Go does not know keeps the API server from starting.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
      { title: 'Cipher suites in Go', url: 'https://go.dev/blog/tls-cipher-suites' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.29' },
      { benchmark: 'Prowler', number: 'apiserver_strong_ciphers_only' },
      { benchmark: 'Kubescape', number: 'C-0277' },
      { benchmark: 'Kubescape', number: 'C-0143' },
      { benchmark: 'DISA STIG', number: 'V-242418' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: {
    'tls-cipher-suites': 'ECDHE suites with AES-GCM or CHACHA20 only',
    'tls-min-version': 'any; VersionTLS13 suffices',
  },
  judge: (settings) => {
    if (settings['tls-min-version'].value === 'VersionTLS13') {
      return { verdict: 'pass', message: 'TLS 1.3 has modern suites only' };
    }
    const suites = items(settings['tls-cipher-suites'].value);
    if (suites.length === 0) {
      return { verdict: 'review', message: 'none are chosen: those of Go apply, some CBC suites among them' };
    }
    const outdated = outdatedSuites(suites);
    return outdated.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: `offers ${outdated.join(', ')}` };
  },
});
