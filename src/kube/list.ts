import type { IncomingMessage } from 'node:http';
import { ListError, ListSplitter } from '../shapes/list-splitter.ts';
import { networkFailure, RequestError } from './failure.ts';
import { pathSegment } from './guard.ts';
import type { ListOutcome, ListRequest, ListSink } from './reader.ts';
import { aborted, type Outgoing, type Transport } from './transport.ts';

const PAGE = 500;
/** How often a list begins anew: after 410 Gone, or when a reply was cut. */
const RESTARTS = 3;
const LARGEST_JSON_PAGE = 256 * 1024 * 1024;
const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const METADATA = 'as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** Reads one kind page by page and hands the items over as they arrive; the next page is asked for as soon as its token is known. Never throws. */
export async function readList<T>(
  transport: Transport,
  host: string,
  request: ListRequest<T>,
  sink: ListSink<T>,
  pageSize = PAGE,
): Promise<ListOutcome> {
  for (let restart = 0; ; restart++) {
    sink.restart();
    const progress = { items: 0 };
    try {
      await readPages(transport, request, sink, progress, pageSize);
      return { state: 'whole' };
    } catch (error) {
      const failure = aborted(request.signal) ?? asFailure(error, request, host);
      const again = (failure.status === 410 || failure.passing) && restart < RESTARTS && !request.signal?.aborted;
      if (again) continue;
      if (progress.items === 0 || failure.failure.code === 'malformed')
        return { state: 'failed', failure: failure.failure };
      const missing = `${request.resource} after the first ${progress.items}`;
      return { state: 'partial', missing, failure: failure.failure };
    }
  }
}

async function readPages<T>(
  transport: Transport,
  request: ListRequest<T>,
  sink: ListSink<T>,
  progress: { items: number },
  pageSize: number,
): Promise<void> {
  let asked = '';
  let next: Promise<IncomingMessage> | undefined = transport.open(pageRequest(request, pageSize, ''));
  const ask = (token: string): void => {
    if (token === asked) throw malformed(`the list of ${request.resource} goes on and on with the same page`);
    asked = token;
    next = transport.open(pageRequest(request, pageSize, token));
    next.catch(() => {}); // it is awaited after this page
  };
  while (next !== undefined) {
    const response: IncomingMessage = await next;
    next = undefined;
    await readPage(response, request, sink, progress, ask).catch((error: unknown) => {
      next?.then(
        (unread) => unread.destroy(),
        () => {},
      );
      throw error;
    });
  }
}

function pageRequest<T>(request: ListRequest<T>, pageSize: number, token: string): Outgoing {
  const { groupVersion, resource, namespace, protobuf, metadataOnly, signal } = request;
  const base = groupVersion.includes('/') ? `/apis/${groupVersion}` : `/api/${groupVersion}`;
  const scope = namespace === undefined ? '' : `/namespaces/${pathSegment(namespace)}`;
  const query = `limit=${pageSize}${token === '' ? '' : `&continue=${encodeURIComponent(token)}`}`;
  const types = protobuf ? [PROTOBUF, 'application/json'] : ['application/json'];
  return {
    method: 'GET',
    target: `${base}${scope}/${resource}?${query}`,
    accept: types.map((type) => (metadataOnly ? `${type};${METADATA}` : type)).join(','),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** Reads one page. `onToken` hears of the token of the next as soon as it is known, of none on the last. */
async function readPage<T>(
  response: IncomingMessage,
  request: ListRequest<T>,
  sink: ListSink<T>,
  progress: { items: number },
  onToken: (token: string) => void,
): Promise<void> {
  const type = response.headers['content-type'] ?? '';
  if (type.startsWith(PROTOBUF)) return readProtobuf(response, request, sink, progress, onToken);
  if (type.startsWith('application/json')) return readJson(response, request, sink, progress, onToken);
  response.destroy();
  throw malformed(`the reply for ${request.resource} is ${type === '' ? 'of no type' : type}, not Kubernetes objects`);
}

async function readProtobuf<T>(
  response: IncomingMessage,
  request: ListRequest<T>,
  sink: ListSink<T>,
  progress: { items: number },
  onToken: (token: string) => void,
): Promise<void> {
  const { schema } = request;
  const kind = request.metadataOnly ? 'PartialObjectMetadata' : schema.kind;
  let told = false;
  const splitter = new ListSplitter(`${kind}List`, (buffer, from, to) => {
    sink.item(schema.decode(buffer, from, to));
    progress.items++;
  });
  for await (const chunk of response as AsyncIterable<Buffer>) {
    splitter.push(chunk);
    if (!told && splitter.metadata.continue !== '') {
      told = true;
      onToken(splitter.metadata.continue);
    }
  }
  if (!response.complete) throw cut();
  splitter.end();
}

async function readJson<T>(
  response: IncomingMessage,
  request: ListRequest<T>,
  sink: ListSink<T>,
  progress: { items: number },
  onToken: (token: string) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_JSON_PAGE) throw malformed(`a page of ${request.resource} is longer than 256 MiB`);
    chunks.push(chunk);
  }
  if (!response.complete) throw cut();
  const list = parse(Buffer.concat(chunks).toString('utf8'), request.resource);
  const kind = request.metadataOnly ? 'PartialObjectMetadata' : request.schema.kind;
  if (list.kind !== `${kind}List` || !(list.items === null || Array.isArray(list.items))) {
    throw malformed(`the reply for ${request.resource} is no ${kind}List`);
  }
  const token = list.metadata?.continue;
  if (typeof token === 'string' && token !== '') onToken(token);
  for (const item of (list.items ?? []) as unknown[]) {
    sink.item(request.schema.project(item));
    progress.items++;
  }
}

interface JsonList {
  readonly kind?: unknown;
  readonly items?: unknown;
  readonly metadata?: { readonly continue?: unknown } | null;
}

function parse(text: string, resource: string): JsonList {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    throw malformed(`the reply for ${resource} is no JSON`);
  }
  throw malformed(`the reply for ${resource} is no list`);
}

const malformed = (detail: string): RequestError => new RequestError({ code: 'malformed', detail });
const cut = (): RequestError =>
  new RequestError({ code: 'unreachable', detail: 'the connection was cut' }, { passing: true });

/** What a reply, or an item of it, that cannot be read means. */
function asFailure<T>(error: unknown, request: ListRequest<T>, host: string): RequestError {
  if (error instanceof RequestError) return error;
  const ofReply = error instanceof ListError || (error instanceof Error && /^(Wire|Shape)Error$/.test(error.name));
  return ofReply ? malformed(`${request.resource}: ${(error as Error).message}`) : networkFailure(error, host);
}
