/** What a certificate says, without its body. */
export interface Certificate {
  readonly subject: string;
  /** Subject and issuer are one: a root, whose own signature nobody relies on. */
  readonly selfIssued: boolean;
  /** RFC 3339. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** `RSA`, `EC`, `Ed25519`, ...; the bits of its modulus or curve where they are known. */
  readonly key: { readonly type: string; readonly bits?: number };
  /** Hash of the signature (`SHA-256`), or the name of an algorithm that has none of its own choice (`Ed25519`). */
  readonly signature: string;
  readonly isAuthority: boolean;
}

/** The certificates of one PEM text, in its order, and how many blocks are no certificate that can be read. */
export interface CertificateBundle {
  readonly certificates: readonly Certificate[];
  readonly unreadable: number;
}

/** What a certificate is asked for. */
export type CertificateRequest = Pick<Certificate, 'subject' | 'key' | 'signature'>;

/** An object of the API with what its certificates say in place of their bodies; undefined where it has none, or none that can be read. */
export type WithoutBodies<T> = T extends readonly (infer Item)[]
  ? readonly WithoutBodies<Item>[]
  : T extends object
    ? {
        readonly [Field in keyof T]: Field extends 'caBundle' | 'certificate'
          ? CertificateBundle | undefined
          : Field extends 'request'
            ? CertificateRequest | undefined
            : WithoutBodies<T[Field]>;
      }
    : T;
