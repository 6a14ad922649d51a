import type { Gathered, MetricSeries } from '../model/resources.ts';
import { endpoints } from './catalogue.ts';
import { METRICS } from './metric-names.ts';
import type { Requests } from './requests.ts';
import { malformed } from './untyped.ts';

/** A cluster may make up labels: this many series are kept, and the rest is said to be missing. */
const MOST_SERIES = 5_000;
/** What every process of Go says: without it the answer is something else. */
const ALWAYS = 'process_start_time_seconds';

/**
 * GET /metrics of the one API server that answers, line by line: of its thousands of series only those of the allow-list are kept, with
 * their allow-listed labels. They count from the start of that process.
 */
export function readMetrics(requests: Requests): Promise<Gathered<readonly MetricSeries[]>> {
  const { path } = endpoints.metrics;
  return requests.once(path, async () => {
    let kept = new Map<string, MetricSeries>();
    let unread: string | undefined;
    const failure = await requests.lines(path, {
      restart: () => {
        kept = new Map();
        unread = undefined;
      },
      line: (buffer, from, to) => {
        const name = nameIn(buffer, from, to);
        if (!Object.hasOwn(METRICS, name)) return;
        const series = parseSeries(buffer.toString('utf8', from, to));
        if (series === 'not kept') return;
        if (series === undefined) unread = `a series of ${name} that cannot be read`;
        else if (!add(kept, series)) unread = `series after the first ${MOST_SERIES}`;
      },
    });
    if (failure !== undefined) return { state: 'failed', failure };
    const value = [...kept.values()];
    if (!value.some(({ name }) => name === ALWAYS))
      return { state: 'failed', failure: malformed(`the answer of ${path} holds no metrics of an API server`) };
    return unread === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [unread] };
  });
}

/** Series that differ in labels that are not kept are one, and their values add up. False where there is no room. */
function add(kept: Map<string, MetricSeries>, series: MetricSeries): boolean {
  const key = JSON.stringify([series.name, series.labels]);
  const before = kept.get(key);
  if (before === undefined && kept.size >= MOST_SERIES) return false;
  kept.set(key, before === undefined ? series : { ...series, value: before.value + series.value });
  return true;
}

const [SPACE, BRACE] = [0x20, 0x7b];

/** The name that a line begins with. Comments have none that is kept. */
function nameIn(buffer: Buffer, from: number, to: number): string {
  let end = from;
  while (end < to && buffer[end] !== SPACE && buffer[end] !== BRACE) end += 1;
  return buffer.toString('latin1', from, end);
}

const LINE = /^(\w+)(?:\{(.*)\})?[ \t]+(\S+)(?:[ \t]+-?\d+)?\s*$/s;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"(?:,[ \t]*|$)/sy;

/**
 * One line of an allow-listed metric in Prometheus' text format, with the labels that are kept, in order of their names. Undefined where it
 * cannot be read, `not kept` where the value of a label is one of those that are not.
 */
export function parseSeries(line: string): MetricSeries | 'not kept' | undefined {
  const [, name = '', text = '', number = ''] = LINE.exec(line) ?? [];
  const value = Number(number);
  const all = parseLabels(text);
  if (number === '' || !Number.isFinite(value) || all === undefined) return undefined;
  const labels: Record<string, string> = {};
  for (const [label, wanted] of Object.entries(METRICS[name] ?? {})) {
    const given = all.get(label);
    if (given === undefined) continue;
    if (wanted !== 'any' && !wanted.test(given)) return 'not kept';
    labels[label] = given;
  }
  return { name, labels, value };
}

function parseLabels(text: string): ReadonlyMap<string, string> | undefined {
  const labels = new Map<string, string>();
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (match === null) return undefined;
    labels.set(match[1] as string, unescaped(match[2] as string));
  }
  return labels;
}

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replaceAll(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign)) : text;
