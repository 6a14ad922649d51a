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
  const used = named(kubeconfig, 'users', stringIn(context, 'user'));
  const holders = entriesOf(kubeconfig, 'users').map((item, at) => ({ item: isRecord(item) ? item : undefined, at }));
  const holder = [used, ...holders].find(({ item }) => holdsCredential(item?.['user']));
  const cluster = clusters.item?.['cluster'];
  const server = stringIn(cluster, 'server');
  if (!isRecord(cluster) || server === undefined) return undefined;
  const place = `/data/${key}`;
  return {
    server: keepText(server),
    certificateAuthority: isSet(cluster, 'certificate-authority') || isSet(cluster, 'certificate-authority-data'),
    insecureSkipTlsVerify: cluster['insecure-skip-tls-verify'] === true,
    inlineCredential: holder !== undefined,
    userName: keepText(stringIn((holder ?? used).item, 'name') ?? ''),
    place: {
      configMap,
      key,
      cluster: `${place}/clusters/${clusters.at}`,
      user: holder === undefined ? `${place}/users` : `${place}/users/${holder.at}`,
    },
  };
}

const holdsCredential = (user: unknown): boolean =>
  ['token', 'password', 'client-key-data'].some((field) => isSet(user, field));

/** The item of a list with a name, and its place there; -1 where there is none. */
function named(
  kubeconfig: Untyped,
  list: string,
  name: string | undefined,
): { readonly item: Untyped | undefined; readonly at: number } {
  const entries = entriesOf(kubeconfig, list);
  const at = entries.findIndex((entry) => isRecord(entry) && name !== undefined && entry['name'] === name);
  const item = entries[at];
  return { item: isRecord(item) ? item : undefined, at };
}

function entriesOf(kubeconfig: Untyped, list: string): readonly unknown[] {
  const all = kubeconfig[list];
  return Array.isArray(all) ? all : [];
}

const isSet = (value: unknown, field: string): boolean => (stringIn(value, field) ?? '') !== '';
