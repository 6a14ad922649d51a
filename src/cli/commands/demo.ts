import { type Demo, startDemo } from '../../demo/demo.ts';
import { closure } from '../../engine/closure.ts';
import { paragraph } from '../../report/layout.ts';
import { openConnection } from '../connection.ts';
import type { ClusterArguments, GatherArguments, ReportArguments, SelectionArguments } from '../options.ts';
import { takeFromCluster } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { scanWith } from './scan.ts';

/** `kubevet demo`: scans the embedded cluster the way a real one is scanned, or only serves it. */
export async function demo(
  args: GatherArguments & ReportArguments & SelectionArguments & { readonly serve: boolean },
  terminal: Terminal,
): Promise<void> {
  if (args.serve) return withDemo((server) => serve(server.kubeconfig, server.banner, terminal));
  const { code } = await scanWith(args, terminal, (selection) =>
    withDemo(async (server) => {
      if (!args.quiet) terminal.err(`${fitted(server.banner, terminal)}\n\n`);
      const reader = await openConnection(toDemo(server.kubeconfig), terminal, args.quiet);
      try {
        return await takeFromCluster(reader, args, closure(selection.checks), terminal, 'demo');
      } finally {
        reader.close();
      }
    }),
  );
  terminal.exit(code);
}

/** Serves the demo cluster for as long as `use` takes. */
async function withDemo<T>(use: (server: Demo) => Promise<T>): Promise<T> {
  const server = await startDemo();
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

/** Lines that fit the terminal; those of a list hang below their first words. */
const fitted = (text: string, { width }: Terminal): string =>
  text
    .split('\n')
    .flatMap((line) => paragraph(line.replace(ITEM, ''), width, ITEM.exec(line)?.[0]))
    .join('\n');

const ITEM = /^ *- /;

const toDemo = (kubeconfig: string): ClusterArguments => ({
  kubeconfig,
  context: undefined,
  as: undefined,
  asGroup: undefined,
  asUid: undefined,
  requestTimeout: '30s',
});

function serve(kubeconfig: string, banner: string, terminal: Terminal): Promise<void> {
  terminal.err(`${fitted(banner, terminal)}\n\nServing it until interrupted. Use it with:\n`);
  terminal.out(`export KUBECONFIG=${kubeconfig}\n`);
  return new Promise((resolve) => terminal.interruption().addEventListener('abort', () => resolve()));
}
