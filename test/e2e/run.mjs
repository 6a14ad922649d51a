// npm run test:e2e: brings up a genuine kubeadm cluster, runs the end-to-end tests against it, takes it down. After --:
//   --version 1.34.4   another version of Kubernetes than the newest
//   --all              every version that is tested, one after the other
//   --ha               three control-plane nodes, and what is to be seen on those only
//   --record           write into checks/proven.ts what the run proved of each check, instead of comparing it with what stands there
//   --record-clusters  instead of testing, record the cluster for test/clusters: as it comes, and hardened
//   --without-changes  the tables of flips alone, none of whose changes is made: every row must notice
//   --keep             leave the cluster up, and say how to use it
// KUBEVET_E2E_KUBECONFIG=FILE: no cluster is built; the tests run against the one of that file, those apart that need more than its API server.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const VERSIONS = ['1.37.2', '1.34.4', '1.32.2'];
const TABLES = /^(api-server-flips|flips-(?!bootstrap-token|coverage).*)\.test\.ts$/;
const RECORDINGS = 'recordings.test.ts';
const cluster = fileURLToPath(new URL('cluster', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const given = process.env.KUBEVET_E2E_KUBECONFIG;
const options = readOptions();
const name = `t${process.pid}`;
const environment = {
  ...process.env,
  KUBEVET_E2E_RUN: name,
  ...(options['without-changes'] ? { KUBEVET_E2E_WITHOUT_CHANGES: '1' } : {}),
};
let running;

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    // What runs may have children; nodes have sessions of their own and go with the cluster.
    if (running !== undefined) process.kill(-running.pid, 'SIGTERM');
    say(`${signal}: taking down`);
    takeDown();
    process.exit(code);
  });
}

process.exitCode = (await (given === undefined ? testBuiltClusters() : testGivenCluster(resolve(given)))) ? 0 : 1;

function readOptions() {
  const flag = { type: 'boolean', default: false };
  try {
    const { values } = parseArgs({
      options: {
        version: { type: 'string' },
        all: flag,
        ha: flag,
        record: flag,
        'record-clusters': flag,
        'without-changes': flag,
        keep: flag,
      },
    });
    if (values['without-changes'] && (values.ha || values.record))
      throw new Error('--without-changes is a run of its own: without --ha and --record');
    if (values.record && values.ha) throw new Error('--record wants a whole run: without --ha');
    if (values.all && (values.version !== undefined || values.keep))
      throw new Error('--all goes with neither --version nor --keep');
    if (given !== undefined && Object.values(values).some(Boolean))
      throw new Error('with KUBEVET_E2E_KUBECONFIG no cluster is built, so there is nothing to choose');
    return values;
  } catch (error) {
    return fail(error.message);
  }
}

async function testBuiltClusters() {
  const missing = linesOf('bash', [cluster, 'needs']) ?? ['bash'];
  if (missing.length > 0)
    fail(
      `Kubernetes is built and run on this machine, which lacks: ${missing.join(', ')}. Or set KUBEVET_E2E_KUBECONFIG to the kubeconfig of a cluster to try things on.`,
    );
  const results = [];
  for (const version of options.all ? VERSIONS : [options.version ?? VERSIONS[0]]) {
    results.push(await testVersion(version));
  }
  say(['version   cluster up   tests    result', ...results.map(row)].join('\n'));
  return results.every(({ passed }) => passed);
}

async function testVersion(version) {
  // A cluster that is kept has no owner whose death would take it down.
  const owner = options.keep ? {} : { KUBEVET_E2E_OWNER: String(process.pid) };
  const nodes = options.ha ? ['0', '3'] : [];
  const notes = join(mkdtempSync(join(tmpdir(), 'kubevet-e2e-')), 'notes');
  writeFileSync(notes, '');
  const about = { KUBEVET_E2E_CLUSTER: cluster, KUBEVET_E2E_VERSION: version, KUBEVET_E2E_NOTES: notes };
  const up = await step(`cluster of ${version}`, 'bash', [cluster, 'up', version, ...nodes], owner);
  const facts = up.passed && (await compareFacts(version));
  const tests = up.passed && (await step(`tests on ${version}`, 'bash', [cluster, 'run', ...jest(version)], about));
  if (options.keep && up.passed)
    say(`kept: KUBEVET_E2E_RUN=${name} ${cluster} run kubectl get nodes; ... down takes it down`);
  else takeDown();
  const proofs = tests?.passed && (await proven(version, notes));
  rmSync(join(notes, '..'), { recursive: true });
  return { version, up, tests, passed: Boolean(facts?.passed && proofs?.passed) };
}

