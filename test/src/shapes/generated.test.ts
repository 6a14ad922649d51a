import { deepStrictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type Pod, schemas } from '../../../src/shapes/generated.ts';
import { ShapeError } from '../../../src/shapes/project.ts';
import { WireError } from '../../../src/shapes/wire.ts';
import { field, numberField, varint } from './support/bytes.ts';
import { schemaOf } from './support/lists.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const decode = <T>(
  schema: { decode(buffer: Buffer, from: number, to: number): T },
  ...fields: readonly Buffer[]
): T => {
  const bytes = Buffer.concat(fields);
  return schema.decode(bytes, 0, bytes.length);
};
const container = (...fields: readonly Buffer[]): Buffer => field(2, field(2, ...fields));

test('what is generated is up to date', () => {
  const check = ['--import', './scripts/ts.mjs', 'scripts/gen-shapes.ts', '--check'];
  const { status, stderr } = spawnSync(process.execPath, check, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('each kind has a hash of its own', () => {
  const hashes = Object.values(schemas).map(({ hash }) => hash);
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{12}$/);
  for (const [kind, schema] of Object.entries(schemas)) expect(schema.kind).toBe(kind);
});

describe('values that may be secret', () => {
  test('annotations are dropped unless they are listed', () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': 'canary',
      __proto__: null,
      'k3s.io/node-args': '[]',
    };
    const fields = Object.entries(annotations).map(([key, value]) => field(12, field(1, key), field(2, String(value))));
    const fromWire = decode(
      schemas.Node,
      field(
        1,
        ...fields,
        field(12, field(2, 'no key')),
        field(12, field(1, 'k3s.io/node-args'), field(2, '[]'), field(9)),
      ),
    );
    const fromJson = schemas.Node.project({ metadata: { annotations } });
    for (const node of [fromWire, fromJson]) {
      expect(Object.keys(node.metadata.annotations)).toEqual(['k3s.io/node-args']);
      expect(JSON.stringify(node)).not.toContain('canary');
    }
    deepStrictEqual(fromWire, fromJson);
  });

  test('a listed annotation may be empty', () => {
    const node = decode(schemas.Node, field(1, field(12, field(1, 'k3s.io/node-args'))));
    expect(node.metadata.annotations['k3s.io/node-args']).toBe('');
  });

  test("of environment variables only etcd's own settings keep their values, whatever the order of their fields", () => {
    const variable = (name: string, value: string): readonly Buffer[] => [field(1, name), field(2, value)];
    const fromWire = decode(
      schemas.Pod,
      container(
        field(7, ...variable('ETCD_CERT_FILE', '/tls/server.crt')),
        field(7, ...[...variable('ETCD_KEY_FILE', '/tls/server.key')].reverse()),
        field(7, ...variable('ETCD_ROOT_PASSWORD', 'canary')),
        field(7, ...[...variable('TOKEN', 'canary')].reverse()),
        field(7, field(1, 'ETCD_NAME')),
      ),
    );
    const env = [
      { name: 'ETCD_CERT_FILE', value: '/tls/server.crt' },
      { name: 'ETCD_KEY_FILE', value: '/tls/server.key' },
      { name: 'ETCD_ROOT_PASSWORD', value: 'canary' },
      { name: 'TOKEN', value: 'canary' },
      { name: 'ETCD_NAME' },
    ];
    deepStrictEqual(fromWire, schemas.Pod.project({ spec: { containers: [{ env }] } }));
    expect(fromWire.spec.containers[0]?.env.map(({ value }) => value)).toEqual([
      '/tls/server.crt',
      '/tls/server.key',
      undefined,
      undefined,
      '',
    ]);
  });

  test('of a Secret nothing but metadata is read', () => {
    const secret = {
      metadata: { name: 's' },
      data: { password: 'Y2FuYXJ5' },
      stringData: { password: 'canary' },
      type: 'Opaque',
    };
    expect(JSON.stringify(schemas.PartialObjectMetadata.project(secret))).not.toMatch(/Y2FuYXJ5|canary|Opaque/);
  });

  test('of binary data of a ConfigMap only the keys', () => {
    const fromWire = decode(
      schemas.ConfigMap,
      field(3, field(1, 'a'), field(2, 'canary')),
      field(3, field(2, 'canary'), field(1, 'b'), field(9)),
      field(3),
    );
    expect(fromWire.binaryData).toEqual(['a', 'b', '']);
    deepStrictEqual(schemas.ConfigMap.project({ binaryData: { a: 'canary', b: 'canary', '': '' } }), fromWire);
    deepStrictEqual(schemas.ConfigMap.project({ binaryData: ['a', 'b', ''] }), fromWire);
    expect(schemas.ConfigMap.project({ binaryData: {} }).binaryData).toEqual([]);
  });
});

