import type { Attributes } from './status.ts';

/** A path of the API taken apart. */
export interface ApiPath {
  /** `/api/v1` or `/apis/GROUP/VERSION`; undefined for paths outside of them. */
  readonly base?: string;
  /** Where the whole kind is listed: `/api/v1/pods`. */
  readonly listPath?: string;
  readonly attributes: Attributes;
}

/** What a request asks for, as authorization sees it. */
export function parsePath(method: string, path: string): ApiPath {
  const segments = path.split('/').slice(1).map(decodeURIComponent);
  const [root, ...rest] = segments;
  const depth = root === 'api' ? 1 : 2;
  const verb = method === 'POST' ? 'create' : 'get';
  if ((root !== 'api' && root !== 'apis') || rest.length <= depth) return { attributes: { verb, path } };
  const base = `/${root}/${rest.slice(0, depth).join('/')}`;
  const group = root === 'api' ? '' : (rest[0] ?? '');
  const { namespace, resource, name, subresource } = target(rest.slice(depth));
  const attributes: Attributes = {
    verb: method === 'GET' && name === undefined ? 'list' : verb,
    path,
    group,
    resource,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(subresource === undefined ? {} : { subresource }),
  };
  return { base, listPath: `${base}/${resource}`, attributes };
}

/** `namespaces/NAME` is an object, `namespaces/NAME/pods` a list. */
function target(segments: readonly string[]) {
  const namespaced = segments[0] === 'namespaces' && segments.length > 2;
  const [resource = '', name, subresource] = namespaced ? segments.slice(2) : segments;
  return { namespace: namespaced ? segments[1] : undefined, resource, name, subresource };
}
