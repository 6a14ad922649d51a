import type { CertificateBundle, WithoutBodies } from '../model/certificates.ts';
import type { Gathered } from '../model/resources.ts';
import { REDACTED } from './secret-text.ts';
import { isRecord } from './untyped.ts';

/** The library that reads certificates is big: it is loaded only where there is one to read. */
const loadX509 = () => import('./x509.ts');

/** The fields of which something else is kept: bodies of certificates and requests, and addresses, whose path may hold a secret. */
const FIELDS: ReadonlySet<string> = new Set(['caBundle', 'certificate', 'request', 'url']);

/** Objects with what their certificates say in place of these, and of addresses the origin alone. */
export async function withoutBodies<T>(
  gathered: Gathered<readonly T[]>,
): Promise<Gathered<readonly WithoutBodies<T>[]>> {
  if (gathered.state === 'failed') return gathered;
  const [bundles, requests] = [new Map<unknown, unknown>(), new Map<unknown, unknown>()];
  const said = (field: string) => (field === 'request' ? requests : bundles);
  replaceBodies(gathered.value, (field, body) => field !== 'url' && said(field).set(body, undefined));
  if (bundles.size + requests.size > 0) {
    const { readBundle, readRequest } = await loadX509();
    for (const body of bundles.keys()) bundles.set(body, readBundle(String(body)));
    for (const body of requests.keys()) requests.set(body, readRequest(String(body)));
  }
  const value = replaceBodies(gathered.value, (field, body) =>
    field === 'url' ? originOf(String(body)) : said(field).get(body),
  );
  return { ...gathered, value: value as readonly WithoutBodies<T>[] };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : REDACTED);

/** What the certificates in a text say, PEM as base64. */
export async function readCertificates(base64: string): Promise<CertificateBundle> {
  const { readBundle } = await loadX509();
  return readBundle(base64);
}

/** A copy of plain data in which each body that is set is what `replace` makes of it, and each that is not is left out. */
export function replaceBodies(
  value: unknown,
  replace: (field: string, body: unknown, path: readonly string[]) => unknown,
  path: readonly string[] = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => replaceBodies(item, replace, [...path, String(index)]));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, member]) => {
      const at = [...path, field];
      if (!FIELDS.has(field)) return [field, replaceBodies(member, replace, at)];
      return [field, member === '' || member === undefined ? undefined : replace(field, member, at)];
    }),
  );
}
