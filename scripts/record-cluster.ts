// npm run record-cluster -- FOLDER [--kubeconfig FILE] [--context NAME]: records of a live cluster what kubevet reads, without anything secret.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../src/kube/connect.ts';
import { KubevetError } from '../src/model/error.ts';
import { recordCluster } from './recording/record.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kubeconfig: { type: 'string' }, context: { type: 'string' } },
});
const [folder, ...others] = positionals;

try {
  if (folder === undefined || others.length > 0) {
    throw new KubevetError('usage', 'usage: npm run record-cluster -- FOLDER [--kubeconfig FILE] [--context NAME]');
  }
  if (existsSync(folder)) throw new KubevetError('usage', `${folder} exists already: remove it, or name another`);
  await record(folder);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`record-cluster: ${error.message}\n`);
  process.exitCode = 1;
}

async function record(into: string): Promise<void> {
  const connection = await connect({
    env: process.env,
    homeDirectory: homedir(),
    inputIsTerminal: process.stdin.isTTY,
    userAgent: 'kubevet/record-cluster',
    requestTimeout: 30_000,
    ...(values.kubeconfig === undefined ? {} : { kubeconfig: values.kubeconfig }),
    ...(values.context === undefined ? {} : { context: values.context }),
  });
  try {
    const files = await recordCluster(connection);
    for (const [path, content] of files) {
      mkdirSync(dirname(join(into, path)), { recursive: true });
      writeFileSync(join(into, path), content);
    }
    const size = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    process.stdout.write(`Recorded ${files.size} files of ${Math.ceil(size / 1024)} KiB in ${into}.\n`);
  } finally {
    connection.close();
  }
}
