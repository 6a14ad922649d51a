import { pluginState } from '../../src/judge/settings/admission-check.ts';
import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Config, ConfigValue } from '../../src/model/resources.ts';
import type { NamedFile } from '../../src/model/views.ts';

const FILE = 'admission-control-config-file';
const LIMITING: readonly unknown[] = ['baseline', 'restricted'];

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/admission-psa-defaults',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Pods are limited also in namespaces without Pod Security labels',
      broken: 'Namespaces without Pod Security labels let privileged pods in',
    },
    rationale:
      'Pod Security limits pods by the labels of their namespace, and where there are none by a default that lets everything in. A namespace that somebody makes and forgets to label is a place for privileged pods, with the node behind them. A file can set another default.',
    remediation: {
      kubeadm:
        'Write an AdmissionConfiguration with a PodSecurityConfiguration (defaults: enforce baseline, or restricted; exemptions: the namespace kube-system and those of agents of the nodes) to every control-plane node, mount it, and set --admission-control-config-file=FILE in /etc/kubernetes/manifests/kube-apiserver.yaml.',
      k3s: 'Write such a file to every server and add admission-control-config-file=FILE to kube-apiserver-arg; RKE2 has one with profile: cis.',
      managed: 'Providers do not offer this default: label each namespace, or have a policy label new ones.',
      mayBreak:
        'New pods that break the level are refused in every namespace without labels, those of network and storage plugins among them: exempt or label their namespaces first. Start with warn and audit, which refuse nothing.',
    },
    references: [
      {
        title: 'Configure the admission controller',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-admission-controller/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-254800' },
      { benchmark: 'NSA/CISA', number: 'Pod security enforcement' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { [FILE]: 'a file that limits pods by default' },
  era: {
    from: '1.23',
    because: 'before 1.23 there is no Pod Security admission without a feature gate',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  },
  judge: (settings, instance, context) => {
    if (!isGiven(settings[FILE].value)) {
      return { verdict: 'fail', message: 'no file is given, so the default is privileged' };
    }
    const plugin = pluginState(instance, 'PodSecurity', context);
    if (plugin.known && !plugin.on) {
      return { verdict: 'fail', evidence: plugin.evidence, message: 'PodSecurity is off: no default applies' };
    }
    const file = instance.file?.(FILE);
    if (file?.known === true) return judgeFile(file);
    const detail = `set in ${settings[FILE].value} on the host`;
    return { verdict: 'unknown', because: file?.because ?? { code: 'set-in-file', detail } };
  },
});

function judgeFile({ node, path, content }: NamedFile): Judgement {
  const plugins = listOf(content['plugins']);
  const index = plugins.findIndex(({ name }) => name === 'PodSecurity');
  const entry = plugins[index];
  if (entry === undefined) return { verdict: 'fail', message: `${path} says nothing of PodSecurity` };
  if (typeof entry['configuration'] !== 'object') {
    return { verdict: 'unknown', because: notUnderstood(`${path} names another file for PodSecurity`) };
  }
  const { enforce } = recordOf(recordOf(entry['configuration'])['defaults']);
  const observed = typeof enforce === 'string' ? enforce : null;
  const pointer = `/plugins/${index}/configuration/defaults/enforce`;
  const evidence = [{ from: 'host-file', node, path, pointer, observed, source: 'host-file' }] as const;
  if (LIMITING.includes(enforce)) return { verdict: 'pass', evidence };
  return { verdict: 'fail', evidence, message: `the default is ${observed ?? 'privileged, as none is set'}` };
}

const recordOf = (value: ConfigValue | undefined): Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Config) : {};
const listOf = (value: ConfigValue | undefined): readonly Config[] => (Array.isArray(value) ? value.map(recordOf) : []);
