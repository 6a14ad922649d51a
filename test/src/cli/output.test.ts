import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parseOutputs, writeFileAtomically } from '../../../src/cli/output.ts';
import { KubevetError } from '../../../src/model/error.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubevet-output-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a file', () => {
  test('replaces what was there, for its owner only, and leaves nothing else behind', async () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, 'before, and longer');
    await writeFileAtomically(path, 'after');
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('writes to a pipe or device instead of taking its place', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const reader = spawn('cat', [path]);
    const read = new Promise<string>((resolve) => {
      let text = '';
      reader.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      reader.on('close', () => resolve(text));
    });
    await writeFileAtomically(path, 'through');
    expect(await read).toBe('through');
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test('fails with a sentence where the folder is not there', async () => {
    const writing = writeFileAtomically(join(folder, 'missing', 'report.json'), '');
    await expect(writing).rejects.toThrow(KubevetError);
    await expect(writing).rejects.toThrow(/could not be written \(ENOENT\)/);
  });

  test('fails where the file cannot be put in its place, and leaves nothing behind', async () => {
    const before = readdirSync(folder);
    await expect(writeFileAtomically(join(folder, 'x'.repeat(300)), 'text')).rejects.toThrow(/ENAMETOOLONG/);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('fails where the path is a folder, and leaves it', async () => {
    await expect(writeFileAtomically(folder, '')).rejects.toThrow(/EISDIR/);
    expect(statSync(folder).isDirectory()).toBe(true);
  });
});

describe('-o', () => {
  test('takes formats, with and without a file', () => {
    expect(parseOutputs(['table', 'json=a=b.json', 'wide=x'])).toEqual([
      { format: 'table', path: undefined },
      { format: 'json', path: 'a=b.json' },
      { format: 'wide', path: 'x' },
    ]);
  });

  test.each([[['json=']], [['xml']], [['json', 'table=-']], [['json=a', 'table=a']]])('refuses %j', (texts) => {
    expect(() => parseOutputs(texts)).toThrow(KubevetError);
  });
});
