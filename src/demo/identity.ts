import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Attributes } from './status.ts';

/** Who a request comes from. */
export interface Identity {
  readonly user: string;
  readonly groups: readonly string[];
}

/** How a request proved who it comes from. */
export type Credential = 'certificate' | 'token' | 'none';

const ANONYMOUS: Identity = { user: 'system:anonymous', groups: ['system:unauthenticated'] };
const AUTHENTICATED = 'system:authenticated';
const PUBLIC_PATHS = /^\/(version|livez|readyz|healthz)$/;
const DISCOVERY_PATHS = /^\/(api|apis)(\/[^/]+){0,2}$/;

/** Who sent a request: by bearer token, by client certificate, else anonymous. Undefined where a credential is given and wrong. */
export function authenticate(
  request: IncomingMessage,
  tokens: ReadonlyMap<string, Identity>,
): { readonly credential: Credential; readonly identity: Identity } | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const identity = tokens.get(authorization.replace(/^Bearer /i, ''));
    return identity && { credential: 'token', identity: withAuthenticated(identity) };
  }
  const socket = request.socket as TLSSocket;
  const certificate = socket.getPeerCertificate?.();
  if (certificate === undefined || Object.keys(certificate).length === 0)
    return { credential: 'none', identity: ANONYMOUS };
  if (!socket.authorized) return undefined;
  const { CN, O } = certificate.subject as { readonly CN: string; readonly O?: string | readonly string[] };
  const groups = O === undefined ? [] : [O].flat();
  return { credential: 'certificate', identity: withAuthenticated({ user: CN, groups }) };
}

const withAuthenticated = ({ user, groups }: Identity): Identity => ({ user, groups: [...groups, AUTHENTICATED] });

/** The identity that the request acts as by impersonation, else its own. */
export function impersonated(request: IncomingMessage, identity: Identity): Identity {
  const user = request.headers['impersonate-user'];
  if (typeof user !== 'string') return identity;
  return { user, groups: [...(request.headersDistinct['impersonate-group'] ?? []), AUTHENTICATED] };
}

/** What anybody may do: anonymous asks for version and health, everybody else for discovery and themselves too. */
export function mayAnybody(identity: Identity, { path, resource, verb }: Attributes): boolean {
  if (PUBLIC_PATHS.test(path)) return true;
  if (identity.user === ANONYMOUS.user) return false;
  return (
    (resource === undefined && verb === 'get' && DISCOVERY_PATHS.test(path)) ||
    /^selfsubject\w*reviews$/.test(resource ?? '')
  );
}
