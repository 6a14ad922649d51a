// npm run test:e2e [-- --version 1.37.2] [-- --keep]: brings up a genuine kubeadm cluster of two nodes, runs the end-to-end tests against it, takes it down.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { version: { type: 'string', default: '1.37.2' }, keep: { type: 'boolean', default: false } },
});
const cluster = fileURLToPath(new URL('cluster', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const missing = spawnSync('bash', [cluster, 'needs'], { encoding: 'utf8' })
  .stdout?.trim()
  .split('\n')
  .filter(Boolean) ?? ['bash'];
if (missing.length > 0) {
  process.stderr.write(
    `The end-to-end tests build Kubernetes and run it on this machine. They did not run, since these are missing: ${missing.join(', ')}\n`,
  );
  process.exit(1);
}

let status = 1;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
process.on('exit', () => {
  if (!values.keep) spawnSync('bash', [cluster, 'down'], { stdio: 'inherit' });
});
step('cluster up', 'bash', [cluster, 'up', values.version, '1']);
status = step('tests', 'bash', [
  cluster,
  'run',
  process.execPath,
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--config',
  'test/e2e/jest.config.js',
  '--ci',
]);
process.exitCode = status;

/** Runs a command to its end with its time; a failing set-up ends the program. */
function step(name, command, args) {
  const started = Date.now();
  const { status: code } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KUBEVET_E2E_CLUSTER: cluster, KUBEVET_E2E_VERSION: values.version },
  });
  process.stderr.write(`e2e: ${name} took ${Math.round((Date.now() - started) / 1000)} s\n`);
  if (code !== 0 && name !== 'tests') process.exit(1);
  return code ?? 1;
}
