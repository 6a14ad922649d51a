import { expecting } from '../../src/judge/evidence.ts';
import { pluginState } from '../../src/judge/settings/admission-check.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

/** What policy engines work through; the last came with Kubernetes 1.26. */
const PLUGINS = ['MutatingAdmissionWebhook', 'ValidatingAdmissionWebhook'];
const POLICY_PLUGIN = 'ValidatingAdmissionPolicy';

export default automated({
  meta: {
    id: 'kube-apiserver/admission-webhooks-enabled',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server asks admission webhooks and policies',
      broken: 'The API server does not ask admission webhooks or policies',
    },
    rationale:
      'Policy engines refuse what violates their policies only where the API server asks them. With the plugin switched off their webhooks and policies are still listed, and nothing asks them: whoever may create a pod creates a privileged one. The plugins are on unless switched off.',
    remediation: {
      kubeadm:
        'Remove MutatingAdmissionWebhook, ValidatingAdmissionWebhook and ValidatingAdmissionPolicy from --disable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove the named plugins from disable-admission-plugins in kube-apiserver-arg.',
      mayBreak: 'Webhooks that nobody asked so far refuse or change requests again: list them first.',
    },
    references: [
      {
        title: 'Admission plugins that are on by default',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#which-plugins-are-enabled-by-default',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242436' }],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kube-apiserver'];
    return each(instances, (instance) => judge(instance, context), none);
  },
});

function judge(instance: Instance, context: Context): Finding {
  const { subject } = instance;
  const plugins = [...PLUGINS, ...(hasPolicies(instance, context) ? [POLICY_PLUGIN] : [])];
  const states = plugins.map((plugin) => ({ plugin, ...pluginState(instance, plugin, context) }));
  const off = states.flatMap((state) => (state.known && !state.on ? [state] : []));
  const [first] = off;
  if (first !== undefined) {
    const evidence = expecting(first.evidence, 'not switched off');
    return {
      verdict: 'fail',
      subject,
      evidence,
      message: `switched off: ${off.map(({ plugin }) => plugin).join(', ')}`,
    };
  }
  const evidence: Evidence[] = [];
  for (const state of states) {
    if (!state.known) return { verdict: 'unknown', subject, evidence: [], because: state.because };
    evidence.push(...expecting(state.evidence, 'not switched off'));
  }
  return { verdict: 'pass', subject, evidence: distinct(evidence) };
}

/** Plugins are shown by the same flags: each once. */
function distinct(evidence: readonly Evidence[]): Evidences {
  const [first, ...rest] = new Map(evidence.map((one) => [JSON.stringify(one), one])).values();
  return [first as Evidence, ...rest];
}

/** Whether the API server has the plugin at its version, by what is on there. */
function hasPolicies({ version }: Instance, { facts }: Context): boolean {
  const plugins = version === undefined ? undefined : facts.admissionPlugins(version.value);
  return plugins?.known === true && plugins.value.enabled.includes(POLICY_PLUGIN);
}
