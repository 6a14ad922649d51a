/** What the API server answers instead of an object. */
export interface StatusReply {
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

/** A Status object as the API server writes it. */
export const statusObject = (status: StatusReply) => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message: status.message,
  reason: status.reason,
  ...(status.retryAfterSeconds === undefined ? {} : { details: { retryAfterSeconds: status.retryAfterSeconds } }),
  code: status.code,
});

export const UNAUTHORIZED: StatusReply = { code: 401, reason: 'Unauthorized', message: 'Unauthorized' };
export const NOT_FOUND: StatusReply = {
  code: 404,
  reason: 'NotFound',
  message: 'the server could not find the requested resource',
};
export const EXPIRED: StatusReply = {
  code: 410,
  reason: 'Expired',
  message:
    'The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.',
};
export const TOO_MANY_REQUESTS: StatusReply = {
  code: 429,
  reason: 'TooManyRequests',
  message: 'the server has received too many requests and has asked us to try again later',
};
export const METHOD_NOT_ALLOWED: StatusReply = {
  code: 405,
  reason: 'MethodNotAllowed',
  message: 'the server does not allow this method on the requested resource',
};
export const BAD_REQUEST: StatusReply = { code: 400, reason: 'BadRequest', message: 'continue key is not valid' };

/** The answer where none of the media types that the client accepts can be served. */
export const notAcceptable = (offered: readonly string[]): StatusReply => ({
  code: 406,
  reason: 'NotAcceptable',
  message: `only the following media types are accepted: ${offered.join(', ')}`,
});

/** What a request wants to do, in the words of authorization. */
export interface Attributes {
  readonly verb: string;
  readonly path: string;
  /** Undefined for paths that are no resource. */
  readonly resource?: string;
  readonly group?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** The refusal that authorization gives. */
export function forbidden(user: string, attributes: Attributes): StatusReply {
  const { verb, path, resource, group = '', subresource, namespace, name } = attributes;
  if (resource === undefined)
    return { code: 403, reason: 'Forbidden', message: `forbidden: User "${user}" cannot ${verb} path "${path}"` };
  const what = subresource === undefined ? resource : `${resource}/${subresource}`;
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const object = name === undefined ? '' : ` "${name}"`;
  const subject = group === '' ? resource : `${resource}.${group}`;
  return {
    code: 403,
    reason: 'Forbidden',
    message: `${subject}${object} is forbidden: User "${user}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
  };
}
