import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/anonymous-auth',
    component: 'kubelet',
    severity: 'critical',
    population: true,
    title: {
      holds: 'Kubelets reject requests without credentials',
      broken: 'Kubelets answer requests without credentials',
    },
    rationale:
      'The API of a kubelet runs commands in every pod of its node and reads their logs. With anonymous requests on, whoever reaches port 10250 gets as far as the authorizer, and with AlwaysAllow all the way. A kubelet that is started with flags only, without a configuration file, has it on.',
    remediation: {
      kubeadm:
        'Set authentication.anonymous.enabled: false in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'k3s and RKE2 switch it off themselves: remove anonymous-auth from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool, or move the nodes to a current image.',
      mayBreak:
        'Monitoring that reads kubelet metrics without a token gets 401: give it a ServiceAccount with the rights nodes/metrics and nodes/stats.',
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
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.1' },
      { benchmark: 'Prowler', number: 'kubelet_disable_anonymous_auth' },
      { benchmark: 'Kubescape', number: 'C-0172' },
      { benchmark: 'Kubescape', number: 'C-0069' },
      { benchmark: 'Trivy', number: 'KCV-0079' },
      { benchmark: 'DISA STIG', number: 'V-242391' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
      { benchmark: 'CIS EKS', number: '3.2.1' },
      { benchmark: 'CIS AKS', number: '3.2.1' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  setting: 'authentication.anonymous.enabled',
  expected: 'false',
  passes: (value) => value === false,
  broken: () => 'requests without credentials are let in as system:anonymous',
});
