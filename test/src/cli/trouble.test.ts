import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { run } from '../../../src/cli/program.ts';
import type { Behaviour, Behaviours } from '../../../src/demo/behaviour.ts';
import { makeCertificates } from '../../../src/demo/certificates.ts';
import { EXPIRED, TOO_MANY_REQUESTS } from '../../../src/demo/status.ts';
import type { Report } from '../../../src/model/report.ts';
import { commandLab, statuses } from '../../support/command.ts';
import { ROLES } from '../../support/connections.ts';
import { silentServer } from '../../support/proxies.ts';
import { expectValidReport } from '../../support/report-schema.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const lab = commandLab();
afterEach(async () => {
  jest.useRealTimers();
  await lab.close();
});
afterAll(lab.remove);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const alter = (contentType: string, make: (genuine: Buffer) => Buffer): Behaviour => ({
  does: 'alter',
  alter: (reply) => ({ ...reply, contentType, body: make(reply.body) }),
});
const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const html = alter('text/html', () => Buffer.from('<html>log in</html>'));

/** A kubeconfig whose user has a credential plugin that is a shell script. */
async function withPlugin(script: string, more: object = {}): Promise<string> {
  const server = await lab.serve();
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sh', args: ['-c', script], ...more };
  return server.kubeconfig({ credential: 'none', user: { exec } });
}

describe('no cluster: one sentence, a hint, exit code 3, and nothing is written', () => {
  test('no kubeconfig anywhere', async () => {
    const written = await lab.expectTrouble(undefined, [], 3, /no kubeconfig was found: looked for .*\.kube/);
    expect(written.err).toMatch(/--kubeconfig/);
  });

  test.each<[string, string, RegExp]>([
    ['not YAML', '{]', /config is not valid YAML/],
    ['no kubeconfig', 'kind: Pod', /config is not a kubeconfig/],
    ['empty', '', /no current context/],
  ])('a kubeconfig that is %s', async (_, text, sentence) => {
    await lab.expectTrouble(text, [], 3, sentence);
  });

  test('a kubeconfig that is not there', async () => {
    await lab.expectTrouble(undefined, ['--kubeconfig', join(lab.folder, 'missing')], 3, /missing does not exist/);
  });

  test('a context that does not exist, wanted or current', async () => {
    const server = await lab.serve();
    await lab.expectTrouble(server.kubeconfig(), ['--context', 'nowhere'], 3, /the context "nowhere" does not exist/);
    const config = { ...JSON.parse(server.kubeconfig()), 'current-context': 'gone' };
    const { err } = await lab.expectTrouble(JSON.stringify(config), [], 3, /the current context "gone" does not exist/);
    expect(err).toMatch(/kubevet-demo/);
  });

  test('a server that is not there', async () => {
    const server = await lab.serve();
    const config = server.kubeconfig({ cluster: { server: 'https://127.0.0.1:1' } });
    await lab.expectTrouble(config, [], 3, /127\.0\.0\.1:1 cannot be reached: the connection was refused/);
  });

  test('a server that hangs', async () => {
    const [server, silent] = [await lab.serve(), lab.closing(await silentServer())];
    const config = server.kubeconfig({ cluster: { server: `https://${silent.host}` } });
    await lab.expectTrouble(config, ['--request-timeout', '200ms'], 3, /did not answer GET \/version within 0\.2 s/);
  });

  test('a server without TLS behind an https address', async () => {
    const server = await lab.serve({ plain: true });
    const config = server.kubeconfig({ cluster: { server: server.url.replace('http:', 'https:') } });
    await lab.expectTrouble(config, [], 3, /does not speak TLS/);
  });

  test('a server whose certificate expired', async () => {
    const client = { user: 'kubernetes-admin', groups: [] };
    const certificates = await makeCertificates({ serverValidAround: new Date('2020-01-01'), client });
    const server = await lab.serve({ certificates });
    const { err } = await lab.expectTrouble(server.kubeconfig(), [], 3, /its certificate has expired/);
    expect(err).toMatch(/never skips the check/);
  });

  test('a server of another authority', async () => {
    const { authority } = await makeCertificates({ client: { user: 'u', groups: [] } });
    const cluster = { 'certificate-authority-data': base64(authority) };
    await lab.expectTrouble((await lab.serve()).kubeconfig({ cluster }), [], 3, /not signed by the given CA/);
  });

  test('a proxy that is not there', async () => {
    const cluster = { 'proxy-url': 'http://user:canary@127.0.0.1:1' };
    const { err } = await lab.expectTrouble(
      (await lab.serve()).kubeconfig({ cluster }),
      [],
      3,
      /the proxy 127\.0\.0\.1:1/,
    );
    expect(err).not.toContain('canary');
  });

  test.each<[string, string, object, RegExp]>([
    ['fails', 'echo no such profile >&2; exit 1', {}, /plugin sh failed with exit code 1/],
    ['is missing', '', { command: 'kubevet-no-such-plugin' }, /kubevet-no-such-plugin was not found/],
    ['prints no credential', 'echo hello', {}, /plugin sh did not answer with an ExecCredential/],
    ['must ask, where nobody is', '', { interactiveMode: 'Always' }, /plugin sh must ask a user/],
  ])('a credential plugin that %s', async (_, script, more, sentence) => {
    const { err } = await lab.expectTrouble(await withPlugin(script, more), [], 3, sentence);
    if (script.includes('profile')) expect(err).toMatch(/^no such profile\n[\s\S]*hint: It said: no such profile/);
  });

  test('a credential plugin that hangs is ended after a minute', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    const started = join(lab.folder, 'started');
    const config = await withPlugin(`: > ${started}; exec sleep 30`);
    let over = false;
    const running = lab.expectTrouble(config, [], 3, /did not answer within 60 seconds/).finally(() => {
      over = true;
    });
    while (!readdirSync(lab.folder).includes('started')) await new Promise(setImmediate);
    jest.advanceTimersByTime(59_000);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(over).toBe(false);
    jest.advanceTimersByTime(1_000);
    await running;
  });

  test('a credential that is refused', async () => {
    const config = (await lab.serve()).kubeconfig({ credential: 'none', user: { token: 'stale' } });
    await lab.expectTrouble(config, [], 3, /refuses the credentials of this context \(401\)/);
  });

  test.each<[string, Behaviour, RegExp]>([
    ['answers HTML', html, /no Kubernetes API server/],
    ['sends elsewhere', { does: 'alter', alter: (reply) => ({ ...reply, code: 302 }) }, /redirect \(302\)/],
    ['is too busy', { does: 'refuse', status: { ...TOO_MANY_REQUESTS, retryAfterSeconds: 0 } }, /answered 429/],
  ])('a server that %s', async (_, behaviour, sentence) => {
    const server = await lab.serve({ behaviours: { '*': behaviour } });
    await lab.expectTrouble(server.kubeconfig(), [], 3, sentence);
  });

  test('the other commands say the same', async () => {
    const missing = ['--kubeconfig', join(lab.folder, 'missing')];
    const out = join(lab.output, 'snapshot.json');
    for (const command of [['snapshot', '-O', out], ['doctor']]) {
      const written = await lab.kubevet(undefined, ...command, ...missing);
      expect([written.code, written.out, written.err]).toEqual([
        3,
        '',
        expect.stringMatching(/^error: .*\nhint: .*\n$/),
      ]);
    }
    expect(readdirSync(lab.output)).toEqual([]);
  });

  test('--or-demo never hides a cluster that was named', async () => {
    await lab.expectTrouble(undefined, ['--or-demo', '--context', 'nowhere'], 3, /kubeconfig/);
  });
});

