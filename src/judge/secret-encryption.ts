import { type AutomatedCheck, automated, type CheckMeta, type Context } from '../model/check.ts';
import type { Evidences, Finding, Uncertainty } from '../model/finding.ts';
import type { MetricSeries } from '../model/resources.ts';
import type { ApiServerMetrics, Instance } from '../model/views.ts';
import { counted, countedBy, seriesEvidence, seriesOf } from './metrics.ts';
import type { Judgement } from './settings/setting-checks.ts';

const METRIC = 'apiserver_storage_transformation_operations_total';

/** How often Secrets went to etcd or came from there since the API server started, and in which form. */
export interface SecretTraffic {
  /** Encrypted by a provider. */
  readonly encrypted: number;
  /** As plaintext. */
  readonly plain: number;
  /** The series that say so; undefined where there is none. */
  readonly evidence: Evidences | undefined;
}

/**
 * A check of the encryption of Secrets as the API server counts it. Without an encryption configuration nothing is counted, and the check
 * that asks for one has judged it. Before 1.32 the counters do not say of which resource they are.
 */
export function secretTrafficCheck<const Id extends string>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly direction: 'to_storage' | 'from_storage';
  readonly judge: (traffic: SecretTraffic, metrics: ApiServerMetrics, context: Context) => Judgement;
}): AutomatedCheck<Id, 'settings:kube-apiserver', 'api-server-metrics'> {
  return automated<Id, 'settings:kube-apiserver', 'api-server-metrics'>({
    meta: spec.meta,
    needs: ['settings:kube-apiserver'],
    wants: ['api-server-metrics'],
    evaluate: ({ 'settings:kube-apiserver': { instances, none }, 'api-server-metrics': metrics }, context) => {
      const [first, ...rest] = instances.map(withoutEncryption);
      if (first === undefined && 'absent' in none) return none;
      const off = [first, ...rest].flatMap((finding) => finding ?? []);
      const [one, ...others] = off;
      if (one !== undefined && off.length === instances.length) return [one, ...others];
      if (metrics.state === 'failed') return [unread(metrics.failure)];
      const finding = countedBy(metrics.value, judge(spec, metrics.value, context));
      if (metrics.state === 'whole') return [finding];
      return [finding, ...metrics.missing.map((detail) => unread({ code: 'incomplete', detail }))];
    },
  });
}

/** The finding on an API server that is told of no encryption; undefined where it is, or that is not known. */
function withoutEncryption(instance: Instance): Finding | undefined {
  const setting = instance.get('encryption-provider-config');
  if (!setting.known || setting.value !== '') return undefined;
  const because = 'no encryption is configured, which kube-apiserver/encryption-provider-config judges';
  return { verdict: 'not-applicable', subject: instance.subject, evidence: setting.evidence, because };
}

const unread = (because: Uncertainty): Finding => ({
  verdict: 'unknown',
  subject: { kind: 'Source', name: 'metrics' },
  evidence: [],
  because,
});

/** What was counted of Secrets that went to etcd or came from there, by the provider: an empty prefix, or `identity`, is plaintext. */
export const secretSeries = (
  metrics: ApiServerMetrics,
  direction: 'to_storage' | 'from_storage',
): readonly MetricSeries[] =>
  counted(seriesOf(metrics, METRIC, { transformation_type: direction, status: 'OK', resource: 'secrets' }));

function judge(
  spec: Pick<Parameters<typeof secretTrafficCheck>[0], 'direction' | 'judge'>,
  metrics: ApiServerMetrics,
  context: Context,
): Judgement {
  const all = counted(seriesOf(metrics, METRIC, { transformation_type: spec.direction, status: 'OK' }));
  if (all.length > 0 && all.every(({ labels }) => labels['resource'] === undefined))
    return { verdict: 'unknown', because: OF_NO_RESOURCE };
  const ofSecrets = secretSeries(metrics, spec.direction);
  const sum = (isOf: (prefix: string) => boolean) =>
    ofSecrets.reduce(
      (total, { labels, value }) => (isOf(labels['transformer_prefix'] ?? '') ? total + value : total),
      0,
    );
  const [first, ...rest] = ofSecrets.map((one) => seriesEvidence(one));
  const traffic: SecretTraffic = {
    encrypted: sum((prefix) => prefix.startsWith('k8s:enc:')),
    plain: sum((prefix) => prefix === '' || prefix === 'identity'),
    evidence: first === undefined ? undefined : [first, ...rest],
  };
  const judgement = spec.judge(traffic, metrics, context);
  return traffic.evidence === undefined ? judgement : { ...judgement, evidence: traffic.evidence };
}

const OF_NO_RESOURCE: Uncertainty = {
  code: 'not-visible',
  detail: 'before 1.32 the API server does not count by resource, so that Secrets do not show',
};
