// npm run bench [-- start] [-- scan [KUBECONFIG]] [-- pods]: what kubevet takes, beside the floor that the machine sets. Medians of five runs, in turns.
//   start   kubevet --version beside node -e 0
//   scan    a whole scan of the two-node demo cluster, served by another process, or of the cluster of KUBECONFIG, beside node -e 0
//   pods    20,000 pods of a real kube-apiserver (test/e2e/cluster build 1.37.2 comes first) beside a bare client that parses JSON pages of 500
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type BareApiServer, startApiServer } from '../test/e2e/bare-api-server.ts';
import { type BareEtcd, startEtcd } from '../test/e2e/bare-etcd.ts';
import { binariesOf } from '../test/e2e/server-process.ts';
import { openFiller } from './bench/fill.ts';
import { measure, type Program, type Usage } from './bench/measure.ts';

const root = new URL('../', import.meta.url).pathname;
const KUBEVET = join(root, 'dist', 'kubevet.js');
const VERSION = '1.37.2';
const MANY = 20_000;
const FEW = 5_000;
const nothing: Program = { name: 'node -e 0', args: ['-e', '0'] };
const folder = mkdtempSync(join(tmpdir(), 'kubevet-bench-'));

/** One figure, and what it must not exceed. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'x' | 'ms' | 'MiB';
  readonly limit?: number;
}

async function start(): Promise<readonly Figure[]> {
  const [floor, version] = await two(nothing, {
    name: 'kubevet --version',
    args: [KUBEVET, '--version'],
    prints: /^\d/,
  });
  return [
    { what: 'node -e 0', value: floor.wall, unit: 'ms' },
    { what: 'kubevet --version', value: version.wall, unit: 'ms' },
    { what: 'kubevet --version / node -e 0, wall', value: version.wall / floor.wall, unit: 'x', limit: 1.3 },
  ];
}

async function scan(): Promise<readonly Figure[]> {
  const [given] = args;
  const served = given === undefined ? await serveDemo() : { kubeconfig: given, stop: () => {} };
  try {
    const [floor, whole] = await two(nothing, scanOf(served.kubeconfig));
    return [
      { what: 'node -e 0, CPU', value: floor.cpu, unit: 'ms' },
      { what: 'scan of two nodes, CPU', value: whole.cpu, unit: 'ms' },
      { what: 'scan of two nodes / node -e 0, CPU', value: whole.cpu / floor.cpu, unit: 'x', limit: 6 },
      { what: 'scan of two nodes, wall', value: whole.wall, unit: 'ms', limit: 1000 },
      { what: 'scan of two nodes, peak memory', value: whole.rss, unit: 'MiB', limit: 180 },
    ];
  } finally {
    served.stop();
  }
}

async function pods(): Promise<readonly Figure[]> {
  const binaries = binariesOf(VERSION);
  const etcd = await startEtcd(binaries);
  try {
    return [...(await ofDeployments(binaries, etcd)), ...(await ofJobs(binaries, etcd))];
  } finally {
    await etcd.stop();
  }
}

async function ofDeployments(binaries: string, etcd: BareEtcd): Promise<readonly Figure[]> {
  const server = await startApiServer(binaries, { etcd, prefix: 'deployments', flags: WITHOUT_ACCOUNTS });
  try {
    const filler = await openFiller(server, etcd, 'deployments');
    note(`creating ${FEW} pods`);
    await filler.deploymentPods(0, FEW);
    const kubeconfig = fileOf('deployments.conf', server.kubeconfig);
    const [few] = await measure([scanOf(kubeconfig, 'json')]);
    note(`creating ${MANY - FEW} more`);
    await filler.deploymentPods(FEW, MANY);
    note('measuring');
    const [floor, gathered, whole, json] = await measure([
      bareList(server),
      { name: 'gather', args: [await gatherBundle(), kubeconfig], prints: new RegExp(`^${MANY}\\n$`) },
      scanOf(kubeconfig),
      scanOf(kubeconfig, 'json'),
    ]);
    if (few === undefined || floor === undefined || gathered === undefined || whole === undefined || json === undefined)
      throw new Error('nothing was measured');
    return [
      { what: `${MANY} pods, JSON pages of 500, parsed`, value: floor.wall, unit: 'ms' },
      { what: `${MANY} pods gathered and reduced`, value: gathered.wall, unit: 'ms' },
      { what: 'gathered and reduced / JSON, wall', value: gathered.wall / floor.wall, unit: 'x', limit: 0.45 },
      { what: 'whole scan / JSON, wall', value: whole.wall / floor.wall, unit: 'x', limit: 0.5 },
      { what: `scan of ${FEW} pods, peak memory, JSON`, value: few.rss, unit: 'MiB', limit: 180 },
      { what: `scan of ${MANY} pods, peak memory, JSON`, value: json.rss, unit: 'MiB', limit: 180 },
      { what: `peak memory at ${MANY} / at ${FEW} pods`, value: json.rss / few.rss, unit: 'x', limit: 1.15 },
    ];
  } finally {
    await server.stop();
  }
}

async function ofJobs(binaries: string, etcd: BareEtcd): Promise<readonly Figure[]> {
  const server = await startApiServer(binaries, { etcd, prefix: 'jobs', flags: WITHOUT_ACCOUNTS });
  try {
    const filler = await openFiller(server, etcd, 'jobs');
    note(`creating ${MANY} Jobs and their pods`);
    await filler.jobPods(0, MANY);
    note('measuring');
    const [whole] = await measure([scanOf(fileOf('jobs.conf', server.kubeconfig), 'json')]);
    if (whole === undefined) throw new Error('nothing was measured');
    return [{ what: `scan of ${MANY} pods of lone Jobs, peak memory`, value: whole.rss, unit: 'MiB', limit: 180 }];
  } finally {
    await server.stop();
  }
}

/** Nothing makes ServiceAccounts in a bare server, and pods without one are refused by this plugin. */
const WITHOUT_ACCOUNTS = { 'disable-admission-plugins': 'ServiceAccount' };

