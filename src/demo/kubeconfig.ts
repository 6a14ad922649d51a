import type { Certificates } from './certificates.ts';

export interface KubeconfigOptions {
  /** What the user shows; the client certificate by default. */
  readonly credential?: 'certificate' | 'token' | 'none';
  readonly context?: string;
  /** Further lines of the user, such as an exec plugin, as JSON. */
  readonly user?: object;
  /** Further lines of the cluster, as JSON; undefined values take a line out. */
  readonly cluster?: Readonly<Record<string, unknown>>;
  readonly namespace?: string;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Writes a kubeconfig with one context. JSON is YAML: every client reads it. */
export function writeKubeconfig(
  server: { readonly url: string; readonly certificates: Certificates; readonly token: string },
  options: KubeconfigOptions,
): string {
  const { certificates } = server;
  const name = options.context ?? 'kubevet-demo';
  const users = {
    certificate: {
      'client-certificate-data': base64(certificates.client.certificate),
      'client-key-data': base64(certificates.client.key),
    },
    token: { token: server.token },
    none: {},
  };
  const authority = server.url.startsWith('https')
    ? { 'certificate-authority-data': base64(certificates.authority) }
    : {};
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: server.url, ...authority, ...options.cluster } }],
    users: [{ name, user: { ...users[options.credential ?? 'certificate'], ...options.user } }],
    contexts: [
      {
        name,
        context: {
          cluster: name,
          user: name,
          ...(options.namespace === undefined ? {} : { namespace: options.namespace }),
        },
      },
    ],
    'current-context': name,
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
