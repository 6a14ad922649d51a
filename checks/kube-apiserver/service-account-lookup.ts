import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/service-account-lookup',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Tokens of deleted ServiceAccounts and Secrets are rejected',
      broken: 'Tokens stay valid after their ServiceAccount or Secret is deleted',
    },
    rationale:
      'With the lookup a token only counts while its ServiceAccount, and the pod or Secret that it is bound to, still exist: deleting them is how a leaked token is revoked. It is on unless switched off.',
    remediation: {
      kubeadm:
        'Remove --service-account-lookup=false from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove service-account-lookup from kube-apiserver-arg.',
      mayBreak: 'Clients that still use tokens of deleted ServiceAccounts are locked out.',
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
  broken: () => 'tokens are not checked against the objects they are bound to',
});
