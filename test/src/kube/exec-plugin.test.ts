import { describe, expect, test } from '@jest/globals';
import { type PluginOptions, runPlugin } from '../../../src/kube/exec-plugin.ts';
import type { ExecEntry } from '../../../src/kube/kubeconfig-entries.ts';
import { KubevetError } from '../../../src/model/error.ts';
import { isRunning } from '../../support/processes.ts';

const VERSION = 'client.authentication.k8s.io/v1';
const options: PluginOptions = {
  env: { PATH: '/usr/bin:/bin' },
  inputIsTerminal: false,
  timeout: 5_000,
  cluster: { server: 'https://192.0.2.1:6443' },
};

/** A plugin that is a shell script. */
const plugin = (script: string, more: Partial<ExecEntry> = {}): ExecEntry => ({
  apiVersion: VERSION,
  command: 'sh',
  args: ['-c', script],
  ...more,
});
const answer = (status: object) => `echo '${JSON.stringify({ apiVersion: VERSION, kind: 'ExecCredential', status })}'`;

/** What a plugin fails with, as one text. */
async function trouble(exec: ExecEntry, more: Partial<PluginOptions> = {}): Promise<string> {
  const error = await runPlugin(exec, { ...options, ...more }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(KubevetError);
  const { message, hint } = error as KubevetError;
  return `${message} | ${hint ?? ''}`;
}

describe('a credential plugin', () => {
  test('gives a token', async () => {
    const script = answer({ token: 't', expirationTimestamp: '2026-11-24T12:00:00Z' });
    expect(await runPlugin(plugin(script), options)).toEqual({ token: 't' });
  });

  test('gives a certificate with its key', async () => {
    const script = answer({ clientCertificateData: 'C', clientKeyData: 'K' });
    expect(await runPlugin(plugin(script), options)).toEqual({ certificate: 'C', key: 'K' });
  });

  test('that hangs is ended in time, with what it said', async () => {
    let pid = 0;
    const onOutput = (text: string) => {
      pid ||= Number.parseInt(text, 10);
    };
    const text = await trouble(plugin('echo $$ waiting for a browser >&2; exec sleep 60'), { timeout: 400, onOutput });
    expect(text).toMatch(/did not answer within 0\.4 seconds .*waiting for a browser/);
    while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('whose child keeps its output open is ended in time', async () => {
    expect(await trouble(plugin('sleep 60 & wait'), { timeout: 300 })).toMatch(/did not answer within/);
  });

  test('that fails is told with its exit code and its last words, without tokens', async () => {
    const text = await trouble(plugin('echo "expired: Bearer canary-value" >&2; exit 7'));
    expect(text).toMatch(/exit code 7.*expired/);
    expect(text).not.toContain('canary-value');
  });

  test('that must ask is refused where nobody is there', async () => {
    expect(await trouble(plugin(answer({ token: 't' }), { interactiveMode: 'Always' }))).toMatch(/no terminal/);
  });

  test.each([
    [true, undefined, true],
    [true, 'IfAvailable', true],
    [true, 'Always', true],
    [true, 'Never', false],
    [false, 'IfAvailable', false],
  ])('on a terminal (%s) of mode %s may ask: %s', async (inputIsTerminal, interactiveMode, expected) => {
    const script = `case "$KUBERNETES_EXEC_INFO" in *'"interactive":true'*) ${answer({ token: 'asks' })};; *) ${answer({ token: 'silent' })};; esac`;
    const more = interactiveMode === undefined ? {} : { interactiveMode };
    const { token } = await runPlugin(plugin(script, more), { ...options, inputIsTerminal });
    expect(token).toBe(expected ? 'asks' : 'silent');
  });

  test('cannot read standard input where there is no terminal', async () => {
    const script = `if read line; then exit 3; fi; ${answer({ token: 't' })}`;
    expect(await runPlugin(plugin(script), options)).toEqual({ token: 't' });
  });

  test.each<[string, ExecEntry, RegExp]>([
    [
      'that is not there',
      plugin('', { command: 'kubevet-no-such', installHint: 'Install it.' }),
      /not found \| Install it\./,
    ],
    ['without a command', plugin('', { command: '' }), /no command/],
    ['of an unknown version', plugin('', { apiVersion: 'v0' }), /v0.*not known/],
    ['that answers something else', plugin('echo hello'), /ExecCredential/],
    ['that answers another version', plugin(answer({}).replace('/v1', '/v1beta1')), /ExecCredential/],
    ['that gives nothing', plugin(answer({})), /neither a token nor a certificate/],
    ['that gives a certificate without its key', plugin(answer({ clientCertificateData: 'C' })), /neither/],
  ])('%s is trouble', async (_, exec, expected) => {
    expect(await trouble(exec)).toMatch(expected);
  });
});
