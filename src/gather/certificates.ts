import type { Certificate, CertificateBundle, CertificateRequest, WithoutBodies } from '../model/certificates.ts';
import type { Gathered } from '../model/resources.ts';
import { REDACTED } from './secret-text.ts';
import { isRecord } from './untyped.ts';

/** The library that reads certificates: big, so loaded only where there is one to read. */
type X509 = typeof import('@peculiar/x509');

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
    const x509 = await loadX509();
    for (const body of bundles.keys()) bundles.set(body, readBundle(x509, String(body)));
    for (const body of requests.keys()) requests.set(body, readRequest(x509, String(body)));
  }
  const value = replaceBodies(gathered.value, (field, body) =>
    field === 'url' ? originOf(String(body)) : said(field).get(body),
  );
  return { ...gathered, value: value as readonly WithoutBodies<T>[] };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : REDACTED);

/** What the certificates in a text say, PEM as base64. */
export async function readCertificates(base64: string): Promise<CertificateBundle> {
  return readBundle(await loadX509(), base64);
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

async function loadX509(): Promise<X509> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

function readBundle(x509: X509, base64: string): CertificateBundle {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  const read = blocks.map((block) => attempt(() => certificateOf(x509, new x509.X509Certificate(block))));
  const certificates = read.filter((certificate) => certificate !== undefined);
  const unreadable = blocks.length === 0 ? 1 : blocks.length - certificates.length;
  return { certificates, unreadable };
}

function certificateOf(x509: X509, certificate: InstanceType<X509['X509Certificate']>): Certificate {
  const { subject, issuer, notBefore, notAfter } = certificate;
  return {
    subject,
    selfIssued: subject === issuer,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    key: keyOf(certificate.publicKey.algorithm),
    signature: signatureOf(certificate.signatureAlgorithm),
    isAuthority: certificate.getExtension(x509.BasicConstraintsExtension)?.ca === true,
  };
}

function readRequest(x509: X509, base64: string): CertificateRequest | undefined {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  return attempt(() => {
    const { subject, publicKey, signatureAlgorithm } = new x509.Pkcs10CertificateRequest(text);
    return { subject, key: keyOf(publicKey.algorithm), signature: signatureOf(signatureAlgorithm) };
  });
}

/** What a broken certificate throws says nothing that a user could act on: it is counted as unreadable. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The parts of an algorithm's description that the library sets. */
interface Description {
  readonly name?: string;
  readonly modulusLength?: number;
  readonly namedCurve?: string;
  readonly parameters?: ArrayBuffer | null;
  readonly hash?: { readonly name: string };
}

const EC_KEY = '1.2.840.10045.2.1';
/** Curves that the library does not name, by their encoded identifier: P-192 and P-224. */
const SHORT_CURVES: Readonly<Record<string, number>> = { '06082a8648ce3d030101': 192, '06052b81040021': 224 };
const OLD_SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2',
  '1.2.840.113549.1.1.4': 'MD5',
};

function keyOf({ name = 'unknown', modulusLength, namedCurve, parameters }: Description): Certificate['key'] {
  if (modulusLength !== undefined) return { type: 'RSA', bits: modulusLength };
  if (namedCurve !== undefined) return withBits('EC', Number(/\d+/.exec(namedCurve)?.[0]) || undefined);
  if (name !== EC_KEY) return { type: name };
  return withBits('EC', parameters ? SHORT_CURVES[Buffer.from(parameters).toString('hex')] : undefined);
}

const withBits = (type: string, bits: number | undefined): Certificate['key'] =>
  bits === undefined ? { type } : { type, bits };

const signatureOf = ({ name = 'unknown', hash }: Description): string => hash?.name ?? OLD_SIGNATURES[name] ?? name;
