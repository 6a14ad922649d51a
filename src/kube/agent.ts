import { Agent as PlainAgent } from 'node:http';
import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Credential } from './credentials.ts';
import { openTunnel } from './tunnel.ts';

/** How connections to a server are made. */
export interface ConnectionOptions {
  readonly server: URL;
  /** PEM of the CA; undefined for those that the system trusts. */
  readonly authority: string | undefined;
  readonly serverName: string | undefined;
  /** False: the server's certificate is not verified. */
  readonly verify: boolean;
  /** An http, https or socks address. */
  readonly proxy: URL | undefined;
}

/** Connections that are kept for further requests of the holder of one credential, through the proxy where there is one; none is opened once `signal` aborts. */
export function makeAgent(
  { server, authority, serverName, verify, proxy }: ConnectionOptions,
  { certificate, key }: Credential,
  signal: AbortSignal,
): PlainAgent {
  const secure = server.protocol === 'https:';
  const agent = secure
    ? new Agent({
        keepAlive: true,
        ...(authority === undefined ? {} : { ca: authority }),
        ...(serverName === undefined ? {} : { servername: serverName }),
        ...(certificate === undefined || key === undefined ? {} : { cert: certificate, key }),
        rejectUnauthorized: verify,
      })
    : new PlainAgent({ keepAlive: true });
  return proxy === undefined ? agent : throughProxy(agent, proxy, secure, signal);
}

/** Lets an agent make its connections through a proxy, until `signal` aborts. */
function throughProxy(agent: PlainAgent, proxy: URL, secure: boolean, signal: AbortSignal): PlainAgent {
  const direct = agent.createConnection.bind(agent) as (options: object) => Duplex;
  agent.createConnection = (options, connected = () => {}) => {
    openTunnel(proxy, options.host ?? '', Number(options.port), signal)
      .then((socket) => connected(null, secure ? direct({ ...options, socket }) : socket))
      .catch((error: Error) => connected(error, undefined as never));
    return undefined;
  };
  return agent;
}
