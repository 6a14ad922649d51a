import { deepStrictEqual } from 'node:assert/strict';
import { describe, expect, test } from '@jest/globals';
import { type Pod, schemas } from '../../../src/shapes/generated.ts';
import { podSchemaWithSharedSpecs } from '../../../src/shapes/same-spec.ts';
import { WireError } from '../../../src/shapes/wire.ts';
import { field, numberField } from './support/bytes.ts';
import { itemsOf, randomList, recordedLists } from './support/lists.ts';

interface Given {
  readonly name?: string;
  readonly namespace?: string;
  readonly owner?: string;
  readonly node?: string;
  readonly image?: string;
  /** The random end of the token volume's name, in the volume and in its mount. */
  readonly token?: string;
  readonly mountedToken?: string;
  readonly affinity?: string;
  readonly hostNetwork?: boolean;
}

/** A pod as an API server would encode it. */
function pod(given: Given = {}): Buffer {
  const {
    name = 'web-1',
    namespace = 'shop',
    owner = 'ReplicaSet',
    node = 'node-1',
    image = 'nginx',
    token = 'abcde',
  } = given;
  const owners = owner === '' ? [] : [field(13, field(1, owner), field(3, 'web'), field(4, 'uid-1'))];
  const container = field(
    2,
    field(1, 'main'),
    field(2, image),
    field(9, field(1, `kube-api-access-${given.mountedToken ?? token}`)),
  );
  const spec = field(
    2,
    field(1, field(1, `kube-api-access-${token}`), field(2)),
    container,
    field(10, node),
    numberField(11, given.hostNetwork ? 1 : 0),
    ...(given.affinity === undefined ? [] : [field(18, given.affinity)]),
    field(19, `scheduler-of-${name}`),
  );
  return Buffer.concat([
    field(1, field(1, name), field(3, namespace), ...owners),
    spec,
    field(3, field(1, 'Running'), field(6, `10.0.0.${name.length}`)),
  ]);
}

function decodeAll(pods: readonly Buffer[], keepWhole?: (pod: Pod) => boolean): readonly Pod[] {
  const schema = podSchemaWithSharedSpecs(keepWhole);
  return pods.map((bytes) => schema.decode(bytes, 0, bytes.length));
}
const sharing = (one: Given, other: Given): boolean => {
  const [first, second] = decodeAll([pod(one), pod(other)]);
  return first?.spec === second?.spec;
};

describe('pods share a spec', () => {
  test('where they differ in name, node, token volume and what is not read', () => {
    expect(
      sharing(
        { name: 'web-1', node: 'node-1', token: 'abcde', affinity: 'a' },
        { name: 'web-22', node: 'node-100', token: 'fghij', affinity: 'bcd' },
      ),
    ).toBe(true);
    expect(sharing({ owner: '' }, { owner: '', token: 'fghij' })).toBe(true);
    expect(sharing({ owner: 'Job', name: 'job-1' }, { owner: 'Job', name: 'job-2' })).toBe(true);
    expect(sharing({}, { affinity: 'node-7' })).toBe(true);
  });

  test('not where anything that is read differs', () => {
    expect(sharing({}, { image: 'httpd' })).toBe(false);
    expect(sharing({}, { image: 'nginx:1' })).toBe(false);
    expect(sharing({}, { hostNetwork: true })).toBe(false);
    expect(sharing({ token: 'abcde' }, { token: 'fghij', mountedToken: 'abcde' })).toBe(false);
    expect(sharing({ image: 'kube-api-access-abcde' }, { image: 'kube-api-access-evil1' })).toBe(false);
    expect(sharing({}, { namespace: 'other' })).toBe(false);
    expect(sharing({}, { owner: 'DaemonSet' })).toBe(false);
  });

  test('not where one has a field more or less', () => {
    const more = Buffer.concat([field(1, field(3, 'shop')), field(2, field(2, field(1, 'a')), field(3, 'Always'))]);
    const fewer = Buffer.concat([field(1, field(3, 'shop')), field(2, field(2, field(1, 'a')))]);
    for (const pods of [
      [more, fewer],
      [fewer, more],
    ]) {
      const [first, second] = decodeAll(pods);
      expect(first?.spec).not.toBe(second?.spec);
      deepStrictEqual(second?.spec, schemas.Pod.decode(pods[1] as Buffer, 0, (pods[1] as Buffer).length).spec);
    }
  });

  test('also without a token volume, and without any spec', () => {
    const plain = (node: string): Buffer =>
      Buffer.concat([field(1), field(2, field(2, field(2, 'nginx')), field(10, node))]);
    const [one, two, none, empty] = decodeAll([plain('a'), plain('b'), Buffer.alloc(0), field(2)]);
    expect(two?.spec).toBe(one?.spec);
    expect(empty?.spec).toBe(none?.spec);
    deepStrictEqual(none, schemas.Pod.decode(Buffer.alloc(0), 0, 0));
  });
});

