import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiServer, startApiServer } from './api-server.ts';
import { demoFaults, FAULT_LABEL, faultSummary } from './faults.ts';
import { demoRecording } from './recording.ts';

/** The embedded cluster, running. */
export interface Demo {
  /** Path of a kubeconfig for it that only this user may read. */
  readonly kubeconfig: string;
  /** What it is, and what was added to it. */
  readonly banner: string;
  readonly server: ApiServer;
  /** Stops it and removes the kubeconfig. */
  readonly close: () => Promise<void>;
}

/** Serves the recorded cluster, with faults added, on 127.0.0.1 and writes a kubeconfig for it. Fails where no temporary file can be written. */
export async function startDemo(): Promise<Demo> {
  const server = await startApiServer({ recording: await demoRecording(), additions: demoFaults() });
  const folder = await mkdtemp(join(tmpdir(), 'kubevet-demo-'));
  const close = async () => {
    await Promise.all([server.close(), rm(folder, { recursive: true, force: true })]);
  };
  try {
    const kubeconfig = join(folder, 'config');
    await writeFile(kubeconfig, server.kubeconfig(), { mode: 0o600 });
    return { kubeconfig, server, close, banner: banner(server.url) };
  } catch (error) {
    await close();
    throw error;
  }
}

const banner = (url: string): string =>
  [
    `Demo: a recorded kubeadm cluster of two nodes (Kubernetes 1.37.2), served on ${url}.`,
    `These faults were added to it, labelled ${FAULT_LABEL}=true:`,
    ...faultSummary.map((fault) => `  - ${fault}`),
  ].join('\n');
