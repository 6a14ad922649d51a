import type { KubeProxyConfig } from '../model/resources.ts';
import { keepText } from './secret-text.ts';
import { isRecord, stringIn, type Untyped } from './untyped.ts';

/**
 * What the kubeconfig in a key of a ConfigMap says of its connection, without any credential; undefined where its current context leads
 * nowhere.
 */
export function readConnection(
  kubeconfig: Untyped,
  { configMap, key }: { readonly configMap: string; readonly key: string },
): KubeProxyConfig['kubeconfig'] | undefined {
  const context = named(kubeconfig, 'contexts', stringIn(kubeconfig, 'current-context')).item?.['context'];
  const clusters = named(kubeconfig, 'clusters', stringIn(context, 'cluster'));
  const users = named(kubeconfig, 'users', stringIn(context, 'user'));
  const [cluster, user] = [clusters.item?.['cluster'], users.item?.['user']];
  const server = stringIn(cluster, 'server');
  if (!isRecord(cluster) || server === undefined) return undefined;
  return {
    server: keepText(server),
    certificateAuthority: isSet(cluster, 'certificate-authority') || isSet(cluster, 'certificate-authority-data'),
    insecureSkipTlsVerify: cluster['insecure-skip-tls-verify'] === true,
    inlineCredential: ['token', 'password', 'client-key-data'].some((field) => isSet(user, field)),
    userName: keepText(stringIn(users.item, 'name') ?? ''),
    place: {
      configMap,
      cluster: `/data/${key}/clusters/${clusters.at}`,
      user: users.at < 0 ? `/data/${key}/users` : `/data/${key}/users/${users.at}`,
    },
  };
}

/** The item of a list with a name, and its place there; -1 where there is none. */
function named(
  kubeconfig: Untyped,
  list: string,
  name: string | undefined,
): { readonly item: Untyped | undefined; readonly at: number } {
  const all = kubeconfig[list];
  const entries: readonly unknown[] = Array.isArray(all) ? all : [];
  const at = entries.findIndex((entry) => isRecord(entry) && name !== undefined && entry['name'] === name);
  const item = entries[at];
  return { item: isRecord(item) ? item : undefined, at };
}

const isSet = (value: unknown, field: string): boolean => (stringIn(value, field) ?? '') !== '';
