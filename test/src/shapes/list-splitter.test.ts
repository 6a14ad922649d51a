import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { describe, expect, jest, test } from '@jest/globals';
import { ListError, type ListProblem, ListSplitter } from '../../../src/shapes/list-splitter.ts';
import { field, numberField, reply, varint } from './support/bytes.ts';
import { decodeList, randomList, randomNumbers, recordedLists } from './support/lists.ts';

const MAGIC = Buffer.from('k8s\0');
const ITEM = field(2, field(1, field(1, 'one')));
const lists = [
  ...recordedLists.filter(({ title }) => /1.34.4.(Pod|Node)|demo (Namespace|RoleBinding|DaemonSet)$/.test(title)),
  randomList('NetworkPolicy'),
];

function split(kind: string, ...chunks: readonly Buffer[]) {
  const items: string[] = [];
  const splitter = new ListSplitter(kind, (buffer, from, to) => items.push(buffer.toString('latin1', from, to)));
  for (const chunk of chunks) splitter.push(chunk);
  return { items, metadata: splitter.end(), count: splitter.count };
}

function problemOf(action: () => unknown): ListProblem | 'none' {
  try {
    action();
  } catch (error) {
    if (error instanceof ListError) return error.problem;
    throw error;
  }
  return 'none';
}

function cut(bytes: Buffer, longest: number, below: (limit: number) => number): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + below(longest);
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}

describe('a whole list', () => {
  test('gives its items and its metadata', () => {
    const metadata = field(1, field(2, '77'), field(3, 'next'), numberField(4, 12_345_678_901n), field(1, 'selfLink'));
    expect(split('PodList', reply('PodList', metadata, ITEM, ITEM))).toEqual({
      items: ['\n\x05\n\x03one', '\n\x05\n\x03one'],
      metadata: { resourceVersion: '77', continue: 'next', remainingItemCount: 12_345_678_901 },
      count: 2,
    });
  });

  test('may be empty, without metadata, and have fields that are not known', () => {
    const nothing = { resourceVersion: '', continue: '', remainingItemCount: 0 };
    expect(split('PodList', reply('PodList')).metadata).toEqual(nothing);
    const withOthers = reply('PodList', numberField(9, 5), field(10, 'x'), ITEM, numberField(9, 5));
    expect(split('PodList', withOthers)).toMatchObject({ count: 1, metadata: nothing });
    const around = Buffer.concat([withOthers, numberField(9, 1), field(10, 'x')]);
    expect(split('PodList', around).count).toBe(1);
  });

  test.each(lists)('is the same wherever its bytes are cut: $title', ({ kind, protobuf }) => {
    const whole = decodeList(kind, [protobuf]);
    const below = randomNumbers(7);
    deepStrictEqual(decodeList(kind, cut(protobuf, 1, below)), whole);
    for (const longest of [2, 3, 7, 100, 1500, 16_384])
      deepStrictEqual(decodeList(kind, cut(protobuf, longest, below)), whole);
  });

  test('joins the chunks of a large item once', () => {
    const bytes = reply('PodList', field(2, Buffer.alloc(1 << 20)));
    const joined = jest.spyOn(Buffer, 'concat');
    const chunks = Array.from({ length: Math.ceil(bytes.length / 512) }, (_, at) =>
      bytes.subarray(at * 512, at * 512 + 512),
    );
    expect(split('PodList', ...chunks).items[0]).toHaveLength(1 << 20);
    const copied = joined.mock.results.reduce((sum, { value }) => sum + (value as Buffer).length, 0);
    joined.mockRestore();
    expect(copied).toBeLessThan(bytes.length * 1.1);
  });

  test('does not mind empty chunks', () => {
    const bytes = reply('PodList', ITEM);
    expect(split('PodList', Buffer.alloc(0), bytes.subarray(0, 20), Buffer.alloc(0), bytes.subarray(20)).count).toBe(1);
  });
});

