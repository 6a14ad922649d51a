import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { TLSSocket } from 'node:tls';

/** Something that answers the API server in the place of a kubelet. */
export interface StubKubelet {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves, to anybody, a configuration at /configz and at every other path the name in the certificate that the client showed, or
 * `nobody`.
 */
export async function startStubKubelet(
  address: string,
  files: { readonly certificate: string; readonly key: string; readonly clientAuthority: string },
  configuration: object,
): Promise<StubKubelet> {
  const [cert, key, ca] = await Promise.all(
    [files.certificate, files.key, files.clientAuthority].map((file) => readFile(file)),
  );
  const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: false }, (request, response) => {
    if (request.url === '/configz') {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ kubeletconfig: configuration }));
      return;
    }
    const socket = request.socket as TLSSocket;
    response.end(socket.authorized ? String(socket.getPeerCertificate().subject.CN) : 'nobody');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve));
  const listening = server.address();
  return {
    port: typeof listening === 'object' && listening !== null ? listening.port : 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
