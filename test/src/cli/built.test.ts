import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { Report } from '../../../src/model/report.ts';
import { GOOD_ROOT } from '../../support/certificates.ts';
import { connectionLab, idToken, oidcUser } from '../../support/connections.ts';
import { configMap } from '../../support/objects.ts';
import { socksProxy } from '../../support/proxies.ts';

const lab = connectionLab();
afterEach(lab.close);
afterAll(lab.remove);

const PROGRAM = fileURLToPath(new URL('../../../dist/kubevet.js', import.meta.url));

/** Runs the program as users have it, built by scripts/setup.mjs, in a process of its own. */
async function built(...args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { HOME: lab.folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

test('the built program scans as an OIDC user through a SOCKS proxy, many requests at a time, and says nothing but the report', async () => {
  const [server, proxy] = [await lab.serve(), lab.closing(await socksProxy())];
  server.accept(idToken);
  const cluster = { 'proxy-url': `socks5://${proxy.host}` };
  const config = server.kubeconfig({ credential: 'none', user: oidcUser, cluster });
  const args = ['--kubeconfig', lab.save('config', config), '--concurrency', '32', '-o', 'json'];
  const { out, err, code } = await built(...args);
  expect([err, code]).toEqual(['', 0]);
  const report: Report = JSON.parse(out);
  expect(report.coverage.failedLists).toEqual([]);
  expect(proxy.tunnels.length).toBeGreaterThan(10);
});

test('the built program reads certificates, with the library that it loads for them', async () => {
  const object = configMap('extension-apiserver-authentication', { 'client-ca-file': GOOD_ROOT });
  const check = ['--check', 'kube-apiserver/cluster-ca-expiry', '--as-of', '2027-01-01', '-o', 'json'];
  const { out } = await built('--from', lab.save('objects.json', JSON.stringify(object)), ...check);
  const [result] = (JSON.parse(out) as Report).checks;
  expect(result?.findings.map(({ verdict }) => verdict)).toContain('pass');
});
