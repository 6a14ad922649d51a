import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what was written, for command lines that run in the test's own process. */
export interface RecordedTerminal extends Terminal {
  readonly written: { out: string; err: string; code: number };
  /** Sends a signal to the running command. */
  signal(name: string): void;
}

/** A terminal of 100 columns in a pipe, without colour. */
export function recordedTerminal(
  given: Partial<Pick<Terminal, 'width' | 'colorOut' | 'env' | 'homeDirectory'>> & { readonly stdin?: string } = {},
): RecordedTerminal {
  const written = { out: '', err: '', code: 0 };
  const interrupted = new AbortController();
  return {
    written,
    signal: (name) => interrupted.abort(name),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    input: async () => given.stdin ?? '',
    width: given.width ?? 100,
    colorOut: given.colorOut ?? false,
    colorErr: false,
    interactive: false,
    inputIsTerminal: false,
    env: given.env ?? {},
    homeDirectory: given.homeDirectory ?? '/nonexistent',
    now: () => new Date('2026-11-24T12:00:00Z'),
    interruption: () => interrupted.signal,
    exit: (code) => {
      written.code = code;
    },
  };
}
