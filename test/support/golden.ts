import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program.ts';
import { startApiServer } from '../../src/demo/api-server.ts';
import { loadRecording } from '../../src/demo/recording.ts';
import type { Subject } from '../../src/model/finding.ts';
import type { CheckResult, Report } from '../../src/model/report.ts';
import { recordedTerminal } from './terminal.ts';

/** Recorded clusters; each folder holds a `recording` and what a scan of it says. */
export const CLUSTERS = new URL('../clusters/', import.meta.url);

/** The names of their folders, sorted. */
export const clusterNames = (): readonly string[] =>
  readdirSync(CLUSTERS, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    .sort();

/** The time as of which a recording is judged: what is out of support or expired by then depends on it. It stands beside the recording. */
const timeOf = (name: string): string => readFileSync(new URL(`${name}/as-of`, CLUSTERS), 'utf8').trim();

/** Serves a recorded cluster over TLS and scans it as the command line does; gives what its golden files hold, by name. */
export async function scanRecording(name: string): Promise<Readonly<Record<'report.json' | 'table.txt', string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'kubevet-golden-'));
  const server = await startApiServer({ recording: await loadRecording(new URL(`${name}/recording/`, CLUSTERS)) });
  try {
    const [kubeconfig, report] = [join(folder, 'config'), join(folder, 'report.json')];
    writeFileSync(kubeconfig, server.kubeconfig(), { mode: 0o600 });
    const terminal = recordedTerminal({ homeDirectory: folder });
    await run(['--kubeconfig', kubeconfig, '--as-of', timeOf(name), '-o', 'table', '-o', `json=${report}`], terminal);
    const { out, err, code } = terminal.written;
    if (out === '') throw new Error(`exit ${code}: ${err}`);
    // The port is another each time.
    const table = out.replaceAll(server.url, 'https://127.0.0.1:PORT');
    return { 'report.json': trimmed(JSON.parse(readFileSync(report, 'utf8'))), 'table.txt': table };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What matters of a report: each check's status and, a line each, its verdicts with their subjects and what is said of them. */
function trimmed({ cluster, coverage, score, checks }: Report): string {
  const { version, distribution, managed } = cluster;
  const head = JSON.stringify({ cluster: { version, distribution, managed }, coverage, score }, null, 1);
  const lines = checks.map((check) => `  ${JSON.stringify(check.id)}: ${trimmedCheck(check)}`);
  return `${head.slice(0, -'\n}'.length)},\n "checks": {\n${lines.join(',\n')}\n }\n}\n`;
}

function trimmedCheck({ status, findings }: CheckResult): string {
  const lines = findings.map(({ verdict, subject, message, uncertainty }) =>
    JSON.stringify([verdict, ...(uncertainty === null ? [] : [uncertainty.code]), nameOf(subject), message]),
  );
  const list = lines.length === 0 ? '[]' : `[\n   ${lines.join(',\n   ')}]`;
  return `{ "status": "${status}", "findings": ${list} }`;
}

/** Without names of members: they are random. */
function nameOf({ kind, namespace, name, container, members }: Subject): string {
  const place = namespace === undefined ? name : `${namespace}/${name}`;
  return `${kind} ${place}${container === undefined ? '' : ` ${container}`}${members === undefined ? '' : ` x${members.count}`}`;
}
