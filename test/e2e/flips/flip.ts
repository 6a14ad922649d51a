import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'semver';
import type { ReportFinding } from '../../../src/model/report.ts';
import { noteProof } from '../proofs.ts';
import { cluster, get, scan } from '../support.ts';
import { testRows, WITHOUT_CHANGES } from '../without-changes.ts';

/** A check that is proven both ways: something is broken on a genuine cluster, then mended as the check's own remediation says. */
export interface Flip<Change> {
  readonly check: string;
  /** What the failing finding says of the change: the name of the object, the flag, the field. */
  readonly shows: readonly [string, ...string[]];
  readonly breaking: Change;
  readonly mending: Change;
  /** What takes back a mending that makes things better than they were. */
  readonly cleaning?: Change;
  /** The cluster is broken as it comes: here the mending is applied first, and then taken back by the breaking. */
  readonly startsBroken?: true;
  /** Other checks that must tell the same. */
  readonly also?: readonly string[];
  /** The pod of kube-system that cannot be ready while it is broken: the start of its name. */
  readonly unready?: string;
  /** The minor version of Kubernetes from which on it is a fault, and why it is none before. */
  readonly from?: { readonly minor: number; readonly because: string };
  readonly probe: Probe | Unobservable;
}

/** Why nothing that Kubernetes does shows the difference. */
export interface Unobservable {
  readonly unobservable: string;
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
  /** Makes all changes at once, one after the other where they meet, and waits until they have taken effect; some pods are not ready then. */
  apply(changes: readonly Change[], unready: readonly string[]): Promise<void>;
  /** Puts back what was there where it is no longer. */
  restore(): Promise<void>;
}

/** Flips that do not disturb one another: all are made at once. */
export interface FlipGroup<Change> {
  readonly title: string;
  readonly flips: readonly Flip<Change>[];
}

const SLOW = 900_000;

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
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Waits until every pod of kube-system that has not ended is ready, but those that cannot be. */
const systemReady = (unready: readonly string[] = []): Promise<void> =>
  until('all pods of kube-system are ready', () =>
    get('pods', '-n', 'kube-system').items.every(
      ({ metadata, status }: Pod) =>
        metadata.deletionTimestamp === undefined &&
        (isReady(status) || unready.some((name) => metadata.name.startsWith(name))),
    ),
  );

/** Waits until what probes made is gone, and a scheduler is at work. */
async function settled(): Promise<void> {
  await until('no namespace is being deleted', () =>
    get('namespaces').items.every(({ metadata }: Pod) => metadata.deletionTimestamp === undefined),
  );
  await until('a scheduler renews its lease', () => {
    const { renewTime } = get('lease', 'kube-scheduler', '-n', 'kube-system').spec;
    return Date.now() - Date.parse(renewTime) < 15_000;
  });
}

interface Pod {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
  readonly status: PodStatus;
}

export interface PodStatus {
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}

/** Whether a pod is ready. */
export const isReady = ({ conditions }: PodStatus): boolean =>
  conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;

/** What one scan holds against the cluster, by check and subject. */
export type Faults = ReadonlyMap<string, { readonly check: string; readonly finding: ReportFinding }>;