describe('bad files: one sentence, a hint, exit code 2, and nothing is written', () => {
  test.each<[string, string, string, RegExp]>([
    ['a truncated snapshot', 'snapshot.json', '{"schema":1,"tool":"0.1.0","input":"cluster","resour', /snapshot\.json/],
    [
      'a snapshot of a later schema',
      'later.json',
      '{"schema":99,"tool":"9.0.0","input":"cluster","cluster":{},"deadlines":[],"fields":{},"resources":{}}',
      /99/,
    ],
    [
      'YAML that is not Kubernetes',
      'compose.yaml',
      'services:\n  web:\n    image: nginx\n',
      /compose\.yaml.*no Kubernetes/,
    ],
    ['no YAML at all', 'noise.yaml', 'a: b: c: [', /noise\.yaml/],
    ['an empty file', 'empty.yaml', '', /empty\.yaml is empty/],
    ['text', 'notes.yaml', 'just words', /notes\.yaml.*no Kubernetes/],
  ])('%s', async (_, name, text, sentence) => {
    await lab.expectTrouble(undefined, ['--from', lab.save(name, text)], 2, sentence);
  });

  test('a saved snapshot that is cut anywhere', async () => {
    const server = await lab.serve();
    const { out } = await lab.kubevet(server.kubeconfig(), 'snapshot');
    for (const part of [0.01, 0.5, 0.99]) {
      const cut = lab.save('cut.json', out.slice(0, Math.floor(out.length * part)));
      await lab.expectTrouble(undefined, ['--from', cut], 2, /cut\.json/);
    }
  });

  test('a file that is not there', async () => {
    await lab.expectTrouble(undefined, ['--from', join(lab.folder, 'nothing.yaml')], 2, /nothing\.yaml/);
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
    const written = await lab.kubevet(undefined, ...args);
    expect(written.err).toMatch(sentence);
    expect(written.err).toMatch(/^error: /);
    expect(written.out).toBe('');
    expect(written.code).toBe(2);
  });

  test('a report that cannot be written leaves nothing behind', async () => {
    const server = await lab.serve();
    const file = join(lab.output, 'no-such-folder', 'report.json');
    const written = await lab.kubevet(server.kubeconfig(), '-o', `json=${file}`);
    expect([written.code, written.out, readdirSync(lab.output)]).toEqual([2, '', []]);
    expect(written.err).toMatch(/^error: .*report\.json could not be written \(ENOENT\)\nhint: ./m);
  });
});

