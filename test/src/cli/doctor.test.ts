import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { run } from '../../../src/cli/program.ts';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../../src/demo/api-server.ts';
import { demoRecording } from '../../../src/demo/recording.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubevet-doctor-'));
let server: ApiServer | undefined;
afterEach(() => server?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function doctor(options: Omit<ApiServerOptions, 'recording'>, ...argv: readonly string[]): Promise<string> {
  server = await startApiServer({ recording: await demoRecording(), ...options });
  const file = join(folder, 'config');
  writeFileSync(file, server.kubeconfig());
  const terminal = recordedTerminal({ width: 80 });
  await run(['doctor', '--kubeconfig', file, ...argv], terminal);
  expect(terminal.written).toMatchObject({ err: '', code: 0 });
  return terminal.written.out;
}

test('says who asks, and that all may be read', async () => {
  expect(await doctor({})).toMatch(/^Identity: \S+\nEverything that the selected checks read may be read\.\n$/);
});

test('says what each missing right costs, in lines that fit', async () => {
  const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  const status = { code: 403, reason: 'Forbidden', message: 'no\u001B[2J reviews' } as const;
  const text = await doctor({ behaviours: { [path]: { does: 'refuse', status } } });
  expect(text).toMatch(/^list nodes: could not be asked/m);
  expect(text).toMatch(/^ {2}touches \d+ checks, up to \d+ % of the coverage\n {4}.*kubelet \(\d+\)/m);
  expect(text).toContain('`kubevet permissions` prints the least ClusterRole');
  expect(text.split('\n').filter((line) => line.length > 80 || / $/.test(line))).toEqual([]);
  expect(text).not.toContain('\u001B');
});
