import { execFile, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report, ReportFinding } from '../../../src/model/report.ts';
import { noteProof } from '../proofs.ts';
import { testRows, WITHOUT_CHANGES } from '../without-changes.ts';

/** A check that is proven both ways: something is broken on a genuine cluster, then mended as the check's own remediation says. */
export interface Flip<Change> {
  readonly check: string;
  /** What the failing finding says of the change: the name of the object, the flag, the field. */
  readonly shows: readonly [string, ...string[]];
  readonly breaking: Change;
  readonly mending: Change;
  /** The cluster is broken as it comes: here the mending is applied first, and then taken back by the breaking. */
  readonly startsBroken?: true;
  /** Other checks that must tell the same. */
  readonly also?: readonly string[];
  readonly probe?: Probe;
}

/** What Kubernetes itself does in both states: the output of a shell script, in which `$plane` and `$worker` are nodes and `$plane_ip` and
 * `$worker_ip` their addresses, and `on NODE COMMAND...` runs a command on a node. */
export interface Probe {
  readonly script: string;
  readonly broken: RegExp;
  readonly mended: RegExp;
}

/** Where changes are made. */
export interface Medium<Change> {
  /** Takes down what is there, to be put back. */
  prepare(): Promise<void>;
  /** Makes all changes at once, and waits until they have taken effect. */
  apply(changes: readonly Change[]): Promise<void>;
  /** Puts back what was there where it is no longer. */
  restore(): Promise<void>;
}

const SLOW = 900_000;
const bundle = new URL('../../../dist/kubevet.js', import.meta.url).pathname;
const cluster = process.env['KUBEVET_E2E_CLUSTER'] ?? '';

/** Runs a program to its end; fails where the program does. */
export function run(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, input });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

/** Runs kubectl as the admin. */
export const kubectl = (...args: readonly string[]): string => run('kubectl', args);

/** An object of the cluster, as it is. */
// biome-ignore lint/suspicious/noExplicitAny: whatever kubectl prints
export const get = (...args: readonly string[]): any => JSON.parse(kubectl('get', '-o', 'json', ...args));

/** Runs a command on a node, given what it reads. */
export const onNode = (node: string, command: readonly string[], input?: string): string =>
  run('bash', [cluster, 'node', node, ...command], input);

export interface ClusterNode {
  readonly name: string;
  readonly ip: string;
}

/** The nodes of the cluster: control planes and workers. */
export function nodes(): { readonly planes: readonly ClusterNode[]; readonly workers: readonly ClusterNode[] } {
  const planes: ClusterNode[] = [];
  const workers: ClusterNode[] = [];
  for (const { metadata, status } of get('nodes').items) {
    const [address] = status.addresses.filter(({ type }: { readonly type: string }) => type === 'InternalIP');
    const isPlane = metadata.labels['node-role.kubernetes.io/control-plane'] !== undefined;
    (isPlane ? planes : workers).push({ name: metadata.name, ip: address.address });
  }
  return { planes, workers };
}

