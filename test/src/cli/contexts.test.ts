import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { run } from '../../../src/cli/program.ts';
import { type ApiServer, startApiServer } from '../../../src/demo/api-server.ts';
import { demoRecording } from '../../../src/demo/recording.ts';
import type { Report } from '../../../src/model/report.ts';
import { expectValidReport } from '../../support/report-schema.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubevet-contexts-'));
const ARN = 'arn:aws:eks:eu-central-1:123456789012:cluster/prod';
let server: ApiServer;

beforeAll(async () => {
  server = await startApiServer({ recording: await demoRecording() });
  const given = JSON.parse(server.kubeconfig());
  const [{ context }] = given.contexts;
  const dead = { name: 'dead', cluster: { server: 'https://127.0.0.1:1' } };
  const contexts = [
    { name: 'staging', context },
    { name: 'dead', context: { ...context, cluster: 'dead' } },
    { name: ARN, context },
  ];
  save({ ...given, clusters: [...given.clusters, dead], contexts, 'current-context': 'dead' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  for (const file of readdirSync(folder)) if (file !== 'config') rmSync(join(folder, file));
});

const save = (kubeconfig: unknown) => writeFileSync(join(folder, 'config'), JSON.stringify(kubeconfig));

async function kubevet(...argv: readonly string[]) {
  const terminal = recordedTerminal({ width: 80 });
  await run(['--kubeconfig', join(folder, 'config'), '--check', 'etcd/*', ...argv], terminal);
  return terminal.written;
}

describe('several contexts', () => {
  test('are scanned one after another, and one that is down keeps none from it', async () => {
    const { out, err, code } = await kubevet('--all-contexts');
    expect(code).toBe(3);
    expect(out.match(/^kubevet \S+ · (staging|arn:)/gm)).toHaveLength(2);
    expect(out.match(/^═{80}$/gm)).toHaveLength(2);
    expect(err).toContain('context dead (2 of 3)\nerror: 127.0.0.1:1 cannot be reached');
    const overview = out.slice(out.indexOf('ALL CONTEXTS')).split('\n');
    expect(overview[2]).toMatch(/^CONTEXT +SCORE +COVERAGE +CRIT +HIGH +MED +LOW +UNKNOWN$/);
    expect(overview[4]).toMatch(/^staging +\d+ +\d+ %/);
    expect(overview[5]).toMatch(/^dead +none +–/);
    expect(overview[6]).toMatch(/^arn:aws:eks:eu-central-1: +\d+/);
    expect(out.split('\n').filter((line) => line.length > 80 || / $/.test(line))).toEqual([]);
  });

  test('give one JSON document each', async () => {
    const { out, code } = await kubevet('--context', 'staging', '--context', ARN, '--context', ARN, '-o', 'json', '-q');
    expect(code).toBe(0);
    const reports: Report[] = out.split(/^(?<=^}\n)(?=\{)/m).map((text) => JSON.parse(text));
    expect(reports.map(({ cluster }) => cluster.context)).toEqual(['staging', ARN]);
    for (const report of reports) expectValidReport(report);
  });

  test('give a file each', async () => {
    await kubevet('--context', 'staging', '--context', ARN, '-o', `json=${join(folder, 'report-{context}.json')}`);
    const names = readdirSync(folder).filter((name) => name !== 'config');
    expect(names).toEqual(['report-arn_aws_eks_eu-central-1_123456789012_cluster_prod.json', 'report-staging.json']);
    for (const name of names) expectValidReport(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  });

  test.each<[string, readonly string[], RegExp]>([
    ['files that all would share', ['--all-contexts', '-o', 'json=report.json'], /would all go to report\.json/],
    ['two names of one file', ['--context', 'a/b', '--context', 'a:b', '-o', 'json={context}'], /the file of a_b/],
    ['a context beside all', ['--all-contexts', '--context', 'staging'], /--all-contexts and --context exclude/],
    ['files beside all', ['--all-contexts', '--from', 'x'], /--all-contexts and --from exclude/],
  ])('fail on %s', async (_, argv, message) => {
    const { out, err, code } = await kubevet(...argv);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test('after an interruption are named as not scanned', async () => {
    const terminal = recordedTerminal();
    terminal.signal('SIGINT');
    await run(['--kubeconfig', join(folder, 'config'), '--all-contexts'], terminal);
    expect(terminal.written.err).toContain(`incomplete: not scanned: staging, dead, ${ARN}\n`);
    expect(terminal.written.code).toBe(4);
  });
});

test('where there is no kubeconfig at all that is said once', async () => {
  const terminal = recordedTerminal({ homeDirectory: join(folder, 'empty') });
  await run(['--context', 'a', '--context', 'b'], terminal);
  expect(terminal.written.err).toMatch(/^error: no kubeconfig was found.*\nhint: .*\n$/);
  expect(terminal.written.code).toBe(3);
});

test.each(['snapshot', 'doctor'])('%s takes one context only', async (command) => {
  const terminal = recordedTerminal();
  await run([command, '--kubeconfig', join(folder, 'config'), '--context', 'a', '--context', 'b'], terminal);
  expect(terminal.written.err).toContain('--context was given more than once');
  expect(terminal.written.code).toBe(2);
});
