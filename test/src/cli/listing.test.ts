import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { checks } from '../../../checks/index.ts';
import { run } from '../../../src/cli/program.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function kubevet(argv: readonly string[], width: number, colorOut = false): Promise<string> {
  const terminal = recordedTerminal({ width, colorOut });
  await run(argv, terminal);
  expect(terminal.written).toMatchObject({ err: '', code: 0 });
  return terminal.written.out;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escapes that colour is made of
const withoutColor = (text: string): string => text.replace(/\u001B\[\d+m/g, '');

describe.each([40, 80, 160])('in %d columns', (width) => {
  test('the list of checks fits and names each', async () => {
    const text = await kubevet(['checks'], width);
    expect(text.split('\n').filter((line) => stringWidth(line) > Math.max(width, 62) || / $/.test(line))).toEqual([]);
    expect(checks.filter(({ meta }) => !text.includes(`${meta.id} `))).toEqual([]);
  });

  test('the page of a check fits, but for addresses', async () => {
    const text = await kubevet(['explain', 'rbac/impersonate'], width);
    const lines = text.split('\n');
    expect(lines.filter((line) => stringWidth(line) > width && !/^ *https:\S+$/.test(line))).toEqual([]);
    expect(lines.filter((line) => / $/.test(line))).toEqual([]);
    expect(text).not.toMatch(/\*\*|\]\(/);
  });
});

test('colour changes nothing but colour', async () => {
  for (const argv of [['checks'], ['explain', 'rbac/impersonate']]) {
    const colored = await kubevet(argv, 80, true);
    expect(colored).toContain('\u001B[1m');
    expect(withoutColor(colored)).toBe(await kubevet(argv, 80));
  }
});
