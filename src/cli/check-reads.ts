import { closure } from '../engine/closure.ts';
import { permissionsOf } from '../gather/permissions.ts';
import type { Check } from '../model/check.ts';
import type { CheckReads } from '../report/check-page.ts';

/** What a check reads, through all views, and what the identity must be allowed to do for it. */
export function readsOf(check: Check): CheckReads {
  const resources = closure([check]);
  return { resources, permissions: permissionsOf(resources) };
}
