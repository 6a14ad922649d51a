import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/** Ranges that hold every address, whatever stands before the slash, and the word for them (1.37): they limit nothing. */
const EVERYTHING = /\/0+$|^all$/;

export default settingsCheck({
  meta: {
    id: 'kube-proxy/nodeport-addresses',
    component: 'kube-proxy',
    severity: 'medium',
    population: true,
    title: {
      holds: 'NodePorts are open on chosen addresses of the nodes only',
      broken: 'NodePorts are open on every address of the nodes',
    },
    rationale:
      'Each NodePort and LoadBalancer service opens a port on the nodes, in iptables and ipvs mode on all their addresses, public and management networks included, unless addresses are named.',
    remediation: {
      kubeadm:
        'Set nodePortAddresses: [primary] (kube-proxy 1.31 or newer), or the address ranges that may serve NodePorts, in the kube-proxy ConfigMap in kube-system, then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      k3s: 'Set nodeport-addresses in kube-proxy-arg on every node.',
      mayBreak: 'Clients that reach NodePorts over another address of the node, localhost included, no longer do.',
    },
    references: [
      {
        title: 'Custom IP address configuration for NodePorts',
        url: 'https://kubernetes.io/docs/concepts/services-networking/service/#service-nodeport-custom-listen-address',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-proxy',
  settings: { nodePortAddresses: 'primary, or address ranges', mode: 'nftables limits NodePorts by itself' },
  judge: ({ nodePortAddresses, mode }) => {
    if (mode.value === 'kernelspace')
      return { verdict: 'not-applicable', because: 'kube-proxy on Windows does not look at this setting' };
    const addresses = items(nodePortAddresses.value);
    const wide = addresses.filter((address) => EVERYTHING.test(address));
    if (wide.length > 0) return { verdict: 'fail', message: `NodePorts are open on ${wide.join(' and ')}` };
    if (addresses.length > 0) return { verdict: 'pass' };
    if (mode.value === 'nftables')
      return { verdict: 'pass', message: 'in nftables mode only the primary address serves NodePorts' };
    return { verdict: 'fail', message: 'no addresses are named, so all of them serve NodePorts' };
  },
});
