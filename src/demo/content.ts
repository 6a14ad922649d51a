import { type ApiPath, parsePath } from './attributes.ts';
import { asksFor, isJson, isProtobuf, type MediaType, parseAccept } from './negotiation.ts';
import { encodeProtobufList, type ListMetadata, splitProtobufList } from './protobuf-list.ts';
import type { ApiObject, Recording } from './recording.ts';
import { BAD_REQUEST, NOT_FOUND, notAcceptable, type StatusReply, statusObject } from './status.ts';

/** An answer that is ready to be sent. */
export interface Reply {
  readonly code: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Objects that are added to the recording, by the path under which their whole kind is listed: `/api/v1/pods`. */
export type Additions = Readonly<Record<string, readonly ApiObject[]>>;

interface List {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resourceVersion: string;
  readonly items: readonly ApiObject[];
  /** The items in the server's own bytes, in the same order; undefined where the list is not all recorded. */
  readonly encoded: readonly Buffer[] | undefined;
  /** The recorded reply, byte for byte; undefined where `encoded` is. */
  readonly whole: Buffer | undefined;
}

const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const METADATA_VERSION = 'meta.k8s.io/v1';

export const jsonReply = (code: number, value: unknown): Reply => ({
  code,
  contentType: 'application/json',
  body: Buffer.from(JSON.stringify(value)),
});

const plain = (text: string): Reply => ({
  code: 200,
  contentType: 'text/plain; charset=utf-8',
  body: Buffer.from(text),
});

export const statusReply = (status: StatusReply): Reply => ({
  ...jsonReply(status.code, statusObject(status)),
  ...(status.retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(status.retryAfterSeconds) } }),
});

/** Answers GET from a recording and what was added to it. */
export function makeContent(
  recording: Recording,
  additions: Additions,
): (target: URL, accept: string | undefined) => Reply {
  const lists = new Map<string, List | undefined>();
  const listAt = (path: ApiPath): List | undefined => {
    const { listPath = '' } = path;
    if (!lists.has(listPath)) lists.set(listPath, makeList(recording, path, additions[listPath] ?? []));
    return lists.get(listPath);
  };
  return (target, accept) => {
    const accepted = parseAccept(accept);
    const path = parsePath('GET', target.pathname);
    if (target.pathname === '/flagz' || target.pathname === '/statusz')
      return introspection(recording, target.pathname, accepted);
    const text = recording.text.get(target.pathname);
    if (text !== undefined) return plain(text);
    if (/^\/(livez|readyz|healthz)$/.test(target.pathname)) return plain('ok');
    if (path.listPath === undefined || path.attributes.subresource !== undefined)
      return recorded(recording, target.pathname, accepted);
    const list = listAt(path);
    if (list === undefined) return statusReply(NOT_FOUND);
    return path.attributes.name === undefined
      ? pageOf(list, path, target.searchParams, accepted)
      : single(list, path, accepted);
  };
}

function recorded(recording: Recording, path: string, accepted: readonly MediaType[]): Reply {
  const document = recording.json.get(path);
  if (document === undefined) return statusReply(NOT_FOUND);
  return accepted.some((media) => isJson(media) && media.parameters['as'] === undefined)
    ? jsonReply(200, document)
    : statusReply(notAcceptable(['application/json']));
}

/** /flagz and /statusz are JSON only for a client that names kind and version. */
function introspection(recording: Recording, path: string, accepted: readonly MediaType[]): Reply {
  const document = recording.json.get(path) as { readonly kind: string; readonly apiVersion: string } | undefined;
  if (document === undefined) return statusReply(NOT_FOUND);
  const wanted = accepted.find((media) => isJson(media) && asksFor(media, document.kind, document.apiVersion));
  if (wanted !== undefined) return jsonReply(200, document);
  return accepted.some(({ type }) => ['text/plain', 'text/*', '*/*'].includes(type))
    ? plain(`\nkube-apiserver ${path.slice(1)}\n`)
    : statusReply(
        notAcceptable([
          'text/plain',
          `application/json;as=${document.kind};g=config.k8s.io;v=${document.apiVersion.split('/')[1]}`,
        ]),
      );
}

interface DiscoveryDocument {
  readonly groupVersion: string;
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly verbs: readonly string[] }[];
}

const keyOf = ({ metadata }: ApiObject): string =>
  metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;

