import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { pairCheck } from '../../src/judge/settings/setting-checks.ts';

export default pairCheck({
  meta: {
    id: 'kube-apiserver/tls-cert-and-key',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server serves a certificate that it was given',
      broken: 'The API server is given no serving certificate',
    },
    rationale:
      'Without a certificate and key the API server makes a self-signed pair. Clients then either fail or are told to skip verification, and from that moment anybody between them and the API server can read and change what they send.',
    remediation: {
      kubeadm:
        'Set --tls-cert-file=/etc/kubernetes/pki/apiserver.crt and --tls-private-key-file=/etc/kubernetes/pki/apiserver.key in /etc/kubernetes/manifests/kube-apiserver.yaml; "kubeadm init phase certs apiserver" makes the pair where it is missing.',
      mayBreak:
        'Clients that pinned the self-signed certificate must be given the cluster CA. The certificate must name every address that clients use.',
    },
    references: [
      {
        title: 'PKI certificates and requirements',
        url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.24' },
      { benchmark: 'Prowler', number: 'apiserver_tls_config' },
      { benchmark: 'Kubescape', number: 'C-0138' },
      { benchmark: 'Trivy', number: 'KCV-0027' },
      { benchmark: 'DISA STIG', number: 'V-242422' },
      { benchmark: 'DISA STIG', number: 'V-245544' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  pair: ['tls-cert-file', 'tls-private-key-file'],
  broken: (missing) => `${missing}: the server falls back on a pair in --cert-dir, which it makes and signs itself`,
  unless: (instance) => {
    const named = instance.get('tls-sni-cert-key');
    if (!named.known) return { verdict: 'unknown', because: named.because };
    if (!isGiven(named.value)) return undefined;
    const because = notUnderstood('certificates are given for some server names only (--tls-sni-cert-key)');
    return { verdict: 'unknown', because, evidence: named.evidence };
  },
});
