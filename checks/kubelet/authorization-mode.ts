import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/authorization-mode',
    component: 'kubelet',
    severity: 'critical',
    population: true,
    title: {
      holds: 'Kubelets ask the API server who may do what',
      broken: 'Kubelets allow everything to every authenticated caller',
    },
    rationale:
      'With AlwaysAllow any identity that a kubelet accepts, such as the certificate of another node, runs commands in all pods of the node. With Webhook the kubelet asks the API server, so that RBAC decides.',
    remediation: {
      kubeadm:
        'Set authorization.mode: Webhook in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'k3s and RKE2 use Webhook themselves: remove authorization-mode from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool, or move the nodes to a current image.',
      mayBreak:
        'Callers that have no rights on nodes/proxy, nodes/metrics, nodes/stats or nodes/log are refused. The client certificate of the API server needs the role system:kubelet-api-admin (kubeadm puts it into a group that has the rights).',
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
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.2' },
      { benchmark: 'Prowler', number: 'kubelet_authorization_mode' },
      { benchmark: 'Kubescape', number: 'C-0173' },
      { benchmark: 'Trivy', number: 'KCV-0080' },
      { benchmark: 'DISA STIG', number: 'V-242392' },
      { benchmark: 'CIS EKS', number: '3.2.2' },
      { benchmark: 'CIS AKS', number: '3.2.2' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  setting: 'authorization.mode',
  expected: 'Webhook',
  passes: (value) => {
    if (value === 'Webhook') return true;
    return value === 'AlwaysAllow' ? false : notUnderstood(`"${value}" is no authorization mode of the kubelet`);
  },
  broken: (value) => `the mode is ${value}`,
});
