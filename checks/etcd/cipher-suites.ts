import { outdatedSuites } from '../../src/judge/settings/cipher-suites.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'etcd/cipher-suites',
    component: 'etcd',
    severity: 'low',
    population: false,
    title: { holds: 'etcd offers modern cipher suites only', broken: 'etcd offers outdated cipher suites' },
    rationale:
      'Suites without forward secrecy let whoever recorded a connection read the whole store out of it once the key leaks; CBC and 3DES suites have known attacks. What Go offers by default is sound but for a few CBC suites that it keeps for old clients.',
    remediation: {
      kubeadm:
        'Set --cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 in /etc/kubernetes/manifests/etcd.yaml on each control-plane node, or --tls-min-version=TLS1.3.',
      k3s: 'Set cipher-suites in etcd-arg on the servers.',
      mayBreak:
        'The suites hold for members among themselves too: give all members the same. Clients that support none of them, old backup jobs for example, can no longer connect.',
    },
    references: [
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
      { title: 'Cipher suites that Go offers', url: 'https://pkg.go.dev/crypto/tls#CipherSuites' },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242418' }],
    since: '0.1.0',
  },
  view: 'settings:etcd',
  settings: { 'cipher-suites': 'ECDHE suites with AES-GCM or CHACHA20 only' },
  judge: ({ 'cipher-suites': chosen }, instance) => {
    const minimum = instance.get('tls-min-version');
    if (minimum.known && minimum.value === 'TLS1.3') {
      return { verdict: 'pass', evidence: minimum.evidence, message: 'TLS 1.3 has modern suites only' };
    }
    if (!isGiven(chosen.value)) return { verdict: 'review', message: NONE_CHOSEN };
    const suites = String(chosen.value)
      .split(',')
      .map((suite) => suite.trim());
    const outdated = outdatedSuites(suites);
    return outdated.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: `offers ${outdated.join(', ')}` };
  },
});

const NONE_CHOSEN =
  "none are chosen, so Go's defaults apply: sound ones, and a few CBC suites for old clients, which no client of Kubernetes needs";
