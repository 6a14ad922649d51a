import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/authn-webhook',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets have bearer tokens verified by the API server',
      broken: 'Kubelets do not verify bearer tokens',
    },
    rationale:
      'With the token webhook a kubelet asks the API server whose token a caller presents. Without it tokens count for nothing and monitoring is tempted to use anonymous access or the certificate of an administrator.',
    remediation: {
      kubeadm:
        'Set authentication.webhook.enabled: true in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'k3s and RKE2 switch it on themselves: remove authentication-token-webhook from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool.',
      mayBreak: 'Each token that is new to a kubelet costs one TokenReview at the API server.',
    },
    references: [
      {
        title: 'Kubelet authentication and authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  setting: 'authentication.webhook.enabled',
  expected: 'true',
  passes: (value) => value === true,
  broken: () => 'bearer tokens are not verified',
});
