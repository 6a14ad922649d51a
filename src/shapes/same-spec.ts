import { type ObjectMeta, type Pod, type PodSpec, type PodStatus, podParts, schemas } from './generated.ts';
import type { Schema } from './schema.ts';
import { WireReader } from './wire.ts';

/** The field of a PodSpec that differs between all siblings. */
const NODE_NAME = 10;

/**
 * A pod's token volume, `kube-api-access-` and five random characters: field 1 of 21 bytes, in the volume and in its mounts.
 * Only these characters may differ between siblings, and within a pod they are the same everywhere.
 */
const TOKEN_VOLUME = Buffer.from('\n\x15kube-api-access-', 'latin1');
const RANDOM_LENGTH = 5;

/** Specs remembered per group of siblings, latest first: two revisions of a rollout, a few templates of bare Jobs. */
const SPECS_PER_GROUP = 8;

/** How many bytes of specs are remembered before the oldest group is forgotten. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A run of bytes of declared fields; `gaps` are the places of the random characters in it. */
interface Run {
  readonly bytes: Buffer;
  readonly gaps: readonly number[];
}

interface KnownSpec {
  readonly runs: readonly Run[];
  readonly spec: PodSpec;
  /** Bytes that it keeps. */
  readonly size: number;
}

/** A pod without its spec, and where that stands. */
interface Split {
  readonly metadata: ObjectMeta;
  readonly status: PodStatus;
  readonly specFrom: number;
  readonly specTo: number;
}

/**
 * A schema for one list of pods that decodes equal specs once: pods whose specs have the same bytes, but for the node's name and the
 * random end of the token volume's name, get the very same `spec` object, so that what follows from a spec can be remembered by it.
 * A shared spec is frozen, has an empty `nodeName`, and its token volume is named as in the first pod that had it.
 * Pods for which `keepWhole` says true are decoded whole, nothing shared. Make a new schema for each list: it remembers specs.
 */
export function podSchemaWithSharedSpecs(keepWhole: (pod: Pod) => boolean = () => false): Schema<Pod> {
  const reader = new WireReader();
  const shared = new SharedSpecs();
  const decode = (buffer: Buffer, from: number, to: number): Pod => {
    const { metadata, status, specFrom, specTo } = split(reader, buffer, from, to);
    const group = groupOf(metadata);
    const known = shared.find(group, reader, buffer, specFrom, specTo);
    if (known !== undefined && !keepWhole({ metadata, spec: known, status })) return { metadata, spec: known, status };
    reader.open(buffer, specFrom, specTo);
    const whole = { metadata, spec: podParts.decodePodSpec(reader, specTo), status };
    if (known !== undefined || keepWhole(whole)) return whole;
    return { metadata, spec: shared.remember(group, runsOf(reader, buffer, specFrom, specTo), whole.spec), status };
  };
  return { kind: schemas.Pod.kind, hash: schemas.Pod.hash, project: schemas.Pod.project, decode };
}

/** Reads all of a pod but its spec. */
function split(reader: WireReader, buffer: Buffer, from: number, to: number): Split {
  let metadata: ObjectMeta | undefined;
  let status: PodStatus | undefined;
  let specFrom = to;
  let specTo = to;
  for (reader.open(buffer, from, to); reader.at < to; ) {
    const tag = reader.varint();
    if (tag === 10) metadata = podParts.decodeObjectMeta(reader, reader.end());
    else if (tag === 26) status = podParts.decodePodStatus(reader, reader.end());
    else if (tag === 18) {
      specTo = reader.end();
      specFrom = reader.at;
      reader.at = specTo;
    } else reader.skipUndeclared(tag, podParts.podFields, 'Pod');
  }
  metadata ??= podParts.decodeObjectMeta(reader, to);
  status ??= podParts.decodePodStatus(reader, to);
  return { metadata, status, specFrom, specTo };
}

/** Pods that may be siblings: lists are sorted by name, so those of one owner, or of Jobs that are alike, come close together. */
function groupOf({ namespace, ownerReferences }: ObjectMeta): string {
  return `${namespace}/${ownerReferences[0]?.kind ?? ''}`;
}

/** The specs of the pods before, by group, latest first; bounded. */
class SharedSpecs {
  readonly #groups = new Map<string, KnownSpec[]>();
  #size = 0;

  /** The spec of an earlier pod of the group that has the same bytes as `buffer[from..to)`. */
  find(group: string, reader: WireReader, buffer: Buffer, from: number, to: number): PodSpec | undefined {
    const specs = this.#groups.get(group) ?? [];
    const index = specs.findIndex((known) => hasRuns(reader, buffer, from, to, known.runs));
    const known = specs[index];
    if (known === undefined) return undefined;
    if (index > 0) {
      specs.splice(index, 1);
      specs.unshift(known);
    }
    return known.spec;
  }

