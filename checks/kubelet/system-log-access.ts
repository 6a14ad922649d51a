import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/system-log-access',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'The journal of a node cannot be queried through its kubelet',
      broken: 'The journal of a node can be queried through its kubelet',
    },
    rationale:
      'With log queries on, a kubelet runs journalctl for callers and returns what any service of the node logged. Log collectors often hold the right nodes/log; who takes one over reads names, paths and at times credentials from the logs of the host. Kubernetes advises to switch it on for the time of debugging only.',
    remediation: {
      kubeadm:
        'Remove enableSystemLogQuery, or set it to false, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      managed: 'Set it in the kubelet configuration of the node pool.',
      mayBreak:
        '"kubectl get --raw /api/v1/nodes/NODE/proxy/logs/?query=SERVICE" no longer answers; files below /var/log still do.',
    },
    references: [
      {
        title: 'Log query',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/system-logs/#log-query',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  // A kubelet with log queries on does not start without their feature gate and enableSystemLogHandler.
  setting: 'enableSystemLogQuery',
  expected: 'false',
  passes: (value) => value === false,
  broken: () => 'log queries are on',
});
