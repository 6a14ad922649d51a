import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import type { Report } from '../../src/model/report.ts';

/** Where the accounts are that the tests scan with; the audit policy of test/e2e/cluster knows it by name. */
export const NAMESPACE = 'kubevet-e2e';

/** What a kubeconfig holds of one cluster, one user, one context. */
export interface Kubeconfig {
  readonly clusters: readonly [{ readonly name: string; readonly cluster: Readonly<Record<string, string>> }];
  readonly users: readonly [{ readonly name: string; readonly user: Readonly<Record<string, string>> }];
}

export interface Scan {
  readonly report: Report;
  readonly exit: number;
}

/** kubevet as it is shipped. */
export const bundle = new URL('../../dist/kubevet.js', import.meta.url).pathname;
/** The program that built the cluster, if one did. */
export const cluster = process.env['KUBEVET_E2E_CLUSTER'];
const folder = mkdtempSync(join(tmpdir(), 'kubevet-e2e-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Runs a program to its end. */
export function run(command: string, args: readonly string[], input = '') {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, input });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

export const kubevet = (...args: readonly string[]) => run(process.execPath, [bundle, ...args]);

/** The ClusterRole that kubevet asks for, as YAML. */
export const permissions = (): string => mustRun(process.execPath, [bundle, 'permissions']);

export const kubectl = (...args: readonly string[]): string => mustRun('kubectl', args);

/** Creates an object as it is given. */
export const create = (object: object): string => mustRun('kubectl', ['create', '-f', '-'], JSON.stringify(object));

/** An object of the cluster, as it is. */
// biome-ignore lint/suspicious/noExplicitAny: whatever kubectl prints
export const get = (...args: readonly string[]): any => JSON.parse(kubectl('get', '-o', 'json', ...args));

/** Runs test/e2e/cluster, where that built the cluster. */
export const onCluster = (...args: readonly string[]): string => mustRun('bash', [cluster ?? '', ...args]);

/** Runs a command on a node, given what it reads. */
export const onNode = (node: string, command: readonly string[], input?: string): string =>
  mustRun('bash', [cluster ?? '', 'node', node, ...command], input);

/** Runs a program to its end, and fails where that does. */
export function mustRun(command: string, args: readonly string[], input = ''): string {
  const { code, out, err } = run(command, args, input);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${err}${out}`);
  return out;
}

/** Scans with a kubeconfig, for a JSON report. */
export function scan(kubeconfig: string, ...args: readonly string[]): Scan {
  const { code, out, err } = kubevet('--kubeconfig', kubeconfig, '-o', 'json', ...args);
  if (out === '') throw new Error(`kubevet printed no report: ${err}`);
  return { report: JSON.parse(out), exit: code ?? -1 };
}

export const checkOf = (report: Report, id: string) => report.checks.find((check) => check.id === id);

/** The kubeconfig that the tests were started with, certificates in it. */
export const adminConfig = (): Kubeconfig =>
  JSON.parse(kubectl('config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'));

/** Writes a kubeconfig to a file of this name. */
export function writeConfig(name: string, config: Kubeconfig): string {
  const file = join(folder, `${name}.conf`);
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}

/** A kubeconfig for a new ServiceAccount, with a token of one hour, bound to a ClusterRole where one is given. */
export function accountConfig(name: string, role?: string): string {
  kubectl('-n', NAMESPACE, 'create', 'serviceaccount', name);
  if (role !== undefined) {
    const account = `--serviceaccount=${NAMESPACE}:${name}`;
    kubectl('create', 'clusterrolebinding', `${NAMESPACE}-${name}`, `--clusterrole=${role}`, account);
  }
  const token = kubectl('-n', NAMESPACE, 'create', 'token', name).trim();
  const admin = adminConfig();
  return writeConfig(name, { ...admin, users: [{ name: admin.users[0].name, user: { token } }] });
}

/** A test that needs more than an API server: on a cluster that the harness did not build it is left out, and says so. */
export const testOnBuiltCluster = (needs: string, name: string, body: () => void | Promise<void>): void => {
  if (cluster === undefined) process.stderr.write(`e2e: left out: "${name}" needs ${needs}\n`);
  (cluster === undefined ? test.skip : test)(name, body);
};

/** What the API servers logged of requests by the accounts of the tests. */
export const auditEvents = () =>
  onCluster('audit')
    .split('\n')
    .filter((line) => line.includes(`system:serviceaccount:${NAMESPACE}:`))
    .map((line) => JSON.parse(line))
    .filter(({ user }) => user.username.startsWith(`system:serviceaccount:${NAMESPACE}:`));
