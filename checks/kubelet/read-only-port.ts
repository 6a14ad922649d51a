import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/read-only-port',
    component: 'kubelet',
    severity: 'high',
    population: true,
    title: {
      holds: 'The read-only port of kubelets is closed',
      broken: 'Kubelets serve pods and statistics without any login',
    },
    rationale:
      'The read-only port hands the specifications of all pods on the node, environment values included, to anybody who can connect. It asks for no login and cannot be made to.',
    remediation: {
      kubeadm:
        'Set readOnlyPort: 0, or remove it, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove read-only-port from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool.',
      mayBreak: 'Monitoring that reads port 10255 must move to port 10250 with a token.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.4' },
      { benchmark: 'Prowler', number: 'kubelet_disable_read_only_port' },
      { benchmark: 'Kubescape', number: 'C-0175' },
      { benchmark: 'Trivy', number: 'KCV-0082' },
      { benchmark: 'DISA STIG', number: 'V-242387' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
      { benchmark: 'CIS EKS', number: '3.2.4' },
      { benchmark: 'CIS AKS', number: '3.2.4' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  setting: 'readOnlyPort',
  expected: '0',
  passes: (value) => (typeof value === 'number' ? value === 0 : notUnderstood('readOnlyPort is no number')),
  broken: (value) => `port ${value} is open`,
});
