import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Flags of a program without their dashes, and their values. */
export type Flags = Readonly<Record<string, string>>;

/** A server program that is to be started. */
export interface ServerProcess {
  readonly binary: string;
  readonly flags: Flags;
  /** A folder of its own, which goes with it. Paths in the flags may be relative to it. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether it serves; asked again and again, failing counts as no. */
  readonly isReady: () => Promise<boolean>;
}

const START_TIMEOUT = 180_000;
/** Lines of a log that tell why a server ended. */
const LAST_LINES = 3;

/** The folder of binaries that test/e2e/cluster built for a version of Kubernetes. */
export const binariesOf = (version: string): string =>
  join(process.env['KUBEVET_E2E_CACHE'] ?? join(homedir(), '.cache', 'kubevet-e2e'), version, 'bin');

/** Where in its folder a server writes its log. */
export const logIn = (folder: string): string => join(folder, 'log');

/** What a server is started with, its name first. */
export const commandOf = (name: string, flags: Flags): readonly string[] => [
  name,
  ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
];

/** Starts a server and gives what stops it. Fails, with the end of its log, where it does not serve within three minutes. */
export async function startServer(server: ServerProcess): Promise<() => Promise<void>> {
  const log = await open(logIn(server.folder), 'w');
  const [, ...args] = commandOf(server.binary, server.flags);
  // The server ends with whoever started it, however that ends.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', server.binary, ...args], {
    cwd: server.folder,
    env: { ...process.env, ...server.environment },
    stdio: ['ignore', log.fd, log.fd],
  });
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  await log.close();
  const stop = () => stopAndRemove(child, server.folder);
  const end = Date.now() + START_TIMEOUT;
  while (!(await server.isReady().catch(() => false))) {
    if (child.exitCode !== null || Date.now() > end) {
      const written = (await readFile(logIn(server.folder), 'utf8')).trim().split('\n').slice(-LAST_LINES);
      await stop();
      throw new Error(`did not become ready: ${[server.binary, ...args].join(' ')}\n${written.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return stop;
}

async function stopAndRemove(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
}

/** A port of 127.0.0.1 on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
