import { readdirSync } from 'node:fs';

/**
 * Tries all checks of a component, test/checks/COMPONENT/*.cases.ts, within one test file: jest links the modules of each file anew, which for most
 * checks takes longer than their tests.
 */
export async function tryChecksOf(component: string): Promise<void> {
  const folder = new URL(`../checks/${component}/`, import.meta.url);
  for (const file of readdirSync(folder).sort()) await import(new URL(file, folder).href);
}
