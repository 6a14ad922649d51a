import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, judgeInstance } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';
import type { Gathered, ServerVersion } from '../../src/model/resources.ts';
import type { Instance, Setting } from '../../src/model/views.ts';
import type { Node } from '../../src/shapes/generated.ts';

/** First minor in which an empty swapBehavior means NoSwap. */
const NO_SWAP_FROM = 30;
/** First minors of kubelets that always tell of the swap of their node, and of API servers that keep what they tell. */
const TOLD_FROM = 34;
const KEPT_FROM = 33;
const SOURCE = 'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/kubelet/nodestatus/setters.go';

const SETTINGS = { failSwapOn: 'true', 'memorySwap.swapBehavior': 'NoSwap' };
type Found = Readonly<Record<keyof typeof SETTINGS, Setting>>;

export default automated({
  meta: {
    id: 'kubelet/swap',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'The memory of containers is not written to swap',
      broken: 'The memory of containers may be written to swap',
    },
    rationale:
      'What a program holds in memory, keys and tokens included, ends up on disk once it is swapped out, and stays there after the pod is gone. Who gets at the disk, a snapshot or a discarded drive reads it. Volumes of Secrets are kept out of swap from Linux 6.3 on, the memory of the programs that read them is not.',
    remediation: {
      kubeadm:
        'Remove memorySwap and failSwapOn: false from the kubelet-config ConfigMap in kube-system and from /var/lib/kubelet/config.yaml, switch swap off on the nodes ("swapoff -a", and in /etc/fstab), then restart the kubelet. Where swap is needed, encrypt it and waive this check.',
      k3s: 'k3s and RKE2 allow swap on the node and not for containers, which is fine: remove swapBehavior from the kubelet configuration that you give them.',
      managed: 'Remove swap from the configuration of the node pool.',
      mayBreak:
        'Pods that lived on swap are killed for lack of memory. A kubelet with failSwapOn does not start while swap is on.',
    },
    references: [
      {
        title: 'Swap memory management',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/swap-memory-management/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kubelet', 'nodes'],
  wants: ['version'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kubelet'];
    const nodes = new Map(cluster.nodes.map((node) => [node.metadata.name, node]));
    const judge = (found: Found, instance: Instance): Judgement =>
      judgeSettings(found, instance) ?? withoutSwap(instance, nodes, cluster.version) ?? judgeNoSwap(instance);
    return each(
      instances,
      (instance) => judgeInstance({ settings: SETTINGS, judge, linuxOnly: true }, instance, context),
      none,
    );
  },
});

function isSince(version: string, minor: number): boolean {
  const parsed = parseKubernetesVersion(version);
  return parsed !== undefined && parsed.minor >= minor;
}

/** What the settings alone decide; undefined where containers must not swap, which the kernel may not hold them to. */
function judgeSettings(found: Found, { version }: Instance): Judgement | undefined {
  if (found.failSwapOn.value === true)
    return { verdict: 'pass', message: 'the kubelet does not start while swap is on' };
  const behavior = found['memorySwap.swapBehavior'].value;
  if (behavior === 'LimitedSwap' || behavior === 'UnlimitedSwap') {
    return { verdict: 'fail', message: `${behavior} lets containers swap; whether swap is encrypted is not visible` };
  }
  if (behavior === 'NoSwap' || (behavior === '' && isSince(version?.value ?? '', NO_SWAP_FROM))) return undefined;
  const why =
    behavior === '' ? 'what an empty swapBehavior means depends on the version' : `"${behavior}" is no swapBehavior`;
  return { verdict: 'unknown', because: notUnderstood(why) };
}

/** A pass where no node of the group has swap: kubelets look when they start, as they do for failSwapOn. */
function withoutSwap(
  { version, nodes = [] }: Instance,
  byName: ReadonlyMap<string, Node>,
  server: Gathered<ServerVersion>,
): Judgement | undefined {
  const kept = server.state !== 'failed' && isSince(server.value.gitVersion, KEPT_FROM);
  if (version === undefined || !isSince(version.value, TOLD_FROM) || !kept) return undefined;
  const [sample, ...others] = nodes.flatMap((name) => byName.get(name) ?? []);
  const hasSwap = ({ status }: Node): boolean => status.nodeInfo.swap !== undefined;
  if (sample === undefined || [sample, ...others].some(hasSwap)) return undefined;
  const object = { apiVersion: 'v1', kind: 'Node', name: sample.metadata.name };
  return {
    verdict: 'pass',
    evidence: [
      { from: 'absence', object, pointer: '/status/nodeInfo', sought: 'swap' },
      ...version.evidence,
      { from: 'fact', fact: 'first minor in which kubelets tell of swap', value: `1.${TOLD_FROM}`, source: SOURCE },
    ],
    message: 'the nodes had no swap when their kubelets started',
  };
}

/** On cgroup v1 NoSwap does not hold for containers without a memory limit. */
function judgeNoSwap(instance: Instance): Judgement {
  const refuses = instance.get('failCgroupV1');
  if (!refuses.known) return { verdict: 'unknown', because: refuses.because };
  const { evidence } = refuses;
  if (refuses.value === true) return { verdict: 'pass', evidence };
  const detail =
    'swap is or may be on, and on cgroup v1 containers without a memory limit swap all the same; which version the node has is not visible';
  return { verdict: 'unknown', evidence, because: { code: 'not-visible', detail } };
}
