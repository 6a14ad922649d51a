import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../../src/cli/program.ts';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../../src/demo/api-server.ts';
import type { KubeconfigOptions } from '../../../src/demo/kubeconfig.ts';
import { demoRecording, type Recording } from '../../../src/demo/recording.ts';
import type { Report } from '../../../src/model/report.ts';
import { expectValidReport } from '../../support/report-schema.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubevet-trouble-'));
let recording: Recording;
let servers: ApiServer[] = [];

beforeAll(async () => {
  recording = await demoRecording();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(options: Omit<ApiServerOptions, 'recording'> = {}): Promise<ApiServer> {
  const server = await startApiServer({ recording, ...options });
  servers.push(server);
  return server;
}

function save(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Runs one command line against a kubeconfig; the environment and the home folder are empty. */
async function kubevet(kubeconfig: string | undefined, ...args: readonly string[]) {
  const terminal = recordedTerminal({ homeDirectory: folder });
  const where = kubeconfig === undefined ? [] : ['--kubeconfig', save('config', kubeconfig)];
  await run([...where, '--request-timeout', '2s', ...args], terminal);
  return terminal.written;
}

/** One sentence and a hint on standard error, nothing on standard output, and the exit code. */
function expectTrouble(written: { out: string; err: string; code: number }, code: number, sentence: RegExp): void {
  const [error = '', hint = '', ...rest] = written.err.trimEnd().split('\n');
  expect(error).toMatch(/^error: /);
  expect(error).toMatch(sentence);
  expect(hint).toMatch(/^hint: ./);
  expect(rest).toEqual([]);
  expect(written.out).toBe('');
  expect(written.code).toBe(code);
}

describe('no cluster', () => {
  test('no kubeconfig anywhere', async () => {
    expectTrouble(await kubevet(undefined), 3, /kubeconfig/);
  });

  test('a kubeconfig that is not there', async () => {
    expectTrouble(await kubevet(undefined, '--kubeconfig', join(folder, 'missing')), 3, /missing/);
  });

  test('a kubeconfig that is not YAML', async () => {
    expectTrouble(await kubevet('{]'), 3, /config/);
  });

  test('a context that does not exist', async () => {
    const server = await serve();
    expectTrouble(await kubevet(server.kubeconfig(), '--context', 'nowhere'), 3, /nowhere/);
  });

  test('a current context that does not exist', async () => {
    const server = await serve();
    const config = { ...JSON.parse(server.kubeconfig()), 'current-context': 'gone' };
    expectTrouble(await kubevet(JSON.stringify(config)), 3, /gone/);
  });

  test('a server that is not there', async () => {
    const server = await serve();
    const config = server.kubeconfig({ cluster: { server: 'https://127.0.0.1:1' } });
    expectTrouble(await kubevet(config), 3, /127\.0\.0\.1:1/);
  });

  test('a server whose certificate expired', async () => {
    const client = { user: 'kubernetes-admin', groups: ['kubeadm:cluster-admins'] };
    const server = await serve({ certificates: { serverValidAround: new Date('2020-01-01'), client } as never });
    expectTrouble(await kubevet(server.kubeconfig()), 3, /expired/);
  });

  test('a server of another authority', async () => {
    const [server, other] = [await serve(), await serve()];
    const authority = Buffer.from(other.certificates.authority).toString('base64');
    const config = server.kubeconfig({ cluster: { 'certificate-authority-data': authority } });
    expectTrouble(await kubevet(config), 3, /certificate/);
  });

  test.each<[string, KubeconfigOptions['user'] & object, RegExp]>([
    ['fails', { exec: plugin('echo no such profile >&2; exit 1') }, /plugin/],
    ['is missing', { exec: { ...plugin(''), command: 'kubevet-no-such-plugin' } }, /kubevet-no-such-plugin/],
    ['prints no credential', { exec: plugin('echo hello') }, /plugin/],
  ])('a credential plugin that %s', async (_, user, sentence) => {
    const server = await serve();
    const written = await kubevet(server.kubeconfig({ credential: 'none', user }));
    expect(written.code).toBe(3);
    expect(written.out).toBe('');
    expect(written.err).toMatch(sentence);
  });

  test('a refused credential', async () => {
    const server = await serve();
    expectTrouble(
      await kubevet(server.kubeconfig({ credential: 'none', user: { token: 'stale' } })),
      3,
      /credential|401|authenticat/i,
    );
  });

  test('a server that is none: it answers HTML', async () => {
    const html = {
      does: 'alter',
      alter: () => ({ code: 200, contentType: 'text/html', body: Buffer.from('<html>log in</html>') }),
    } as const;
    const server = await serve({ behaviours: { '*': html as never } });
    expectTrouble(await kubevet(server.kubeconfig()), 3, /HTML|Kubernetes API server/);
  });

  test('--or-demo never hides a cluster that was named', async () => {
    const written = await kubevet(undefined, '--or-demo', '--context', 'nowhere');
    expect(written.code).toBe(3);
    expect(written.out).toBe('');
  });
});

describe('bad files', () => {
  test.each<[string, string, string, RegExp]>([
    ['a truncated snapshot', 'snapshot.json', '{"schema":1,"tool":"0.1.0","input":"cluster","resour', /snapshot\.json/],
    [
      'a snapshot of a later schema',
      'later.json',
      '{"schema":99,"tool":"9.0.0","input":"cluster","cluster":{},"deadlines":[],"fields":{},"resources":{}}',
      /99/,
    ],
    ['YAML that is not Kubernetes', 'compose.yaml', 'services:\n  web:\n    image: nginx\n', /compose\.yaml/],
    ['no YAML at all', 'noise.yaml', 'a: b: c: [', /noise\.yaml/],
    ['an empty file', 'empty.yaml', '', /empty\.yaml/],
  ])('%s', async (_, name, text, sentence) => {
    expectTrouble(await kubevet(undefined, '--from', save(name, text)), 2, sentence);
  });

  test('a file that is not there', async () => {
    expectTrouble(await kubevet(undefined, '--from', join(folder, 'nothing.yaml')), 2, /nothing\.yaml/);
  });
});

describe('wrong usage', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['--colour'], /colour/],
    ['an unknown command', ['scna'], /scna/],
    ['an unknown format', ['-o', 'xml'], /xml/],
    ['an unknown check', ['--check', 'kube-apiserver/anonymus-auth'], /anonymus-auth/],
    ['a score that is none', ['--min-score', '120'], /min-score/],
    ['a duration that is none', ['--timeout', 'soon'], /soon/],
    ['two reports for one place', ['-o', 'json', '-o', 'table'], /standard output/],
    ['a day that is none', ['--as-of', 'today', '--from', '.'], /today/],
    ['--as-group without --as', ['--as-group', 'x'], /--as/],
    ['no request at a time', ['--concurrency', '0'], /concurrency/],
    ['two kubeconfigs', ['--kubeconfig', 'a', '--kubeconfig', 'b'], /--kubeconfig was given more than once/],
    ['two time limits', ['--timeout', '1s', '--timeout', '2s'], /--timeout was given more than once/],
    ['two severities', ['--fail-on', 'high', '--fail-on', 'low'], /given more than once/],
  ])('%s', async (_, args, sentence) => {
    const written = await kubevet(undefined, ...args);
    expect(written.err).toMatch(sentence);
    expect(written.err).toMatch(/^error: /);
    expect(written.out).toBe('');
    expect(written.code).toBe(2);
  });

  test('a report that cannot be written leaves nothing behind', async () => {
    const server = await serve();
    const before = readdirSync(folder);
    const written = await kubevet(server.kubeconfig(), '-o', `json=${join(folder, 'no-such-folder', 'report.json')}`);
    expect(written.code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('.kubevet'))).toEqual([]);
    expect(readdirSync(folder).length).toBeLessThanOrEqual(before.length + 1);
  });
});

