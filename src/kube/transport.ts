import { type ClientRequest, type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import type { Credential, Credentials } from './credentials.ts';
import { lasting, networkFailure, RequestError, statusFailure } from './failure.ts';
import { guard } from './guard.ts';

export interface TransportOptions {
  readonly server: URL;
  /** PEM of the CA; undefined for those that the system trusts. */
  readonly authority: string | undefined;
  readonly serverName: string | undefined;
  /** False: the server's certificate is not verified. */
  readonly verify: boolean;
  readonly proxy: string | undefined;
  readonly credentials: Credentials;
  /** Sent with every request: the user agent, impersonation. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Milliseconds without any byte after which a request is given up. */
  readonly timeout: number;
}

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  /** Path and query, encoded. */
  readonly target: string;
  readonly accept: string;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Sends requests to one server over connections that are kept. */
export interface Transport {
  /** The answer of status 200 or 201, its body unread. Throws a RequestError; what may pass is tried again. */
  open(outgoing: Outgoing): Promise<IncomingMessage>;
  /** The whole body of the answer. */
  text(outgoing: Outgoing): Promise<{ readonly text: string; readonly contentType: string }>;
  close(): void;
}

const TRIES = 5;
/** A server that wants to be left alone for longer is not asked again. */
const LONGEST_WAIT = 30_000;
const LARGEST_BODY = 64 * 1024 * 1024;
const SOCKETS = 16;

/** Opens a transport. No request leaves yet. */
export function openTransport(options: TransportOptions): Transport {
  const agents = new Map<string, Promise<Agent | PlainAgent>>();
  let closed = false;
  const agentFor = (credential: Credential): Promise<Agent | PlainAgent> => {
    const key = credential.certificate ?? '';
    const agent = agents.get(key) ?? makeAgent(options, credential);
    agents.set(key, agent);
    return agent;
  };
  /** Waits where another try is worth it; throws the failure where it is not. */
  const again = async (failure: RequestError, attempt: number, signal: AbortSignal | undefined): Promise<void> => {
    const wait = failure.retryAfter ?? backoff(attempt);
    if (signal?.aborted) throw failure;
    if (!failure.passing || attempt >= TRIES || wait > LONGEST_WAIT || closed) throw lasting(failure);
    await pause(wait, signal);
  };
  const open = async (outgoing: Outgoing): Promise<IncomingMessage> => {
    guard(outgoing.method, outgoing.target, outgoing.accept);
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const credential = await options.credentials.current();
      try {
        return await send(options, outgoing, credential, await agentFor(credential));
      } catch (error) {
        const failure = networkFailure(error, options.server.host);
        if (failure.status === 401 && !renewed && options.credentials.renew(credential)) renewed = true;
        else await again(failure, attempt, outgoing.signal);
      }
    }
  };
  return {
    open,
    text: async (outgoing) => {
      for (let attempt = 1; ; attempt++) {
        const response = await open(outgoing);
        try {
          return { text: await readText(response), contentType: response.headers['content-type'] ?? '' };
        } catch (error) {
          await again(aborted(outgoing.signal) ?? networkFailure(error, options.server.host), attempt, outgoing.signal);
        }
      }
    },
    close: () => {
      closed = true;
      for (const agent of agents.values())
        agent.then(
          (made) => made.destroy(),
          () => {},
        );
    },
  };
}

async function makeAgent(options: TransportOptions, credential: Credential): Promise<Agent | PlainAgent> {
  const { certificate, key } = credential;
  const secure = options.server.protocol === 'https:';
  const common = { keepAlive: true, maxSockets: SOCKETS };
  if (options.proxy !== undefined)
    return Object.assign(await makeProxyAgent(options, options.proxy, credential), common);
  const tls = {
    ...(options.authority === undefined ? {} : { ca: options.authority }),
    ...(options.serverName === undefined ? {} : { servername: options.serverName }),
    ...(certificate === undefined || key === undefined ? {} : { cert: certificate, key }),
    rejectUnauthorized: options.verify,
  };
  return secure ? new Agent({ ...common, ...tls }) : new PlainAgent(common);
}

