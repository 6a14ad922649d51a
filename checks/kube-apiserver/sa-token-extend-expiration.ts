import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/sa-token-extend-expiration',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Tokens of pods expire after about an hour',
      broken: 'Tokens of pods are made valid for a year',
    },
    rationale:
      'The kubelet asks for tokens of an hour and renews them. To spare old clients that read their token once, the API server makes these tokens valid for a year all the same, unless told not to. A token that leaks from a pod, a log or a backup then works until its pod is gone.',
    remediation: {
      kubeadm:
        'Add --service-account-extend-token-expiration=false to /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node. First see that the metric serviceaccount_stale_tokens_total of the API server stays at 0.',
      k3s: 'Add service-account-extend-token-expiration=false to kube-apiserver-arg.',
      mayBreak:
        'Programs that read their token only at the start (client libraries from before 2020) get 401 an hour later, until they restart. They count in serviceaccount_stale_tokens_total, and the audit log names them (annotation authentication.k8s.io/stale-token).',
    },
    references: [
      {
        title: 'Managing ServiceAccounts',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
      },
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.30' },
      { benchmark: 'Kubescape', number: 'C-0290' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'service-account-extend-token-expiration',
  expected: 'false',
  passes: (value) => value === false,
  broken: () => 'tokens that pods get for an hour stay valid for up to a year',
});
