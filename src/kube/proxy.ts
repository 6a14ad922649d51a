import { BlockList, isIP } from 'node:net';
import { KubevetError } from '../model/error.ts';

/** Environment variables, as the program was given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const SCHEMES = /^(https?|socks(4a?|5h?)?):$/;

/**
 * The proxy for a server: the one that its kubeconfig names, else the one that the environment wants, as Go's programs read it: HTTPS_PROXY
 * (or HTTP_PROXY for http) unless NO_PROXY names the server; small letters work too. For loopback addresses the environment does not count.
 * Fails where it is no address of a proxy.
 */
export function proxyFor(server: URL, proxyUrl: string | undefined, env: Environment): URL | undefined {
  if (proxyUrl) return parse(proxyUrl, 'proxy-url in the kubeconfig');
  const name = server.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = env[name] || env[name.toLowerCase()];
  if (!proxy || isLoopback(hostOf(server)) || isExcepted(server, env['NO_PROXY'] || env['no_proxy'] || ''))
    return undefined;
  return parse(proxy.includes('://') ? proxy : `http://${proxy}`, name);
}

/** Does not show the text: a password may stand in it. */
function parse(text: string, source: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && url.hostname !== '' && SCHEMES.test(url.protocol)) return url;
  throw new KubevetError('kubeconfig', `${source} is no http, https or socks5 address`, {
    hint: 'Write it like http://HOST:3128.',
  });
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function isExcepted(server: URL, list: string): boolean {
  const host = hostOf(server);
  const port = server.port || (server.protocol === 'https:' ? '443' : '80');
  return list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => entry !== '' && matches(entry, host, port));
}

/** `*`, an address, a network (10.0.0.0/8), or a domain with all below it (with a leading dot: only those below), each with or without a port. */
function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return inNetwork(entry, host);
  const [, name = entry, wantedPort] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
  if (wantedPort !== undefined && wantedPort !== port) return false;
  const bare = name.replace(/^\[|\]$/g, '').replace(/^\*/, '');
  if (isIP(bare) !== 0) return bare === host;
  return bare.startsWith('.') ? host.endsWith(bare) : host === bare || host.endsWith(`.${bare}`);
}

function inNetwork(entry: string, host: string): boolean {
  const [network = '', bits = ''] = entry.split('/');
  const family = isIP(network);
  const length = Number(bits);
  if (family === 0 || family !== isIP(host) || !/^\d+$/.test(bits) || length > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, length, type);
  return list.check(host, type);
}