describe('members that a newer server has', () => {
  const volumes = (json: object): object => ({ spec: { volumes: [json] } });

  test('are noted in unions, also where the union is inlined and beside known members', () => {
    const fromWire = decode(
      schemas.Pod,
      field(
        2,
        field(1, field(1, 'v'), field(2, field(99, 'new'))),
        field(1, field(1, 'w'), field(2, field(1, field(1, '/')))),
      ),
    );
    expect(fromWire.spec.volumes.map(({ $other }) => $other)).toEqual([true, undefined]);
    expect(schemas.Pod.project(volumes({ name: 'v', brandNew: {} })).spec.volumes[0]?.$other).toBe(true);
    expect(schemas.Pod.project(volumes({ name: 'v', brandNew: null })).spec.volumes[0]?.$other).toBeUndefined();
  });

  test('stay noted when the object is written and read again', () => {
    const once = schemas.Pod.project(volumes({ name: 'v', brandNew: {} }));
    deepStrictEqual(schemas.Pod.project(once), once);
    deepStrictEqual(schemas.Pod.project(JSON.parse(JSON.stringify(once))), once);
  });

  test('are not what a union has beside it and kubevet does not read', () => {
    const livenessProbe = { periodSeconds: 5, timeoutSeconds: 1, exec: { command: ['true'] } };
    const pod = schemas.Pod.project({ spec: { containers: [{ livenessProbe }] } });
    expect(pod.spec.containers[0]?.livenessProbe).toMatchObject({ $other: undefined, exec: { command: ['true'] } });
    const fromWire = decode(schemas.Pod, container(field(10, field(1, field(1, field(1, 'true'))), numberField(4, 5))));
    deepStrictEqual(fromWire, pod);
  });

  test('elsewhere are skipped in silence', () => {
    deepStrictEqual(decode(schemas.Node, field(99, 'x'), numberField(98, 1)), schemas.Node.project({ brandNew: 1 }));
  });
});

describe('numbers', () => {
  test('in packed lists are read as in plain ones', () => {
    const packed = decode(schemas.Pod, field(2, field(14, field(4, varint(7), varint(-1)), numberField(4, 9))));
    expect(packed.spec.securityContext?.supplementalGroups).toEqual([7, -1, 9]);
  });

  test('in packed lists do not run past them', () => {
    const packed = (...bytes: readonly Buffer[]): Pod => decode(schemas.Pod, field(2, field(14, ...bytes)));
    expect(() => packed(field(4, varint(300).subarray(0, 1)), varint(1))).toThrow('truncated number');
    expect(packed(field(4, varint(300)), numberField(5, 7)).spec.securityContext).toMatchObject({
      supplementalGroups: [300],
      fsGroup: 7,
    });
  });

  test.each(['9007199254740993', '-9223372036854775808', '9223372036854775807'])('%s is rounded alike', (digits) => {
    const json = JSON.parse(`{"spec":{"activeDeadlineSeconds":${digits}}}`);
    deepStrictEqual(decode(schemas.Pod, field(2, numberField(5, BigInt(digits)))), schemas.Pod.project(json));
  });
});

describe('keys of maps', () => {
  test('may be names that objects have by themselves', () => {
    const data = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}');
    const fromJson = schemas.ConfigMap.project({ data });
    expect(Object.keys(fromJson.data)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(fromJson.data['hasOwnProperty']).toBeUndefined();
    const entries = Object.keys(data).map((key, index) =>
      field(2, field(1, key), field(2, 'abc'.charAt(index)), field(9)),
    );
    deepStrictEqual(decode(schemas.ConfigMap, ...entries), fromJson);
    deepStrictEqual(schemas.ConfigMap.project(JSON.parse(JSON.stringify(fromJson))), fromJson);
  });

  test('of quantities are read, with fields that are not known', () => {
    const limits = field(
      8,
      field(1, field(1, 'cpu'), field(2, field(1, '100m'), field(9)), field(9)),
      field(1, field(1, 'memory')),
    );
    const pod = decode(schemas.Pod, container(limits));
    expect({ ...pod.spec.containers[0]?.resources.limits }).toEqual({ cpu: '100m', memory: '' });
  });
});

describe('what is not set', () => {
  test('reads alike from an empty message, an empty object and nulls', () => {
    for (const kind of ['Pod', 'Node', 'ConfigMap', 'RoleBinding', 'CronJob', 'NetworkPolicy']) {
      const schema = schemaOf(kind);
      const empty = schema.project({});
      deepStrictEqual(decode(schema), empty);
      deepStrictEqual(schema.project({ metadata: null, spec: null, status: null, data: null, rules: null }), empty);
    }
  });

  test('lets an explicit false be told from nothing only where Go has a pointer', () => {
    const said = decode(schemas.Pod, container(field(15, numberField(2, 0))));
    const unsaid = decode(schemas.Pod, container(field(15)));
    expect(said.spec.containers[0]?.securityContext?.privileged).toBe(false);
    expect(unsaid.spec.containers[0]?.securityContext?.privileged).toBeUndefined();
    expect(decode(schemas.Pod, container()).spec.containers[0]?.securityContext).toBeUndefined();
    expect(decode(schemas.Pod, field(2, numberField(11, 0))).spec.hostNetwork).toBe(
      decode(schemas.Pod).spec.hostNetwork,
    );
  });
});