describe('a cluster in trouble', () => {
  const pods = '/api/v1/pods';

  async function reportOf(
    options: Omit<ApiServerOptions, 'recording'>,
    ...args: string[]
  ): Promise<{ report: Report; code: number }> {
    const server = await serve(options);
    const { out, code, err } = await kubevet(server.kubeconfig(), '-o', 'json', ...args);
    if (out === '') throw new Error(err);
    const report: Report = JSON.parse(out);
    expectValidReport(report);
    expect(report.checks.filter(({ status }) => status === 'error')).toEqual([]);
    return { report, code };
  }

  const statusOf = (report: Report, id: string) => report.checks.find((check) => check.id === id)?.status;

  test.each([
    '/api/v1/pods',
    '/api/v1/nodes',
    '/api/v1/namespaces',
    '/api/v1/serviceaccounts',
    '/api/v1/secrets',
    '/apis/apps/v1/deployments',
    '/apis/apps/v1/daemonsets',
    '/apis/batch/v1/cronjobs',
    '/apis/rbac.authorization.k8s.io/v1/roles',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles',
    '/apis/rbac.authorization.k8s.io/v1/rolebindings',
    '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
    '/flagz',
    '/apis',
    '/api/v1/namespaces/kube-system/configmaps/kubeadm-config',
    '/api/v1/namespaces/kube-system/configmaps/kube-proxy',
    '/api/v1/nodes/node-1/proxy/configz',
  ])('403 on %s: no verdict turns better', async (path) => {
    const refused = { does: 'refuse', status: { code: 403, reason: 'Forbidden', message: 'forbidden' } } as const;
    const [whole, partial] = [await reportOf({}), await reportOf({ behaviours: { [path]: refused as never } })];
    for (const { id, status } of partial.report.checks) {
      if (status === 'pass' || status === 'not-applicable')
        expect([id, statusOf(whole.report, id)]).toEqual([id, status]);
    }
    expect(partial.report.score.coverage ?? 0).toBeLessThanOrEqual(whole.report.score.coverage ?? 0);
    expect(
      partial.report.coverage.failedLists.length + partial.report.coverage.missingPermissions.length,
    ).toBeGreaterThanOrEqual(0);
  });

  test.each<[string, object | readonly object[]]>([
    [
      'a storm of 429 that ends',
      [1, 2, 3].map(() => ({
        does: 'refuse',
        status: { code: 429, reason: 'TooManyRequests', message: 'slow down', retryAfterSeconds: 0 },
      })),
    ],
    ['one 500', [{ does: 'refuse', status: { code: 500, reason: 'InternalError', message: 'etcd' } }]],
    ['one cut connection', [{ does: 'cut', after: 1_000 }]],
  ])('%s is waited out', async (_, behaviour) => {
    const [whole, troubled] = [await reportOf({}), await reportOf({ behaviours: { [pods]: behaviour as never } })];
    expect(troubled.report.coverage.failedLists).toEqual([]);
    expect(troubled.report.checks.map(({ id, status }) => [id, status])).toEqual(
      whole.report.checks.map(({ id, status }) => [id, status]),
    );
  });

  const body = (make: (genuine: Buffer) => Buffer, contentType?: string) => ({
    does: 'alter',
    alter: (reply: { body: Buffer; contentType: string }) => ({
      ...reply,
      body: make(reply.body),
      contentType: contentType ?? reply.contentType,
    }),
  });

  test.each<[string, object]>([
    ['HTML', body(() => Buffer.from('<html></html>'), 'text/html')],
    ['protobuf that is cut', body((genuine) => genuine.subarray(0, genuine.length >> 1))],
    ['garbage', body((genuine) => Buffer.alloc(genuine.length, 0x99))],
    ['JSON that is cut', body(() => Buffer.from('{"kind":"PodList","items":[{"meta'), 'application/json')],
    ['another kind', body(() => Buffer.from('{"kind":"NodeList","apiVersion":"v1","items":[]}'), 'application/json')],
  ])('pods come as %s: unknown, never better', async (_, behaviour) => {
    const [whole, troubled] = [await reportOf({}), await reportOf({ behaviours: { [pods]: behaviour as never } })];
    expect(statusOf(troubled.report, 'workloads/privileged')).toBe('unknown');
    expect(statusOf(troubled.report, 'etcd/client-cert-auth')).toBe('unknown');
    for (const { id, status } of troubled.report.checks) {
      if (status === 'pass') expect([id, statusOf(whole.report, id)]).toEqual([id, status]);
    }
    expect(troubled.report.coverage.failedLists.map(({ resource }) => resource)).toContain('workload-shapes');
  });

  test('a deadline writes what there is and says what is missing', async () => {
    const { report, code } = await reportOf({ behaviours: { [pods]: { does: 'hang' } } }, '--timeout', '1s');
    expect(code).toBe(4);
    expect(report.scan.complete).toBe(false);
    expect(report.scan.deadlines.join()).toMatch(/timeout/);
    expect(statusOf(report, 'kube-apiserver/version-supported')).not.toBe('unknown');
    expect(statusOf(report, 'workloads/privileged')).toBe('unknown');
  });

  test('a signal writes what there is', async () => {
    const server = await serve({ behaviours: { [pods]: { does: 'hang' } } });
    const terminal = recordedTerminal({ homeDirectory: folder });
    const running = run(['--kubeconfig', save('config', server.kubeconfig()), '-o', 'json'], terminal);
    while (!server.requests.some(({ path }) => path === pods)) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    terminal.signal('SIGTERM');
    await running;
    expect(terminal.written.code).toBe(4);
    const report: Report = JSON.parse(terminal.written.out);
    expectValidReport(report);
    expect(report.scan.deadlines.join()).toMatch(/SIGTERM/);
  });
});

/** An exec credential plugin that is a shell script. */
function plugin(script: string) {
  return {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: 'sh',
    args: ['-c', script],
    interactiveMode: 'Never',
  };
}