  /** Keeps a spec; returns it as it is shared. */
  remember(group: string, runs: readonly Run[], spec: PodSpec): PodSpec {
    const shared = Object.freeze({ ...spec, nodeName: '' });
    const size = runs.reduce((sum, run) => sum + run.bytes.length, 0);
    const specs = this.#groups.get(group) ?? [];
    specs.unshift({ runs, spec: shared, size });
    this.#size += size;
    if (specs.length > SPECS_PER_GROUP) this.#size -= (specs.pop() as KnownSpec).size;
    this.#groups.delete(group);
    this.#groups.set(group, specs);
    this.#forget();
    return shared;
  }

  /** Lets go of the groups that were not added to for longest. */
  #forget(): void {
    for (const [group, specs] of this.#groups) {
      if (this.#size <= MOST_BYTES) return;
      this.#groups.delete(group);
      for (const { size } of specs) this.#size -= size;
    }
  }
}

/** Whether a spec is made of these runs, with fields between them that are not compared. */
function hasRuns(reader: WireReader, buffer: Buffer, from: number, to: number, runs: readonly Run[]): boolean {
  let randomAt = -1;
  reader.open(buffer, from, to);
  for (const { bytes, gaps } of runs) {
    const start = skipOthers(reader, to);
    if (to - start < bytes.length || !sameBytes(buffer, start, bytes, gaps)) return false;
    if (randomAt < 0 && gaps.length > 0) randomAt = start + (gaps[0] as number);
    for (const gap of gaps) if (!sameRandom(buffer, start + gap, randomAt)) return false;
    reader.at = start + bytes.length;
  }
  return skipOthers(reader, to) === to;
}

/** Goes to the next field that is compared, or to the end. */
function skipOthers(reader: WireReader, to: number): number {
  while (reader.at < to) {
    const place = reader.at;
    const tag = reader.varint();
    if (isCompared(tag)) {
      reader.at = place;
      return place;
    }
    if (tag === NODE_NAME * 8 + 2) reader.skip(2);
    else reader.skipUndeclared(tag, podParts.specFields, 'PodSpec');
  }
  return to;
}

/**
 * Only fields that are read need to be equal: a DaemonSet writes the node into `affinity`.
 */
function isCompared(tag: number): boolean {
  return podParts.specFields.has(tag >>> 3) && tag >>> 3 !== NODE_NAME;
}

function sameBytes(buffer: Buffer, from: number, bytes: Buffer, gaps: readonly number[]): boolean {
  let at = 0;
  for (const gap of gaps) {
    if (bytes.compare(buffer, from + at, from + gap, at, gap) !== 0) return false;
    at = gap + RANDOM_LENGTH;
  }
  return bytes.compare(buffer, from + at, from + bytes.length, at) === 0;
}

function sameRandom(buffer: Buffer, one: number, other: number): boolean {
  for (let index = 0; index < RANDOM_LENGTH; index++) {
    if (buffer[one + index] !== buffer[other + index]) return false;
  }
  return true;
}

/** The runs of a spec's fields that are compared, as copies. */
function runsOf(reader: WireReader, buffer: Buffer, from: number, to: number): readonly Run[] {
  const runs: Buffer[] = [];
  reader.open(buffer, from, to);
  for (let start = skipOthers(reader, to); start < to; start = skipOthers(reader, to)) {
    runs.push(Buffer.from(buffer.subarray(start, endOfRun(reader, to))));
  }
  const volume = tokenVolume(runs);
  return runs.map((bytes) => ({ bytes, gaps: volume === undefined ? [] : gapsOf(bytes, volume) }));
}

/** Goes behind the last of the fields that are compared and stand together. */
function endOfRun(reader: WireReader, to: number): number {
  while (reader.at < to) {
    const place = reader.at;
    const tag = reader.varint();
    if (!isCompared(tag)) {
      reader.at = place;
      return place;
    }
    reader.skip(tag & 7);
  }
  return to;
}

/** The name of a pod's token volume, as it stands in the bytes. */
function tokenVolume(runs: readonly Buffer[]): Buffer | undefined {
  for (const bytes of runs) {
    const at = bytes.indexOf(TOKEN_VOLUME);
    if (at >= 0) return bytes.subarray(at, at + TOKEN_VOLUME.length + RANDOM_LENGTH);
  }
  return undefined;
}

/** Where the random characters of the volume's name start. */
function gapsOf(bytes: Buffer, volume: Buffer): readonly number[] {
  const gaps: number[] = [];
  for (let at = bytes.indexOf(volume); at >= 0; at = bytes.indexOf(volume, at + volume.length)) {
    gaps.push(at + TOKEN_VOLUME.length);
  }
  return gaps;
}
