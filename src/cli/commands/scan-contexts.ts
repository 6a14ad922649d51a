import { closure } from '../../engine/closure.ts';
import { KubevetError } from '../../model/error.ts';
import type { Report } from '../../model/report.ts';
import { escapeText } from '../../report/escape.ts';
import { EXIT, exitCodeOf, worstExit } from '../exit-codes.ts';
import { fileNameOf, parseOutputs } from '../output.ts';
import { takeSnapshot } from '../source.ts';
import { paintsOut, type Terminal } from '../terminal.ts';
import { describeError } from '../trouble.ts';
import { type ScanArguments, scanWith } from './scan.ts';

/** What came of a context: its report, or why there is none. */
interface Result {
  readonly context: string;
  readonly report: Report | undefined;
  readonly code: number;
}

/** Scans one context after another; trouble with one keeps none of the others from being scanned. Returns the exit code of all. */
export async function scanContexts(
  args: ScanArguments,
  contexts: readonly string[],
  terminal: Terminal,
): Promise<number> {
  requireOwnPlaces(args.output, contexts);
  const forPersons = parseOutputs(args.output).some(({ format, path }) => path === undefined && format !== 'json');
  const apart = forPersons ? ruledOff(terminal) : terminal;
  const results: Result[] = [];
  for (const [index, context] of contexts.entries()) {
    if (terminal.interruption().aborted) {
      terminal.err(
        `incomplete: not scanned: ${contexts
          .slice(index)
          .map((one) => escapeText(one))
          .join(', ')}\n`,
      );
      results.push(...contexts.slice(index).map((one) => ({ context: one, report: undefined, code: EXIT.incomplete })));
      break;
    }
    if (!args.quiet) terminal.err(`context ${escapeText(context)} (${index + 1} of ${contexts.length})\n`);
    results.push(await scanOne({ ...args, context: [context] }, context, apart));
  }
  if (forPersons) {
    const { renderOverview } = await import('../../report/overview.ts');
    apart.out(renderOverview(results, { width: terminal.width, color: paintsOut(args.color, terminal) }));
  }
  return worstExit(results.map(({ code }) => code));
}

async function scanOne(args: ScanArguments, context: string, terminal: Terminal): Promise<Result> {
  try {
    const take = (keys: Parameters<typeof takeSnapshot>[1]) => takeSnapshot(args, keys, terminal);
    return { context, ...(await scanWith(args, terminal, (selection) => take(closure(selection.checks)))) };
  } catch (error) {
    if (!(error instanceof KubevetError) || error.code === 'usage') throw error;
    terminal.err(describeError(error, terminal.colorErr));
    return { context, report: undefined, code: exitCodeOf(error.code) };
  }
}

/** A terminal whose reports stand apart: a line between each and the next. */
function ruledOff(terminal: Terminal): Terminal {
  let first = true;
  return {
    ...terminal,
    out(text) {
      terminal.out(first ? text : `\n${'═'.repeat(terminal.width)}\n\n${text}`);
      first = false;
    },
  };
}

/** Fails where the reports of several contexts would be written to one file. */
function requireOwnPlaces(output: readonly string[], contexts: readonly string[]): void {
  const paths = parseOutputs(output).flatMap(({ path }) => (path === undefined ? [] : [path]));
  const shared = paths.find((path) => !path.includes('{context}'));
  if (shared !== undefined) {
    throw new KubevetError('usage', `the reports of ${contexts.length} contexts would all go to ${shared}`, {
      hint: 'Put {context} into the path: each report gets a file of its own.',
    });
  }
  const names = contexts.map(fileNameOf);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (paths.length > 0 && twice !== undefined) {
    throw new KubevetError('usage', `two contexts would be written to the file of ${twice}`, {
      hint: 'Scan them one by one, with a path for each.',
    });
  }
}
