import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Writes a generated file where it changed; with `--check` on the command line says that it is stale instead, and fails. */
export function writeGenerated(file: URL, text: string, command: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  process.stderr.write(`${basename(file.pathname)} is out of date: run \`${command}\`\n`);
  process.exitCode = 1;
}
