import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/pod-pids-limit',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'The number of processes of a pod is limited',
      broken: 'A pod may use up the process ids of its node',
    },
    rationale:
      'Without a limit one pod that forks without end takes all process ids of its node and stops everything else there, kubelet and runtime included. The limit is off unless set.',
    remediation: {
      kubeadm:
        'Set podPidsLimit: 4096 (or what your largest pod needs) in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Add pod-max-pids=4096 to kubelet-arg on every node.',
      managed: 'Set it in the kubelet configuration of the node pool.',
      mayBreak:
        'Pods with more processes and threads than that (large Java or database pods) fail to fork: look at their counts first.',
    },
    references: [
      { title: 'Process id limits and reservations', url: 'https://kubernetes.io/docs/concepts/policy/pid-limiting/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.13' },
      { benchmark: 'Kubescape', number: 'C-0284' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  linuxOnly: true,
  setting: 'podPidsLimit',
  expected: 'above 0',
  passes: (value) => (typeof value === 'number' ? value > 0 : notUnderstood('podPidsLimit is no number')),
  broken: () => 'no limit is set',
});
