import { randomBytes } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { parsePath } from './attributes.ts';
import { type Behaviours, makeSchedule, type ReceivedRequest, send } from './behaviour.ts';
import { type CertificateOptions, type Certificates, makeCertificates } from './certificates.ts';
import { type Additions, makeContent, type Reply, statusReply } from './content.ts';
import { authenticate, type Credential, type Identity, impersonated, mayAnybody } from './identity.ts';
import { type KubeconfigOptions, writeKubeconfig } from './kubeconfig.ts';
import type { Recording } from './recording.ts';
import { answerReview } from './reviews.ts';
import { type Attributes, forbidden, METHOD_NOT_ALLOWED, UNAUTHORIZED } from './status.ts';

export interface ApiServerOptions {
  readonly recording: Recording;
  readonly additions?: Additions;
  readonly behaviours?: Behaviours;
  /** Who the client certificate and the token stand for; `kubernetes-admin` of `kubeadm:cluster-admins` by default. */
  readonly identity?: Identity;
  /** What that identity may do beyond what everybody may; everything by default. */
  readonly may?: (attributes: Attributes, identity: Identity) => boolean;
  /** False: a request without a credential is not authenticated, as with `--anonymous-auth=false`. */
  readonly anonymous?: boolean;
  readonly certificates?: Certificates | Omit<CertificateOptions, 'client'>;
  /** Without TLS and for everybody who reaches it, as `kubectl proxy` serves a cluster. */
  readonly plain?: boolean;
}

/** A running API server on 127.0.0.1. */
export interface ApiServer {
  readonly url: string;
  readonly certificates: Certificates;
  readonly token: string;
  /** Everything that was asked for, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** TCP connections that were opened so far. */
  readonly connections: () => number;
  /** Takes a bearer token from now on; it stands for the same identity. */
  readonly accept: (token: string) => void;
  /** Refuses a bearer token from now on. */
  readonly revoke: (token: string) => void;
  /** A kubeconfig for this server. */
  readonly kubeconfig: (options?: KubeconfigOptions) => string;
  readonly close: () => Promise<void>;
}

const ADMIN: Identity = { user: 'kubernetes-admin', groups: ['kubeadm:cluster-admins'] };

/** Serves a recorded cluster over HTTPS on a free port of 127.0.0.1, with authentication, paging and the API server's own refusals. */
export async function startApiServer(options: ApiServerOptions): Promise<ApiServer> {
  const identity = options.identity ?? ADMIN;
  const certificates = await certificatesOf(options, identity);
  const token = randomBytes(24).toString('base64url');
  const tokens = new Map([[token, identity]]);
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const listener = makeListener(options, tokens, requests);
  const { authority, server: own } = certificates;
  const server = options.plain
    ? createPlainServer(listener)
    : createServer(
        { ca: authority, cert: own.certificate, key: own.key, requestCert: true, rejectUnauthorized: false },
        listener,
      );
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const url = `${options.plain ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    certificates,
    token,
    requests,
    connections: () => connections,
    accept: (added) => tokens.set(added, identity),
    revoke: (revoked) => tokens.delete(revoked),
    kubeconfig: (wanted = {}) => writeKubeconfig({ url, certificates, token }, wanted),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function certificatesOf(
  { certificates }: ApiServerOptions,
  { user, groups }: Identity,
): Promise<Certificates> | Certificates {
  return certificates !== undefined && 'authority' in certificates
    ? certificates
    : makeCertificates({ client: { user, groups }, ...certificates });
}

function makeListener(
  options: ApiServerOptions,
  tokens: ReadonlyMap<string, Identity>,
  requests: ReceivedRequest[],
): RequestListener {
  const content = makeContent(options.recording, options.additions ?? {});
  const behaviourOf = makeSchedule(options.behaviours ?? {});
  return (message, response) => {
    void readBody(message).then((body) => {
      const target = new URL(message.url ?? '/', 'https://server');
      const found = options.plain
        ? { credential: 'none' as const, identity: options.identity ?? ADMIN }
        : authenticate(message, tokens);
      const request = received(message, target, body, found?.credential ?? 'none');
      requests.push(request);
      response.setHeader('Audit-Id', String(requests.length));
      send(
        response,
        behaviourOf(target.pathname),
        () => answer(options, message, target, request, found?.identity, content),
        request,
      );
    });
  };
}

/** Everything that kubevet would send is small. A body that ends early is taken as it is. */
async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer);
  } catch (error) {
    if (!message.destroyed) throw error;
  }
  return Buffer.concat(chunks).toString();
}

function received(message: IncomingMessage, target: URL, body: string, credential: Credential): ReceivedRequest {
  const {
    authorization: _authorization,
    cookie: _cookie,
    'proxy-authorization': _proxy,
    ...headers
  } = message.headersDistinct;
  const single = Object.entries(headers).map(([name, values]) => [name, values?.length === 1 ? values[0] : values]);
  return {
    method: message.method ?? '',
    path: target.pathname,
    query: target.search,
    headers: Object.fromEntries(single),
    credential,
    body,
  };
}

function answer(
  options: ApiServerOptions,
  message: IncomingMessage,
  target: URL,
  request: ReceivedRequest,
  own: Identity | undefined,
  content: (target: URL, accept: string | undefined) => Reply,
): Reply {
  if (own === undefined || (options.anonymous === false && own.user === 'system:anonymous'))
    return statusReply(UNAUTHORIZED);
  const identity = impersonated(message, own);
  const { attributes } = parsePath(request.method, target.pathname);
  const may = (wanted: Attributes) =>
    mayAnybody(identity, wanted) || (identity.user !== 'system:anonymous' && (options.may?.(wanted, identity) ?? true));
  if (!may(attributes)) return statusReply(forbidden(identity.user, attributes));
  if (request.method === 'POST' && attributes.resource !== undefined)
    return answerReview(attributes.resource, request.body, identity, may);
  return request.method === 'GET' ? content(target, message.headers.accept) : statusReply(METHOD_NOT_ALLOWED);
}
