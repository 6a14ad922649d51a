import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Report } from '../../src/model/report.ts';
import { expectValidReport } from '../support/report-schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubevet-e2e-'));
const bundle = new URL('../../dist/kubevet.js', import.meta.url).pathname;
const cluster = process.env['KUBEVET_E2E_CLUSTER'] ?? '';
const adminConfig = process.env['KUBECONFIG'] ?? '';

/** Runs a program to its end. */
function run(command: string, args: readonly string[]): { code: number; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status ?? -1, out: stdout, err: stderr };
}

function kubectl(...args: readonly string[]): string {
  const { code, out, err } = run('kubectl', args);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${err}`);
  return out;
}

const kubevet = (...args: readonly string[]) => run(process.execPath, [bundle, ...args]);

/** A kubeconfig for a new ServiceAccount in namespace kubevet, with a token of one hour. */
function serviceAccountConfig(name: string): string {
  kubectl('-n', 'kubevet', 'create', 'serviceaccount', name);
  const token = kubectl('-n', 'kubevet', 'create', 'token', name).trim();
  const admin = parse(readFileSync(adminConfig, 'utf8'));
  const file = join(folder, `${name}.conf`);
  const config = { ...admin, users: [{ name: admin.users[0].name, user: { token } }] };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}

/** Status code of a GET without any credentials. */
function anonymousStatus(path: string): Promise<number> {
  const { server, 'certificate-authority-data': ca } = parse(readFileSync(adminConfig, 'utf8')).clusters[0].cluster;
  return new Promise((resolve, reject) => {
    request(new URL(path, server), { ca: Buffer.from(ca, 'base64') }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

const auditEvents = (user: string) =>
  run('bash', [cluster, 'audit'])
    .out.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((event) => event.user.username === `system:serviceaccount:kubevet:${user}`);

let report: Report;
let scanExit: number;

beforeAll(() => {
  kubectl('create', 'namespace', 'kubevet');
  const config = serviceAccountConfig('scanner');
  kubectl(
    'create',
    'clusterrolebinding',
    'kubevet-scanner',
    '--clusterrole=cluster-admin',
    '--serviceaccount=kubevet:scanner',
  );
  const { code, out, err } = kubevet('--kubeconfig', config, '-o', 'json');
  if (out === '') throw new Error(`kubevet printed no report: ${err}`);
  scanExit = code;
  report = JSON.parse(out);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a genuine kubeadm cluster, read as cluster-admin', () => {
  test('gives a whole, valid report', () => {
    expectValidReport(report);
    expect(scanExit).toBe(0);
    expect(report.cluster).toMatchObject({
      version: `v${process.env['KUBEVET_E2E_VERSION']}`,
      distribution: 'kubeadm',
      managed: null,
      tlsVerified: true,
    });
    expect(report.score.grade).not.toBeNull();
  });

  test('has no check that crashed', () => {
    expect(report.checks.filter(({ status }) => status === 'error')).toEqual([]);
  });

  test('leaves at most a tenth of the checks unknown, none for an unknown version', () => {
    const unknown = report.checks.filter(({ status }) => status === 'unknown');
    expect(unknown.length).toBeLessThanOrEqual(report.checks.filter(({ status }) => status !== 'manual').length / 10);
    const codes = unknown.flatMap(({ findings }) => findings.map(({ uncertainty }) => uncertainty?.code));
    expect(codes).not.toContain('outside-known-versions');
  });

  test('says of anonymous requests what the server does', async () => {
    const answered = (await anonymousStatus('/version')) === 200;
    const check = report.checks.find(({ id }) => id === 'kube-apiserver/anonymous-auth');
    expect(check?.status).toBe(answered ? 'fail' : 'pass');
  });

  test('sees the audit log that this cluster writes', () => {
    expect(report.checks.find(({ id }) => id === 'kube-apiserver/audit-log-path')?.status).toBe('pass');
    expect(run('bash', [cluster, 'audit']).out).not.toBe('');
  });

  test('asks only to read, by the word of the audit log', () => {
    const events = auditEvents('scanner');
    expect(events.length).toBeGreaterThan(10);
    const writes = events.filter(({ verb, objectRef }) => {
      if (verb === 'get' || verb === 'list') return false;
      return !(verb === 'create' && /^selfsubject(access|rules)?reviews$/.test(objectRef?.resource ?? ''));
    });
    expect(writes).toEqual([]);
    const proxied = events
      .filter(({ objectRef }) => objectRef?.subresource === 'proxy')
      .map(({ requestURI }) => requestURI);
    expect(proxied.every((uri: string) => /^\/api\/v1\/nodes\/[^/]+\/proxy\/configz$/.test(uri))).toBe(true);
  });
});

describe('a ServiceAccount without any binding', () => {
  let bare: Report;
  let exit: number;

  beforeAll(() => {
    const { code, out, err } = kubevet('--kubeconfig', serviceAccountConfig('nobody'), '-o', 'json');
    if (out === '') throw new Error(`kubevet printed no report: ${err}`);
    exit = code;
    bare = JSON.parse(out);
  });

  test('ends incomplete, without a letter', () => {
    expectValidReport(bare);
    expect(exit).toBe(4);
    expect(bare.score.grade).toBeNull();
  });

  test('decides only what /version and discovery decide', () => {
    const decided = bare.checks.filter(({ status }) => status === 'pass' || status === 'fail').map(({ id }) => id);
    expect(decided).toEqual([
      'kube-apiserver/known-cves',
      'kube-apiserver/version-latest-patch',
      'kube-apiserver/version-supported',
    ]);
  });

  test('gives every other check a reason', () => {
    const silent = bare.checks.filter(({ status, because, findings }) => {
      if (status !== 'unknown' && status !== 'not-applicable') return false;
      return because === null && findings.every(({ message }) => message === '');
    });
    expect(silent).toEqual([]);
  });
});
