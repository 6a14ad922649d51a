import { encodeProtobufList } from '../../src/demo/protobuf-list.ts';
import { catalogueKeys, endpoints } from '../../src/gather/catalogue.ts';
import { gather } from '../../src/gather/gather.ts';
import { compareText } from '../../src/gather/list-kind.ts';
import type { Untyped } from '../../src/gather/untyped.ts';
import type { ApiReader, ListRequest, ListSink, Schema } from '../../src/kube/reader.ts';
import type { Uncertainty } from '../../src/model/finding.ts';
import { siftAnswer } from './documents.ts';
import { siftJson, siftLine, siftProtobuf } from './sift.ts';

/** Files of a recording by their paths: what src/demo/recording.ts reads. */
export type Files = ReadonlyMap<string, string | Buffer>;

/** No list of a recording is of one time: its parts were asked for one after another. */
const LIST_METADATA = { resourceVersion: '1' };
const CONFIG_MAPS = '/api/v1/configmaps';
const DISCOVERY: readonly string[] = [endpoints.coreDiscovery.path, endpoints.groupDiscovery.path];

/**
 * Records a cluster: lets kubevet gather all that it can read, and keeps of each reply what kubevet keeps of it. Throws where something
 * could not be read, or changed in between.
 */
export async function recordCluster(reader: ApiReader): Promise<Files> {
  const tape = new Tape(reader);
  await gather(tape.reader, catalogueKeys, { concurrency: 4, takenAt: undefined, tool: 'record-cluster' });
  return tape.files();
}

class Tape {
  readonly #source: ApiReader;
  readonly #files = new Map<string, string | Buffer>();
  readonly #configMaps: Untyped[] = [];
  readonly #failures: string[] = [];

  constructor(source: ApiReader) {
    this.#source = source;
  }

  /** Reads as the source does, and records it. */
  get reader(): ApiReader {
    const source = this.#source;
    return {
      ...source,
      get: async (path, { accept, ...options } = {}) => {
        // Discovery in its old form: it names kinds and verbs as src/demo/content.ts wants them.
        const asked = accept === undefined || DISCOVERY.includes(path) ? options : { ...options, accept };
        const answer = await source.get(path, asked);
        if (answer.ok) this.#keep(path, siftAnswer(path, answer.value));
        else this.#fail(path, answer.failure);
        return answer;
      },
      lines: async (path, sink, options) => {
        const kept: string[] = [];
        const failure = await source.lines(
          path,
          {
            restart: () => {
              kept.length = 0;
              sink.restart();
            },
            line: (buffer, from, to) => {
              kept.push(...siftLine(buffer.toString('utf8', from, to)));
              sink.line(buffer, from, to);
            },
          },
          options,
        );
        if (failure === undefined) this.#files.set(`${path.slice(1)}.txt`, `${kept.join('\n')}\n`);
        else this.#fail(path, failure);
        return failure;
      },
      list: (request, sink) => this.#list(request, sink),
    };
  }