test('a shared spec is frozen and names no node; everything else is the own of each pod', () => {
  const [one, two] = decodeAll([pod({ name: 'web-1', node: 'node-1' }), pod({ name: 'web-22', node: 'node-2' })]);
  expect(Object.isFrozen(one?.spec)).toBe(true);
  expect(one?.spec.nodeName).toBe('');
  expect([one?.metadata.name, two?.metadata.name]).toEqual(['web-1', 'web-22']);
  expect([one?.status.podIP, two?.status.podIP]).toEqual(['10.0.0.5', '10.0.0.6']);
});

test('pods that are to be kept whole have all that is their own', () => {
  const bytes = [
    pod({ name: 'a', node: 'node-1' }),
    pod({ name: 'b', node: 'node-2', token: 'fghij' }),
    pod({ name: 'c' }),
  ];
  const whole = bytes.map((item) => schemas.Pod.decode(item, 0, item.length));
  deepStrictEqual(
    decodeAll(bytes, () => true),
    whole,
  );
  const [first, second] = decodeAll(bytes, ({ metadata }) => metadata.name === 'b');
  expect(first?.spec.nodeName).toBe('');
  deepStrictEqual(second, whole[1]);
});

test('templates that take turns are remembered', () => {
  const pods = Array.from({ length: 40 }, (_, index) =>
    pod({ owner: 'Job', name: `job-${index}`, image: `image-${index % 8}` }),
  );
  expect(new Set(decodeAll(pods).map(({ spec }) => spec)).size).toBe(8);
});

test('old specs are forgotten: by count within a namespace, by size over all', () => {
  const many = [
    ...Array.from({ length: 9 }, (_, index) => pod({ image: `image-${index}` })),
    pod({ image: 'image-0' }),
  ];
  expect(new Set(decodeAll(many).map(({ spec }) => spec)).size).toBe(10);
  const image = 'x'.repeat(1_500_000);
  const large = ['a', 'b', 'c', 'd', 'a'].map((namespace) => pod({ namespace, image }));
  expect(new Set(decodeAll(large).map(({ spec }) => spec)).size).toBe(5);
  const again = ['a', 'b', 'a', 'b'].map((namespace) => pod({ namespace, image }));
  expect(new Set(decodeAll(again).map(({ spec }) => spec)).size).toBe(2);
});

test.each([randomList('Pod'), ...recordedLists.filter(({ kind }) => kind === 'Pod')])(
  'is what the plain schema reads: $title',
  ({ protobuf }) => {
    const items = itemsOf('Pod', protobuf);
    const twice = items.flatMap((item) => [item, item]);
    const token = /kube-api-access-\w{5}/g;
    for (const [index, shared] of decodeAll(twice).entries()) {
      const item = twice[index] as Buffer;
      const plain = schemas.Pod.decode(item, 0, item.length);
      const whole = { ...shared, spec: { ...shared.spec, nodeName: plain.spec.nodeName } };
      const text = (value: Pod): string => JSON.stringify(value).replaceAll(token, 'kube-api-access-');
      expect(text(whole)).toBe(text(plain));
    }
    expect(new Set(decodeAll(twice).map(({ spec }) => spec)).size).toBeLessThanOrEqual(items.length);
  },
);

test('refuses what the plain schema refuses, also between the fields that are compared', () => {
  const schema = podSchemaWithSharedSpecs();
  const spec = (...others: readonly Buffer[]): Buffer => field(2, field(2, field(2, 'nginx')), ...others);
  const known = spec(field(10, 'node-1'));
  schema.decode(known, 0, known.length);
  for (const other of [numberField(10, 1), Buffer.from([2, 0])]) {
    const bytes = spec(other);
    expect(() => schemas.Pod.decode(bytes, 0, bytes.length)).toThrow(WireError);
    expect(() => schema.decode(bytes, 0, bytes.length)).toThrow(WireError);
  }
});

test('remembers copies: the bytes that were read may be used for other things', () => {
  const schema = podSchemaWithSharedSpecs();
  const [one, two] = [pod({ name: 'web-1' }), pod({ name: 'web-2', token: 'fghij' })];
  const first = schema.decode(one, 0, one.length);
  one.fill(0);
  expect(schema.decode(two, 0, two.length).spec).toBe(first.spec);
  expect(first).toMatchObject({ metadata: { name: 'web-1' }, spec: { containers: [{ image: 'nginx' }] } });
});

test('reads JSON as the plain schema, and refuses broken pods as it does', () => {
  const schema = podSchemaWithSharedSpecs();
  expect([schema.kind, schema.hash, schema.project]).toEqual([schemas.Pod.kind, schemas.Pod.hash, schemas.Pod.project]);
  const broken: readonly Buffer[] = [
    field(2, field(2).subarray(0, 1)),
    Buffer.from([18, 9]),
    Buffer.from([16, 1]),
    Buffer.from([2, 0]),
  ];
  for (const bytes of broken) {
    expect(() => schemas.Pod.decode(bytes, 0, bytes.length)).toThrow(WireError);
    expect(() => schema.decode(bytes, 0, bytes.length)).toThrow(WireError);
  }
});