describe('a cluster in trouble', () => {
  const pods = '/api/v1/pods';
  /** So many that they take two pages. */
  const additions = {
    [ROLES]: Array.from({ length: 600 }, (_, index) => ({ metadata: { name: `role-${index}` }, rules: [] })),
  };
  let whole: Report;
  beforeAll(async () => {
    whole = (await lab.reportOf({ additions })).report;
  });
  const reportOf = async (behaviours: Behaviours, ...args: readonly string[]) =>
    lab.reportOf({ additions, behaviours }, ...args);

  test.each<[string, string, readonly Behaviour[]]>([
    [
      'a storm of 429 that ends',
      pods,
      Array<Behaviour>(3).fill({ does: 'refuse', status: { ...TOO_MANY_REQUESTS, retryAfterSeconds: 0 } }),
    ],
    ['one 500', pods, [{ does: 'refuse', status: { code: 500, reason: 'InternalError', message: 'etcd' } }]],
    ['one cut connection', pods, [{ does: 'cut', after: 1_000 }]],
    ['a 410 in mid-list', ROLES, [{ does: 'answer' }, { does: 'refuse', status: EXPIRED }]],
  ])('%s changes nothing', async (_, path, behaviours) => {
    const { report, code } = await reportOf({ [path]: behaviours });
    expect(code).toBe(0);
    expect(report.coverage).toEqual({ missingPermissions: [], unreachableNodes: [], failedLists: [] });
    expect([statuses(report), report.score]).toEqual([statuses(whole), whole.score]);
  });

  test.each<[string, string, string, Behaviour | readonly Behaviour[], RegExp]>([
    ['pods', 'HTML', pods, html, /text\/html/],
    ['pods', 'protobuf that is cut', pods, alter(PROTOBUF, (body) => body.subarray(0, body.length >> 1)), /ends early/],
    ['pods', 'garbage', pods, alter(PROTOBUF, (body) => Buffer.alloc(body.length, 0x99)), /not Kubernetes protobuf/],
    [
      'pods',
      'JSON that is cut',
      pods,
      alter('application/json', () => Buffer.from('{"kind":"PodList","it')),
      /no JSON/,
    ],
    ['pods', 'another kind', pods, alter('application/json', () => Buffer.from('{"kind":"NodeList"}')), /no PodList/],
    [
      'pods',
      'a storm of 429 without end',
      pods,
      { does: 'refuse', status: { ...TOO_MANY_REQUESTS, retryAfterSeconds: 0 } },
      /answered 429/,
    ],
    [
      'roles',
      'pages that expire again and again',
      ROLES,
      Array.from({ length: 8 }, (_, turn) =>
        turn % 2 === 0 ? { does: 'answer' } : { does: 'refuse', status: EXPIRED },
      ),
      /after the first 500/,
    ],
  ])('%s come as %s: unknown, never better, and said', async (what, _, path, behaviour, said) => {
    const { report, code } = await reportOf({ [path]: behaviour });
    expect([0, 4]).toContain(code);
    const now = statuses(report);
    const changed = Object.entries(now).filter(([id, status]) => status !== statuses(whole)[id]);
    expect(changed.filter(([, status]) => status !== 'unknown')).toEqual([]);
    const lost = what === 'pods' ? ['workloads/privileged', 'etcd/client-cert-auth'] : ['rbac/wildcard-verbs'];
    for (const id of lost) expect([id, now[id]]).toEqual([id, 'unknown']);
    expect(report.coverage.failedLists.map(({ detail }) => detail).join('\n')).toMatch(said);
  });

  test('a server that is not verified is warned of, and every report says so', async () => {
    const server = await lab.serve();
    const cluster = { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined };
    const files = ['table', 'wide', 'json'].map((format) => `${format}=${join(lab.folder, format)}`);
    const outputs = files.flatMap((file) => ['-o', file]);
    const { err, code } = await lab.kubevet(server.kubeconfig({ cluster }), ...outputs, '--check', 'etcd/*');
    expect([code, err]).toEqual([0, expect.stringMatching(/^warning: the certificate of the server is not verified/)]);
    const [table, wide, json] = ['table', 'wide', 'json'].map((format) =>
      readFileSync(join(lab.folder, format), 'utf8'),
    );
    for (const text of [table, wide]) expect(text).toMatch(/certificate of the server was not verified/);
    expect(JSON.parse(json ?? '').cluster.tlsVerified).toBe(false);
  });

  test('a deadline writes what there is and says what is missing', async () => {
    const { report, code } = await reportOf({ [pods]: { does: 'hang' } }, '--timeout', '700ms');
    expect(code).toBe(4);
    expect(report.scan.complete).toBe(false);
    expect(report.scan.deadlines.join()).toMatch(/timeout/);
    expect(statuses(report)).toMatchObject({ 'workloads/privileged': 'unknown' });
    expect(statuses(report)['kube-apiserver/version-supported']).not.toBe('unknown');
  });

  test('a signal writes what there is', async () => {
    const server = await lab.serve({ behaviours: { [pods]: { does: 'hang' } } });
    const terminal = recordedTerminal({ homeDirectory: lab.folder });
    const running = run(['--kubeconfig', lab.save('config', server.kubeconfig()), '-o', 'json'], terminal);
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
