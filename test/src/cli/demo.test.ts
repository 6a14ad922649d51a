import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAULT_LABEL } from '../../../src/demo/faults.ts';
import type { Report } from '../../../src/model/report.ts';
import { expectValidReport } from '../../support/report-schema.ts';

const bundle = new URL('../../../dist/kubevet.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'kubevet-demo-test-'));
const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, COLUMNS: '120' };

/** Runs the bundle as a user does, with an empty home. */
const kubevet = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bundle, ...args], { encoding: 'utf8', env });

let table: string;
let fallback: string;
let report: Report;

beforeAll(() => {
  const file = join(folder, 'report.json');
  const { stdout, stderr, status } = kubevet('--or-demo', '-o', 'table', '-o', `json=${file}`);
  if (status !== 0) throw new Error(stderr);
  fallback = stderr;
  table = stdout;
  report = JSON.parse(readFileSync(file, 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the demo', () => {
  test('is a valid report of the embedded cluster', () => {
    expectValidReport(report);
    expect(report.input).toBe('demo');
    expect(report.cluster).toMatchObject({ version: 'v1.37.2', distribution: 'kubeadm', tlsVerified: true });
    expect(report.checks.filter(({ status }) => status === 'error')).toEqual([]);
  });

  test('says nothing on standard error that it was not asked for', () => {
    const { stderr, status } = kubevet('demo', '--quiet');
    expect([status, stderr]).toEqual([0, '']);
  });

  test('prints the numbers of its JSON', () => {
    for (const { id, score, coverage } of report.components) {
      const row = table.split('\n').find((line) => line.includes(` ${id} `) || line.trim().startsWith(`${id} `)) ?? '';
      const numbers = [...row.matchAll(/\d+/g)].map(([number]) => Number(number));
      if (score !== null) expect([id, numbers]).toEqual([id, expect.arrayContaining([score])]);
      if (coverage !== null) expect([id, numbers]).toEqual([id, expect.arrayContaining([coverage])]);
    }
    expect(table).toMatch(new RegExp(`\\b${report.score.value}\\b`));
    expect(table).toMatch(new RegExp(`\\b${report.score.coverage} ?%`));
  });

  test('lists what --severity asks for, with the same score and gates', () => {
    const { stdout, status } = kubevet('demo', '--severity', 'critical', '--fail-on', 'high', '-o', 'json');
    const part: Report = JSON.parse(stdout);
    expectValidReport(part);
    expect(status).toBe(1);
    expect(part.minSeverity).toBe('critical');
    expect(new Set(part.checks.map(({ severity }) => severity))).toEqual(new Set(['critical']));
    expect([part.score, part.components]).toEqual([report.score, report.components]);
  });

  test('finds each fault that was added', () => {
    const failing = new Map(
      report.checks.filter(({ status }) => status === 'fail').map(({ id, findings }) => [id, JSON.stringify(findings)]),
    );
    expect(failing.get('rbac/cluster-admin-bindings')).toContain('developers');
    expect(failing.get('rbac/secrets-read')).toContain('system:authenticated');
    expect(failing.get('rbac/pods-exec')).toContain('support');
    expect(failing.get('service-accounts/legacy-token-secrets')).toContain('ci-token');
    expect(failing.get('workloads/privileged')).toContain('log-shipper');
    expect(failing.get('workloads/runtime-socket-mounted')).toContain('log-shipper');
    expect(failing.get('workloads/ssh-server')).toContain('jump-host');
    expect(failing.get('workloads/host-network')).toContain('web');
    expect(failing.get('etcd/backup-plan')).toContain('etcd-backup');
  });

  test('stands in where there is no cluster, and says so', () => {
    expect(fallback).toMatch(
      /^No cluster to scan: no kubeconfig was found.*\.\nScanning the embedded demo cluster instead\.\n/,
    );
    expect(table).toContain('! This is the embedded demo cluster');
  });

  test('says what it is and labels its faults', () => {
    const { stderr } = kubevet('demo', '-o', `json=${join(folder, 'again.json')}`);
    expect(stderr).toContain('Demo:');
    expect(stderr).toContain(FAULT_LABEL);
  });

  test('says nothing on standard error with --quiet', () => {
    expect(kubevet('demo', '--quiet', '--check', 'etcd/*', '--check', 'workloads/*').stderr).toBe('');
    expect(kubevet('demo', '--quiet', '-o', `json=${join(folder, 'quiet.json')}`)).toMatchObject({
      stderr: '',
      stdout: '',
    });
  });

  test('gives the same findings each time', () => {
    // Its server takes another port each time.
    const portless = (text: string): Report => JSON.parse(text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1'));
    const again = portless(readFileSync(join(folder, 'again.json'), 'utf8'));
    expect(again.checks).toEqual(portless(JSON.stringify(report)).checks);
  });
});

describe('the program', () => {
  test('says its version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(kubevet('--version').stdout).toBe(`${version}\n`);
  });

  test('runs by a name that links to it, as kubectl runs a plugin', () => {
    const plugin = join(folder, 'kubectl-vet');
    symlinkSync(bundle, plugin);
    const { stdout, status } = spawnSync(plugin, ['version'], { encoding: 'utf8', env });
    expect([status, stdout]).toEqual([0, kubevet('--version').stdout]);
  });

  test('is quiet when its reader goes away', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bundle}" checks | head -n 1`], {
      encoding: 'utf8',
      env,
    });
    expect(status).toBe(0);
    expect(stderr).toBe('');
  });

  test('explains every check that it lists', () => {
    const listed: { id: string }[] = JSON.parse(kubevet('checks', '-o', 'json').stdout);
    expect(listed.length).toBeGreaterThan(60);
    const { stdout, status } = kubevet('explain', listed[0]?.id ?? '');
    expect(status).toBe(0);
    expect(stdout).toContain(listed[0]?.id);
  });

  test('prints a ClusterRole without the rights that allow too much', () => {
    const { stdout } = kubevet('permissions');
    expect(stdout).toContain('kind: ClusterRole');
    expect(stdout).not.toMatch(/secrets|nodes\/proxy/);
    expect(kubevet('permissions', '--include', 'secrets').stdout).toContain('secrets');
  });
});
