import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/service-account-lookup',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Tokens from Secrets end with their Secret or ServiceAccount',
      broken: 'Tokens from Secrets outlive their Secret and ServiceAccount',
    },
    rationale:
      'Tokens in Secrets do not expire: who deletes the Secret or the ServiceAccount revokes them. Without the lookup they stay valid until the signing key is replaced. Tokens from the TokenRequest API, as pods have them, are looked up in any case. The lookup is on unless switched off.',
    remediation: {
      kubeadm:
        'Remove --service-account-lookup=false from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove service-account-lookup from kube-apiserver-arg.',
      mayBreak: 'Clients that still use tokens of deleted Secrets or ServiceAccounts are locked out.',
    },
    references: [
      {
        title: 'Managing ServiceAccounts',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.21' },
      { benchmark: 'Prowler', number: 'apiserver_service_account_lookup_true' },
      { benchmark: 'Kubescape', number: 'C-0135' },
      { benchmark: 'Trivy', number: 'KCV-0024' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'service-account-lookup',
  expected: 'true',
  passes: (value) => value === true,
  broken: () => 'tokens from Secrets are not checked against the Secret and the ServiceAccount',
});
