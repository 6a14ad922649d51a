import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Instance } from '../../src/model/views.ts';

/** First minor in which an empty swapBehavior means NoSwap. */
const NO_SWAP_FROM = 30;

export default settingsCheck({
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
  view: 'settings:kubelet',
  linuxOnly: true,
  settings: { failSwapOn: 'true', 'memorySwap.swapBehavior': 'NoSwap' },
  judge: (found, instance): Judgement => {
    if (found.failSwapOn.value === true)
      return { verdict: 'pass', message: 'the kubelet does not start while swap is on' };
    const behavior = found['memorySwap.swapBehavior'].value;
    if (behavior === 'LimitedSwap' || behavior === 'UnlimitedSwap') {
      return { verdict: 'fail', message: `${behavior} lets containers swap; whether swap is encrypted is not visible` };
    }
    if (behavior === 'NoSwap' || (behavior === '' && isNoSwap(instance))) return judgeNoSwap(instance);
    const why =
      behavior === '' ? 'what an empty swapBehavior means depends on the version' : `"${behavior}" is no swapBehavior`;
    return { verdict: 'unknown', because: notUnderstood(why) };
  },
});

function isNoSwap({ version }: Instance): boolean {
  const parsed = version && parseKubernetesVersion(version.value);
  return parsed !== undefined && parsed.minor >= NO_SWAP_FROM;
}

/** On cgroup v1 NoSwap does not hold for containers without a memory limit. */
function judgeNoSwap(instance: Instance): Judgement {
  const refuses = instance.get('failCgroupV1');
  if (!refuses.known) return { verdict: 'unknown', because: refuses.because };
  const { evidence } = refuses;
  if (refuses.value === true) return { verdict: 'pass', evidence };
  const detail =
    'swap may be on, and on cgroup v1 containers without a memory limit swap all the same; which version the node has is not visible';
  return { verdict: 'unknown', evidence, because: { code: 'not-visible', detail } };
}