describe('refuses', () => {
  const cases: readonly (readonly [what: string, problem: ListProblem, bytes: Buffer, message: string])[] = [
    ['an empty reply', 'truncated', Buffer.alloc(0), 'an empty reply'],
    ['half of the first bytes', 'truncated', MAGIC.subarray(0, 2), 'the reply ends early'],
    ['nothing but the first bytes', 'truncated', MAGIC, 'the reply ends early'],
    ['JSON', 'not-protobuf', Buffer.from('{"kind":"PodList"}'), 'the server answered JSON, not protobuf'],
    ['HTML', 'not-protobuf', Buffer.from('<html>'), 'the reply is not Kubernetes protobuf'],
    ['another kind', 'wrong-kind', reply('NodeList'), 'the reply is a NodeList'],
    ['a Status', 'wrong-kind', reply('Status', field(2, 'Failure')), 'the reply is a Status'],
    ['no kind', 'wrong-kind', Buffer.concat([MAGIC, field(2, '')]), 'the reply is a thing without a kind'],
    [
      'encoded content',
      'broken',
      Buffer.concat([MAGIC, field(1, field(2, 'PodList')), field(3, 'gzip')]),
      'its content is encoded',
    ],
    ['two lists', 'broken', Buffer.concat([reply('PodList'), field(2, '')]), 'two lists in one reply'],
    ['field number 0', 'broken', Buffer.concat([MAGIC, Buffer.from([2, 0])]), 'field number 0'],
    ['a group', 'broken', Buffer.concat([MAGIC, Buffer.from([11, 0])]), 'wire type 3'],
    ['an endless tag', 'broken', Buffer.concat([MAGIC, Buffer.alloc(12, 255)]), 'a number longer than 10 bytes'],
    [
      'an endless number',
      'broken',
      Buffer.concat([MAGIC, Buffer.from([8]), Buffer.alloc(12, 255)]),
      'a number longer than 10 bytes',
    ],
    [
      'a huge item',
      'broken',
      Buffer.concat([
        MAGIC,
        field(1, field(2, 'PodList')),
        Buffer.from([18]),
        varint(2 ** 40),
        Buffer.from([18]),
        varint(2 ** 30),
      ]),
      'a field of 1073741824 bytes',
    ],
    [
      'an item past the end',
      'broken',
      reply('PodList', Buffer.from([18, 9, 1])),
      'a field runs past the end of the list',
    ],
    [
      'a number past the end',
      'broken',
      Buffer.concat([MAGIC, field(1, field(2, 'PodList')), Buffer.from([18, 1, 72, 5])]),
      'a field runs past the end of the list',
    ],
    ['a number for an item', 'broken', reply('PodList', numberField(2, 5)), 'field 2 has wire type 0'],
    ['a number for the list', 'broken', Buffer.concat([MAGIC, numberField(2, 5)]), 'field 2 has wire type 0'],
    ['broken metadata', 'broken', reply('PodList', field(1, Buffer.from([255]))), 'truncated number'],
    ['a broken kind', 'broken', Buffer.concat([MAGIC, field(1, Buffer.from([18, 9]))]), 'length 9 runs past the end'],
    ['a list without its end', 'truncated', reply('PodList', ITEM).subarray(0, -8), 'the reply ends early'],
  ];

  test.each(cases)('%s', (_what, problem, bytes, message) => {
    expect(() => split('PodList', bytes)).toThrow(message);
    expect(problemOf(() => split('PodList', bytes))).toBe(problem);
    expect(problemOf(() => split('PodList', ...cut(bytes, 1, () => 0)))).toBe(problem);
  });

  test('a broken item, with its number; the items before it were handed over', () => {
    const bytes = reply('PodList', ITEM, field(2, field(1, Buffer.from([10, 9]))));
    expect(() => decodeList('Pod', [bytes])).toThrow(
      /^PodList: item 1: length 9 runs past the end at byte \d+ \(byte \d+, after 1 items\)$/,
    );
  });

  test('data after an error', () => {
    const splitter = new ListSplitter('PodList', () => {});
    expect(() => splitter.push(Buffer.from('<html>'))).toThrow('not Kubernetes protobuf');
    expect(() => splitter.push(MAGIC)).toThrow('data after an error');
    expect(() => splitter.end()).toThrow('the reply ends early');
  });
});

test('an error of who takes the items passes through', () => {
  const splitter = new ListSplitter('PodList', () => {
    throw new RangeError('mine');
  });
  expect(() => splitter.push(reply('PodList', ITEM))).toThrow(RangeError);
});

test.each(lists)(
  'a reply that ends early is refused, but for empty fields after the list: $title',
  ({ kind, protobuf }) => {
    const below = randomNumbers(11);
    const whole = decodeList(kind, [protobuf]);
    const lengths = Array.from({ length: 150 }, () => below(protobuf.length - 4));
    for (const length of lengths) {
      strictEqual(
        problemOf(() => decodeList(kind, [protobuf.subarray(0, length)])),
        'truncated',
      );
    }
    for (const lacking of [1, 2, 3, 4]) {
      const shorter = protobuf.subarray(0, -lacking);
      if (problemOf(() => decodeList(kind, [shorter])) === 'none') deepStrictEqual(decodeList(kind, [shorter]), whole);
    }
  },
);

test.each(lists)(
  'changed bytes end in a ListError or in other values, never in a crash: $title',
  ({ kind, protobuf }) => {
    const below = randomNumbers(13);
    let refused = 0;
    for (let round = 0; round < 60; round++) {
      const changed = Buffer.from(protobuf);
      for (let change = 0; change <= below(4); change++) changed[below(changed.length)] = below(256);
      if (problemOf(() => decodeList(kind, cut(changed, 4096, below))) !== 'none') refused++;
    }
    expect(refused).toBeGreaterThan(0);
  },
);