describe('refuses', () => {
  const cases: readonly (readonly [kind: string, json: unknown, message: string])[] = [
    ['Pod', [], 'the object itself: expected an object, found an array'],
    ['Pod', null, 'the object itself: expected an object, found null'],
    ['Pod', 'x', 'the object itself: expected an object, found a string'],
    ['Pod', { spec: 5 }, '/spec: expected an object, found a number'],
    ['Pod', { spec: { containers: {} } }, '/spec/containers: expected an array, found an object'],
    [
      'Pod',
      { spec: { containers: [{}, { image: 7 }] } },
      '/spec/containers/1/image: expected a string, found a number',
    ],
    ['Pod', { spec: { containers: [null] } }, '/spec/containers/0: expected an object, found null'],
    ['Pod', { spec: { hostNetwork: 'true' } }, '/spec/hostNetwork: expected a boolean, found a string'],
    [
      'Pod',
      { spec: { activeDeadlineSeconds: 1.5 } },
      '/spec/activeDeadlineSeconds: expected an integer, found a number',
    ],
    [
      'Pod',
      { spec: { containers: [{ livenessProbe: { httpGet: { port: {} } } }] } },
      '/spec/containers/0/livenessProbe/httpGet/port: expected an integer or a string, found an object',
    ],
    ['Pod', { spec: { volumes: [{ gitRepo: 'x' }] } }, '/spec/volumes/0/gitRepo: expected an object, found a string'],
    ['Pod', { metadata: { labels: { 'a/b~c': 1 } } }, '/metadata/labels/a~1b~0c: expected a string, found a number'],
    [
      'Pod',
      { spec: { containers: [{ env: [{ name: 'ETCD_NAME', value: true }] }] } },
      '/spec/containers/0/env/0/value: expected a string, found a boolean',
    ],
    ['ConfigMap', { binaryData: [5] }, '/binaryData/0: expected a string, found a number'],
    ['ConfigMap', { data: 'x' }, '/data: expected an object, found a string'],
  ];

  test.each(cases)('%s %j', (kind, json, message) => {
    expect(() => schemaOf(kind).project(json)).toThrow(new ShapeError(message));
  });

  test('declared fields of another wire type', () => {
    expect(() => decode(schemas.Pod, numberField(2, 1))).toThrow('Pod: field 2 has wire type 0');
    expect(() => decode(schemas.Pod, field(2, field(1, numberField(2, 1))))).toThrow('Volume: field 2 has wire type 0');
    expect(() => decode(schemas.Pod, field(2, field(1, field(2, numberField(1, 1)))))).toThrow(
      'VolumeSource: field 1 has wire type 0',
    );
  });

  test('protobuf of a kind that is served as JSON only', () => {
    expect(() => decode(schemas.Schedule)).toThrow(WireError);
  });

  test('bytes beyond the item', () => {
    const bytes = Buffer.concat([field(1, field(1, 'a')), field(1, field(1, 'b'))]);
    expect(() => schemas.Pod.decode(bytes, 0, bytes.length - 3)).toThrow('runs past the end');
    expect(schemas.Pod.decode(bytes, 0, bytes.length / 2).metadata.name).toBe('a');
  });

  test('other errors pass through', () => {
    const json = Object.defineProperty({}, 'metadata', {
      get: () => {
        throw new RangeError('mine');
      },
    });
    expect(() => schemas.Pod.project(json)).toThrow(RangeError);
  });
});

test('a deep object costs no more than what is read of it', () => {
  let deep: object = {};
  for (let level = 0; level < 100_000; level++) deep = { deep };
  expect(schemas.Pod.project({ spec: { unknown: deep, volumes: [{ brandNew: deep }] } }).spec.volumes[0]?.$other).toBe(
    true,
  );
  let bytes: Buffer = Buffer.alloc(0);
  for (let level = 0; level < 1_000; level++) bytes = field(2, bytes);
  expect(() => decode(schemas.Pod, bytes)).not.toThrow(RangeError);
});

test('a Velero schedule is read from JSON', () => {
  const json = {
    metadata: { name: 'daily' },
    spec: { schedule: '0 3 * * *' },
    status: { phase: 'Enabled', lastBackup: '2026-11-23T03:00:00Z' },
  };
  const schedule = schemas.Schedule.project(json);
  expect(schedule).toMatchObject({ spec: { schedule: '0 3 * * *', paused: undefined }, status: json.status });
  deepStrictEqual(schemas.Schedule.project(JSON.parse(JSON.stringify(schedule))), schedule);
  expect(schemas.Schedule.project({ spec: { template: {} } })).toMatchObject({ metadata: { name: '' }, status: {} });
  expect(schemas.Schedule.project({})).toMatchObject({ metadata: { name: '' }, spec: {}, status: {} });
});
