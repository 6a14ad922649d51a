import { deepStrictEqual } from 'node:assert/strict';
import { describe, expect, test } from '@jest/globals';
import { decodeList, itemsOf, randomLists, recordedLists, schemaOf } from './support/lists.ts';
import { readWithProtobufjs } from './support/oracle.ts';
import { fieldsOf, fieldsSetIn } from './support/shape.ts';

/** protobufjs cannot tell undeclared members, and gives maps a `__proto__` of their own to lose. */
function withoutOther(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOther);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '$other' && key !== '__proto__');
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutOther(inner)]));
}

describe.each([...recordedLists, ...randomLists])('$title', ({ kind, protobuf, items }) => {
  const schema = schemaOf(kind);
  const decoded = decodeList(kind, [protobuf]);

  test('is the same from protobuf and from JSON', () => {
    expect(decoded.length).toBe(items.length);
    for (const [index, item] of items.entries()) deepStrictEqual(decoded[index], schema.project(item));
  });

  test('stays the same when what was read is written and read again', () => {
    for (const item of decoded) deepStrictEqual(schema.project(JSON.parse(JSON.stringify(item))), item);
  });

  test('is what protobufjs reads', () => {
    const bytes = itemsOf(kind, protobuf);
    for (const [index, item] of decoded.entries()) {
      deepStrictEqual(withoutOther(item), withoutOther(readWithProtobufjs(kind, bytes[index] as Buffer)));
    }
  });
});

test('the random lists set every field that is read', () => {
  const set = new Set<string>();
  for (const { kind, protobuf } of randomLists) {
    for (const item of decodeList(kind, [protobuf])) for (const field of fieldsSetIn(kind, item)) set.add(field);
  }
  const all = new Set(randomLists.flatMap(({ kind }) => [...fieldsOf(kind)]));
  expect(all.size).toBeGreaterThan(350);
  expect([...all].filter((field) => !set.has(field))).toEqual([]);
});

test('the random lists are of every kind that is served as protobuf', () => {
  expect(randomLists.map(({ kind }) => kind).sort()).toEqual([
    'APIService',
    'CertificateSigningRequest',
    'ClusterRole',
    'ClusterRoleBinding',
    'ConfigMap',
    'CronJob',
    'CustomResourceDefinition',
    'DaemonSet',
    'Deployment',
    'FlowSchema',
    'Job',
    'Lease',
    'MutatingWebhookConfiguration',
    'Namespace',
    'NetworkPolicy',
    'Node',
    'PartialObjectMetadata',
    'Pod',
    'ReplicaSet',
    'Role',
    'RoleBinding',
    'RuntimeClass',
    'Service',
    'ServiceAccount',
    'StatefulSet',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ]);
});
