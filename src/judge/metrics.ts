import type { MetricSeries } from '../model/resources.ts';

/** A series as /metrics prints it, with the labels that are kept: `name{a="b",c="d"}`. */
export function seriesText({ name, labels }: MetricSeries): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
