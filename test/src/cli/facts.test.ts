import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { run } from '../../../src/cli/program.ts';
import { facts } from '../../../src/facts/index.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const NEWER = JSON.stringify({
  kind: 'KubevetFacts',
  schema: 1,
  releases: {
    kubernetes: { asOf: '2026-11-20', source: 'https://kubernetes.io/releases/', lines: ['1.37 1.37.9 2027-10-28'] },
  },
});

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kubevet-facts-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function kubevet(args: readonly string[], stdin?: string) {
  const terminal = recordedTerminal({ homeDirectory: home, ...(stdin === undefined ? {} : { stdin }) });
  await run(args, terminal);
  return terminal.written;
}
const stored = () => join(home, '.local/share/kubevet/facts.json');
const DEMO = ['demo', '-o', 'json', '--check', 'kube-apiserver/version-latest-patch'];

test('shows how old the data are', async () => {
  const { out, code } = await kubevet(['facts']);
  expect(code).toBe(0);
  expect(out).toContain(`Facts of ${facts.edition.date}, sha256 ${facts.edition.sha256}`);
  expect(out).toContain('as they come with kubevet');
  expect(out).toMatch(/^Kubernetes +vulnerabilities +2026-10-10 +45$/m);
  const json = JSON.parse((await kubevet(['facts', '-o', 'json'])).out);
  expect(json).toEqual({ ...facts.edition, file: null, describedThrough: facts.describedThrough });
});

test('a newer edition is taken, shown, and judged by; its hash is in the report', async () => {
  const before = JSON.parse((await kubevet(DEMO)).out);
  const file = join(home, 'newer.json');
  writeFileSync(file, NEWER);
  const taken = await kubevet(['facts', 'update', '--from', file]);
  expect([taken.err, taken.code]).toEqual(['', 0]);
  expect(taken.out).toContain('Facts of 2026-11-20');
  expect(readFileSync(stored(), 'utf8')).toBe(NEWER);
  const after = JSON.parse((await kubevet(DEMO)).out);
  expect(after.tool.facts.date).toBe('2026-11-20');
  expect(after.tool.facts.sha256).not.toBe(before.tool.facts.sha256);
  expect(JSON.stringify(after.checks)).toContain('1.37.9');
  expect(JSON.stringify(before.checks)).not.toContain('1.37.9');
});

test('standard input is read; the same edition again is refused', async () => {
  expect((await kubevet(['facts', 'update', '--from', '-'], NEWER)).code).toBe(0);
  const again = await kubevet(['facts', 'update', '--from', '-'], NEWER);
  expect(again.code).toBe(2);
  expect(again.err).toContain('nothing in it is newer');
});

test.each<readonly [string, readonly string[], string]>([
  ['an update without a file', ['facts', 'update'], '--from FILE'],
  ['a file without an update', ['facts', '--from', 'x'], 'facts update'],
  ['a file that is not there', ['facts', 'update', '--from', '/nonexistent/x'], 'ENOENT'],
  ['another action', ['facts', 'forget'], 'forget'],
])('%s is refused', async (_what, args, why) => {
  const { err, code } = await kubevet(args);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test('a stored edition that is broken stops a scan, and says what to do', async () => {
  expect((await kubevet(['facts', 'update', '--from', '-'], NEWER)).code).toBe(0);
  writeFileSync(stored(), '{}');
  const { err, code } = await kubevet(DEMO);
  expect(code).toBe(2);
  expect(err).toContain(stored());
  expect(err).toContain('Remove the file');
});

test('facts of long ago are named, and nothing passes by them', async () => {
  const args = ['demo', '--as-of', '2027-06-01T00:00:00Z', '--check', 'kube-scheduler/version'];
  const { out } = await kubevet(args);
  expect(out).toContain('Known for more than 90 days are releases of Kubernetes (2026-10-10)');
  const report = JSON.parse((await kubevet([...args, '-o', 'json'])).out);
  expect(report.tool.facts.outdated).toContainEqual({ product: 'Kubernetes', about: 'releases', asOf: '2026-10-10' });
  expect(report.checks[0].totals.pass).toBe(0);
});
