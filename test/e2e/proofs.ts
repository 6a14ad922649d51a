import { appendFileSync } from 'node:fs';

/** One line of the notes that a run of the end-to-end tests leaves: a check that was proven, or why none proves it. */
export type Note =
  | { readonly check: string; readonly observed: boolean }
  | { readonly check: string; readonly unproven: string };

/** Notes that a check failed when broken and passed when mended by its remediation, and whether what Kubernetes itself does was observed beside. */
export const noteProof = (check: string, observed: boolean): void => note({ check, observed });

/** Notes why no flip proves a check. */
export const noteUnproven = (check: string, unproven: string): void => note({ check, unproven });

/** Appends to the file that `npm run test:e2e` collects notes in; tests that are run by themselves leave none. */
function note(one: Note): void {
  const file = process.env['KUBEVET_E2E_NOTES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(one)}\n`);
}
