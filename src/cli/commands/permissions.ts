import { stringify } from 'yaml';
import { checks } from '../../../checks/index.ts';
import { closure } from '../../engine/closure.ts';
import { select } from '../../engine/select.ts';
import { clusterRole, type SensitivePermission } from '../../gather/permissions.ts';
import { type SelectionArguments, selectorsOf } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const WARNINGS: Readonly<Record<SensitivePermission, string>> = {
  secrets:
    'RBAC cannot grant the metadata of Secrets alone: whoever has this role can read every Secret. kubevet asks for metadata only.',
  'nodes/proxy':
    'nodes/proxy lets its holder run commands in every container of every node. kubevet reads configz with it and nothing else.',
};

/** `kubevet permissions`: the least ClusterRole for the selected checks, as YAML. */
export function permissions(
  args: SelectionArguments & { readonly include: readonly SensitivePermission[] },
  terminal: Terminal,
): void {
  const { checks: selected } = select(checks, selectorsOf(args));
  for (const sensitive of args.include) terminal.err(`warning: ${WARNINGS[sensitive]}\n`);
  terminal.out(stringify(clusterRole(closure(selected), { include: args.include })));
}
