import { isLoopback, parseListenAddress } from '../../src/judge/settings/listen-address.ts';
import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-proxy/metrics-bind',
    component: 'kube-proxy',
    severity: 'medium',
    population: true,
    title: {
      holds: 'kube-proxy serves its metrics on the node only',
      broken: 'kube-proxy serves its metrics to the network',
    },
    rationale:
      'The metrics port asks for no login. It tells how services map to nodes, which mode and version run, and with profiling on it also hands out memory profiles. The default is the loopback address.',
    remediation: {
      kubeadm:
        'Set metricsBindAddress: "" (or 127.0.0.1:10249) in the kube-proxy ConfigMap in kube-system, then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      k3s: 'Remove metrics-bind-address from kube-proxy-arg on every node.',
      managed: "Change it in the provider's add-on configuration of kube-proxy where that is offered.",
      mayBreak:
        'Monitoring that reads port 10249 over the network gets nothing: let an agent on the node read it, or put an authenticating proxy in front.',
    },
    references: [
      {
        title: 'kube-proxy configuration (v1alpha1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.3.1' },
      { benchmark: 'Kubescape', number: 'C-0291' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-proxy',
  setting: 'metricsBindAddress',
  expected: 'a loopback address',
  passes: (value) => {
    if (!isGiven(value)) return true;
    const address = parseListenAddress(String(value));
    return address === undefined ? notUnderstood(`"${value}" is no address to listen on`) : isLoopback(address);
  },
  broken: (value) => `metrics are served on ${value}`,
});
