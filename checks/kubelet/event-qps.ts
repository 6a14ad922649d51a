import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/** First minor in which 0 means no limit; before, it was replaced by the default of the client. */
const UNLIMITED_FROM = 37;

export default settingsCheck({
  meta: {
    id: 'kubelet/event-qps',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'The rate of events of kubelets is limited',
      broken: 'The rate of events of kubelets is not limited',
    },
    rationale:
      'Kubelets report what happens to pods as events. Without a limit a crashing pod on each node can flood the API server with them; the default leaves room for what matters.',
    remediation: {
      kubeadm:
        'Remove eventRecordQPS, or set it above 0, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove event-qps from kubelet-arg.',
      mayBreak: 'Above the limit events are dropped.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.8' },
      { benchmark: 'Prowler', number: 'kubelet_event_record_qps' },
      { benchmark: 'Kubescape', number: 'C-0180' },
      { benchmark: 'Trivy', number: 'KCV-0087' },
      { benchmark: 'CIS EKS', number: '3.2.7' },
      { benchmark: 'CIS AKS', number: '3.2.7' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { eventRecordQPS: 'above 0' },
  judge: ({ eventRecordQPS }, { version }) => {
    const { value } = eventRecordQPS;
    if (typeof value !== 'number') return { verdict: 'unknown', because: notUnderstood('eventRecordQPS is no number') };
    if (value > 0) return { verdict: 'pass' };
    const parsed = version && parseKubernetesVersion(version.value);
    if (version === undefined || parsed === undefined) {
      const detail = 'the version of the kubelet is not known, so neither is what 0 means to it';
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    const { evidence } = version;
    if (parsed.major === 1 && parsed.minor < UNLIMITED_FROM) {
      return { verdict: 'pass', evidence, message: "before 1.37 0 means the client's own limit" };
    }
    return { verdict: 'fail', evidence, message: 'no limit is set' };
  },
});