/** Scans the cluster as the admin. */
export function faults(...args: readonly string[]): Faults {
  const { report } = scan(process.env['KUBECONFIG'] ?? '', ...args);
  return new Map(
    report.checks.flatMap(({ id, findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown')
        .map((finding) => [keyOf(id, finding), { check: id, finding }] as const),
    ),
  );
}

/** What ends a name that Kubernetes made, another one for each pod of a DaemonSet. */
const GENERATED = /-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

const keyOf = (check: string, { verdict, subject: { kind, namespace = '', name } }: ReportFinding): string =>
  `${check}: ${verdict} ${kind} ${namespace}/${name.replace(GENERATED, '')}`;

/** The checks whose faults differ. */
function changed(one: Faults, other: Faults): readonly string[] {
  const keys = [
    ...[...one.keys()].filter((key) => !other.has(key)),
    ...[...other.keys()].filter((key) => !one.has(key)),
  ];
  return [...new Set(keys.map((key) => (one.get(key) ?? other.get(key))?.check ?? ''))].sort();
}

/** What is seen while a group is flipped, and once it is flipped back. */
interface Seen {
  readonly flipped: Faults;
  readonly back: Faults;
  readonly flippedProbes: ReadonlyMap<Probe, string>;
  readonly backProbes: ReadonlyMap<Probe, string>;
}

/**
 * Tests of flips. One group is flipped back as the next one is flipped, so that what runs is started anew once for both. Whoever leaves a flip out
 * sees its row fail: the check of each row must change, and nothing else may.
 */
export function testFlips<Change>(medium: Medium<Change>, ...groups: readonly FlipGroup<Change>[]): void {
  const applied = groups
    .map(({ title, flips }) => ({ title, flips: flips.filter(applies) }))
    .filter(({ flips }) => flips.length > 0);
  let start: Faults;
  const seen: Seen[] = [];

  beforeAll(async () => {
    await medium.prepare();
    await settled();
    start = faults();
    let before: readonly Flip<Change>[] = [];
    let cleaning: readonly Change[] = [];
    let flipped: Pick<Seen, 'flipped' | 'flippedProbes'> | undefined;
    for (const flips of [...applied.map((group) => group.flips), []]) {
      const unready = flips.flatMap((flip) => flip.unready ?? []);
      if (!WITHOUT_CHANGES) await medium.apply([...cleaning, ...before.map(back), ...flips.map(forth)], unready);
      cleaning = before.flatMap((flip) => flip.cleaning ?? []);
      await systemReady(unready);
      await settled();
      const now = faults();
      const probes = await probe([...before, ...flips]);
      if (flipped !== undefined) seen.push({ ...flipped, back: now, backProbes: probes });
      flipped = { flipped: now, flippedProbes: probes };
      before = flips;
    }
  }, SLOW);

  afterAll(async () => {
    await medium.restore();
    await systemReady();
  }, SLOW);

  for (const [index, { title, flips }] of applied.entries()) {
    describe(title, () => {
      testRows(flips, (flip) => testFlip(flip, start, seen[index] as Seen));

      test('no other check changes', () => {
        const expected = WITHOUT_CHANGES ? [] : flips.flatMap(({ check, also = [] }) => [check, ...also]);
        expect(changed(start, (seen[index] as Seen).flipped)).toEqual([...new Set(expected)].sort());
      });
    });
  }

  test('all is as it was when all is mended', () => {
    const mended = applied.flatMap(({ flips }) =>
      flips.filter(({ startsBroken }) => !startsBroken).flatMap(({ check, also = [] }) => [check, ...also]),
    );
    const last: Faults = seen.at(-1)?.back ?? new Map();
    expect(changed(start, last).filter((check) => !mended.includes(check))).toEqual([]);
    expect([...last.keys()].filter((key) => !start.has(key))).toEqual([]);
  });
}

function testFlip(flip: Flip<unknown>, start: Faults, seen: Seen): void {
  const [broken, mended] = flip.startsBroken ? [start, seen.flipped] : [seen.flipped, seen.back];
  const held = [...broken].filter(([, { check }]) => check === flip.check);
  const own = held.filter(([, { finding }]) => {
    const text = JSON.stringify(finding);
    return finding.verdict === 'fail' && flip.shows.every((one) => text.includes(one));
  });
  const { check, shows } = flip;
  expect({ check, shows, faults: own.length > 0 ? 'shown' : held }).toEqual({ check, shows, faults: 'shown' });
  expect(own.filter(([key]) => mended.has(key)).map(([key]) => key)).toEqual([]);
  if ('script' in flip.probe) {
    const [first, second] = [seen.flippedProbes.get(flip.probe), seen.backProbes.get(flip.probe)];
    expect(flip.startsBroken ? second : first).toMatch(flip.probe.broken);
    expect(flip.startsBroken ? first : second).toMatch(flip.probe.mended);
  }
  noteProof(check, 'script' in flip.probe);
}

const forth = <Change>(flip: Flip<Change>): Change => (flip.startsBroken ? flip.mending : flip.breaking);
const back = <Change>(flip: Flip<Change>): Change => (flip.startsBroken ? flip.breaking : flip.mending);

/** Whether what a flip breaks is a fault in the version that runs; says why where it is none. */
function applies({ check, from }: Flip<unknown>): boolean {
  const version = process.env['KUBEVET_E2E_VERSION'] ?? '';
  if (from === undefined || (parse(version)?.minor ?? 0) >= from.minor) return true;
  process.stderr.write(`e2e: left out on ${version}: ${check}, as before 1.${from.minor} ${from.because}\n`);
  return false;
}

/** The output of every probe; they run at the same time. */
async function probe(flips: readonly Flip<unknown>[]): Promise<ReadonlyMap<Probe, string>> {
  const { planes, workers } = nodes();
  const variables = Object.entries({ plane: planes[0], worker: workers[0], other: workers[1] }).map(
    ([variable, node]) => `${variable}=${node?.name} ${variable}_ip=${node?.ip}`,
  );
  const prelude = `${variables.join(' ')}; on() { local node=$1; shift; bash '${cluster}' node "$node" "$@"; }`;
  const outputs = flips.map(async ({ probe: one }) => {
    if ('unobservable' in one) return [];
    const script = `exec 2>&1; ${prelude}\n${one.script}`;
    const output = await new Promise<string>((resolve) =>
      execFile('bash', ['-c', script], { timeout: 120_000 }, (_error, stdout) => resolve(stdout)),
    );
    return [[one, output] as const];
  });
  return new Map((await Promise.all(outputs)).flat());
}
