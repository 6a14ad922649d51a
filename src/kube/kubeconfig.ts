import { access } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { delimiter, join } from 'node:path';
import { KubevetError } from '../model/error.ts';
import type { ClusterEntry, UserEntry } from './kubeconfig-entries.ts';
import { type ContextEntry, type KubeconfigFile, readKubeconfigFile } from './kubeconfig-file.ts';

/** Where kubeconfigs are looked for. */
export interface KubeconfigOptions {
  /** --kubeconfig: this file and no other. */
  readonly kubeconfig?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDirectory: string;
  /** Where a pod finds its token and CA. */
  readonly serviceAccountDirectory?: string;
}

/** All kubeconfigs that apply, merged. */
export interface Kubeconfig extends KubeconfigFile {
  /** Where it was read from, for messages. */
  readonly source: string;
}

/** One context with everything that it names. */
export interface SelectedContext {
  readonly name: string;
  readonly cluster: ClusterEntry & { readonly server: string };
  readonly user: UserEntry;
}

export type { ContextEntry };

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
export const IN_CLUSTER = 'in-cluster';

/**
 * Finds and merges kubeconfigs as kubectl does: the given file; else those of $KUBECONFIG, of which missing ones are skipped and the first
 * to name something wins; else ~/.kube/config; else the ServiceAccount of the pod that this runs in. Fails where there is none.
 */
export async function loadKubeconfig(options: KubeconfigOptions): Promise<Kubeconfig> {
  const { kubeconfig, env } = options;
  if (kubeconfig !== undefined) return loadGiven(kubeconfig);
  const listed = [...new Set((env['KUBECONFIG'] ?? '').split(delimiter).filter((file) => file !== ''))];
  const files = listed.length > 0 ? listed : [join(options.homeDirectory, '.kube', 'config')];
  const found: [file: string, content: KubeconfigFile][] = [];
  for (const file of files) {
    const content = await readKubeconfigFile(file);
    if (content !== undefined) found.push([file, content]);
  }
  const merged = merge(found.map(([, content]) => content));
  if (merged.contexts.size > 0 || merged.clusters.size > 0)
    return { ...merged, source: found.map(([file]) => file).join(', ') };
  return (await loadInCluster(options)) ?? none(files, found.length > 0);
}

/** The context of that name, else the current one, with its cluster and user. Fails where one of them is not there. */
export function selectContext(kubeconfig: Kubeconfig, wanted: string | undefined): SelectedContext {
  const name = wanted ?? kubeconfig.currentContext;
  if (name === '') throw dangling(kubeconfig, `no current context is set in ${kubeconfig.source}`);
  const context = kubeconfig.contexts.get(name);
  if (context === undefined) {
    const what = wanted === undefined ? `the current context "${name}"` : `the context "${name}"`;
    throw dangling(kubeconfig, `${what} does not exist in ${kubeconfig.source}`);
  }
  const cluster = kubeconfig.clusters.get(context.cluster);
  if (cluster === undefined)
    throw dangling(
      kubeconfig,
      `the context "${name}" names the cluster "${context.cluster}", which does not exist in ${kubeconfig.source}`,
    );
  const user = context.user === '' ? {} : kubeconfig.users.get(context.user);
  if (user === undefined)
    throw dangling(
      kubeconfig,
      `the context "${name}" names the user "${context.user}", which does not exist in ${kubeconfig.source}`,
    );
  return { name, cluster: { ...cluster, server: serverOf(cluster, context.cluster) }, user };
}

async function loadGiven(file: string): Promise<Kubeconfig> {
  const content = await readKubeconfigFile(file);
  if (content === undefined)
    throw new KubevetError('kubeconfig', `the kubeconfig ${file} does not exist`, {
      hint: 'Check the path after --kubeconfig.',
    });
  return { ...content, source: file };
}

/** Of two entries with one name the first counts, as does the first current context. */
function merge(files: readonly KubeconfigFile[]): KubeconfigFile {
  const first = <T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlyMap<string, T> =>
    new Map([...maps].reverse().flatMap((map) => [...map]));
  return {
    clusters: first(files.map(({ clusters }) => clusters)),
    users: first(files.map(({ users }) => users)),
    contexts: first(files.map(({ contexts }) => contexts)),
    currentContext: files.find(({ currentContext }) => currentContext !== '')?.currentContext ?? '',
  };
}

async function loadInCluster({
  env,
  serviceAccountDirectory = SERVICE_ACCOUNT,
}: KubeconfigOptions): Promise<Kubeconfig | undefined> {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  const tokenFile = join(serviceAccountDirectory, 'token');
  if (!host || !port || !(await exists(tokenFile))) return undefined;
  const server = `https://${isIPv6(host) ? `[${host}]` : host}:${port}`;
  return {
    clusters: new Map([[IN_CLUSTER, { server, 'certificate-authority': join(serviceAccountDirectory, 'ca.crt') }]]),
    users: new Map([[IN_CLUSTER, { tokenFile }]]),
    contexts: new Map([[IN_CLUSTER, { cluster: IN_CLUSTER, user: IN_CLUSTER }]]),
    currentContext: IN_CLUSTER,
    source: "the pod's ServiceAccount",
  };
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

function none(files: readonly string[], exist: boolean): never {
  throw new KubevetError(
    'kubeconfig',
    exist ? `${files.join(', ')} holds no context` : `no kubeconfig was found: looked for ${files.join(', ')}`,
    {
      hint: 'Name one with --kubeconfig or KUBECONFIG, or try kubevet without a cluster: kubevet demo.',
    },
  );
}

function dangling({ contexts }: Kubeconfig, message: string): KubevetError {
  const names = [...contexts.keys()];
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? `, ... (${names.length})` : '');
  return new KubevetError('kubeconfig', message, {
    hint: names.length === 0 ? 'It holds no context at all.' : `Choose one with --context: ${shown}.`,
  });
}

function serverOf({ server }: ClusterEntry, name: string): string {
  if (typeof server !== 'string' || server === '')
    throw new KubevetError('kubeconfig', `the cluster "${name}" has no server`, {
      hint: 'Add its address to the kubeconfig.',
    });
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new KubevetError('kubeconfig', `the server of the cluster "${name}" is no http or https address`, {
      hint: 'Write it like https://HOST:6443.',
    });
  }
  return server;
}
