import { checks } from '../../../checks/index.ts';
import { closure } from '../../engine/closure.ts';
import { WEIGHTS } from '../../engine/score.ts';
import { select } from '../../engine/select.ts';
import { diagnose, type Refusal } from '../../gather/doctor.ts';
import type { Check } from '../../model/check.ts';
import { escapeText } from '../../report/escape.ts';
import { paragraph } from '../../report/layout.ts';
import { checkNames, count } from '../../report/phrases.ts';
import { openConnection } from '../connection.ts';
import { type ClusterArguments, type GatherArguments, type SelectionArguments, selectorsOf } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `kubevet doctor`: what this identity may not read, and which checks and coverage that costs. */
export async function doctor(
  args: ClusterArguments & SelectionArguments & Pick<GatherArguments, 'metrics'>,
  terminal: Terminal,
): Promise<void> {
  const { checks: selected } = select(checks, selectorsOf(args));
  const keys = closure(selected).filter((key) => args.metrics || key !== 'metrics');
  const reader = await openConnection(args, terminal, false);
  try {
    const { identity, refused } = await diagnose(reader, keys);
    const lines = [
      ...paragraph(escapeText(identity), terminal.width, 'Identity: '),
      ...(refused.length === 0
        ? ['Everything that the selected checks read may be read.']
        : [
            ...refused.flatMap((refusal) => ['', ...costOf(refusal, selected, terminal.width)]),
            '',
            ...paragraph('`kubevet permissions` prints the least ClusterRole that a scan needs.', terminal.width),
          ]),
    ];
    terminal.out(`${lines.join('\n')}\n`);
  } finally {
    reader.close();
  }
}

/** What one missing right costs: how many checks, of which components, and how much of the coverage at most. */
function costOf(
  { permission, resources, because }: Refusal,
  selected: readonly Check[],
  width: number,
): readonly string[] {
  const lost = selected.filter(
    (check) => check.kind === 'automated' && closure([check]).some((key) => resources.includes(key)),
  );
  const share = Math.round((100 * weightOf(lost)) / weightOf(selected));
  const ids = lost.map(({ meta }) => meta.id);
  return [
    ...paragraph(escapeText(`${permission}: ${because}`), width),
    ...paragraph(`touches ${count(lost.length, 'check')}, up to ${share} % of the coverage`, width, '  '),
    ...paragraph(checkNames(ids, false), width, '    '),
  ];
}

const weightOf = (some: readonly Check[]): number => some.reduce((sum, { meta }) => sum + WEIGHTS[meta.severity], 0);
