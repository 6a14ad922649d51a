import { type KubernetesVersion, parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Uncertainty } from '../../src/model/finding.ts';

/** The empty value is iptables on Linux and kernelspace on Windows. */
const SOUND = ['', 'iptables', 'kernelspace'];
const NFTABLES_STABLE_FROM = 33;
const IPVS_DEPRECATED_FROM = 35;

export default settingsCheck({
  meta: {
    id: 'kube-proxy/mode',
    component: 'kube-proxy',
    severity: 'low',
    population: true,
    title: { holds: 'kube-proxy runs in a supported mode', broken: 'kube-proxy runs in a mode that is on its way out' },
    rationale:
      'Modes that nobody maintains get no fixes: userspace was removed in 1.26 and ipvs is deprecated since 1.35. nftables is stable from 1.33 on.',
    remediation: {
      kubeadm:
        'Set mode: nftables (kubelets and kernel permitting: 1.33, Linux 5.13) or mode: iptables in the kube-proxy ConfigMap in kube-system, then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      k3s: 'Set proxy-mode=nftables or iptables in kube-proxy-arg on every node.',
      mayBreak:
        'Rules of the old mode stay in the kernel until the node is rebooted or "kube-proxy --cleanup" ran. nftables serves NodePorts on the primary address only unless told otherwise, and not on localhost. Network plugins that read iptables rules must support the mode.',
    },
    references: [
      {
        title: 'Virtual IPs and service proxies: proxy modes',
        url: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-modes',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-proxy',
  settings: { mode: 'iptables, nftables or kernelspace' },
  judge: (settings, { version }) => {
    const mode = String(settings.mode.value ?? '');
    if (SOUND.includes(mode)) return { verdict: 'pass' };
    if (mode === 'userspace') return { verdict: 'fail', message: 'userspace is not maintained; 1.26 removed it' };
    if (mode !== 'ipvs' && mode !== 'nftables')
      return { verdict: 'unknown', because: notUnderstood(`"${mode}" is no mode`) };
    const parsed = version && parseKubernetesVersion(version.value);
    if (version === undefined || parsed === undefined) return { verdict: 'unknown', because: NO_VERSION };
    return { ...judgeByVersion(mode, parsed), evidence: version.evidence };
  },
});

const NO_VERSION: Uncertainty = {
  code: 'not-visible',
  detail: 'the version of kube-proxy is not known, so neither is whether it supports the mode',
};

function judgeByVersion(mode: 'ipvs' | 'nftables', { minor }: KubernetesVersion): Judgement {
  if (mode === 'ipvs') {
    if (minor < IPVS_DEPRECATED_FROM) return { verdict: 'pass' };
    return { verdict: 'fail', message: 'ipvs is deprecated since 1.35' };
  }
  if (minor >= NFTABLES_STABLE_FROM) return { verdict: 'pass' };
  return { verdict: 'review', message: 'nftables is stable from 1.33 on; here it is a preview' };
}
