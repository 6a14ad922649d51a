import { loadKubeconfig } from '../kube/kubeconfig.ts';
import { KubevetError } from '../model/error.ts';
import type { ClusterArguments, InputArguments } from './options.ts';
import type { Terminal } from './terminal.ts';

/**
 * The contexts that the command line names, each once; none where kubectl's rules shall choose. Fails on what contradicts itself, and
 * once for all of several where there is no kubeconfig.
 */
export async function contextsOf(
  args: ClusterArguments & InputArguments & { readonly allContexts: boolean },
  terminal: Terminal,
): Promise<readonly string[]> {
  const named = [...new Set(args.context ?? [])];
  if (!args.allContexts && named.length < 2) return named;
  const other = named.length > 0 ? '--context' : args.from === undefined ? undefined : '--from';
  if (args.allContexts && other !== undefined)
    throw new KubevetError('usage', `--all-contexts and ${other} exclude each other`);
  const { contexts } = await loadKubeconfig({
    env: terminal.env,
    homeDirectory: terminal.homeDirectory,
    ...(args.kubeconfig === undefined ? {} : { kubeconfig: args.kubeconfig }),
  });
  return args.allContexts ? [...contexts.keys()] : named;
}

/** The one context of a command that takes one only. */
export function oneContext({ context }: ClusterArguments): string | undefined {
  if (context !== undefined && context.length > 1) {
    throw new KubevetError('usage', '--context was given more than once', { hint: 'Only scan takes several.' });
  }
  return context?.[0];
}
