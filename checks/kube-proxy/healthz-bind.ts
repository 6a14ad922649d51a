import { isLoopback, parseListenAddress } from '../../src/judge/settings/listen-address.ts';
import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-proxy/healthz-bind',
    component: 'kube-proxy',
    severity: 'low',
    population: true,
    title: {
      holds: 'What kube-proxy shows on its health port is harmless',
      broken: 'kube-proxy is open to health probes while its profiling is on',
    },
    rationale:
      'Load balancers ask the health port of every node, so it has to be reachable, and what it answers is harmless. A node that takes such requests from the network is no place for debug handlers, which profiling switches on.',
    remediation: {
      kubeadm:
        'Set enableProfiling: false in the kube-proxy ConfigMap in kube-system, or healthzBindAddress: 127.0.0.1:10256 where no load balancer asks it; then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      k3s: 'Remove profiling from kube-proxy-arg on every node.',
      mayBreak:
        'With the health port on loopback, load balancers take the nodes for dead: Services of type LoadBalancer lose their traffic.',
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
  settings: { healthzBindAddress: 'any address, while profiling is off', enableProfiling: 'false' },
  judge: ({ healthzBindAddress, enableProfiling }) => {
    const text = isGiven(healthzBindAddress.value) ? String(healthzBindAddress.value) : '0.0.0.0:10256';
    const address = parseListenAddress(text);
    if (address === undefined)
      return { verdict: 'unknown', because: notUnderstood(`"${text}" is no address to listen on`) };
    if (isLoopback(address) || enableProfiling.value === false) return { verdict: 'pass' };
    return { verdict: 'fail', message: `health is served on ${text} while profiling is on` };
  },
});
