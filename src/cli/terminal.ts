import { homedir } from 'node:os';

/** What the commands know of the world around them; the rest of kubevet gets it as arguments. */
export interface Terminal {
  /** Writes to standard output: reports only. */
  out(text: string): void;
  /** Writes to standard error: everything else. */
  err(text: string): void;
  /** All of standard input as text. */
  input(): Promise<string>;
  readonly width: number;
  readonly colorOut: boolean;
  readonly colorErr: boolean;
  /** Standard error is a terminal: progress may be drawn. */
  readonly interactive: boolean;
  /** Standard input is a terminal: a credential plugin may ask. */
  readonly inputIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDirectory: string;
  now(): Date;
  /** Aborted when SIGINT or SIGTERM comes, with its name as the reason; from the first call on. A second one ends the program at once. */
  interruption(): AbortSignal;
  exit(code: number): void;
}

const DEFAULT_WIDTH = 100;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    input: () => readAll(stdin),
    width: columns(env['COLUMNS']) ?? stdout.columns ?? stderr.columns ?? DEFAULT_WIDTH,
    colorOut: usesColor(stdout.isTTY, env),
    colorErr: usesColor(stderr.isTTY, env),
    interactive: stderr.isTTY === true && env['TERM'] !== 'dumb',
    inputIsTerminal: stdin.isTTY === true,
    env,
    homeDirectory: homedir(),
    now: () => new Date(),
    interruption,
    exit: (code) => {
      process.exitCode = code;
    },
  };
}

/** Colour on a terminal, unless NO_COLOR is set; FORCE_COLOR wins over both. See https://no-color.org */
export function usesColor(isTerminal: boolean | undefined, env: Terminal['env']): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return isTerminal === true && env['TERM'] !== 'dumb';
}

/** What `--color` may say. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** Whether to paint standard output: as `--color` says, else as the terminal and the environment have it. */
export const paintsOut = (choice: ColorChoice, { colorOut }: Terminal): boolean =>
  choice === 'auto' ? colorOut : choice === 'always';

function columns(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

let interrupted: AbortController | undefined;

function interruption(): AbortSignal {
  if (interrupted !== undefined) return interrupted.signal;
  const controller = new AbortController();
  const receive = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    controller.abort(signal);
  };
  process.on('SIGINT', receive);
  process.on('SIGTERM', receive);
  interrupted = controller;
  return controller.signal;
}
