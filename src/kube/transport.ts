import { setMaxListeners } from 'node:events';
import { type Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { type ConnectionOptions, makeAgent } from './agent.ts';
import type { Credential, Credentials } from './credentials.ts';
import { lasting, networkFailure, RequestError, statusFailure } from './failure.ts';
import { guard } from './guard.ts';
import { PROXY_HINT } from './tunnel.ts';

export interface TransportOptions extends ConnectionOptions {
  readonly credentials: Credentials;
  /** Sent with every request: the user agent, impersonation. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Milliseconds without any byte after which a request is given up, those that the connection takes among them. */
  readonly timeout: number;
}

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  /** Path and query, encoded. */
  readonly target: string;
  readonly accept: string;
  readonly body?: string;
  /** Says that the body may come compressed, so that whoever reads it must see to that. */
  readonly gzip?: boolean;
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

/** Opens a transport. No request leaves yet. */
export function openTransport(options: TransportOptions): Transport {
  const agents = new Map<string, Agent>();
  const closing = new AbortController();
  // Every tunnel hears it; Node warns of more than ten.
  setMaxListeners(Number.POSITIVE_INFINITY, closing.signal);
  const agentFor = (credential: Credential): Agent => {
    const key = credential.certificate ?? '';
    const agent = agents.get(key) ?? makeAgent(options, credential, closing.signal);
    agents.set(key, agent);
    return agent;
  };
  /** Waits where another try is worth it; throws the failure where it is not. */
  const again = async (failure: RequestError, attempt: number, signal: AbortSignal | undefined): Promise<void> => {
    const wait = failure.retryAfter ?? backoff(attempt);
    if (signal?.aborted) throw failure;
    if (!failure.passing || attempt >= TRIES || wait > LONGEST_WAIT || closing.signal.aborted) throw lasting(failure);
    await pause(wait, signal);
  };
  const open = async (outgoing: Outgoing): Promise<IncomingMessage> => {
    guard(outgoing.method, outgoing.target, outgoing.accept);
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const credential = await unlessAborted(options.credentials.current(), outgoing.signal);
      try {
        return await unlessAborted(send(options, outgoing, credential, agentFor(credential)), outgoing.signal);
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
      closing.abort();
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

function send(
  options: TransportOptions,
  outgoing: Outgoing,
  credential: Credential,
  agent: Agent,
): Promise<IncomingMessage> {
  const { method, target, accept, body, gzip, signal } = outgoing;
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
        ...(gzip ? { 'Accept-Encoding': 'gzip' } : {}),
        ...(body === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
      } as Record<string, string | string[]>,
      ...(signal === undefined ? {} : { signal }),
    });
    const late = (): RequestError => {
      const way = options.proxy === undefined ? '' : ` through the proxy ${options.proxy.host}`;
      const detail = `${options.server.host} did not answer ${method} ${url.pathname} within ${options.timeout / 1000} s${way}`;
      return new RequestError(
        { code: 'timed-out', detail },
        { hint: options.proxy === undefined ? undefined : PROXY_HINT },
      );
    };
    // A time limit of the socket itself would not hold while it is connected.
    const stopWaiting = within(options.timeout, () => {
      sent.destroy();
      reject(late());
    });
    sent.on('error', (error) => {
      stopWaiting();
      reject(aborted(signal) ?? networkFailure(error, options.server.host));
    });
    sent.on('response', (response) => {
      stopWaiting();
      const stalled = () => {
        // Bytes that wait here to be read: the server is not to blame.
        if (response.readableLength > 0) return void sent.setTimeout(options.timeout, stalled);
        response.destroy(late());
      };
      if (Number.isFinite(options.timeout)) sent.setTimeout(options.timeout, stalled);
      if (response.statusCode === 200 || response.statusCode === 201) return resolve(response);
      refusal(response, url.pathname).then(reject, reject);
    });
    sent.end(body);
  });
}

/** Calls back after so many milliseconds, unless what it returns is called before. */
function within(milliseconds: number, callback: () => void): () => void {
  if (!Number.isFinite(milliseconds)) return () => {};
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

/** What is waited for, or the failure of the deadline as soon as that passes: neither a plugin nor a proxy holds up the report. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(aborted(signal));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
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
