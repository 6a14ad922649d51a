/** Forward secret key exchange with authenticated encryption, and the suites of TLS 1.3, which no setting removes. */
const STRONG =
  /^TLS_(ECDHE_(RSA|ECDSA)_WITH_(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305(_SHA256)?)|(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384))$/;

/** The suites among these that are outdated: without forward secrecy or without authenticated encryption. */
export const outdatedSuites = (suites: readonly string[]): readonly string[] =>
  suites.filter((suite) => !STRONG.test(suite));
