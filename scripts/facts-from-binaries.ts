// Compares src/facts with what the binaries of a folder say of themselves, and prints every difference:
//   node --import ./scripts/ts.mjs scripts/facts-from-binaries.ts FOLDER [VERSION] [ETCD-BINARY]
// FOLDER holds kube-apiserver, kubelet, ...; VERSION is theirs (else asked of kube-apiserver). Exit code 1 where anything differs.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FLAG_TABLES } from '../src/facts/defaults.ts';
import { facts } from '../src/facts/index.ts';
import { parseTable } from '../src/facts/table.ts';
import { comparePlugins, compareWithHelp, type HelpFlag, parseEtcdHelp, parseHelp } from './facts/help.ts';

const [folder, given, etcd] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: facts-from-binaries.ts FOLDER [VERSION] [ETCD-BINARY]');
  process.exit(2);
}

const run = (binary: string, argument: string): string =>
  execFileSync(binary, [argument], { encoding: 'utf8', maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'ignore'] });
const compare = (component: keyof typeof FLAG_TABLES, version: string, help: ReadonlyMap<string, HelpFlag>) =>
  compareWithHelp(facts, component, version, help, [...parseTable(FLAG_TABLES[component]).keys()]);

const apiServer = join(folder, 'kube-apiserver');
const version = given ?? run(apiServer, '--version').trim().replace('Kubernetes v', '');
const present = (Object.keys(FLAG_TABLES) as (keyof typeof FLAG_TABLES)[]).filter((name) =>
  existsSync(join(folder, name)),
);
const differences = [
  ...present.flatMap((name) => compare(name, version, parseHelp(run(join(folder, name), '--help')))),
  ...comparePlugins(facts, version, run(apiServer, '--help')),
];
if (etcd !== undefined) {
  const etcdVersion = /etcd Version: (\S+)/.exec(run(etcd, '--version'))?.[1] ?? 'unknown';
  differences.push(...compare('etcd', etcdVersion, parseEtcdHelp(run(etcd, '--help'))));
}
for (const { what, facts: described, binary } of differences) {
  console.log(`${what}: described ${described}, binary ${binary}`);
}
console.log(`${differences.length} differences from Kubernetes ${version}`);
process.exitCode = differences.length === 0 ? 0 : 1;
