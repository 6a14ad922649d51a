import { isLoopback, parseListenAddress } from '../../src/judge/settings/listen-address.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-proxy/profiling',
    component: 'kube-proxy',
    severity: 'low',
    population: true,
    title: { holds: 'Profiling of kube-proxy is off', broken: 'Profiling of kube-proxy is on' },
    rationale:
      'With profiling on, the metrics port of kube-proxy hands out memory and call stacks below /debug/pprof. Unlike in the control plane nothing asks for a login there. It is off unless switched on.',
    remediation: {
      kubeadm:
        'Set enableProfiling: false in the kube-proxy ConfigMap in kube-system, then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      k3s: 'Remove profiling from kube-proxy-arg on every node.',
      mayBreak: 'No more profiles for support cases; switch it on again for as long as one needs them.',
    },
    references: [
      {
        title: 'kube-proxy configuration (v1alpha1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-proxy',
  setting: 'enableProfiling',
  expected: 'false',
  passes: (value) => value === false,
  broken: (_value, instance) => {
    const metrics = instance.get('metricsBindAddress');
    const address = metrics.known ? parseListenAddress(String(metrics.value)) : undefined;
    const open = address !== undefined && !isLoopback(address);
    return open
      ? 'anybody on the network can read profiles: the metrics port is open too'
      : 'programs on the node can read profiles';
  },
});
