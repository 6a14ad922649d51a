import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { ApiServer } from '../../../src/demo/api-server.ts';
import { commandLab } from '../../support/command.ts';

const lab = commandLab();
afterEach(lab.close);
afterAll(lab.remove);

const asked = (server: ApiServer) => server.requests.filter(({ path }) => path === '/metrics').length;

test('metrics are in a snapshot, once, and with --no-metrics their place says why they are not', async () => {
  const server = await lab.serve();
  const snapshot = async (...args: readonly string[]) =>
    JSON.parse((await lab.kubevet(server.kubeconfig(), 'snapshot', ...args)).out).resources.metrics;
  expect(await snapshot()).toMatchObject({ state: 'whole' });
  expect(asked(server)).toBe(1);
  expect(await snapshot('--no-metrics')).toEqual({
    state: 'failed',
    failure: { code: 'not-gathered', detail: 'not gathered (--no-metrics)' },
  });
  expect(asked(server)).toBe(1);
});

test('a scan whose checks need none does not ask for them', async () => {
  const server = await lab.serve();
  await lab.report(server, '--check', 'kube-apiserver/profiling');
  expect(asked(server)).toBe(0);
});
