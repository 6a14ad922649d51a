import type { ApiServer } from '../../src/demo/api-server.ts';
import type { Credential } from '../../src/kube/credentials.ts';
import { openTransport, type Transport, type TransportOptions } from '../../src/kube/transport.ts';

/** A transport to a test server as its admin, without a kubeconfig. */
export function transportTo(server: ApiServer, options: Partial<TransportOptions> = {}): Transport {
  const { authority, client } = server.certificates;
  const credential: Credential = { headers: {}, certificate: client.certificate, key: client.key };
  return openTransport({
    server: new URL(server.url),
    authority,
    serverName: undefined,
    verify: true,
    proxy: undefined,
    credentials: { current: async () => credential, renew: () => false },
    headers: {},
    timeout: 3_000,
    ...options,
  });
}