/** The whole kind in the order of its keys; undefined where the cluster serves no such kind. */
function makeList(recording: Recording, path: ApiPath, added: readonly ApiObject[]): List | undefined {
  const { base = '', listPath = '', attributes } = path;
  const discovery = recording.json.get(base) as DiscoveryDocument | undefined;
  const served = discovery?.resources.find(({ name, verbs }) => name === attributes.resource && verbs.includes('list'));
  const document = recording.json.get(listPath) as
    | { apiVersion: string; kind: string; metadata: ListMetadata; items: readonly ApiObject[] }
    | undefined;
  const kind = served?.kind ?? added[0]?.kind;
  if (kind === undefined) return undefined;
  const items = [...(document?.items ?? []), ...added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const whole = added.length === 0 ? recording.protobuf.get(listPath) : undefined;
  return {
    apiVersion: document?.apiVersion ?? discovery?.groupVersion ?? added[0]?.apiVersion ?? 'v1',
    kind: `${kind}List`,
    resourceVersion: document?.metadata.resourceVersion ?? '582',
    items,
    encoded: items.length === 0 ? [] : whole && splitProtobufList(whole).items,
    whole,
  };
}

function single(list: List, { attributes }: ApiPath, accepted: readonly MediaType[]): Reply {
  const item = list.items.find(
    ({ metadata }) => metadata.name === attributes.name && metadata.namespace === attributes.namespace,
  );
  if (item === undefined) {
    const message = `${attributes.resource}${attributes.group ? `.${attributes.group}` : ''} "${attributes.name}" not found`;
    return statusReply({ code: 404, reason: 'NotFound', message });
  }
  for (const media of accepted.filter(isJson)) {
    if (asksFor(media, 'PartialObjectMetadata', METADATA_VERSION)) return jsonReply(200, partial(item));
    if (media.parameters['as'] === undefined) {
      return jsonReply(200, { apiVersion: list.apiVersion, kind: list.kind.slice(0, -4), ...item });
    }
  }
  return statusReply(notAcceptable(['application/json']));
}

const partial = ({ metadata }: ApiObject) => ({
  kind: 'PartialObjectMetadata',
  apiVersion: METADATA_VERSION,
  metadata,
});

function pageOf(list: List, path: ApiPath, query: URLSearchParams, accepted: readonly MediaType[]): Reply {
  const { namespace } = path.attributes;
  const chosen = list.items.flatMap((item, index) =>
    namespace === undefined || item.metadata.namespace === namespace ? [index] : [],
  );
  const token = query.get('continue');
  const after = token === null ? '' : startKey(token);
  if (after === undefined) return statusReply(BAD_REQUEST);
  const rest = chosen.filter((index) => keyOf(at(list.items, index)) > after);
  const limit = query.get('resourceVersion') === '0' ? 0 : Number(query.get('limit') ?? 0);
  const page = limit > 0 ? rest.slice(0, limit) : rest;
  return encodePage(list, page, metadataOf(list, page, rest.length), accepted);
}

const at = (items: readonly ApiObject[], index: number): ApiObject => items[index] as ApiObject;

function metadataOf({ items, resourceVersion }: List, page: readonly number[], left: number): ListMetadata {
  const last = page.at(-1);
  if (last === undefined || page.length === left) return { resourceVersion };
  const start = { v: 'meta.k8s.io/v1', rv: Number(resourceVersion), start: `${keyOf(at(items, last))}\0` };
  return {
    resourceVersion,
    continue: Buffer.from(JSON.stringify(start)).toString('base64url'),
    remainingItemCount: left - page.length,
  };
}

/** The key after which a continue token goes on; undefined for a token that this server did not make. */
function startKey(token: string): string | undefined {
  try {
    const { start } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { readonly start?: unknown };
    return typeof start === 'string' ? start.slice(0, -1) : undefined;
  } catch {
    return undefined;
  }
}

function encodePage(
  list: List,
  page: readonly number[],
  metadata: ListMetadata,
  accepted: readonly MediaType[],
): Reply {
  const items = page.map((index) => at(list.items, index));
  const { encoded } = list;
  // A Secret is recorded as metadata only: there is nothing else to serve of it.
  const metadataOnly = items[0]?.kind === 'PartialObjectMetadata';
  for (const media of accepted) {
    if (isJson(media) && asksFor(media, 'PartialObjectMetadataList', METADATA_VERSION)) {
      return jsonReply(200, {
        kind: 'PartialObjectMetadataList',
        apiVersion: METADATA_VERSION,
        metadata,
        items: items.map(partial),
      });
    }
    if (media.parameters['as'] !== undefined || metadataOnly) continue;
    if (isProtobuf(media) && encoded !== undefined) {
      const bytes = page.map((index) => encoded[index] as Buffer);
      const body =
        list.whole !== undefined && page.length === encoded.length
          ? list.whole
          : encodeProtobufList({ ...list, items: bytes }, metadata);
      return { code: 200, contentType: PROTOBUF, body };
    }
    // encoding/json writes the members in this order; a client may read the metadata before the items.
    if (isJson(media)) return jsonReply(200, { kind: list.kind, apiVersion: list.apiVersion, metadata, items });
  }
  return statusReply(notAcceptable(['application/json', PROTOBUF]));
}
