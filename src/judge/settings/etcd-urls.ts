import type { Observed } from '../../model/finding.ts';
import { type ListenAddress, parseListenAddress } from './listen-address.ts';

/** A URL that etcd listens on. */
export interface EtcdUrl {
  readonly text: string;
  /** `unix` and `unixs` are sockets in the file system of the host. */
  readonly scheme: 'http' | 'https' | 'unix' | 'unixs';
  /** Undefined for sockets, and for names, which etcd refuses to listen on. */
  readonly address: ListenAddress | undefined;
}

/** Reads a list of URLs to listen on; undefined where one of them is none. */
export function parseEtcdUrls(value: Observed): readonly EtcdUrl[] | undefined {
  const texts = (Array.isArray(value) ? value : [value])
    .flatMap((text) => String(text).split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const urls = texts.flatMap((text) => parseEtcdUrl(text) ?? []);
  return urls.length === texts.length ? urls : undefined;
}

function parseEtcdUrl(text: string): EtcdUrl | undefined {
  const match = /^(https?|unixs?):\/\/(.+)$/.exec(text);
  if (match === null) return undefined;
  const scheme = match[1] as EtcdUrl['scheme'];
  const place = (match[2] as string).replace(/\/$/, '');
  return { text, scheme, address: scheme.startsWith('unix') ? undefined : parseListenAddress(place) };
}

/** Whether what is sent over the URL is in clear text. A plain socket of the host never is on a wire. */
export const isPlain = ({ scheme }: EtcdUrl): boolean => scheme === 'http';

/** Whether a server listens on all addresses of its node. */
export const isEveryAddress = ({ host }: ListenAddress): boolean =>
  host === '' || /^(?:::ffff:)?0(\.0){0,3}$/i.test(host) || /^[0:]+$/.test(host);

/** URLs as a sentence names them. */
export const named = (urls: readonly EtcdUrl[]): string => urls.map(({ text }) => text).join(', ');