/** A scan whose report goes to standard output. */
const scanOf = (kubeconfig: string, format: 'table' | 'json' = 'table'): Program => ({
  name: `kubevet -o ${format}`,
  args: [KUBEVET, '--kubeconfig', kubeconfig, '-o', format, '--min-coverage', '0', '--quiet'],
  prints: format === 'json' ? /^\{\s*"schemaVersion"/ : /Score|nothing could be determined/i,
});

function bareList({ url, certificates: { authority, client } }: BareApiServer): Program {
  const files = [
    fileOf('ca.crt', authority),
    fileOf('client.crt', client.certificate),
    fileOf('client.key', client.key),
  ];
  const script = new URL('bench/bare-list.mjs', import.meta.url).pathname;
  return { name: 'bare list', args: [script, url, ...files], prints: new RegExp(`^${MANY}\\n$`) };
}

async function gatherBundle(): Promise<string> {
  const outfile = join(folder, 'gather-pods.mjs');
  await build({
    entryPoints: [new URL('bench/gather-pods.ts', import.meta.url).pathname],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
}

/** The demo cluster in a process of its own, so that what serving takes is not counted. */
async function serveDemo(): Promise<{ readonly kubeconfig: string; readonly stop: () => void }> {
  const server = spawn(process.execPath, [KUBEVET, 'demo', '--serve'], { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const text of server.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    const kubeconfig = /export KUBECONFIG=(\S+)/.exec(text)?.[1];
    if (kubeconfig !== undefined) return { kubeconfig, stop: () => server.kill() };
  }
  throw new Error('the demo cluster could not be served');
}

async function two(one: Program, other: Program): Promise<readonly [Usage, Usage]> {
  const [first, second] = await measure([one, other]);
  if (first === undefined || second === undefined) throw new Error('nothing was measured');
  return [first, second];
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

function note(text: string): void {
  process.stderr.write(`bench: ${text} ...\n`);
}

function show(figures: readonly Figure[]): void {
  for (const { what, value, unit, limit } of figures) {
    const shown = unit === 'x' ? value.toFixed(2) : String(Math.round(value));
    const verdict = limit === undefined ? '' : `  (limit ${limit} ${unit})${value > limit ? '  EXCEEDED' : ''}`;
    console.log(`${what.padEnd(52)} ${shown.padStart(7)} ${unit}${verdict}`);
    if (limit !== undefined && value > limit) process.exitCode = 1;
  }
}

const parts = { start, scan, pods };
const [part, ...args] = process.argv.slice(2);
if (part !== undefined && !Object.hasOwn(parts, part)) {
  console.error(`there is no benchmark ${part}: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
try {
  for (const run of part === undefined ? Object.values(parts) : [parts[part as keyof typeof parts]]) show(await run());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
