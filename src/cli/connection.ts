import type { Connection } from '../kube/connect.ts';
import { KubevetError } from '../model/error.ts';
import { escapeText } from '../report/escape.ts';
import { oneContext } from './contexts.ts';
import { parseDuration } from './duration.ts';
import type { ClusterArguments } from './options.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Connects to the cluster that the command line names; warnings go to standard error. Fails as src/kube/connect.ts does. */
export async function openConnection(args: ClusterArguments, terminal: Terminal, quiet: boolean): Promise<Connection> {
  const { connect } = await import('../kube/connect.ts');
  if (args.as === undefined && ((args.asGroup?.length ?? 0) > 0 || args.asUid !== undefined)) {
    throw new KubevetError('usage', '--as-group and --as-uid need --as');
  }
  const context = oneContext(args);
  const connection = await connect({
    env: terminal.env,
    homeDirectory: terminal.homeDirectory,
    inputIsTerminal: terminal.inputIsTerminal,
    userAgent: `kubevet/${version}`,
    requestTimeout: parseDuration(args.requestTimeout, 'request-timeout') ?? Number.POSITIVE_INFINITY,
    onPluginOutput: (text) => terminal.err(escapeText(text, { lines: true })),
    ...(args.kubeconfig === undefined ? {} : { kubeconfig: args.kubeconfig }),
    ...(context === undefined ? {} : { context }),
    ...(args.as === undefined
      ? {}
      : {
          impersonate: {
            user: args.as,
            groups: args.asGroup ?? [],
            ...(args.asUid === undefined ? {} : { uid: args.asUid }),
          },
        }),
  });
  if (!quiet) for (const warning of connection.warnings) terminal.err(`warning: ${escapeText(warning)}\n`);
  return connection;
}