/** An agent that goes through an HTTP or SOCKS proxy, as client-node makes it. */
async function makeProxyAgent(
  options: TransportOptions,
  proxyUrl: string,
  { certificate, key }: Credential,
): Promise<Agent> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  const data = (pem: string | undefined) => (pem === undefined ? undefined : Buffer.from(pem).toString('base64'));
  const server = options.server.origin;
  const cluster = {
    name: 'cluster',
    server,
    proxyUrl,
    caData: data(options.authority),
    skipTLSVerify: !options.verify,
    tlsServerName: options.serverName,
  };
  config.loadFromOptions({
    clusters: [cluster],
    users: [{ name: 'user', certData: data(certificate), keyData: data(key) }],
    contexts: [{ name: 'context', cluster: 'cluster', user: 'user' }],
    currentContext: 'context',
  });
  const made: { agent?: Agent | boolean | PlainAgent; rejectUnauthorized: boolean } = {
    rejectUnauthorized: options.verify,
  };
  await config.applyToHTTPSOptions(made);
  return made.agent as Agent;
}

function send(
  options: TransportOptions,
  outgoing: Outgoing,
  credential: Credential,
  agent: Agent | PlainAgent,
): Promise<IncomingMessage> {
  const { method, target, accept, body, signal } = outgoing;
  const base = options.server.pathname.replace(/\/$/, '');
  const url = new URL(`${options.server.origin}${base}${target}`);
  const start = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = start(url, {
      method,
      agent,
      headers: {
        ...options.headers,
        ...credential.headers,
        Accept: accept,
        ...(body === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
      } as Record<string, string | string[]>,
      ...(signal === undefined ? {} : { signal }),
      ...(options.serverName === undefined ? {} : { servername: options.serverName }),
    });
    let received: IncomingMessage | undefined;
    const late = () => {
      // Bytes that wait here to be read: the server is not to blame.
      if (received !== undefined && received.readableLength > 0) return void sent.setTimeout(options.timeout, late);
      const detail = `${options.server.host} did not answer ${method} ${url.pathname} within ${options.timeout / 1000} s`;
      const error = new RequestError({ code: 'timed-out', detail });
      received?.destroy(error);
      sent.destroy(error);
    };
    if (Number.isFinite(options.timeout)) sent.setTimeout(options.timeout, late);
    sent.on('error', (error) => reject(aborted(signal) ?? networkFailure(error, options.server.host)));
    sent.on('response', (response) => {
      received = response;
      if (response.statusCode === 200 || response.statusCode === 201) return resolve(response);
      refusal(response, url.pathname).then(reject, reject);
    });
    sent.end(body);
  });
}

/** The failure that a deadline or a signal makes of a request. */
export function aborted(signal: AbortSignal | undefined): RequestError | undefined {
  return signal?.aborted ? new RequestError({ code: 'timed-out', detail: String(signal.reason) }) : undefined;
}

async function refusal(response: IncomingMessage, path: string): Promise<RequestError> {
  const seconds = Number(response.headers['retry-after']);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  const text = await readText(response).catch(() => '');
  return statusFailure(response.statusCode ?? 0, path, statusMessage(text), retryAfter);
}

function statusMessage(text: string): string | undefined {
  try {
    const { kind, message } = JSON.parse(text) as { readonly kind?: unknown; readonly message?: unknown };
    return kind === 'Status' && typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new RequestError({ code: 'malformed', detail: 'the answer is longer than 64 MiB' });
    chunks.push(chunk);
  }
  if (!response.complete)
    throw new RequestError({ code: 'unreachable', detail: 'the connection was cut' }, { passing: true });
  return Buffer.concat(chunks).toString('utf8');
}

/** Longer each time, and never the same for two callers. */
const backoff = (attempt: number): number => Math.min(100 * 2 ** attempt, 3_000) * (0.5 + Math.random() / 2);

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}
