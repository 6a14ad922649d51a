import { setMaxListeners } from 'node:events';
import { gather } from '../gather/gather.ts';
import { loadInput } from '../gather/load.ts';
import type { ApiReader } from '../kube/reader.ts';
import { KubevetError } from '../model/error.ts';
import type { Report } from '../model/report.ts';
import type { ResourceKey, Snapshot } from '../model/resources.ts';
import { openConnection } from './connection.ts';
import { parseDuration } from './duration.ts';
import type { ClusterArguments, GatherArguments, InputArguments } from './options.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** A snapshot, and how it came about. */
export interface Taken {
  readonly snapshot: Snapshot;
  readonly input: Report['input'];
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
}

/** Gathers from the cluster, or loads from files with `--from`. Fails where nothing at all can be had. */
export async function takeSnapshot(
  args: ClusterArguments & InputArguments & GatherArguments,
  keys: readonly ResourceKey[],
  terminal: Terminal,
): Promise<Taken> {
  if (args.concurrency < 1 || !Number.isInteger(args.concurrency)) {
    throw new KubevetError('usage', '--concurrency wants a whole number of at least 1');
  }
  parseDuration(args.timeout, 'timeout');
  asOf(args);
  if (args.from !== undefined) {
    if (args.context !== undefined) throw new KubevetError('usage', '--from and --context exclude each other');
    return takeFromFiles(args, args.from, keys, terminal);
  }
  if (args.kubernetesVersion !== undefined) {
    throw new KubevetError('usage', '--kubernetes-version needs --from', {
      hint: 'A cluster says its version itself.',
    });
  }
  const reader = await openConnection(args, terminal, args.quiet);
  try {
    return await takeFromCluster(reader, args, keys, terminal, 'cluster');
  } finally {
    reader.close();
  }
}

/** Gathers from a reader within the deadline; a signal ends it early, and what is missing then is said. */
export async function takeFromCluster(
  reader: ApiReader,
  args: GatherArguments,
  keys: readonly ResourceKey[],
  terminal: Terminal,
  input: 'cluster' | 'demo',
): Promise<Taken> {
  const progress = progressOn(terminal, args.quiet);
  const stop = new AbortController();
  // Every request under way listens to it; Node would warn of more than ten.
  setMaxListeners(0, stop.signal);
  const timeout = parseDuration(args.timeout, 'timeout');
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => stop.abort(`the time of --timeout ${args.timeout} passed`), timeout);
  const interruption = terminal.interruption();
  const interrupt = () => {
    const signal = String(interruption.reason);
    if (!args.quiet) terminal.err(`\n${signal}: writing the report of what was read; once more to end at once\n`);
    stop.abort(`interrupted by ${signal}`);
  };
  if (interruption.aborted) interrupt();
  else interruption.addEventListener('abort', interrupt);
  const startedAt = terminal.now().toISOString();
  try {
    const snapshot = await gather(reader, keys, {
      concurrency: args.concurrency,
      takenAt: asOf(args) ?? startedAt,
      tool: version,
      signal: stop.signal,
      withheld: withheldBy(args),
      onProgress: progress.update,
    });
    return { snapshot, input, startedAt, finishedAt: terminal.now().toISOString() };
  } finally {
    clearTimeout(timer);
    interruption.removeEventListener('abort', interrupt);
    progress.clear();
  }
}

async function takeFromFiles(
  args: InputArguments & GatherArguments,
  from: string,
  keys: readonly ResourceKey[],
  terminal: Terminal,
): Promise<Taken> {
  const loaded = await loadInput(from, {
    standardInput: terminal.input,
    ...(args.kubernetesVersion === undefined ? {} : { kubernetesVersion: args.kubernetesVersion }),
  });
  const takenAt = asOf(args);
  if (loaded.kind === 'snapshot') {
    const snapshot = takenAt === undefined ? loaded.snapshot : { ...loaded.snapshot, takenAt };
    return { snapshot, input: 'snapshot', startedAt: snapshot.takenAt, finishedAt: snapshot.takenAt };
  }
  const snapshot = await gather(loaded.reader, keys, {
    concurrency: args.concurrency,
    takenAt,
    tool: version,
    withheld: withheldBy(args),
  });
  return { snapshot, input: 'objects', startedAt: undefined, finishedAt: undefined };
}

/** The resources that options forbid to ask for, with what is said of them. */
const withheldBy = ({ metrics }: Pick<GatherArguments, 'metrics'>): { readonly metrics?: string } =>
  metrics ? {} : { metrics: 'not gathered (--no-metrics)' };

/** `--as-of` as RFC 3339; fails where it is no time. */
function asOf(args: GatherArguments): string | undefined {
  if (args.asOf === undefined) return undefined;
  const time = Date.parse(args.asOf);
  if (!/^\d{4}-\d{2}-\d{2}/.test(args.asOf) || Number.isNaN(time)) {
    throw new KubevetError('usage', `--as-of ${args.asOf} is no day or time`, {
      hint: 'Write it like 2026-11-24 or 2026-11-24T12:00:00Z.',
    });
  }
  return new Date(time).toISOString();
}
