import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/** First minor in which the kubelet no longer looks at the setting. */
const IGNORED_FROM = 34;

export default settingsCheck({
  meta: {
    id: 'kubelet/streaming-timeout',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'Idle exec and port-forward sessions end',
      broken: 'Idle exec and port-forward sessions never end',
    },
    rationale:
      'A shell in a pod that somebody left open is there for the next person at that desk. On kubelets before 1.34 a timeout ends it, unless it was set to zero; later ones do not look at the setting.',
    remediation: {
      kubeadm:
        'Remove streamingConnectionIdleTimeout, or set it to 5m, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove streaming-connection-idle-timeout from kubelet-arg.',
      mayBreak: 'Port-forwards without traffic end after that time.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.5' },
      { benchmark: 'Prowler', number: 'kubelet_streaming_connection_timeout' },
      { benchmark: 'Kubescape', number: 'C-0176' },
      { benchmark: 'Trivy', number: 'KCV-0085' },
      { benchmark: 'DISA STIG', number: 'V-245541' },
      { benchmark: 'CIS EKS', number: '3.2.5' },
      { benchmark: 'CIS AKS', number: '3.2.5' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { streamingConnectionIdleTimeout: 'not 0' },
  judge: ({ streamingConnectionIdleTimeout }, { version }) => {
    const parsed = version && parseKubernetesVersion(version.value);
    if (version === undefined || parsed === undefined) {
      const detail = 'the version of the kubelet is not known, so neither is whether it looks at the setting';
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    const { evidence } = version;
    if (parsed.major > 1 || parsed.minor >= IGNORED_FROM) {
      return { verdict: 'not-applicable', evidence, because: 'kubelets from 1.34 on do not look at this setting' };
    }
    const timeout = String(streamingConnectionIdleTimeout.value);
    if (!/\d/.test(timeout)) return { verdict: 'unknown', because: notUnderstood(`"${timeout}" is no duration`) };
    if (/[1-9]/.test(timeout)) return { verdict: 'pass', evidence };
    return { verdict: 'fail', evidence, message: 'idle sessions are never ended' };
  },
});
