// Makes a fresh clone ready with Node's own modules only: installs from the lock file and builds, each only when it is out of date.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`kubevet needs Node.js 20.19 or newer; this is ${process.version}`);

once('install', ['package.json', 'package-lock.json'], 'node_modules', () => {
  say('installing dependencies from the lock file');
  // Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, which not every registry serves.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
});
once('build', ['package.json', 'package-lock.json', 'src', 'checks', 'scripts/bundle.mjs'], 'dist/kubevet.js', () => {
  say('building');
  run(process.execPath, ['scripts/bundle.mjs']);
});

/** Runs `make` unless `product` exists and was made from these very inputs. */
function once(name, inputs, product, make) {
  const stamp = join(root, 'node_modules', '.cache', 'kubevet', name);
  const wanted = fingerprint(inputs);
  if (existsSync(join(root, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Hash over the contents of files and folders. */
function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');

  function add(path) {
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) add(join(path, entry));
      return;
    }
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args.join(' ')} failed; its output is above`);
}

function say(what) {
  process.stderr.write(`kubevet set-up: ${what} ...\n`);
}

function fail(why) {
  process.stderr.write(`kubevet set-up: ${why}\n`);
  process.exit(1);
}
