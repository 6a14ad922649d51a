// Compares src/facts with what the binaries of a folder say of themselves, and prints every difference:
//   node --import ./scripts/ts.mjs scripts/facts-from-binaries.ts FOLDER [VERSION] [ETCD-BINARY]
// FOLDER holds kube-apiserver, kubelet, ...; VERSION is theirs (else asked of kube-apiserver). Exit code 1 where anything differs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FEATURE_GATES } from '../src/facts/data/feature-gates.ts';
import { BUILT_IN, type FlagComponent } from '../src/facts/data-set.ts';
import { facts } from '../src/facts/index.ts';
import { parseTable } from '../src/facts/table.ts';
import { compareConfig } from './facts/config.ts';
import {
  compareGates,
  comparePlugins,
  compareWithHelp,
  type HelpFlag,
  parseEtcdHelp,
  parseHelp,
} from './facts/help.ts';

const [folder, given, etcd] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: facts-from-binaries.ts FOLDER [VERSION] [ETCD-BINARY]');
  process.exit(2);
}

const run = (binary: string, ...args: readonly string[]): string =>
  execFileSync(binary, args, { encoding: 'utf8', maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'ignore'] });
const compareFlags = (component: FlagComponent, version: string, help: ReadonlyMap<string, HelpFlag>) =>
  compareWithHelp(facts, component, version, help, parseTable(BUILT_IN.flags[component]));

/** What kube-proxy writes of its configuration is what becomes of it on Linux. */
const RESOLVED = new Set(['mode']);

/** The configuration of a kube-proxy that was given none. */
function proxyConfiguration(binary: string): object {
  const own = mkdtempSync(join(tmpdir(), 'kubevet-facts-'));
  const file = join(own, 'kube-proxy.yaml');
  try {
    run(binary, '--write-config-to', file);
    return parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(own, { recursive: true });
  }
}

const apiServer = join(folder, 'kube-apiserver');
const version = given ?? run(apiServer, '--version').trim().replace('Kubernetes v', '');
const present = (Object.keys(BUILT_IN.flags) as FlagComponent[]).filter(
  (name) => name !== 'etcd' && existsSync(join(folder, name)),
);
const texts = new Map(present.map((name) => [name, run(join(folder, name), '--help')]));
const gates = FEATURE_GATES.trim()
  .split('\n')
  .map((line) => line.replace(/ .*/, ''));
const differences = [
  ...[...texts].flatMap(([name, text]) => compareFlags(name, version, parseHelp(text))),
  ...compareGates(facts, version, [...texts.values()], gates),
  ...comparePlugins(facts, version, run(apiServer, '--help')),
];
if (present.includes('kube-proxy')) {
  const shown = proxyConfiguration(join(folder, 'kube-proxy'));
  differences.push(...compareConfig(facts, 'kube-proxy', version, shown, RESOLVED));
}
if (etcd !== undefined) {
  const etcdVersion = /etcd Version: (\S+)/.exec(run(etcd, '--version'))?.[1] ?? 'unknown';
  differences.push(...compareFlags('etcd', etcdVersion, parseEtcdHelp(run(etcd, '--help'))));
}
for (const { what, facts: described, binary } of differences) {
  console.log(`${what}: described ${described}, binary ${binary}`);
}
console.log(`${differences.length} differences from Kubernetes ${version}`);
process.exitCode = differences.length === 0 ? 0 : 1;