/** Waits until something holds; what throws does not hold yet. */
export async function until(what: string, holds: () => boolean, timeout = 300_000): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    let why = '';
    try {
      if (holds()) return;
    } catch (error) {
      why = `: ${error}`;
    }
    if (Date.now() > end) throw new Error(`timed out waiting until ${what}${why}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Waits until every pod of kube-system that has not ended is ready. */
export const systemReady = (): Promise<void> =>
  until('all pods of kube-system are ready', () =>
    get('pods', '-n', 'kube-system').items.every(
      ({ metadata, status }: { metadata: { deletionTimestamp?: string }; status: PodStatus }) =>
        metadata.deletionTimestamp === undefined && isReady(status),
    ),
  );

export interface PodStatus {
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}

/** Whether a pod is ready. */
export const isReady = ({ conditions }: PodStatus): boolean =>
  conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;

/** What one scan holds against the cluster, by check and subject. */
export type Faults = ReadonlyMap<string, { readonly check: string; readonly finding: ReportFinding }>;

/** Scans the cluster as the admin. */
export function scan(...args: readonly string[]): Faults {
  const { stdout, stderr } = spawnSync(process.execPath, [bundle, '-o', 'json', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(`kubevet printed no report: ${stderr}`);
  const report: Report = JSON.parse(stdout);
  return new Map(
    report.checks.flatMap(({ id, findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown')
        .map((finding) => [keyOf(id, finding), { check: id, finding }] as const),
    ),
  );
}

const keyOf = (check: string, { verdict, subject: { kind, namespace = '', name } }: ReportFinding): string =>
  `${check}: ${verdict} ${kind} ${namespace}/${name}`;

/** The checks whose faults differ. */
function changed(one: Faults, other: Faults): readonly string[] {
  const keys = [
    ...[...one.keys()].filter((key) => !other.has(key)),
    ...[...other.keys()].filter((key) => !one.has(key)),
  ];
  return [...new Set(keys.map((key) => (one.get(key) ?? other.get(key))?.check ?? ''))].sort();
}

interface Seen {
  readonly start: Faults;
  /** After the first change: what starts broken is mended, all else is broken. */
  readonly flipped: Faults;
  /** After the second. */
  readonly back: Faults;
  readonly flippedProbes: ReadonlyMap<Probe, string>;
  readonly backProbes: ReadonlyMap<Probe, string>;
}

/**
 * Tests of flips that do not disturb each other: all are made at once, and all taken back at once. Whoever leaves one out sees its row fail: the
 * check of each row must change, and nothing else may.
 */
export function testFlips<Change>(title: string, medium: Medium<Change>, flips: readonly Flip<Change>[]): void {
  describe(title, () => {
    let seen: Seen;
    const apply = async (changes: readonly Change[]): Promise<void> => {
      if (!WITHOUT_CHANGES) await medium.apply(changes);
    };

    beforeAll(async () => {
      await medium.prepare();
      const start = scan();
      await apply(flips.map((flip) => (flip.startsBroken ? flip.mending : flip.breaking)));
      const [flipped, flippedProbes] = [scan(), await probe(flips)];
      await apply(flips.map((flip) => (flip.startsBroken ? flip.breaking : flip.mending)));
      await systemReady();
      seen = { start, flipped, flippedProbes, back: scan(), backProbes: await probe(flips) };
    }, SLOW);

    afterAll(async () => {
      await medium.restore();
      await systemReady();
    }, SLOW);

    testRows(flips, (flip) => {
      const [broken, mended] = flip.startsBroken ? [seen.start, seen.flipped] : [seen.flipped, seen.back];
      const faults = [...broken].filter(([, { check }]) => check === flip.check);
      const own = faults.filter(([, { finding }]) => {
        const text = JSON.stringify(finding);
        return finding.verdict === 'fail' && flip.shows.every((one) => text.includes(one));
      });
      const { check, shows } = flip;
      expect({ check, shows, faults: own.length > 0 ? 'shown' : faults }).toEqual({ check, shows, faults: 'shown' });
      expect(own.filter(([key]) => mended.has(key)).map(([key]) => key)).toEqual([]);
      if (flip.probe !== undefined) {
        const [first, second] = [seen.flippedProbes.get(flip.probe), seen.backProbes.get(flip.probe)];
        expect(flip.startsBroken ? second : first).toMatch(flip.probe.broken);
        expect(flip.startsBroken ? first : second).toMatch(flip.probe.mended);
      }
      noteProof(check, flip.probe !== undefined);
    });

    test('no other check changes', () => {
      const expected = WITHOUT_CHANGES ? [] : flips.flatMap(({ check, also = [] }) => [check, ...also]);
      expect(changed(seen.start, seen.flipped)).toEqual([...new Set(expected)].sort());
    });

    test('all is as it was when all is mended', () => {
      const mendedOnly = flips.filter(({ startsBroken }) => !startsBroken).map(({ check }) => check);
      expect(changed(seen.start, seen.back).filter((check) => !mendedOnly.includes(check))).toEqual([]);
      expect([...seen.back.keys()].filter((key) => !seen.start.has(key))).toEqual([]);
    });
  });
}

/** The output of every probe; they run at the same time. */
async function probe(flips: readonly Flip<unknown>[]): Promise<ReadonlyMap<Probe, string>> {
  const { planes, workers } = nodes();
  const variables = Object.entries({ plane: planes[0], worker: workers[0] }).map(
    ([variable, node]) => `${variable}=${node?.name} ${variable}_ip=${node?.ip}`,
  );
  const prelude = `${variables.join(' ')}; on() { local node=$1; shift; bash '${cluster}' node "$node" "$@"; }`;
  const outputs = flips.map(async ({ probe: one }) => {
    if (one === undefined) return [];
    const script = `exec 2>&1; ${prelude}\n${one.script}`;
    const output = await new Promise<string>((resolve) =>
      execFile('bash', ['-c', script], { timeout: 120_000 }, (_error, stdout) => resolve(stdout)),
    );
    return [[one, output] as const];
  });
  return new Map((await Promise.all(outputs)).flat());
}
