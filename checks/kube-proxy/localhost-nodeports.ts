import { items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-proxy/localhost-nodeports',
    component: 'kube-proxy',
    severity: 'low',
    population: true,
    title: {
      holds: 'NodePorts do not open the loopback addresses of nodes to routing',
      broken: 'For NodePorts on localhost the nodes route their loopback addresses',
    },
    rationale:
      'To serve NodePorts on 127.0.0.1 kube-proxy in iptables mode sets route_localnet on its node. The kernel then accepts packets from outside for loopback addresses: a neighbour on the network may reach programs that trust whoever is local (CVE-2020-8558), and only a rule of the firewall stands before that.',
    remediation: {
      kubeadm:
        'Set iptables.localhostNodePorts: false in the kube-proxy ConfigMap in kube-system, then "kubectl -n kube-system rollout restart daemonset kube-proxy". route_localnet stays on a node until its reboot or "sysctl -w net.ipv4.conf.all.route_localnet=0".',
      k3s: 'Set iptables-localhost-nodeports=false in kube-proxy-arg on every node.',
      mayBreak:
        'Programs on a node that reach a NodePort by 127.0.0.1, such as a registry mirror or a health probe, must use the address of the node.',
    },
    references: [
      {
        title: 'kube-proxy configuration (v1alpha1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/',
      },
      { title: 'CVE-2020-8558', url: 'https://github.com/kubernetes/kubernetes/issues/92315' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-proxy',
  settings: { mode: 'iptables is the only mode that does it' },
  judge: ({ mode }, instance) => {
    const name = String(mode.value ?? '');
    if (name === 'kernelspace')
      return { verdict: 'not-applicable', because: 'kube-proxy on Windows does not look at this setting' };
    if (name === 'ipvs' || name === 'nftables') return { verdict: 'pass', message: `${name} mode never does it` };
    if (name !== '' && name !== 'iptables')
      return { verdict: 'unknown', because: notUnderstood(`"${name}" is no mode that this is known of`) };
    const localhost = instance.get('iptables.localhostNodePorts');
    if (localhost.known && localhost.value === false) return { verdict: 'pass', evidence: localhost.evidence };
    const addresses = instance.get('nodePortAddresses');
    if (!addresses.known) return { verdict: 'unknown', because: addresses.because };
    // Without one of IPv4 all of IPv4 are served.
    const named = items(addresses.value).filter((address) => !address.includes(':'));
    const { evidence } = addresses;
    if (named.length > 0 && !named.some(holdsLoopback)) {
      return { verdict: 'pass', evidence, message: 'NodePorts are served on other addresses only' };
    }
    if (!localhost.known) return { verdict: 'unknown', because: localhost.because };
    return { verdict: 'fail', evidence: localhost.evidence, message: 'NodePorts are served on localhost too' };
  },
});

/** Whether an entry of nodePortAddresses stands for loopback addresses too: by word, or as a range of IPv4. */
function holdsLoopback(entry: string): boolean {
  if (entry === 'all' || entry === 'localhost') return true;
  const range = /^(\d+)\.\d+\.\d+\.\d+\/(\d+)$/.exec(entry);
  if (range === null) return false;
  const fixed = Math.max(0, 8 - Number(range[2]));
  return Number(range[1]) >> fixed === 127 >> fixed;
}
