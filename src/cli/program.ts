import yargs, { type Argv } from 'yargs';
import { KubevetError } from '../model/error.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import {
  cluster,
  clusterOptions,
  fallbackOption,
  gatherOptions,
  report,
  reportOptions,
  selection,
  selectionOptions,
} from './options.ts';
import type { Terminal } from './terminal.ts';
import { describeError } from './trouble.ts';
import { version } from './version.ts';

/** Runs one command line to its end; sets the exit code and never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<void> {
  try {
    await program(argv, terminal).parseAsync();
  } catch (error) {
    terminal.err(describeError(error, terminal.colorErr));
    terminal.exit(error instanceof KubevetError ? exitCodeOf(error.code) : EXIT.defect);
  }
}

/** The commands and their options. Each command loads what it needs when it runs. */
export function program(argv: readonly string[], terminal: Terminal): Argv {
  return yargs([...argv])
    .scriptName('kubevet')
    .usage('$0 [command] [options]\n\nSays how well a live Kubernetes cluster is secured, component by component.')
    .command(
      ['scan', '$0'],
      'scan a cluster and print a scored table (the default)',
      (args) => fallbackOption(reportOptions(selectionOptions(gatherOptions(clusterOptions(args))))),
      async (args) => (await import('./commands/scan.ts')).scan(args, terminal),
    )
    .command(
      'snapshot',
      'gather everything from a cluster and save it, redacted, for `scan --from`',
      (args) =>
        gatherOptions(clusterOptions(args)).option('out', {
          alias: 'O',
          type: 'string',
          requiresArg: true,
          describe: 'file to write; standard output if not given',
        }),
      async (args) => (await import('./commands/snapshot.ts')).snapshot(args, terminal),
    )
    .command(
      'checks',
      'list the checks',
      (args) =>
        selectionOptions(args).option('output', {
          alias: 'o',
          choices: ['table', 'json'] as const,
          default: 'table' as const,
          describe: 'how to print them',
        }),
      async (args) => (await import('./commands/checks.ts')).listChecks(args, terminal),
    )
    .command(
      'explain <id>',
      'what a check means, how it is judged and how to fix it',
      (args) => args.positional('id', { type: 'string', demandOption: true, describe: 'id of the check' }),
      async (args) => (await import('./commands/explain.ts')).explain(args, terminal),
    )
    .command(
      'doctor',
      'what this identity may not read, and which checks that costs',
      (args) => selectionOptions(clusterOptions(args)),
      async (args) => (await import('./commands/doctor.ts')).doctor(args, terminal),
    )
    .command(
      'permissions',
      'print the least ClusterRole that a scan needs',
      (args) =>
        selectionOptions(args).option('include', {
          choices: ['secrets', 'nodes/proxy'] as const,
          array: true,
          requiresArg: true,
          default: [] as const,
          describe: 'also grant what is left out as too powerful',
        }),
      async (args) => (await import('./commands/permissions.ts')).permissions(args, terminal),
    )
    .command(
      'demo',
      'scan the embedded demo cluster',
      (args) =>
        reportOptions(selectionOptions(gatherOptions(args))).option('serve', {
          type: 'boolean',
          default: false,
          describe: 'only serve it, and print its kubeconfig, until interrupted',
        }),
      async (args) => (await import('./commands/demo.ts')).demo(args, terminal),
    )
    .completion('completion', 'print a completion script for bash or zsh')
    .option('or-demo', { type: 'boolean', hidden: true })
    .version(version)
    .alias('version', 'v')
    .help()
    .alias('help', 'h')
    .strict()
    .check(refuseRepeats)
    .parserConfiguration({ 'greedy-arrays': false })
    .wrap(Math.min(100, terminal.width))
    .epilogue('Exit codes: 0 done, 1 a gate tripped, 2 usage, 3 cannot connect, 4 incomplete.')
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new KubevetError('usage', message, { hint: 'See kubevet --help.' });
    });
}

/** Options that may be given several times. */
const REPEATABLE: ReadonlySet<string> = new Set([
  '_',
  ...Object.entries({ ...cluster, ...selection, ...report }).flatMap(([name, option]) =>
    'array' in option ? [name] : [],
  ),
  'include',
]);

/** An option with one value that is given twice leaves open which of them is meant. */
function refuseRepeats(args: Readonly<Record<string, unknown>>): true {
  const repeated = Object.entries(args).find(([name, value]) => Array.isArray(value) && !isRepeatable(name));
  if (repeated === undefined) return true;
  throw new KubevetError('usage', `--${repeated[0]} was given more than once`, { hint: 'It takes one value.' });
}

/** By its name, its name in camel case, or its letter. */
const isRepeatable = (name: string): boolean =>
  REPEATABLE.has(name) ||
  REPEATABLE.has(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)) ||
  name === report.output.alias;
