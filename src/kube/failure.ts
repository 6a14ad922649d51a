import { KubevetError } from '../model/error.ts';
import type { Uncertainty, UncertaintyCode } from '../model/finding.ts';
import { GuardError } from './guard.ts';
import { plainText } from './plain-text.ts';

/** A request that got no usable answer. */
export class RequestError extends Error {
  readonly failure: Uncertainty;
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** Worth another try. */
  readonly passing: boolean;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter: number | undefined;
  /** What to do about it, where the failure shows that. */
  readonly hint: string | undefined;

  constructor(
    failure: Uncertainty,
    options: {
      readonly status?: number | undefined;
      readonly passing?: boolean;
      readonly retryAfter?: number | undefined;
      readonly hint?: string | undefined;
    } = {},
  ) {
    super(failure.detail);
    this.name = 'RequestError';
    this.failure = failure;
    this.status = options.status;
    this.passing = options.passing ?? false;
    this.retryAfter = options.retryAfter;
    this.hint = options.hint;
  }
}

const STATUS_CODES: Readonly<Record<number, UncertaintyCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-served',
  405: 'not-served',
  406: 'not-served',
  408: 'timed-out',
  410: 'incomplete',
  504: 'timed-out',
};

/** What an HTTP status other than 200 means; `message` is that of the Status object, where there is one. */
export function statusFailure(
  status: number,
  path: string,
  message: string | undefined,
  retryAfter: number | undefined,
): RequestError {
  const code = STATUS_CODES[status] ?? (status >= 500 || status === 429 ? 'unreachable' : 'malformed');
  const said = message === undefined ? '' : `: ${plainText(message)}`;
  const detail =
    status >= 300 && status < 400
      ? `GET ${path} was answered by a redirect (${status}), which is never followed`
      : `the API server answered ${status} for ${path}${said}`;
  return new RequestError({ code, detail }, { status, passing: status === 429 || status >= 500, retryAfter });
}

const TLS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not signed by the given CA',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not signed by the given CA',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is not signed by the given CA',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not signed by the given CA',
  CERT_SIGNATURE_FAILURE: 'its certificate is not signed by the given CA',
};

const TRUST_HINT =
  "Check certificate-authority in the kubeconfig against the server's certificate; kubevet never skips the check by itself.";

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'its name cannot be resolved',
  EAI_AGAIN: 'its name cannot be resolved now',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'it did not answer in time',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection was cut',
  EPROTO: 'it does not speak TLS (is its address http?)',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS (is its address http?)',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS (is its address http?)',
};

const PASSING: readonly string[] = ['ECONNRESET', 'EPIPE', 'EAI_AGAIN', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE'];

/** What an error of the network or of TLS means. */
export function networkFailure(error: unknown, server: string): RequestError {
  if (error instanceof RequestError) return error;
  if (error instanceof GuardError) return new RequestError({ code: 'not-gathered', detail: plainText(error.message) });
  // Credentials that could not be renewed.
  if (error instanceof KubevetError) return new RequestError({ code: 'unauthenticated', detail: error.message });
  const { code = '', message = 'an unknown error' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (/^ERR_SSL_.*ALERT/.test(code)) {
    return new RequestError({
      code: 'unauthenticated',
      detail: `${server} does not accept the client certificate (${code})`,
    });
  }
  if (code.startsWith('ERR_OSSL_')) {
    const why = plainText(message).split(':').at(-1);
    return new RequestError(
      { code: 'unauthenticated', detail: `the certificates and keys for ${server} cannot be used: ${why}` },
      { hint: 'Check that client-certificate and client-key in the kubeconfig belong together, and are whole.' },
    );
  }
  if (code === 'ERR_INVALID_CHAR') {
    return new RequestError(
      { code: 'unauthenticated', detail: `the credentials for ${server} hold a character that cannot be sent` },
      { hint: 'Look for line ends and other invisible characters in the token, and in the names to impersonate.' },
    );
  }
  if (code.startsWith('HPE_'))
    return new RequestError({ code: 'malformed', detail: `${server} does not answer in HTTP` });
  const why = TLS[code] ?? NETWORK[code] ?? plainText(message);
  return new RequestError(
    { code: 'unreachable', detail: `${server} cannot be reached: ${why}` },
    { passing: PASSING.includes(code), hint: code in TLS ? TRUST_HINT : undefined },
  );
}

/** The same failure, after all tries were made. */
export const lasting = ({ failure, status, hint }: RequestError): RequestError =>
  new RequestError(failure, { status, hint });
