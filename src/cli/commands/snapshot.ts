import { catalogueKeys } from '../../gather/catalogue.ts';
import { redactSnapshot, serializeSnapshot } from '../../gather/snapshot-file.ts';
import { EXIT } from '../exit-codes.ts';
import type { ClusterArguments, GatherArguments, InputArguments } from '../options.ts';
import { writeFileAtomically } from '../output.ts';
import { takeSnapshot } from '../source.ts';
import type { Terminal } from '../terminal.ts';

/** `kubevet snapshot`: gathers everything and saves it, redacted. Incomplete where a deadline passed. */
export async function snapshot(
  args: ClusterArguments & InputArguments & GatherArguments & { readonly out: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const { snapshot: taken } = await takeSnapshot(args, catalogueKeys, terminal);
  const text = serializeSnapshot(redactSnapshot(taken));
  if (args.out === undefined || args.out === '-') terminal.out(text);
  else await writeFileAtomically(args.out, text);
  for (const deadline of taken.deadlines) terminal.err(`incomplete: ${deadline}\n`);
  if (taken.deadlines.length > 0) terminal.exit(EXIT.incomplete);
}
