import { replacementBy } from '../../src/derive/settings/kube-proxy.ts';
import { automated } from '../../src/model/check.ts';
import { type Evaluation, type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Config, Gathered } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kube-proxy/presence',
    component: 'kube-proxy',
    severity: 'low',
    population: false,
    title: {
      holds: 'It is known what serves Services, and it is one program',
      broken: 'Two programs serve Services on the same nodes',
    },
    rationale:
      'kube-proxy, or a network plugin in its place, decides where the traffic of every Service goes. Where both do, each by rules of its own, which of them a connection meets depends on the kernel: a restriction that one of them sets does not hold for what the other let through.',
    remediation: {
      kubeadm:
        'Where Cilium replaces it: "kubectl -n kube-system delete daemonset kube-proxy" and its ConfigMap, then remove the rules that it left on each node ("kube-proxy --cleanup", or a reboot). Else set kubeProxyReplacement=false for Cilium.',
      k3s: 'Set disable-kube-proxy on the servers.',
      mayBreak:
        'Connections through Services are cut when either of them goes. Without kube-proxy Cilium must know the address of the API server (k8sServiceHost) first, or nodes lose it.',
    },
    references: [
      {
        title: 'Kubernetes without kube-proxy (Cilium)',
        url: 'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/',
      },
      {
        title: 'Virtual IPs and service proxies',
        url: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy'],
  wants: ['cilium-config'],
  evaluate: (cluster): Evaluation => {
    const { instances, none } = cluster['settings:kube-proxy'];
    const replacement = replacementBy(cluster['cilium-config']);
    if (instances.length > 0) {
      return each(instances, (instance) => judge(instance, replacement, cluster['cilium-config']), none);
    }
    if (replacement === undefined) return none;
    const subject = { kind: 'DaemonSet', name: 'cilium', namespace: 'kube-system' };
    return [
      { verdict: 'pass', subject, evidence: [replacement], message: 'Cilium serves Services, without kube-proxy' },
    ];
  },
});

function judge({ subject }: Instance, replacement: Evidence | undefined, cilium: Gathered<Config>): Finding {
  const { kind, name, namespace } = subject;
  const apiVersion = kind === 'DaemonSet' ? 'apps/v1' : 'v1';
  const object = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
  const seen: Evidence = { from: 'object', object, pointer: '/metadata/name', observed: name };
  if (replacement !== undefined) {
    const message = 'kube-proxy runs beside Cilium, which serves Services too';
    return { verdict: 'fail', subject, evidence: [seen, replacement], message };
  }
  if (cilium.state === 'failed') return { verdict: 'unknown', subject, evidence: [seen], because: cilium.failure };
  return { verdict: 'pass', subject, evidence: [seen] };
}
