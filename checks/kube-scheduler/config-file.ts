import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/** Up to 1.22, in which it is deprecated, the scheduler takes a Policy besides, or in place of, its configuration. */
const POLICIES = ['policy-config-file', 'policy-configmap'];

export default settingsCheck({
  meta: {
    id: 'kube-scheduler/config-file',
    component: 'kube-scheduler',
    severity: 'low',
    population: false,
    title: {
      holds: 'The scheduler is set by flags, which can be looked at',
      broken: 'The scheduler is set by a Policy, which later releases refuse',
    },
    rationale:
      'With --config a file on the control-plane host decides how pods are placed, which webhooks the scheduler asks and whether profiles are on, and the API does not show it. Formats of it come and go: v1beta1 went with 1.23, v1beta2 with 1.28 and v1beta3 with 1.29, a Policy with 1.23; with one that is gone the scheduler does not start after an upgrade, and no pod is placed.',
    remediation: {
      kubeadm:
        'Look at the file that --config names in /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node: it must be of kubescheduler.config.k8s.io/v1 and the same everywhere. Replace --policy-config-file and --policy-configmap by such a file.',
      k3s: 'Look at the file that config in kube-scheduler-arg names on the servers.',
      mayBreak: 'A Policy that is rewritten as plugins may place pods elsewhere: try it on a second scheduler first.',
    },
    references: [
      { title: 'Scheduler configuration', url: 'https://kubernetes.io/docs/reference/scheduling/config/' },
      {
        title: 'kube-scheduler configuration (v1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kube-scheduler-config.v1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
  settings: { config: 'not set, or a file of kubescheduler.config.k8s.io/v1' },
  judge: ({ config }, instance) => {
    for (const flag of POLICIES) {
      const policy = instance.get(flag);
      if (instance.given(flag) !== true) continue;
      if (!policy.known) return { verdict: 'unknown', because: policy.because };
      if (isGiven(policy.value)) {
        return { verdict: 'fail', evidence: policy.evidence, message: `takes a Policy (--${flag}); 1.23 removed it` };
      }
    }
    if (!isGiven(config.value)) return { verdict: 'pass' };
    return {
      verdict: 'unknown',
      because: { code: 'set-in-file', detail: `its configuration is ${config.value} on the host, which is not read` },
    };
  },
});
