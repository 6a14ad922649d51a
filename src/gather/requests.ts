import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { Answer, ApiReader, LineSink, ListOutcome, ListSink, SelfReview } from '../kube/reader.ts';
import type { Uncertainty } from '../model/finding.ts';
import type { ResourceKey } from '../model/resources.ts';
import { groupVersion, type ListSource } from './catalogue.ts';

/** How a gathering may behave. */
export interface RequestOptions {
  /** Requests at a time. */
  readonly concurrency: number;
  /** Ends the gathering early; its reason is told. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, what: string) => void;
}

/** The requests of one gathering: so many at a time, none after the deadline. */
export interface Requests {
  readonly reader: ApiReader;
  /** Whether a resource is gathered at all. */
  readonly wants: (key: ResourceKey) => boolean;
  get(path: string, accept?: string): Promise<Answer<unknown>>;
  lines(path: string, sink: LineSink): Promise<Uncertainty | undefined>;
  list<T>(source: ListSource<T>, version: string, sink: ListSink<T>, namespace?: string): Promise<ListOutcome>;
  review(review: SelfReview): Promise<Answer<unknown>>;
  /** The promise that `make` gave for this name the first time. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** What the deadline kept from being read, one sentence. */
  deadlines(): readonly string[];
}

/** Starts a gathering of some resources from a reader. */
export function openRequests(reader: ApiReader, keys: readonly ResourceKey[], options: RequestOptions): Requests {
  const { signal } = options;
  // Every request that is under way hears it; Node warns of more than ten.
  if (signal !== undefined) setMaxListeners(Number.POSITIVE_INFINITY, signal);
  const limit = pLimit(options.concurrency);
  const promises = new Map<string, Promise<unknown>>();
  const cut = new Set<string>();
  let done = 0;
  let total = 0;
  const late = (): Uncertainty => ({ code: 'timed-out', detail: reasonOf(signal) });

  const run = <T>(
    what: string,
    refuse: (failure: Uncertainty) => T,
    send: () => Promise<T>,
    complete: (answer: T) => boolean,
  ) => {
    total += 1;
    return limit(async () => {
      const answer = signal?.aborted ? refuse(late()) : await send();
      if (signal?.aborted && !complete(answer)) cut.add(what);
      done += 1;
      options.onProgress?.(done, total, what);
      return answer;
    });
  };
  const failed = (failure: Uncertainty) => ({ ok: false, failure }) as const;
  const withSignal = signal === undefined ? {} : { signal };

  return {
    reader,
    wants: (key) => keys.includes(key),
    get: (path, accept) =>
      run<Answer<unknown>>(
        path,
        failed,
        () => reader.get(path, { ...(accept === undefined ? {} : { accept }), ...withSignal }),
        ({ ok }) => ok,
      ),
    lines: (path, sink) =>
      run<Uncertainty | undefined>(
        path,
        (failure) => failure,
        () => reader.lines(path, sink, withSignal),
        (failure) => failure === undefined,
      ),
    list: (source, version, sink, namespace) =>
      run<ListOutcome>(
        source.resource,
        (failure) => ({ state: 'failed', failure }),
        () => reader.list(listRequest(source, version, namespace, withSignal), sink),
        ({ state }) => state === 'whole',
      ),
    review: (review) =>
      run<Answer<unknown>>(
        review.kind,
        failed,
        () => reader.review(review, withSignal),
        ({ ok }) => ok,
      ),
    once: <T>(name: string, make: () => Promise<T>) => {
      const promise = promises.get(name) ?? make();
      promises.set(name, promise);
      return promise as Promise<T>;
    },
    deadlines: () =>
      cut.size === 0 ? [] : [`${reasonOf(signal)}: not read, or in part only: ${[...cut].sort().join(', ')}`],
  };
}

function listRequest<T>(
  source: ListSource<T>,
  version: string,
  namespace: string | undefined,
  withSignal: { readonly signal?: AbortSignal },
) {
  return {
    groupVersion: groupVersion(source.group, version),
    resource: source.resource,
    schema: source.schema,
    protobuf: !source.custom,
    ...(namespace === undefined ? {} : { namespace }),
    ...(source.metadataOnly ? { metadataOnly: true } : {}),
    ...withSignal,
  };
}

function reasonOf(signal: AbortSignal | undefined): string {
  const reason: unknown = signal?.reason;
  return typeof reason === 'string' ? reason : 'the deadline passed';
}
