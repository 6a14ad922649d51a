import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/debugging-handlers',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'Kubelets offer no profiling and no change of their log level',
      broken: 'Kubelets offer profiling or a change of their log level over the network',
    },
    rationale:
      'Below /debug a kubelet hands out profiles of itself and takes a new log level. Who holds nodes/proxy can slow the kubelet down that way, see what it works on, and make it fill the disk with logs. Both are on unless switched off; logs, exec and port-forward do not need them.',
    remediation: {
      kubeadm:
        'Set enableProfilingHandler: false and enableDebugFlagsHandler: false in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet. Leave enableDebuggingHandlers alone: without it logs, exec and port-forward fail.',
      managed: 'Set them in the kubelet configuration of the node pool where the provider offers that.',
      mayBreak: 'No more profiles of a kubelet for support cases; switch it on again for as long as one needs them.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: {
    enableProfilingHandler: 'false',
    enableDebugFlagsHandler: 'false',
    enableDebuggingHandlers: 'true, for logs and exec',
  },
  judge: (found): Judgement => {
    if (found.enableDebuggingHandlers.value === false) {
      return { verdict: 'pass', message: 'all debugging handlers are off, those of logs and exec among them' };
    }
    const on = [
      ...(found.enableProfilingHandler.value === false ? [] : ['profiles of the kubelet']),
      ...(found.enableDebugFlagsHandler.value === false ? [] : ['a change of its log level']),
    ];
    return on.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: `offers ${on.join(' and ')}` };
  },
});
