import { checks } from '../../../checks/index.ts';
import { closure } from '../../engine/closure.ts';
import { select } from '../../engine/select.ts';
import { diagnose } from '../../gather/doctor.ts';
import { escapeText } from '../../report/escape.ts';
import { openConnection } from '../connection.ts';
import type { ClusterArguments, SelectionArguments } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const WEIGHTS = { critical: 10, high: 5, medium: 2, low: 1 } as const;

/** `kubevet doctor`: what this identity may not read, and which checks and coverage that costs. */
export async function doctor(args: ClusterArguments & SelectionArguments, terminal: Terminal): Promise<void> {
  const { checks: selected } = select(checks, { checks: args.check ?? [], components: args.component ?? [] });
  const reader = await openConnection(args, terminal, false);
  try {
    const { identity, refused } = await diagnose(reader, closure(selected));
    terminal.out(`Identity: ${escapeText(identity)}\n`);
    if (refused.length === 0) {
      terminal.out('Everything that the selected checks read may be read.\n');
      return;
    }
    const weight = (some: readonly (typeof selected)[number][]) =>
      some.reduce((sum, { meta }) => sum + WEIGHTS[meta.severity], 0);
    const total = weight(selected);
    for (const { permission, resources, because } of refused) {
      const lost = selected.filter(
        (check) => check.kind === 'automated' && closure([check]).some((key) => resources.includes(key)),
      );
      terminal.out(`\n${permission}: ${escapeText(because)}\n`);
      terminal.out(
        `  touches ${lost.length} of ${selected.length} checks, up to ${Math.round((100 * weight(lost)) / total)} % of the coverage\n`,
      );
      for (const { meta } of lost) terminal.out(`    ${meta.id}\n`);
    }
    terminal.out('\n`kubevet permissions` prints the least ClusterRole that a scan needs.\n');
  } finally {
    reader.close();
  }
}
