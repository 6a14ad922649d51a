import { closure } from '../../engine/closure.ts';
import { startDemo } from '../../demo/demo.ts';
import { openConnection } from '../connection.ts';
import type { GatherArguments, ReportArguments, SelectionArguments } from '../options.ts';
import { takeFromCluster } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { scanWith } from './scan.ts';

/** `kubevet demo`: scans the embedded cluster the way a real one is scanned, or only serves it. */
export async function demo(
  args: GatherArguments & ReportArguments & SelectionArguments & { readonly serve: boolean },
  terminal: Terminal,
): Promise<void> {
  const server = await startDemo();
  try {
    if (args.serve) return await serve(server.kubeconfig, server.banner, terminal);
    if (!args.quiet) terminal.err(`${server.banner}\n\n`);
    const cluster = { kubeconfig: server.kubeconfig, requestTimeout: '30s', $0: args.$0, _: args._ };
    await scanWith(args, terminal, async (selection) => {
      const reader = await openConnection({ ...cluster, context: undefined, as: undefined, asGroup: undefined, 'as-group': undefined, asUid: undefined, 'as-uid': undefined, 'request-timeout': '30s' }, terminal, args.quiet);
      try {
        return await takeFromCluster(reader, args, closure(selection.checks), terminal, 'demo');
      } finally {
        reader.close();
      }
    });
  } finally {
    await server.close();
  }
}

function serve(kubeconfig: string, banner: string, terminal: Terminal): Promise<void> {
  terminal.err(`${banner}\n\nServing it until interrupted. Use it with:\n`);
  terminal.out(`export KUBECONFIG=${kubeconfig}\n`);
  return new Promise((resolve) => terminal.onSignal(() => resolve()));
}
