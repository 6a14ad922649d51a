import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate with its private key, both as PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** What a server and its client need to know each other. */
export interface Certificates {
  /** The certificate authority's certificate, as PEM. */
  readonly authority: string;
  readonly server: KeyPair;
  readonly client: KeyPair;
}

export interface CertificateOptions {
  /** Name and groups that the client certificate stands for. */
  readonly client: { readonly user: string; readonly groups: readonly string[] };
  /** Host names and addresses that the server certificate is for; 127.0.0.1 and localhost by default. */
  readonly serverNames?: readonly string[];
  /** Middle of the two days for which the server certificate holds; now by default. */
  readonly serverValidAround?: Date;
}

const DAY = 24 * 60 * 60 * 1000;
const KEYS = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Makes a certificate authority and, signed by it, a server and a client certificate, valid from yesterday until tomorrow. */
export async function makeCertificates(options: CertificateOptions): Promise<Certificates> {
  x509.cryptoProvider.set(webcrypto);
  const now = Date.now();
  const keys = await makeKeys();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=kubevet-demo-ca',
    ...validAround(now),
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const sign = (subject: x509.JsonName, usage: string, around: number, extensions: x509.Extension[]) =>
    issue({ authority, signingKey: keys.privateKey }, subject, usage, around, extensions);
  const { user, groups } = options.client;
  const names = (options.serverNames ?? ['127.0.0.1', 'localhost']).map(
    (name): x509.JsonGeneralName => ({ type: /^[\d.]+$/.test(name) ? 'ip' : 'dns', value: name }),
  );
  return {
    authority: authority.toString('pem'),
    server: await sign(
      [{ CN: ['kube-apiserver'] }],
      x509.ExtendedKeyUsage.serverAuth,
      (options.serverValidAround ?? new Date(now)).getTime(),
      [new x509.SubjectAlternativeNameExtension(names)],
    ),
    client: await sign(
      [...groups.map((group) => ({ O: [group] })), { CN: [user] }],
      x509.ExtendedKeyUsage.clientAuth,
      now,
      [],
    ),
  };
}

const makeKeys = (): Promise<webcrypto.CryptoKeyPair> => webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);

const validAround = (time: number) => ({ notBefore: new Date(time - DAY), notAfter: new Date(time + DAY) });

async function issue(
  issuer: { readonly authority: x509.X509Certificate; readonly signingKey: webcrypto.CryptoKey },
  subject: x509.JsonName,
  usage: string,
  around: number,
  extensions: readonly x509.Extension[],
): Promise<KeyPair> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer.authority.subject,
    publicKey: keys.publicKey,
    signingKey: issuer.signingKey,
    ...validAround(around),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.authority),
      ...extensions,
    ],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: certificate.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
}
