import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { networkFailure, RequestError } from './failure.ts';
import { plainText } from './plain-text.ts';

/** What to do about a proxy. */
export const PROXY_HINT = 'Check proxy-url in the kubeconfig, or HTTPS_PROXY and NO_PROXY in the environment.';

/**
 * Opens a connection to a host and port through an HTTP or SOCKS proxy, which resolves the name. Given up where
 * `signal` aborts before. Throws a RequestError that names the proxy, never its password.
 */
export async function openTunnel(proxy: URL, host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const open = proxy.protocol.startsWith('socks') ? throughSocks : throughHttp;
  try {
    return await open(proxy, host, port, signal);
  } catch (error) {
    const { failure, passing } = networkFailure(error, `the proxy ${proxy.host}`);
    throw new RequestError(failure, { passing, hint: PROXY_HINT });
  }
}

function throughHttp(proxy: URL, host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const start = proxy.protocol === 'https:' ? secureRequest : plainRequest;
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const authorization =
    login === ':' ? {} : { 'Proxy-Authorization': `Basic ${Buffer.from(login).toString('base64')}` };
  const asked = start({
    method: 'CONNECT',
    host: addressOf(proxy),
    port: proxy.port,
    path: target,
    headers: { Host: target, ...authorization },
    agent: false,
    signal,
  });
  return new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket, head: Buffer) => {
      if (statusCode < 200 || statusCode >= 300) {
        socket.destroy();
        const why = statusCode === 407 ? 'wants other credentials' : `does not connect to ${target}`;
        return reject(refused(`the proxy ${proxy.host} ${why} (${statusCode})`, statusCode >= 500));
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asked.end();
  });
}

async function throughSocks(proxy: URL, host: string, port: number, signal: AbortSignal): Promise<Socket> {
  // Named exports of a CommonJS package do not survive bundling.
  const { SocksClient } = (await import('socks')).default;
  const address = { host: addressOf(proxy), port: Number(proxy.port || 1080) };
  const socket = connect(address);
  const abandon = () => socket.destroy(new Error('abandoned'));
  signal.addEventListener('abort', abandon);
  try {
    if (signal.aborted) abandon();
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const type = proxy.protocol.startsWith('socks4') ? 4 : 5;
    const userId = decodeURIComponent(proxy.username);
    const password = decodeURIComponent(proxy.password);
    await SocksClient.createConnection({
      proxy: { ...address, type, ...(userId === '' ? {} : { userId, password }) },
      command: 'connect',
      destination: { host, port },
      existing_socket: socket,
    }).catch((error: Error) => {
      throw refused(`the proxy ${proxy.host} does not connect to ${host}:${port}: ${plainText(error.message)}`, false);
    });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', abandon);
  }
}

const refused = (detail: string, passing: boolean): RequestError =>
  new RequestError({ code: 'unreachable', detail }, { passing });

const addressOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
