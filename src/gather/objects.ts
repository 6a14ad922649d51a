import type { Answer, ApiReader, HostFileReply, LineSink, ListOutcome, ListRequest, ListSink } from '../kube/reader.ts';
import type { Uncertainty } from '../model/finding.ts';
import { catalogue, groupVersion, lists } from './catalogue.ts';
import { isRecord, malformed, stringIn, type Untyped } from './untyped.ts';

/** What is known of the objects besides themselves. */
export interface ObjectOptions {
  /** The objects are all that there is: a kind without objects is an empty list. Else what is not there proves nothing. */
  readonly complete: boolean;
  /** The file or folder that they came from. */
  readonly origin?: string;
  /** Address of the server that they came from, where that is known. */
  readonly server?: string;
}

/**
 * A cluster made of Kubernetes objects as parsed JSON. Some answers of a server may stand among them as documents:
 * `{ kind: 'Version', gitVersion, major, minor, platform }`, `{ kind: 'Flagz', flags }`, `{ kind: 'Statusz', ... }`,
 * `{ kind: 'Metrics', text }` (as /metrics prints it),
 * `{ kind: 'HostFile', node, path, text }` (without a text: not found; or `refused`: why),
 * `{ kind: 'Discovery', groupVersions }` and `{ kind: 'KubeletConfigz', node, kubeletconfig }`.
 * An object that does not have the shape of its kind makes the list of that kind fail.
 */
export function objectReader(documents: readonly unknown[], options: ObjectOptions): ApiReader {
  const objects = documents.filter(isRecord);
  const { complete, origin, server } = options;
  return {
    identity: {
      ...(origin === undefined ? {} : { context: origin }),
      ...(server === undefined ? {} : { server }),
    },
    partial: !complete,
    manifests: true,
    get: async (path) => answer(objects, path, complete),
    lines: async (path, sink) => readText(objects, path, sink, complete),
    ...hostFilesOf(objects),
    list: async (request, sink) => listObjects(objects, request, sink, complete),
    review: async () => ({ ok: false, failure: notGathered('objects from files have nobody to ask about') }),
    close: () => {},
  };
}

function listObjects<T>(
  objects: readonly Untyped[],
  request: ListRequest<T>,
  sink: ListSink<T>,
  complete: boolean,
): ListOutcome {
  sink.restart();
  const found = objects.filter(
    (object) => isOf(object, request.groupVersion, request.resource) && isIn(object, request.namespace),
  );
  for (const object of found) {
    try {
      sink.item(request.schema.project(object));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { state: 'failed', failure: malformed(`${nameOf(object)}: ${detail}`) };
    }
  }
  if (complete) return { state: 'whole' };
  const missing = `${request.resource} other than the given ones`;
  if (found.length === 0)
    return { state: 'failed', failure: notGathered(`no ${request.resource} among the given objects`) };
  return { state: 'partial', missing, failure: { code: 'incomplete', detail: missing } };
}

/** Whether an object belongs to a list: by group, kind and any of the versions that are read alike. */
function isOf(object: Untyped, wanted: string, resource: string): boolean {
  const group = wanted.includes('/') ? wanted.slice(0, wanted.indexOf('/')) : '';
  const source = Object.values(lists).find((one) => one.resource === resource && one.group === group);
  if (source === undefined || object['kind'] !== source.kind) return false;
  return source.versions.some((version) => groupVersion(group, version) === object['apiVersion']);
}

const isIn = (object: Untyped, namespace: string | undefined): boolean =>
  namespace === undefined || stringIn(object['metadata'], 'namespace') === namespace;

/** Files of hosts, where the objects hold any. */
function hostFilesOf(objects: readonly Untyped[]): Pick<ApiReader, 'hostFiles'> {
  const files = ofKind(objects, 'HostFile').map((file): HostFileReply => {
    const [node = '', path = '', text, refused] = ['node', 'path', 'text', 'refused'].map((field) =>
      stringIn(file, field),
    );
    return { node, path, found: text !== undefined ? { text } : refused === undefined ? 'not-found' : { refused } };
  });
  return files.length === 0 ? {} : { hostFiles: () => files };
}

