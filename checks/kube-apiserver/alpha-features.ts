import { seriesEvidence, seriesOf } from '../../src/judge/metrics.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding } from '../../src/model/finding.ts';
import type { Gathered, MetricSeries } from '../../src/model/resources.ts';
import type { ApiServerMetrics, Instance } from '../../src/model/views.ts';

/** Up to 1.32 it was alpha and on by itself; it does nothing on Linux. */
const ON_BY_DEFAULT = 'WindowsHostNetwork';

export default automated({
  meta: {
    id: 'kube-apiserver/alpha-features',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: { holds: 'No alpha feature or alpha API is on', broken: 'Alpha features or alpha APIs are on' },
    rationale:
      'Alpha code is off by default since it may have defects that nobody has found, may vanish with any release, and gets security fixes only by luck. AllAlpha and AllBeta switch on whatever the next upgrade brings, unseen.',
    remediation: {
      kubeadm:
        'Take the entries named here out of --feature-gates and --runtime-config in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node. Name single beta features instead of AllBeta.',
      k3s: 'The same in kube-apiserver-arg.',
      mayBreak:
        'Whatever uses the feature stops, and objects of an alpha API cannot be reached any more: delete them first. Waive the check for a feature that is needed.',
    },
    references: [
      {
        title: 'Feature gates: feature stages',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/#feature-stages',
      },
      {
        title: 'Enabling or disabling API groups',
        url: 'https://kubernetes.io/docs/reference/using-api/#enabling-or-disabling',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242400' },
      { benchmark: 'CIS GKE', number: '5.10.2' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['api-server-metrics'],
  evaluate: ({ 'settings:kube-apiserver': { instances, none }, 'api-server-metrics': metrics }) =>
    each(instances, (instance) => judgeInstance(instance, metrics), none),
});

function judgeInstance(instance: Instance, metrics: Gathered<ApiServerMetrics>): Finding {
  const { subject } = instance;
  const [gates, apis] = [instance.get('feature-gates'), instance.get('runtime-config')];
  if (!gates.known || !apis.known) {
    const because = gates.known ? (apis as Extract<typeof apis, { known: false }>).because : gates.because;
    return { verdict: 'unknown', subject, evidence: [], because };
  }
  const shown: Evidences = [...gates.evidence, ...apis.evidence] as unknown as Evidences;
  const { evidence = [], ...judgement } = judge(items(gates.value), items(apis.value), subject, metrics);
  return { ...judgement, subject, evidence: [...shown, ...evidence] as unknown as Evidences };
}

function judge(
  gates: readonly string[],
  apis: readonly string[],
  subject: Finding['subject'],
  metrics: Gathered<ApiServerMetrics>,
): Judgement {
  const series = metrics.state === 'failed' ? [] : seriesOf(metrics.value, 'kubernetes_feature_enabled');
  const isOwn = metrics.state !== 'failed' && metrics.value.subject.name === subject.name;
  const on = gates.filter((gate) => !gate.startsWith('All') && gateGiven([gate], nameOf(gate)) === true).map(nameOf);
  const alpha = series.filter(({ labels: { name = '', stage }, value }) => {
    if (stage !== 'ALPHA') return false;
    return on.includes(name) || (isOwn && value > 0 && name !== ON_BY_DEFAULT);
  });
  const wrong = [
    ...['AllAlpha', 'AllBeta'].filter((stage) => gateGiven(gates, stage) === true),
    ...alpha.map(({ labels }) => labels['name'] ?? ''),
    ...apis.filter(isAlphaApi),
  ];
  const [first, ...rest] = alpha.map(shownOf);
  const told: { evidence?: Evidences } = first === undefined ? {} : { evidence: [first, ...rest] };
  if (wrong.length > 0) return { verdict: 'fail', message: `on: ${wrong.join(', ')}`, ...told };
  const unclear = on.filter((name) => !series.some(({ labels }) => labels['name'] === name));
  if (unclear.length === 0) return { verdict: 'pass' };
  const detail = `of which stage these are does not show: ${unclear.join(', ')}`;
  return { verdict: 'unknown', because: { code: 'not-visible', detail } };
}

const shownOf = (series: MetricSeries): Evidence => seriesEvidence(series, '0');

/** `kube:Gate=true`: Gate. */
const nameOf = (gate: string): string =>
  gate
    .replace(/^(?:\w*:)?/, '')
    .replace(/=.*$/s, '')
    .trim();

/** `api/alpha=true`, `storage.k8s.io/v1alpha1`: switched on with or without a value. */
function isAlphaApi(entry: string): boolean {
  const [key = '', value = 'true'] = entry.split('=', 2);
  const isOn = !/^(?:0|f|false)$/i.test(value.trim());
  return isOn && (/^api\/(?:all|alpha)$/.test(key) || /(?:^|\/)v\d+alpha\d+(?:\/|$)/.test(key));
}
