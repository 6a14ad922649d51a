import { platformOf } from '../../src/derive/node-pools.ts';
import { expecting, together } from '../../src/judge/evidence.ts';
import { held } from '../../src/judge/gathered.ts';
import { allApiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { combined } from '../../src/judge/releases/combined.ts';
import { minorsNewer, parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { judgeSupport, judgeVulnerabilities, providerOf } from '../../src/judge/releases/release-judgement.ts';
import { judgeSkew } from '../../src/judge/releases/skew-judgement.ts';
import { podOf } from '../../src/judge/settings/instance-pods.ts';
import { automated, type Context } from '../../src/model/check.ts';
import type { Vulnerability } from '../../src/model/facts.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Node, Pod } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'kube-proxy/version-skew',
    component: 'kube-proxy',
    severity: 'medium',
    population: true,
    title: {
      holds: 'kube-proxy runs a patched release that fits API server and kubelets',
      broken: 'kube-proxy runs an unpatched release, or one that does not fit',
    },
    rationale:
      'kube-proxy is tested with API servers that are at most three minors newer (two for a kube-proxy before 1.25) and never older, and with kubelets as far as that either way. A minor without patches keeps its published flaws. It is often forgotten in upgrades, as nothing but its image names its version.',
    remediation: {
      kubeadm:
        '"kubeadm upgrade apply" sets the image of the kube-proxy DaemonSet once all control-plane nodes are upgraded; by hand: "kubectl -n kube-system set image daemonset/kube-proxy kube-proxy=registry.k8s.io/kube-proxy:vX.Y.Z".',
      k3s: 'kube-proxy is part of k3s and RKE2: upgrade the agents.',
      managed: 'Upgrade the kube-proxy add-on to the version of the control plane.',
      mayBreak: 'While it restarts, a node keeps its rules but takes up no changes of services.',
    },
    references: [
      { title: 'Version skew policy', url: 'https://kubernetes.io/releases/version-skew-policy/#kube-proxy' },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy', 'version'],
  wants: ['settings:kube-apiserver', 'managed-plane', 'nodes', 'control-plane-pods'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    const servers = allApiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    const provider = providerOf(cluster['managed-plane']);
    const [nodes, pods] = [held(cluster.nodes), held(cluster['control-plane-pods'])];
    return each(
      instances,
      (instance) =>
        combined(
          judgeSkew('kube-proxy', instance, servers, context),
          ...judgeKubelets(instance, nodes, pods, context),
          judgeSupport(instance, context, provider),
          judgeVulnerabilities('kube-proxy', instance, context, provider, appliesTo(instance)),
        ),
      none,
    );
  },
});

/** On Linux the flaws of Windows nodes are none; on Windows the mode is kernelspace. */
const appliesTo =
  (instance: Instance) =>
  ({ requires }: Vulnerability): boolean => {
    const mode = instance.get('mode');
    return requires?.startsWith('a Windows node') !== true || !mode.known || mode.value === 'kernelspace';
  };

/** A failing finding where it is too far from the kubelet of one of its nodes; nothing where it is not, or where that is not known. */
function judgeKubelets(
  instance: Instance,
  nodes: readonly Node[],
  pods: readonly Pod[],
  { facts }: Context,
): readonly Finding[] {
  const { subject, version } = instance;
  const own = version && parseKubernetesVersion(version.value);
  const skew = facts.skew('kube-proxy', version?.value ?? '');
  if (version === undefined || own === undefined || !skew.known) return [];
  const place = podOf(instance, pods)?.spec.nodeName;
  for (const node of nodes) {
    if (place !== undefined && node.metadata.name !== place) continue;
    const { kubeletVersion } = node.status.nodeInfo;
    const kubelet = parseKubernetesVersion(kubeletVersion);
    const distance = kubelet === undefined || isVirtual(node) ? 0 : minorsNewer(own, kubelet);
    if (Math.abs(distance) <= skew.value.behind) continue;
    const { name } = node.metadata;
    const evidence = together(expecting(version.evidence, `within ${skew.value.behind} minors of each kubelet`), [
      {
        from: 'object',
        object: { apiVersion: 'v1', kind: 'Node', name },
        pointer: '/status/nodeInfo/kubeletVersion',
        observed: kubeletVersion,
      },
    ]);
    const far = `${Math.abs(distance)} minors ${distance > 0 ? 'newer' : 'older'} than the kubelet of ${name}`;
    return [{ verdict: 'fail', subject, evidence, message: `runs ${version.value}, ${far}` }];
  }
  return [];
}

const isVirtual = (node: Node): boolean => platformOf(node, false).value === 'virtual-kubelet';
