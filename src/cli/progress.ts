import type { Terminal } from './terminal.ts';

/** Tells on standard error how far a scan is: one line that is drawn over, on a terminal only. */
export interface Progress {
  update(done: number, total: number, what: string): void;
  /** Takes the line away. */
  clear(): void;
}

const BAR = 20;
const silent: Progress = { update: () => {}, clear: () => {} };

/** Progress for this terminal; silent where it is none, or on `--quiet`. */
export function progressOn(terminal: Terminal, quiet: boolean): Progress {
  if (quiet || !terminal.interactive) return silent;
  let drawn = false;
  return {
    update(done, total, what) {
      const filled = total === 0 ? 0 : Math.round((done / total) * BAR);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
      terminal.err(`\r\u001B[K${bar} ${done}/${total} ${what}`.slice(0, terminal.width + 4));
      drawn = true;
    },
    clear() {
      if (drawn) terminal.err('\r\u001B[K');
      drawn = false;
    },
  };
}
