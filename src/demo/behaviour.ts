import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Reply, statusReply } from './content.ts';
import type { StatusReply } from './status.ts';

/** What the server received. Credentials are left out. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path without its query. */
  readonly path: string;
  /** Query with its question mark, or empty. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly credential: 'certificate' | 'token' | 'none';
  readonly body: string;
}

/** How the server answers instead of genuinely. */
export type Behaviour =
  | { readonly does: 'answer' }
  | { readonly does: 'refuse'; readonly status: StatusReply }
  /** Any answer, made from the genuine one. */
  | { readonly does: 'alter'; readonly alter: (reply: Reply, request: ReceivedRequest) => Reply }
  /** Never answers. */
  | { readonly does: 'hang' }
  /** Ends the connection after this many bytes of the body; without a number before any answer. */
  | { readonly does: 'cut'; readonly after?: number }
  /** Sends half of the body at once and the rest after this time. */
  | { readonly does: 'dawdle'; readonly milliseconds: number };

/** Behaviours by path (`/api/v1/pods`, or `*` for all): always the same one, or one after another and then genuine answers. */
export type Behaviours = Readonly<Record<string, Behaviour | readonly Behaviour[]>>;

const GENUINE: Behaviour = { does: 'answer' };
/** From this size on the API server compresses for a client that accepts it. */
const GZIP_FROM = 128 * 1024;

/** Hands out the behaviour of each request in turn. */
export function makeSchedule(behaviours: Behaviours): (path: string) => Behaviour {
  const used = new Map<string, number>();
  return (path) => {
    const key = behaviours[path] === undefined ? '*' : path;
    const planned = behaviours[key] ?? GENUINE;
    if ('does' in planned) return planned;
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    return planned[turn] ?? GENUINE;
  };
}

/** Sends a genuine reply in the way that a behaviour wants it. */
export function send(
  response: ServerResponse,
  behaviour: Behaviour,
  genuine: () => Reply,
  request: ReceivedRequest,
): void {
  if (behaviour.does === 'hang') return;
  if (behaviour.does === 'cut' && behaviour.after === undefined) {
    response.socket?.destroy();
    return;
  }
  const reply = behaviour.does === 'refuse' ? statusReply(behaviour.status) : altered(behaviour, genuine(), request);
  const { body, headers } = compressed(reply, String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(reply.code, {
    'Content-Type': reply.contentType,
    ...headers,
    ...reply.headers,
    'Content-Length': body.length,
  });
  if (behaviour.does === 'cut') {
    response.write(body.subarray(0, behaviour.after), () => response.socket?.destroy());
    return;
  }
  if (behaviour.does !== 'dawdle') {
    response.end(body);
    return;
  }
  const half = body.length >> 1;
  response.write(body.subarray(0, half));
  setTimeout(() => response.end(body.subarray(half)), behaviour.milliseconds).unref();
}

const altered = (behaviour: Behaviour, reply: Reply, request: ReceivedRequest): Reply =>
  behaviour.does === 'alter' ? behaviour.alter(reply, request) : reply;

function compressed(
  { body }: Reply,
  acceptEncoding: string,
): { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> } {
  if (body.length < GZIP_FROM || !/\bgzip\b/.test(acceptEncoding)) return { body, headers: {} };
  return { body: gzipSync(body, { level: 1 }), headers: { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } };
}
