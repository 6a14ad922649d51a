import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { run } from '../../src/cli/program.ts';
import type { ApiServer, ApiServerOptions } from '../../src/demo/api-server.ts';
import type { Report } from '../../src/model/report.ts';
import { connectionLab } from './connections.ts';
import { expectValidReport } from './report-schema.ts';
import { recordedTerminal } from './terminal.ts';

export type Written = ReturnType<typeof recordedTerminal>['written'];

/** API servers, and command lines that run against them in the test's own process. */
export function commandLab() {
  const lab = connectionLab();
  const output = join(lab.folder, 'output');
  mkdirSync(output);
  const commands = {
    ...lab,
    /** A folder for what a command writes, empty at first. */
    output,
    /** Runs one command line against a kubeconfig; the home folder is the lab's, and the environment has a PATH. */
    kubevet: async (kubeconfig: string | undefined, ...args: readonly string[]): Promise<Written> => {
      const terminal = recordedTerminal({ homeDirectory: lab.folder, env: { PATH: '/usr/bin:/bin' } });
      const where = kubeconfig === undefined ? [] : ['--kubeconfig', lab.save('config', kubeconfig)];
      const patience = args.includes('--request-timeout') ? [] : ['--request-timeout', '20s'];
      await run([...where, ...patience, ...args], terminal);
      return terminal.written;
    },
    /** Runs a scan that must fail: one sentence and a hint end standard error, nothing else is written, and the exit code is this. */
    expectTrouble: async (kubeconfig: string | undefined, args: readonly string[], code: number, sentence: RegExp) => {
      const toFile = ['-o', 'table', '-o', `json=${join(output, 'report.json')}`];
      const written = await commands.kubevet(kubeconfig, ...args, ...toFile);
      const [error = '', hint = ''] = written.err.trimEnd().split('\n').slice(-2);
      expect(error).toMatch(/^error: /);
      expect(error).toMatch(sentence);
      expect(hint).toMatch(/^hint: ./);
      expect([written.code, written.out, readdirSync(output)]).toEqual([code, '', []]);
      return written;
    },
    /** Scans a server; its report must be valid, and no check of it an error. */
    report: async (server: ApiServer, ...args: readonly string[]): Promise<{ report: Report; code: number }> => {
      const { out, code, err } = await commands.kubevet(server.kubeconfig(), '-o', 'json', ...args);
      if (out === '') throw new Error(err);
      const report: Report = JSON.parse(out);
      expectValidReport(report);
      expect(report.checks.filter(({ status }) => status === 'error')).toEqual([]);
      return { report, code };
    },
    /** The same of a server that behaves so. */
    reportOf: async (options: Omit<ApiServerOptions, 'recording'>, ...args: readonly string[]) =>
      commands.report(await lab.serve(options), ...args),
  };
  return commands;
}

/** The status of each check. */
export const statuses = ({ checks }: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ id, status }) => [id, status]));
