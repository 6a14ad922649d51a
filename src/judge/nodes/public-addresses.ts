import type { Node } from '../../shapes/generated.ts';

/** An address of a node that is one of the public Internet, and its JSON pointer. */
export interface PublicAddress {
  readonly type: string;
  readonly address: string;
  readonly pointer: string;
}

/** The addresses of a node that anybody on the Internet could send to, as far as their numbers tell. */
export const publicAddresses = ({ status }: Node): readonly PublicAddress[] =>
  status.addresses.flatMap(({ type, address }, at) =>
    isPublic(address) ? [{ type, address, pointer: `/status/addresses/${at}/address` }] : [],
  );

/** Ranges of IPv4 that are not routed on the Internet: the first numbers, and how many bits count. */
const NOT_ROUTED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Whether an address is one of the public Internet; names are none. */
export function isPublic(address: string): boolean {
  const four = numberOf(address.replace(/^::ffff:/i, ''));
  if (four !== undefined) {
    return !NOT_ROUTED.some(([range, bits]) => {
      const size = 2 ** (32 - bits);
      return Math.floor(four / size) === Math.floor((numberOf(range) as number) / size);
    });
  }
  // Of IPv6 only 2000::/3 is routed, and 2001:db8::/32 of it stands in documentation.
  return /^[23][0-9a-f]{3}:[0-9a-f:]*$/i.test(address) && !/^2001:0?db8:/i.test(address);
}

/** An IPv4 address as one number; undefined for anything else. */
function numberOf(address: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
