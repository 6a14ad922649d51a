import { escapePointer } from '../derive/places.ts';
import { type AutomatedCheck, automated, type CheckMeta, type Context } from '../model/check.ts';
import type { Evidence, Finding, Uncertainty } from '../model/finding.ts';
import type { MetricSeries } from '../model/resources.ts';
import type { ApiServerMetrics } from '../model/views.ts';
import { together } from './evidence.ts';
import type { Judgement } from './settings/setting-checks.ts';

/** A series as /metrics prints it, with the labels that are kept: `name{a="b",c="d"}`. */
export function seriesText({ name, labels }: Pick<MetricSeries, 'name' | 'labels'>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** Shows what was counted, or that a metric has no series where `value` is undefined. */
export function seriesEvidence(
  series: Pick<MetricSeries, 'name' | 'labels'> & { readonly value?: number },
  expected?: string,
): Evidence {
  return {
    from: 'endpoint',
    path: '/metrics',
    pointer: `/${escapePointer(seriesText(series))}`,
    observed: series.value ?? null,
    ...(expected === undefined ? {} : { expected }),
  };
}

/** The series of a metric whose labels are these. */
export const seriesOf = (
  { series }: ApiServerMetrics,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): readonly MetricSeries[] =>
  series.filter(
    (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  );

/** Those that counted anything. */
export const counted = (series: readonly MetricSeries[]): readonly MetricSeries[] =>
  series.filter(({ value }) => value > 0);

/** Evidence of a metric of which nothing that matters was counted: what it says, or that it has no series. */
export function noneCounted(metrics: ApiServerMetrics, name: string): Evidence {
  const [first] = seriesOf(metrics, name);
  return first === undefined ? seriesEvidence({ name, labels: {} }, '0') : seriesEvidence(first);
}

/**
 * Why it proves nothing that a series is not there: one with labels appears when it first counts, but metrics can be switched off
 * (--disabled-metrics). Undefined where none is.
 */
export function unreliable(metrics: ApiServerMetrics): Uncertainty | undefined {
  const [disabled] = seriesOf(metrics, 'disabled_metrics_total');
  if (disabled?.value === 0) return undefined;
  const detail =
    disabled === undefined
      ? 'the API server does not say whether metrics are switched off'
      : `${disabled.value} metrics are switched off by --disabled-metrics`;
  return { code: 'not-visible', detail };
}

const DAY = 24 * 60 * 60 * 1000;

/** Why a count of zero says too little: the API server started only lately. Undefined where it counted for a day at least. */
export function tooYoung({ since }: ApiServerMetrics, { now }: Context): Uncertainty | undefined {
  if (now === undefined) return { code: 'not-visible', detail: `it counts since ${since}, and the time is not known` };
  if (Date.parse(now) - Date.parse(since) >= DAY) return undefined;
  return { code: 'incomplete', detail: `the API server counts only since its start at ${since}, less than a day ago` };
}

/**
 * A check of what the API server counted since it started. `ofServer`: the question is one for who runs the API server, so that with a
 * provider it is not the owner's. The evidence shows since when it counts.
 */
export function metricsCheck<const Id extends string>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly ofServer: boolean;
  readonly judge: (metrics: ApiServerMetrics, context: Context) => Judgement;
}): AutomatedCheck<Id, 'api-server-metrics', never> {
  return automated<Id, 'api-server-metrics'>({
    meta: spec.meta,
    needs: ['api-server-metrics'],
    evaluate: (cluster, context) => {
      const metrics = cluster['api-server-metrics'];
      if (spec.ofServer && metrics.provider !== undefined) return metrics.provider;
      return [countedBy(metrics, spec.judge(metrics, context))];
    },
  });
}

/** The finding on the API server that counted. */
export function countedBy(metrics: ApiServerMetrics, judgement: Judgement): Finding {
  const start = seriesOf(metrics, 'process_start_time_seconds').map((series) => seriesEvidence(series));
  const [first = seriesEvidence({ name: 'process_start_time_seconds', labels: {} }), ...rest] = start;
  return { ...judgement, subject: metrics.subject, evidence: together([first], rest, judgement.evidence ?? []) };
}

/** A counter of trouble. */
export interface Trouble {
  readonly metric: string;
  /** Which of its series are trouble. */
  readonly isTrouble: (series: MetricSeries, metrics: ApiServerMetrics) => boolean | Uncertainty;
  readonly broken: (series: readonly MetricSeries[], metrics: ApiServerMetrics) => string;
}

/** A check that wants a counter of trouble at zero. */
export const troubleCheck = <const Id extends string>(
  spec: Trouble & { readonly meta: CheckMeta<Id>; readonly ofServer: boolean },
): AutomatedCheck<Id, 'api-server-metrics', never> =>
  metricsCheck({ ...spec, judge: (metrics, context) => judgeTrouble(spec, metrics, context) });

/** Fails with what was counted, and passes only where the API server counts for a day at least. */
export function judgeTrouble(spec: Trouble, metrics: ApiServerMetrics, context: Context): Judgement {
  const answers = counted(seriesOf(metrics, spec.metric)).map((one) => ({ one, is: spec.isTrouble(one, metrics) }));
  const trouble = answers.filter(({ is }) => is === true).map(({ one }) => one);
  const [first, ...rest] = trouble.map((one) => seriesEvidence(one));
  if (first !== undefined)
    return { verdict: 'fail', message: spec.broken(trouble, metrics), evidence: [first, ...rest] };
  const unclear = answers.find(({ is }) => typeof is === 'object')?.is as Uncertainty | undefined;
  const because = unclear ?? unreliable(metrics) ?? tooYoung(metrics, context);
  if (because !== undefined) return { verdict: 'unknown', because };
  return {
    verdict: 'pass',
    message: `counted since ${metrics.since}`,
    evidence: [noneCounted(metrics, spec.metric)],
  };
}
