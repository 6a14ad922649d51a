import { together } from '../../src/judge/evidence.ts';
import { items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Context } from '../../src/model/check.ts';
import type { Evidence, Uncertainty } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/alpha-gates',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets have no alpha or harmful feature gate set',
      broken: 'Kubelets have alpha or harmful feature gates set',
    },
    rationale:
      'An alpha feature is new code that few have tested, without a promise of fixes, in a program that runs as root on every node. AllAlpha and AllBeta switch on whatever a later release adds, unseen. Old gates let the API server replace the configuration of a kubelet or stop the renewal of its certificates.',
    remediation: {
      kubeadm:
        'Remove the named gates from featureGates in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove them from feature-gates in kubelet-arg.',
      managed: 'Move workloads to a node pool without alpha features; providers do not support those.',
      mayBreak:
        'Workloads that use the feature fail on that node: find them first, as their fields may be dropped silently.',
    },
    references: [
      {
        title: 'Feature gates',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242400' },
      { benchmark: 'DISA STIG', number: 'V-242399' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { featureGates: 'no alpha feature, AllAlpha or AllBeta' },
  judge: ({ featureGates }, instance, context): Judgement => {
    const gates = items(featureGates.value).map((gate) => rate(gate, instance, context));
    const bad = gates.filter(({ rating }) => rating === 'bad');
    if (bad.length > 0) return { verdict: 'fail', ...citing(bad), message: bad.map(({ text }) => text).join(', ') };
    const odd = gates.find(({ because }) => because !== undefined);
    if (odd?.because !== undefined) return { verdict: 'unknown', because: odd.because };
    const stale = gates.filter(({ rating }) => rating === 'stale');
    if (stale.length === 0) return { verdict: 'pass', ...citing(gates) };
    return { verdict: 'pass', ...citing(stale), message: stale.map(({ text }) => text).join(', ') };
  },
});

interface Gate {
  readonly rating: 'bad' | 'fine' | 'stale' | 'odd';
  readonly text: string;
  readonly evidence?: Evidence;
  readonly because?: Uncertainty;
}

const HARMFUL: Readonly<Record<string, string>> = {
  'AllAlpha=true': 'all alpha features are on',
  'AllBeta=true': 'all beta features are on',
  'DynamicKubeletConfig=true': 'the API server may replace the configuration (DynamicKubeletConfig)',
  'RotateKubeletClientCertificate=false': 'the client certificate is not renewed (RotateKubeletClientCertificate)',
  'RotateKubeletServerCertificate=false': 'the serving certificate is not renewed (RotateKubeletServerCertificate)',
};

function rate(gate: string, { version }: Instance, { facts }: Context): Gate {
  const harm = HARMFUL[gate];
  if (harm !== undefined) return { rating: 'bad', text: harm };
  const [name = '', value] = gate.split('=');
  if (value === 'false') return { rating: 'fine', text: gate };
  if (version === undefined) {
    const detail = `the version of the kubelet is not known, so neither is how far ${name} is`;
    return { rating: 'odd', text: gate, because: { code: 'not-visible', detail } };
  }
  const stage = facts.featureStage(name, version.value);
  if (!stage.known) return { rating: 'odd', text: gate, because: notUnderstood(stage.why) };
  const fact = `stage of ${name} in Kubernetes ${version.value}`;
  const evidence: Evidence = { from: 'fact', fact, value: stage.value, source: stage.source };
  if (stage.value === 'alpha') return { rating: 'bad', text: `${name} is alpha`, evidence };
  if (stage.value === 'removed')
    return { rating: 'stale', text: `${name} no longer exists, so it says nothing`, evidence };
  return { rating: 'fine', text: gate, evidence };
}

function citing(gates: readonly Gate[]): Pick<Judgement, 'evidence'> {
  const [first, ...rest] = gates.flatMap(({ evidence }) => evidence ?? []);
  return first === undefined ? {} : { evidence: together([first], rest) };
}
