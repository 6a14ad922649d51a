import { checks } from '../../../checks/index.ts';
import { closure } from '../../engine/closure.ts';
import { evaluate } from '../../engine/evaluate.ts';
import { type Selection, select } from '../../engine/select.ts';
import { showFrom } from '../../engine/show.ts';
import { permissionsOf } from '../../gather/permissions.ts';
import { KubevetError } from '../../model/error.ts';
import type { Report } from '../../model/report.ts';
import { escapeText } from '../../report/escape.ts';
import { contextsOf } from '../contexts.ts';
import { exitCode, incompleteness, trippedGate } from '../exit-codes.ts';
import { factsInUse } from '../facts-in-use.ts';
import { gatesOf } from '../gates.ts';
import {
  type ClusterArguments,
  type FallbackArguments,
  type GatherArguments,
  type InputArguments,
  type ReportArguments,
  type SelectionArguments,
  selectorsOf,
} from '../options.ts';
import { parseOutputs, writeOutputs } from '../output.ts';
import { type Taken, takeSnapshot } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

/** All that a scan can be told. */
export type ScanArguments = ClusterArguments &
  InputArguments &
  GatherArguments &
  ReportArguments &
  SelectionArguments &
  FallbackArguments & { readonly allContexts: boolean };

/** `kubevet [scan]`: gathers, judges, writes the reports and sets the exit code. */
export async function scan(args: ScanArguments, terminal: Terminal): Promise<void> {
  const contexts = await contextsOf(args, terminal);
  if (contexts.length > 1) {
    const { scanContexts } = await import('./scan-contexts.ts');
    terminal.exit(await scanContexts(args, contexts, terminal));
  } else await scanOne(contexts.length === 0 ? args : { ...args, context: contexts }, terminal);
}

async function scanOne(args: ScanArguments, terminal: Terminal): Promise<void> {
  try {
    const take = (selection: Selection) => takeSnapshot(args, closure(selection.checks), terminal);
    terminal.exit((await scanWith(args, terminal, take)).code);
  } catch (error) {
    if (!mayFallBack(args, error)) throw error;
    terminal.err(`No cluster to scan: ${escapeText(error.message)}.\nScanning the embedded demo cluster instead.\n\n`);
    const { demo } = await import('./demo.ts');
    await demo({ ...args, serve: false }, terminal);
  }
}

/** Judges what `take` gathers for the selected checks, and writes the reports. */
export async function scanWith(
  args: ReportArguments & SelectionArguments & Pick<GatherArguments, 'quiet'>,
  terminal: Terminal,
  take: (selection: Selection) => Promise<Taken>,
): Promise<{ readonly report: Report; readonly code: number }> {
  const outputs = parseOutputs(args.output);
  const gates = gatesOf(args);
  const selection = select(checks, selectorsOf(args));
  const { facts } = await factsInUse(terminal);
  const { snapshot, ...taken } = await take(selection);
  const report = await evaluate(selection, snapshot, {
    facts,
    version,
    permissions: (key) => permissionsOf([key]),
    ...taken,
  });
  await writeOutputs(showFrom(report, args.severity), outputs, args.color, terminal);
  const incomplete = incompleteness(report, gates);
  const gate = trippedGate(report, gates);
  if (incomplete !== undefined && !args.quiet) terminal.err(`incomplete: ${incomplete}\n`);
  if (gate !== undefined && !args.quiet) terminal.err(`gate: ${gate}\n`);
  return { report, code: exitCode(report, gates) };
}

/** `--or-demo` falls back only where the user named no cluster and none answers. */
const mayFallBack = (args: ScanArguments, error: unknown): error is KubevetError =>
  args.orDemo === true &&
  error instanceof KubevetError &&
  (error.code === 'kubeconfig' || error.code === 'connection') &&
  args.context === undefined &&
  args.kubeconfig === undefined &&
  args.from === undefined;
