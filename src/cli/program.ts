import yargs, { type Argv } from 'yargs';
import { KubevetError } from '../model/error.ts';
import { completion, SHELLS } from './commands/completion.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import {
  allContextsOption,
  cluster,
  clusterOptions,
  fallbackOption,
  gatherOptions,
  inputOptions,
  metricsOption,
  report,
  reportOptions,
  selection,
  selectionOptions,
} from './options.ts';
import { suggest } from './suggest.ts';
import type { Terminal } from './terminal.ts';
import { describeError } from './trouble.ts';
import { usageError } from './usage-error.ts';
import { version } from './version.ts';

/** Runs one command line to its end; sets the exit code and never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<void> {
  try {
    const names = argv[0] === COMPLETE ? await suggest(argv.slice(1)) : undefined;
    if (names !== undefined) terminal.out(`${names.join('\n')}\n`);
    else await program(argv, terminal).parseAsync();
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
      'scan a cluster and print a scored table',
      (args) =>
        fallbackOption(
          reportOptions(selectionOptions(gatherOptions(inputOptions(allContextsOption(clusterOptions(args)))))),
        ).epilogue(EXIT_CODES),
      async (args) => (await import('./commands/scan.ts')).scan(args, terminal),
    )
    .command(
      'snapshot',
      'gather everything from a cluster and save it, redacted, for `scan --from`',
      (args) =>
        gatherOptions(inputOptions(clusterOptions(args))).option('out', {
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
      (args) => metricsOption(selectionOptions(clusterOptions(args))),
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
        reportOptions(selectionOptions(gatherOptions(args)))
          .option('serve', {
            type: 'boolean',
            default: false,
            describe: 'only serve it, and print its kubeconfig, until interrupted',
          })
          .epilogue(EXIT_CODES),
      async (args) => (await import('./commands/demo.ts')).demo(args, terminal),
    )
    .command(
      'facts [action]',
      'what versions, advisories and ends of support kubevet knows of, and how old that is; `facts update` takes newer ones',
      (args) =>
        args
          .positional('action', { choices: ['update'] as const, describe: 'take a newer edition, offline' })
          .option('from', {
            type: 'string',
            requiresArg: true,
            describe: 'file of the newer edition; - reads standard input',
          })
          .option('output', {
            alias: 'o',
            choices: ['table', 'json'] as const,
            default: 'table' as const,
            describe: 'how to print them',
          }),
      async (args) => (await import('./commands/facts.ts')).showFacts(args, terminal),
    )
    .command(
      'completion [shell]',
      'print a script for tab completion',
      (args) => args.positional('shell', { choices: SHELLS, describe: 'the shell in use if not given' }),
      async (args) => completion(args, terminal),
    )
    .command(
      'version',
      'print the version',
      (args) => args,
      () => terminal.out(`${version}\n`),
    )
    .option('or-demo', { type: 'boolean', hidden: true })
    .version('version', 'print the version', version)
    .alias('version', 'v')
    .help('help', 'print this help')
    .alias('help', 'h')
    .strict()
    .check(refuseRepeats)
    .parserConfiguration({ 'greedy-arrays': false })
    .wrap(Math.min(100, terminal.width))
    .example(EXAMPLES)
    .exitProcess(false)
    .fail((message, error) => {
      throw error === undefined || error.name === 'YError' ? usageError(message ?? error?.message, argv) : error;
    });
}

/** Asks for what may come next, for tab completion; what `suggest` does not know, the parser does. */
const COMPLETE = '--get-yargs-completions';

const EXIT_CODES = 'Exit codes: 0 done, 1 a gate tripped, 2 usage, 3 cannot connect, 4 incomplete.';

const EXAMPLES: [string, string][] = [
  ['$0', 'scan the cluster of the current context'],
  ['$0 -o wide --context staging', 'another one, with every finding'],
  ['$0 -o table -o json=report.json', 'a table here and JSON in a file'],
  ['$0 --fail-on high --min-score 80', 'for cron: exit 1 when a gate trips'],
  ['$0 demo', 'try it without a cluster'],
];

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
