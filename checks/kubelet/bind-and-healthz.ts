import { onLoopback } from '../../src/judge/settings/serving-checks.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/bind-and-healthz',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'The health port of kubelets is not reachable from outside',
      broken: 'The health port of kubelets is open to the network',
    },
    rationale:
      'The health port of a kubelet serves plain HTTP and asks nobody who they are. Only the service manager of the node needs it, so it listens on loopback by default. Opened to the network it tells scanners where kubelets run and takes as many connections as somebody cares to open.',
    remediation: {
      kubeadm:
        'Remove healthzBindAddress, or set it to 127.0.0.1, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove healthz-bind-address from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool, or move the nodes to a current image.',
      mayBreak: 'Monitoring that asks port 10248 from another machine must ask port 10250 with a token.',
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
  settings: { healthzBindAddress: 'a loopback address', healthzPort: 'any; 0 switches it off' },
  judge: ({ healthzBindAddress, healthzPort }): Judgement => {
    if (healthzPort.value === 0) return { verdict: 'pass', message: 'nothing is served (port 0)' };
    const local = onLoopback(healthzBindAddress.value);
    if (local === true) return { verdict: 'pass' };
    if (local !== false) return { verdict: 'unknown', because: local };
    return { verdict: 'fail', message: `listens on ${healthzBindAddress.value}, port ${healthzPort.value}` };
  },
});