  files(): Files {
    if (this.#failures.length > 0) throw new Error(`not read: ${this.#failures.join('; ')}`);
    const configMaps = this.#configMaps.sort((one, other) => compareText(keyOf(one), keyOf(other)));
    if (configMaps.length > 0) this.#keepList(CONFIG_MAPS, { apiVersion: 'v1', kind: 'ConfigMapList' }, configMaps);
    return withoutTokenIds(new Map([...this.#files].sort(([one], [other]) => compareText(one, other))));
  }

  #keep(path: string, value: Untyped): void {
    if (path.includes('/configmaps/')) this.#configMaps.push(value);
    else this.#files.set(`${path.slice(1)}.json`, `${JSON.stringify(value)}\n`);
  }

  /** One line per item. */
  #keepList(path: string, head: object, items: readonly unknown[]): void {
    const start = JSON.stringify({ ...head, metadata: LIST_METADATA }).slice(0, -1);
    const lines = items.map((item) => JSON.stringify(item)).join(',\n');
    this.#files.set(`${path.slice(1)}.json`, `${start},"items":[\n${lines}\n]}\n`);
  }

  #fail(what: string, { code, detail }: Uncertainty): void {
    if (code !== 'not-served') this.#failures.push(`${what}: ${detail}`);
  }

  async #list<T>(request: ListRequest<T>, sink: ListSink<T>) {
    const { groupVersion, resource, schema } = request;
    const path = `/${groupVersion.includes('/') ? 'apis' : 'api'}/${groupVersion}/${resource}`;
    const items = byKey();
    // JSON for kubevet itself, which reads the same of both encodings; then once more as it would be asked for.
    const json: Schema<T> = {
      ...schema,
      project: (item) => {
        items.add(keyOf(item), siftJson(schema.kind, item));
        return schema.project(item);
      },
    };
    const outcome = await this.#source.list({ ...request, schema: json, protobuf: false }, items.reset(sink));
    if (outcome.state !== 'whole') this.#fail(path, outcome.failure);
    const kind = request.metadataOnly ? 'PartialObjectMetadata' : schema.kind;
    const recorded = items.values().map((item) => (request.metadataOnly ? { kind, ...item } : item));
    if (recorded.length === 0) return outcome;
    const apiVersion = request.metadataOnly ? 'meta.k8s.io/v1' : groupVersion;
    this.#keepList(path, { apiVersion, kind: `${kind}List` }, recorded);
    if (request.protobuf && !request.metadataOnly) await this.#encoded(path, request, items.keys());
    return outcome;
  }

  async #encoded<T>(path: string, request: ListRequest<T>, keys: readonly string[]): Promise<void> {
    const { schema, groupVersion } = request;
    const items = byKey<Buffer>();
    const wire: Schema<T> = {
      ...schema,
      decode: (buffer, from, to) => {
        const item = schema.decode(buffer, from, to);
        items.add(keyOf(item), siftProtobuf(schema.kind, Buffer.from(buffer.subarray(from, to))));
        return item;
      },
    };
    const outcome = await this.#source.list({ ...request, schema: wire }, items.reset());
    if (outcome.state !== 'whole') return this.#fail(path, outcome.failure);
    if (items.keys().join() !== keys.join()) {
      this.#failures.push(`${path} changed while it was recorded, or is not served as protobuf`);
    }
    const list = { apiVersion: groupVersion, kind: `${schema.kind}List`, items: items.values() };
    this.#files.set(`${path.slice(1)}.pb`, encodeProtobufList(list, LIST_METADATA));
  }
}

/** Items by the names that a server sorts them by, whatever the order in which they came. */
function byKey<T = Untyped>() {
  const items = new Map<string, T>();
  const sorted = () => [...items].sort(([one], [other]) => compareText(one, other));
  return {
    add: (key: string, item: T) => void items.set(key, item),
    keys: () => sorted().map(([key]) => key),
    values: () => sorted().map(([, item]) => item),
    /** A sink that forgets them when the list begins anew, and hands on to another. */
    reset: <I>(sink?: ListSink<I>): ListSink<I> => ({
      restart: () => {
        items.clear();
        sink?.restart();
      },
      item: (item) => sink?.item(item),
    }),
  };
}

/** As src/demo/content.ts sorts. */
function keyOf(item: unknown): string {
  const { name, namespace } = (item as { readonly metadata: { readonly name: string; readonly namespace?: string } })
    .metadata;
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
}

/** The name of a bootstrap token's Secret holds half of the token. */
const TOKEN_ID = /(?<=bootstrap-token-)[a-z0-9]{6}/g;

/** Ids of bootstrap tokens become numbers of the same length, wherever they stand; `latin1` leaves every byte as it is. */
function withoutTokenIds(files: Files): Files {
  const texts = [...files].map(([path, content]) => [path, content, asBytes(content).toString('latin1')] as const);
  const ids = [...new Set(texts.flatMap(([, , text]) => text.match(TOKEN_ID) ?? []))].sort(compareText);
  const numbered = (id: string) => String(ids.indexOf(id)).padStart(6, '0');
  return new Map(
    texts.map(([path, content, text]) => {
      const bytes = Buffer.from(text.replaceAll(TOKEN_ID, numbered), 'latin1');
      return [path, typeof content === 'string' ? bytes.toString() : bytes];
    }),
  );
}

const asBytes = (content: string | Buffer): Buffer => (typeof content === 'string' ? Buffer.from(content) : content);
