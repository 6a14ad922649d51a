import { deepStrictEqual } from 'node:assert/strict';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { schemas } from '../../../src/shapes/generated.ts';
import { ListError, ListSplitter } from '../../../src/shapes/list-splitter.ts';
import { ShapeError } from '../../../src/shapes/project.ts';
import { podSchemaWithSharedSpecs } from '../../../src/shapes/same-spec.ts';
import { WireError } from '../../../src/shapes/wire.ts';
import { varint } from './support/bytes.ts';
import { decodeList, itemsOf, randomLists, recordedLists, schemaOf } from './support/lists.ts';
import { fieldsSetIn } from './support/shape.ts';

const lists = [...recordedLists, ...randomLists].filter(({ protobuf }) => protobuf.length < 9_000);
/** Of each kind the largest object that is not too large to be changed at every byte. */
const objects = randomLists.map(({ kind, protobuf }) => {
  const bytes = itemsOf(kind, protobuf).filter(({ length }) => length < 1_200);
  return { kind, bytes: bytes.sort((one, other) => other.length - one.length)[0] as Buffer };
});
const replaced = fc.array(fc.tuple(fc.nat(1 << 20), fc.nat(255)), { minLength: 1, maxLength: 6 });

/** A copy with some bytes replaced. */
function damaged(bytes: Buffer, changes: readonly (readonly [at: number, byte: number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, byte] of changes) copy[at % copy.length] = byte;
  return copy;
}

/** What reading gives, undefined where it ends in an error of this class; any other error passes through. */
function attempt<T>(refusal: typeof WireError | typeof ListError | typeof ShapeError, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof refusal) return undefined;
    throw error;
  }
}

/** Reads one object; what comes out has the shape of its kind. */
function decode(kind: string, bytes: Buffer, from = 0, to = bytes.length): object {
  const object = schemaOf(kind).decode(bytes, from, to);
  fieldsSetIn(kind, object);
  return object;
}

/** Reads a reply, to its end or to what is wrong with it; each object that comes has the shape of its kind. */
function readList(kind: string, reply: Buffer): void {
  const splitter = new ListSplitter(`${kind}List`, (buffer, from, to) => decode(kind, buffer, from, to));
  attempt(ListError, () => {
    splitter.push(reply);
    splitter.end();
  });
}

describe('what ends early', () => {
  test.each(lists.filter(({ title }) => /1.36.3.Deployment|demo Namespace/.test(title)))(
    'is refused at every byte, but where only empty fields after the list are lacking: $title',
    ({ kind, protobuf }) => {
      const read = Array.from(protobuf, (_, length) =>
        attempt(ListError, () => decodeList(kind, [protobuf.subarray(0, length)])),
      );
      expect(read.slice(0, -4).every((objects) => objects === undefined)).toBe(true);
    },
  );

  test.each(objects)('inside of a $kind, is refused or has its shape', ({ kind, bytes }) => {
    const read = Array.from(bytes, (_, length) => attempt(WireError, () => decode(kind, bytes.subarray(0, length))));
    expect(read.filter((object) => object === undefined).length).toBeGreaterThan(bytes.length / 2);
  });
});

describe('changed bytes', () => {
  test('of a reply are refused, or give objects of the right shape', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists), replaced, ({ kind, protobuf }, changes) => {
        readList(kind, damaged(protobuf, changes));
      }),
      { numRuns: 200 },
    );
  });

  test('of an object are refused, or give the right shape', () => {
    fc.assert(
      fc.property(fc.constantFrom(...objects), replaced, ({ kind, bytes }, changes) => {
        attempt(WireError, () => decode(kind, damaged(bytes, changes)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('of a pod are read alike where specs are shared', () => {
    const pods = recordedLists.filter(({ kind }) => kind === 'Pod').flatMap(({ protobuf }) => itemsOf('Pod', protobuf));
    const known = pods.find((bytes) => !bytes.includes('kube-api-access-')) as Buffer;
    fc.assert(
      fc.property(replaced, (changes) => {
        const bytes = damaged(known, changes);
        const plain = attempt(WireError, () => schemas.Pod.decode(bytes, 0, bytes.length));
        const sharing = podSchemaWithSharedSpecs();
        sharing.decode(known, 0, known.length);
        const shared = attempt(WireError, () => sharing.decode(bytes, 0, bytes.length));
        deepStrictEqual(shared && { ...shared, spec: { ...shared.spec, nodeName: plain?.spec.nodeName } }, plain);
      }),
      { numRuns: 150 },
    );
  });

  test('of JSON are refused, or give the right shape', () => {
    const values = fc.oneof(fc.constantFrom(null, true, 0, 1.5, '', 'x', [], {}, [null], [{}]), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...objects), fc.nat(), values, ({ kind, bytes }, at, value) => {
        const { project } = schemaOf(kind);
        const places: [parent: Record<string, unknown>, key: string][] = [];
        const json = JSON.parse(
          JSON.stringify(decode(kind, bytes)),
          function (this: Record<string, unknown>, key, inner) {
            places.push([this, key]);
            return inner;
          },
        );
        const [parent, key] = places[at % places.length] as (typeof places)[number];
        parent[key] = value;
        const object = attempt(ShapeError, () => project(json));
        if (object !== undefined) fieldsSetIn(kind, object);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a length that nothing has, at any byte', () => {
  const claims = [2 ** 25, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 3, 2n ** 63n + 3n].map(varint);
  const allocations = (['alloc', 'allocUnsafe', 'concat'] as const).map((name) => jest.spyOn(Buffer, name));
  const largest = (): number =>
    Math.max(...allocations.flatMap(({ mock }) => mock.results.map(({ value }) => (value as Buffer).length)));
  const claimed = (bytes: Buffer): readonly Buffer[] =>
    Array.from(bytes, (_, at) => {
      const claim = claims[at % claims.length] as Buffer;
      return Buffer.concat([bytes.subarray(0, at), claim, bytes.subarray(at + 1)]);
    });
  beforeEach(() => void jest.clearAllMocks());
  afterAll(() => void jest.restoreAllMocks());

  test.each(objects)('of a $kind, sets nothing aside', ({ kind, bytes }) => {
    const read = claimed(bytes).map((changed) => attempt(WireError, () => decode(kind, changed)));
    expect(read.filter((object) => object === undefined).length).toBeGreaterThan(bytes.length / 4);
    expect(largest()).toBeLessThanOrEqual(bytes.length + 10);
  });

  test.each(lists.filter(({ title }) => /demo Namespace/.test(title)))('of a reply: $title', ({ kind, protobuf }) => {
    for (const changed of claimed(protobuf)) readList(kind, changed);
    expect(largest()).toBeLessThanOrEqual(protobuf.length + 10);
  });
});
