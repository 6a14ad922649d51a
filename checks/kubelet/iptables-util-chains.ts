import { type Judgement, judgeInstance } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instances, Setting } from '../../src/model/views.ts';

const CHAINS = 'makeIPTablesUtilChains';

export default automated({
  meta: {
    id: 'kubelet/iptables-util-chains',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'Kubelets keep their iptables chains in place',
      broken: 'Kubelets do not keep their iptables chains in place',
    },
    rationale:
      'Kubelets keep a chain from which network plugins and kube-proxy tell which of the two iptables variants the node uses; rules that land in the other one do nothing, so that a network policy silently fails. They also drop packets from outside that are addressed to loopback, as the localhost ports of a node would else be open to its neighbours. Neither is needed where nothing uses iptables.',
    remediation: {
      kubeadm:
        'Remove makeIPTablesUtilChains, or set it to true, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove make-iptables-util-chains from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool, or move the nodes to a current image.',
      mayBreak: 'Firewalls that flush all iptables rules and set their own will find the chains of the kubelet back.',
    },
    references: [
      {
        title: "Kubernetes' iptables chains are not API",
        url: 'https://kubernetes.io/blog/2022/09/07/iptables-chains-not-api/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.6' },
      { benchmark: 'Prowler', number: 'kubelet_manage_iptables' },
      { benchmark: 'Kubescape', number: 'C-0178' },
      { benchmark: 'Trivy', number: 'KCV-0084' },
      { benchmark: 'CIS EKS', number: '3.2.6' },
      { benchmark: 'CIS AKS', number: '3.2.6' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kubelet'],
  wants: ['settings:kube-proxy'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kubelet'];
    const proxies = cluster['settings:kube-proxy'];
    const judge = ({ [CHAINS]: chains }: Readonly<Record<typeof CHAINS, Setting>>): Judgement =>
      chains.value === true ? { verdict: 'pass' } : withoutChains(proxies);
    const spec = { settings: { [CHAINS]: 'true' }, judge, linuxOnly: true };
    return each(instances, (instance) => judgeInstance(spec, instance, context), none);
  },
});

/** Where kube-proxy uses nftables nobody misses the chains; without kube-proxy a plugin does its work, by iptables or not. */
function withoutChains(proxies: Gathered<Instances>): Judgement {
  if (proxies.state === 'failed') return { verdict: 'unknown', because: proxies.failure };
  const modes = proxies.value.instances.map((proxy) => proxy.get('mode'));
  const known = modes.filter((mode) => mode.known);
  const user = known.find(({ value }) => value !== 'nftables' && value !== 'kernelspace');
  if (user !== undefined) {
    return {
      verdict: 'fail',
      evidence: user.evidence,
      message: 'the chains are not kept, and kube-proxy uses iptables',
    };
  }
  const [first] = known;
  if (first === undefined || known.length < modes.length || proxies.state === 'partial') {
    const detail = 'the chains are not kept; whether anything on the node uses iptables is not visible';
    return { verdict: 'unknown', because: { code: 'not-visible', detail } };
  }
  return { verdict: 'not-applicable', evidence: first.evidence, because: 'kube-proxy uses nftables, not iptables' };
}
