import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Config } from '../../src/model/resources.ts';
import type { NamedFile } from '../../src/model/views.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/oidc-user-auth',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'People can log in through an identity provider',
      broken: 'The API server knows no identity provider for people',
    },
    rationale:
      'Without OIDC or an authentication webhook the API server itself knows people only by client certificates and tokens. Kubernetes cannot revoke a certificate: who leaves with the admin kubeconfig is an administrator until it expires, mostly for a year, and a second factor cannot be asked for. A proxy in front that logs people in and impersonates them does as well, and is not seen here.',
    remediation: {
      kubeadm:
        'Set --oidc-issuer-url and --oidc-client-id, or from 1.30 on --authentication-config=FILE, in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node; bind roles to groups of the identity provider, and keep certificates for emergencies.',
      k3s: 'Add oidc-issuer-url and oidc-client-id to kube-apiserver-arg.',
      managed: "Use the provider's login, or associate an OIDC identity provider with the cluster.",
      mayBreak:
        'Nothing that logs in already is refused. Set --oidc-groups-prefix and --oidc-username-prefix, or whoever controls the identity provider can name a group system:masters.',
    },
    references: [
      {
        title: 'OpenID Connect tokens',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#openid-connect-tokens',
      },
      {
        title: 'Authentication hardening',
        url: 'https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '3.1.1' },
      { benchmark: 'Kubescape', number: 'C-0286' },
      { benchmark: 'NSA/CISA', number: 'Authentication' },
      { benchmark: 'CIS GKE', number: '5.8.1' },
      { benchmark: 'CIS EKS', number: '5.5.1' },
      { benchmark: 'CIS AKS', number: '5.5.1' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'authentication-token-webhook-config-file': 'a file, or --oidc-issuer-url' },
  judge: (settings, instance) => {
    if (isGiven(settings['authentication-token-webhook-config-file'].value)) return { verdict: 'pass' };
    const file = instance.file?.('authentication-config');
    if (file?.known === true) return judgeFile(file);
    const issuer = instance.get('oidc-issuer-url');
    if (!issuer.known) return { verdict: 'unknown', because: issuer.because };
    const { evidence } = issuer;
    if (isGiven(issuer.value)) return { verdict: 'pass', evidence };
    return { verdict: 'fail', evidence, message: 'neither OIDC nor an authentication webhook is set up' };
  },
});

/** What the authentication configuration says in place of the flags. */
function judgeFile({ node, path, content }: NamedFile): Judgement {
  const [first] = Array.isArray(content['jwt']) ? (content['jwt'] as readonly (Config | null)[]) : [];
  const url = (first?.['issuer'] as Config | null | undefined)?.['url'];
  const shown = { from: 'host-file', node, path, source: 'host-file' } as const;
  if (typeof url === 'string') {
    return { verdict: 'pass', evidence: [{ ...shown, pointer: '/jwt/0/issuer/url', observed: url }] };
  }
  const message = `${path} names no issuer, and no authentication webhook is set up`;
  return { verdict: 'fail', evidence: [{ ...shown, pointer: '/jwt', observed: null }], message };
}
