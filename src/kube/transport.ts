import { type ClientRequest, type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import type { Credential, Credentials } from './credentials.ts';
import { networkFailure, RequestError, statusFailure } from './failure.ts';
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
const LONGEST_WAIT = 10_000;
const LARGEST_BODY = 64 * 1024 * 1024;
const SOCKETS = 16;

/** Opens a transport. No request leaves yet. */
export function openTransport(options: TransportOptions): Transport {
  const agents = new Map<string, Agent | PlainAgent>();
  const agentFor = (credential: Credential): Agent | PlainAgent => {
    const key = credential.certificate ?? '';
    const agent = agents.get(key) ?? makeAgent(options, credential);
    agents.set(key, agent);
    return agent;
  };
  const open = async (outgoing: Outgoing): Promise<IncomingMessage> => {
    guard(outgoing.method, outgoing.target, outgoing.accept);
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const credential = await options.credentials.current();
      try {
        return await send(options, outgoing, credential, agentFor(credential));
      } catch (error) {
        const failure = networkFailure(error, options.server.host);
        if (failure.status === 401 && !renewed && options.credentials.renew(credential)) renewed = true;
        else if (!failure.passing || attempt >= TRIES || outgoing.signal?.aborted) throw failure;
        else await pause(failure.retryAfter ?? backoff(attempt), outgoing.signal);
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
          const failure = networkFailure(error, options.server.host);
          if (!failure.passing || attempt >= TRIES || outgoing.signal?.aborted) throw failure;
        }
      }
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

function makeAgent(options: TransportOptions, { certificate, key }: Credential): Agent | PlainAgent {
  const secure = options.server.protocol === 'https:';
  const common = { keepAlive: true, maxSockets: SOCKETS };
  const tls = {
    ...(options.authority === undefined ? {} : { ca: options.authority }),
    ...(options.serverName === undefined ? {} : { servername: options.serverName }),
    ...(certificate === undefined || key === undefined ? {} : { cert: certificate, key }),
    rejectUnauthorized: options.verify,
  };
  if (options.proxy !== undefined) {
    return secure
      ? new HttpsProxyAgent({ ...common, ...tls, proxy: options.proxy })
      : new HttpProxyAgent({ ...common, proxy: options.proxy });
  }
  return secure ? new Agent({ ...common, ...tls }) : new PlainAgent(common);
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
    if (Number.isFinite(options.timeout)) {
      sent.setTimeout(options.timeout, () => {
        const detail = `${options.server.host} did not answer ${method} ${url.pathname} within ${options.timeout / 1000} s`;
        sent.destroy(new RequestError({ code: 'timed-out', detail }));
      });
    }
    sent.on('error', (error) => reject(aborted(signal) ?? networkFailure(error, options.server.host)));
    sent.on('response', (response) => {
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
  const retryAfter = Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_WAIT) : undefined;
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
