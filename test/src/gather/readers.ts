import { demoRecording, type Recording } from '../../../src/demo/recording.ts';
import { lists } from '../../../src/gather/catalogue.ts';
import type { ApiReader, ListOutcome, ListRequest, ListSink } from '../../../src/kube/reader.ts';
import type { Uncertainty } from '../../../src/model/finding.ts';
import { ListSplitter } from '../../../src/shapes/list-splitter.ts';

export const recording: Recording = await demoRecording();

type Item = Readonly<Record<string, unknown>>;

/** Answers from the recorded cluster as a live server would: lists in one of the two encodings, everything else as JSON. */
export function recordedReader(encoding: 'json' | 'protobuf', order: 'forward' | 'backward' = 'forward'): ApiReader {
  return {
    identity: { context: 'recorded', server: 'https://192.0.2.1:6443', tlsVerified: true },
    partial: false,
    get: async (path) => {
      const value = recording.json.get(path) ?? single(path);
      return value === undefined ? { ok: false, failure: failure('not-served') } : { ok: true, value };
    },
    lines: async (path, sink) => {
      sink.restart();
      const text = recording.text.get(path);
      if (text === undefined) return failure('not-served');
      for (const line of text.split('\n').map((one) => Buffer.from(one))) sink.line(line, 0, line.length);
      return undefined;
    },
    list: async (request, sink) => {
      sink.restart();
      const path = pathOf(request);
      const bytes = request.metadataOnly === true ? undefined : recording.protobuf.get(path);
      if (encoding === 'protobuf' && bytes !== undefined) decode(bytes, request, sink);
      else for (const item of itemsAt(path, order)) sink.item(request.schema.project(item));
      return { state: 'whole' };
    },
    review: async () => ({ ok: true, value: { allowed: true } }),
    close: () => {},
  };
}

/** A reader in whose lists and answers `refuse` puts failures. */
export function refusing(
  reader: ApiReader,
  refuse: {
    readonly list?: (resource: string, namespace?: string) => ListOutcome | undefined;
    readonly get?: (path: string) => Uncertainty | undefined;
  },
): ApiReader {
  return {
    ...reader,
    get: async (path, options) => {
      const refused = refuse.get?.(path);
      return refused === undefined ? reader.get(path, options) : { ok: false, failure: refused };
    },
    lines: async (path, sink, options) => refuse.get?.(path) ?? reader.lines(path, sink, options),
    list: async (request, sink) => refuse.list?.(request.resource, request.namespace) ?? reader.list(request, sink),
  };
}

/** A reader that also notes what was asked for. */
export function watching(reader: ApiReader): { readonly reader: ApiReader; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    reader: {
      ...reader,
      get: (path, options) => {
        asked.push(`get ${path}`);
        return reader.get(path, options);
      },
      lines: (path, sink, options) => {
        asked.push(`get ${path}`);
        return reader.lines(path, sink, options);
      },
      list: (request, sink) => {
        asked.push(`list ${request.resource}${request.namespace === undefined ? '' : ` in ${request.namespace}`}`);
        return reader.list(request, sink);
      },
    },
  };
}

export const failure = (code: Uncertainty['code']): Uncertainty => ({ code, detail: `${code} in this test` });

export const failedList = (code: Uncertainty['code']): ListOutcome => ({ state: 'failed', failure: failure(code) });

function decode<T>(bytes: Buffer, request: ListRequest<T>, sink: ListSink<T>): void {
  const splitter = new ListSplitter(`${request.schema.kind}List`, (buffer, from, to) =>
    sink.item(request.schema.decode(buffer, from, to)),
  );
  splitter.push(bytes);
  splitter.end();
}

function pathOf<T>({ groupVersion, resource }: ListRequest<T>): string {
  return `${groupVersion.includes('/') ? '/apis' : '/api'}/${groupVersion}/${resource}`;
}

function itemsAt(path: string, order: 'forward' | 'backward'): readonly Item[] {
  const items = (recording.json.get(path) as { readonly items?: readonly Item[] } | undefined)?.items ?? [];
  return order === 'forward' ? items : [...items].reverse();
}

/** One ConfigMap, or a namespace, out of its recorded list. */
function single(path: string): unknown {
  const [, namespace, name] = /^\/api\/v1\/namespaces\/([^/]+)(?:\/configmaps\/([^/]+))?$/.exec(path) ?? [];
  const list = name === undefined ? '/api/v1/namespaces' : '/api/v1/configmaps';
  return itemsAt(list, 'forward').find((item) => (item['metadata'] as Item)['name'] === (name ?? namespace));
}

/** Resources that gathering lists, each once. */
export const listedResources: readonly string[] = [
  ...new Set(Object.values(lists).map(({ resource }) => resource)),
].sort();
