import { pluginState } from '../../src/judge/settings/admission-check.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/admission-event-rate-limit',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: { holds: 'The rate of events is limited', broken: 'The rate of events is not limited' },
    rationale:
      'Anything that can write events can fill etcd and keep the API server busy with them. The EventRateLimit plugin caps them per server, namespace, user or source. Priority and Fairness protects other requests already, so this is a second line.',
    remediation: {
      kubeadm:
        'Write an AdmissionConfiguration that configures EventRateLimit to every control-plane node, mount it, set --admission-control-config-file=FILE and add EventRateLimit to --enable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml.',
      mayBreak: 'Limits that are too low drop events that alerts and autoscalers rely on. The plugin is alpha.',
    },
    references: [
      {
        title: 'EventRateLimit',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#eventratelimit',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.9' },
      { benchmark: 'Prowler', number: 'apiserver_event_rate_limit' },
      { benchmark: 'Kubescape', number: 'C-0121' },
      { benchmark: 'Trivy', number: 'KCV-0010' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'admission-control-config-file': 'a file that configures EventRateLimit' },
  judge: (settings, instance, context) => {
    const state = pluginState(instance, 'EventRateLimit', context);
    if (!state.known) return { verdict: 'unknown', because: state.because };
    const { evidence } = state;
    if (!state.on) return { verdict: 'fail', evidence, message: 'EventRateLimit is off' };
    if (isGiven(settings['admission-control-config-file'].value)) return { verdict: 'pass', evidence };
    return {
      verdict: 'fail',
      evidence,
      message: 'EventRateLimit is on, but no file is given that says what to limit',
    };
  },
});
