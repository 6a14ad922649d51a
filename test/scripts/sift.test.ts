import { deepStrictEqual } from 'node:assert/strict';
import { describe, expect, test } from '@jest/globals';
import { siftJson, siftProtobuf } from '../../scripts/recording/sift.ts';
import { field } from '../src/shapes/support/bytes.ts';
import { itemsOf, randomLists, schemaOf } from '../src/shapes/support/lists.ts';

/** The longest of the random texts, as a string has them in JSON and in protobuf. */
const RANDOM_TEXT = new RegExp(`["${String.fromCharCode(6)}](s\\d{5})`, 'g');
/** What a recording keeps less of than a decoder does. */
const REDUCED = new Set([
  'command',
  'args',
  'k3s.io/node-args',
  'rke2.io/node-args',
  'k3s.io/node-env',
  'rke2.io/node-env',
]);

const unreduced = (item: object): object =>
  JSON.parse(JSON.stringify(item, (name, value) => (REDUCED.has(name) ? undefined : value)));

const textsIn = (text: string): readonly string[] => [...text.matchAll(RANDOM_TEXT)].map(([, found = '']) => found);

describe.each(randomLists.map((list) => [list.kind, list] as const))('a random %s', (kind, { items, protobuf }) => {
  const schema = schemaOf(kind);
  const encoded = itemsOf(kind, protobuf);
  const read = (bytes: Buffer) => schema.decode(bytes, 0, bytes.length);

  test('says the same in both encodings, and all that kubevet reads', () => {
    for (const [index, bytes] of encoded.entries()) {
      const sifted = read(siftProtobuf(kind, bytes));
      deepStrictEqual(sifted, schema.project(siftJson(kind, items[index])));
      deepStrictEqual(unreduced(sifted), unreduced(read(bytes)));
    }
  });

  test('keeps no text that kubevet does not', () => {
    for (const [index, bytes] of encoded.entries()) {
      const kept = new Set(textsIn(JSON.stringify(unreduced(read(bytes)))));
      const recorded = siftProtobuf(kind, bytes).toString('latin1') + JSON.stringify(siftJson(kind, items[index]));
      expect(textsIn(recorded).filter((text) => !kept.has(text))).toEqual([]);
    }
  });
});

describe('command lines', () => {
  const commandOf = (name: string, command: readonly string[], args: readonly string[] = []) => {
    const json = { spec: { containers: [{ name, image: `example.org/${name}:1`, command, args }] } };
    const container = [
      field(1, name),
      field(2, `example.org/${name}:1`),
      ...command.map((text) => field(3, text)),
      ...args.map((text) => field(4, text)),
    ];
    const bytes = siftProtobuf('Pod', field(2, field(2, ...container)));
    const pods = [schemaOf('Pod').decode(bytes, 0, bytes.length), schemaOf('Pod').project(siftJson('Pod', json))];
    const [one, other] = pods.map((pod) => (pod as unknown as { spec: { containers: [object] } }).spec.containers[0]);
    deepStrictEqual(one, other);
    const { command: kept, args: others } = one as { command: string[]; args: string[] };
    return [...kept, ...others];
  };

  test.each([
    ['of an application are dropped', 'app', ['/app', '--level=5'], ['canary'], []],
    [
      'of a component stay, without the values of secret flags',
      'etcd',
      ['etcd', '--initial-cluster-token=canary'],
      ['--data-dir=/d'],
      ['etcd', '--initial-cluster-token=[redacted]', '--data-dir=/d'],
    ],
    [
      'that say something are told in other words',
      'backup',
      ['sh', '-c', 'PASSWORD=canary etcdctl --user root:canary snapshot save /canary'],
      [],
      ['sh', '-c', 'etcdctl snapshot save'],
    ],
  ])('%s', (_title, name, command, args, expected) => {
    expect(commandOf(name, command, args)).toEqual(expected);
  });
});
