import 'reflect-metadata';
import { BasicConstraintsExtension, Pkcs10CertificateRequest, X509Certificate } from '@peculiar/x509';
import type { Certificate, CertificateBundle, CertificateRequest } from '../model/certificates.ts';

/** What the certificates in a PEM text say, which is given as base64. */
export function readBundle(base64: string): CertificateBundle {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  const read = blocks.map((block) => attempt(() => certificateOf(new X509Certificate(block))));
  const certificates = read.filter((certificate) => certificate !== undefined);
  const unreadable = blocks.length === 0 ? 1 : blocks.length - certificates.length;
  return { certificates, unreadable };
}

function certificateOf(certificate: X509Certificate): Certificate {
  const { subject, issuer, notBefore, notAfter } = certificate;
  return {
    subject,
    selfIssued: subject === issuer,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    key: keyOf(certificate.publicKey.algorithm),
    signature: signatureOf(certificate.signatureAlgorithm),
    isAuthority: certificate.getExtension(BasicConstraintsExtension)?.ca === true,
  };
}

/** What a certificate is asked for in a PEM text, which is given as base64; undefined where that cannot be read. */
export function readRequest(base64: string): CertificateRequest | undefined {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  return attempt(() => {
    const { subject, publicKey, signatureAlgorithm } = new Pkcs10CertificateRequest(text);
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