/** Prints where the facts differ from what the built binaries say of their flags and admission plugins. */
function compareFacts(version) {
  const binaries = join(process.env.KUBEVET_E2E_CACHE ?? join(homedir(), '.cache', 'kubevet-e2e'), version, 'bin');
  const script = ['--import', './scripts/ts.mjs', 'scripts/facts-from-binaries.ts'];
  return step(`facts of ${version}`, process.execPath, [...script, binaries, version, join(binaries, 'etcd')]);
}

/** Records what the tests proved, or compares it with the record. Part of the tests proves part of it. */
async function proven(version, notes) {
  const isWhole = !['ha', 'without-changes', 'record-clusters'].some((option) => options[option]);
  if (!isWhole) return { passed: true };
  const script = ['--import', './scripts/ts.mjs', 'scripts/proven.ts', version, notes];
  return step('checks/proven.ts', process.execPath, options.record ? script : [...script, '--check']);
}

function row({ version, up, tests, passed }) {
  return [version.padEnd(9), time(up).padEnd(12), time(tests).padEnd(8), passed ? 'passed' : 'FAILED'].join(' ');
}

async function testGivenCluster(file) {
  if (!existsSync(file)) fail(`KUBEVET_E2E_KUBECONFIG: there is no ${file}`);
  const asked = ['--kubeconfig', file, 'get', '--raw', '/version'];
  if (linesOf('kubectl', asked) === undefined) fail(`the cluster of ${file} does not answer kubectl, or there is none`);
  const [program, ...args] = jest();
  return (await step('tests', program, args, { KUBECONFIG: file })).passed;
}

/** The command that runs the tests which a cluster of this version, or the one that is given, can run; says which those are not. */
function jest(version) {
  const files = readdirSync(join(root, 'test/e2e')).filter((file) => file.endsWith('.test.ts'));
  const left = files.filter((file) => whyNot(file, version) !== undefined);
  for (const file of left) say(`left out: ${file}, which ${whyNot(file, version)}`);
  const flags = '--experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --ci --verbose --runTestsByPath';
  const chosen = files.filter((file) => !left.includes(file)).map((file) => `test/e2e/${file}`);
  return [process.execPath, ...flags.split(' '), ...chosen, '--config', 'test/e2e/jest.config.js'];
}

function whyNot(file, version) {
  if (given !== undefined)
    return file === 'cluster.test.ts' ? undefined : 'breaks things, or builds servers of its own';
  if (options['record-clusters']) return file === RECORDINGS ? undefined : 'is no recording';
  if (file === RECORDINGS) return 'needs --record-clusters';
  if (options['without-changes']) return TABLES.test(file) ? undefined : 'has no table of flips';
  if (options.ha) return file === 'ha.test.ts' ? undefined : 'needs no second control-plane node';
  if (file === 'ha.test.ts') return 'needs --ha';
  if (file === 'encodings.test.ts' && version !== VERSIONS[0]) return 'sets fields that older versions lack';
  return undefined;
}

/** Runs a command to its end, and says how long it took. */
async function step(what, command, args, variables) {
  const started = Date.now();
  const env = { ...environment, ...variables };
  running = spawn(command, args, { cwd: root, stdio: 'inherit', env, detached: true });
  const code = await new Promise((done) => running.on('exit', done).on('error', () => done(1)));
  running = undefined;
  const result = { passed: code === 0, seconds: Math.round((Date.now() - started) / 1000) };
  say(`${what}: ${result.passed ? 'done' : 'failed'} in ${time(result)}`);
  return result;
}

function takeDown() {
  if (given === undefined) spawnSync('bash', [cluster, 'down'], { stdio: 'inherit', env: environment });
}

/** What a command prints; undefined where it fails. */
function linesOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : undefined;
}

function time(step) {
  return step ? `${step.seconds} s` : '-';
}

function say(text) {
  process.stderr.write(`${text.replace(/^/gm, 'e2e: ')}\n`);
}

function fail(why) {
  say(`the end-to-end tests did not run: ${why}`);
  process.exit(1);
}
