import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const cluster = new URL('cluster', import.meta.url).pathname;
const startOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[19];

test('a sweep removes what dead owners left and nothing else', () => {
  const runs = mkdtempSync(join(tmpdir(), 'kubevet-sweep-'));
  const owners = {
    living: `${process.pid} ${startOf(process.pid)}`,
    kept: 'kept',
    dead: '4194305 1', // more than a process number can be
    reused: `${process.pid} 1`,
    unowned: undefined,
  };
  for (const [run, owner] of Object.entries(owners)) {
    mkdirSync(join(runs, run, 'e2e-1'), { recursive: true });
    if (owner !== undefined) writeFileSync(join(runs, run, 'owner'), `${owner}\n`);
  }
  const { status, stderr } = spawnSync('bash', [cluster, 'sweep'], {
    encoding: 'utf8',
    env: { ...process.env, KUBEVET_E2E_STATE: runs },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(readdirSync(runs).filter((name) => !name.startsWith('.'))).toEqual(['kept', 'living']);
  rmSync(runs, { recursive: true });
});
