/** Where a server listens: `host` without brackets, empty for all addresses of the node. */
export interface ListenAddress {
  readonly host: string;
  /** Undefined where only a host is given. */
  readonly port: number | undefined;
}

/** Reads `127.0.0.1:10249`, `[::1]:10249`, `:10249`, `0.0.0.0` and `::`; undefined for anything else. */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const bracketed = /^\[([0-9a-fA-F:.]+)\](?::(\d+))?$/.exec(text);
  const plain = /^([0-9.]*|localhost)(?::(\d+))?$/.exec(text);
  const bare = /^([0-9a-fA-F:]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)$/.exec(text);
  const match = bracketed ?? plain ?? bare;
  if (match === null || text === '') return undefined;
  return { host: match[1] as string, port: match[2] === undefined ? undefined : Number(match[2]) };
}

/** Whether only programs on the node itself reach the address. */
export const isLoopback = ({ host }: ListenAddress): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