/** The one text that there is: `Metrics`. */
function readText(
  objects: readonly Untyped[],
  path: string,
  sink: LineSink,
  complete: boolean,
): Uncertainty | undefined {
  sink.restart();
  const text = stringIn(ofKind(objects, 'Metrics')[0], 'text');
  if (text === undefined) return absent(path, complete);
  for (const line of text.split('\n').map((one) => Buffer.from(one))) sink.line(line, 0, line.length);
  return undefined;
}

function answer(objects: readonly Untyped[], path: string, complete: boolean): Answer<unknown> {
  const found = find(objects, path) ?? (complete ? discovery(objects, path) : undefined);
  if (found !== undefined) return { ok: true, value: found };
  return { ok: false, failure: absent(path, complete) };
}

const absent = (path: string, complete: boolean): Uncertainty =>
  complete
    ? { code: 'not-served', detail: `nothing at ${path}` }
    : notGathered(`${path} is not among the given objects`);

function find(objects: readonly Untyped[], path: string): unknown {
  const pseudo = PSEUDO[path];
  if (pseudo !== undefined) return ofKind(objects, pseudo)[0];
  const configz = /^\/api\/v1\/nodes\/([^/]+)\/proxy\/configz$/.exec(path);
  if (configz !== null) {
    const node = decodeURIComponent(configz[1] as string);
    return ofKind(objects, 'KubeletConfigz').find((object) => object['node'] === node);
  }
  const single = /^\/api\/v1\/namespaces\/([^/]+)(?:\/configmaps\/([^/]+))?$/.exec(path);
  if (single === null) return undefined;
  const [, namespace, name] = single;
  return name === undefined
    ? ofKind(objects, 'Namespace').find(({ metadata }) => stringIn(metadata, 'name') === namespace)
    : ofKind(objects, 'ConfigMap').find(
        ({ metadata }) => stringIn(metadata, 'name') === name && stringIn(metadata, 'namespace') === namespace,
      );
}

const PSEUDO: Readonly<Record<string, string>> = { '/version': 'Version', '/flagz': 'Flagz', '/statusz': 'Statusz' };

const ofKind = (objects: readonly Untyped[], kind: string): readonly Untyped[] =>
  objects.filter((object) => object['kind'] === kind);

/** What a server with these objects would say that it has: what they say, or the kinds that kubevet lists. */
function discovery(objects: readonly Untyped[], path: string): unknown {
  if (path !== '/api' && path !== '/apis') return undefined;
  const groups = new Map<string, Map<string, readonly string[]>>();
  for (const [version, resources] of groupVersionsOf(objects)) {
    const [group, name] = version.includes('/') ? (version.split('/', 2) as [string, string]) : ['', version];
    if ((group === '') !== (path === '/api')) continue;
    groups.set(group, (groups.get(group) ?? new Map<string, readonly string[]>()).set(name, resources));
  }
  const items = [...groups].map(([name, versions]) => ({
    metadata: { name },
    versions: [...versions].map(([version, resources]) => ({
      version,
      resources: resources.map((resource) => ({ resource })),
    })),
  }));
  return { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', items };
}

function groupVersionsOf(objects: readonly Untyped[]): Iterable<readonly [string, readonly string[]]> {
  const given = ofKind(objects, 'Discovery')[0]?.['groupVersions'];
  if (isRecord(given)) return Object.entries(given) as [string, readonly string[]][];
  const found = new Map<string, Set<string>>();
  for (const source of Object.values(catalogue).flatMap(({ sources }) => sources)) {
    if (source.how !== 'list' || source.custom) continue;
    const version = groupVersion(source.group, source.versions[0]);
    found.set(version, (found.get(version) ?? new Set<string>()).add(source.resource));
  }
  return [...found].map(([version, resources]) => [version, [...resources]] as const);
}

const notGathered = (detail: string): Uncertainty => ({ code: 'not-gathered', detail });

function nameOf(object: Untyped): string {
  const { kind, metadata } = object;
  const namespace = stringIn(metadata, 'namespace');
  return `${String(kind)} ${namespace === undefined ? '' : `${namespace}/`}${stringIn(metadata, 'name') ?? '(no name)'}`;
}
