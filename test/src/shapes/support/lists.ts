import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { schemas } from '../../../../src/shapes/generated.ts';
import { ListSplitter } from '../../../../src/shapes/list-splitter.ts';
import type { Schema } from '../../../../src/shapes/schema.ts';

/** A list in both of its encodings. */
export interface RecordedList {
  readonly title: string;
  readonly kind: string;
  readonly protobuf: Buffer;
  readonly items: readonly object[];
}

const here = new URL('../', import.meta.url);
const RBAC = 'apis/rbac.authorization.k8s.io/v1';
const DEMO: Readonly<Record<string, string>> = {
  Pod: 'api/v1/pods',
  Node: 'api/v1/nodes',
  Namespace: 'api/v1/namespaces',
  ServiceAccount: 'api/v1/serviceaccounts',
  Role: `${RBAC}/roles`,
  ClusterRole: `${RBAC}/clusterroles`,
  RoleBinding: `${RBAC}/rolebindings`,
  ClusterRoleBinding: `${RBAC}/clusterrolebindings`,
  Deployment: 'apis/apps/v1/deployments',
  DaemonSet: 'apis/apps/v1/daemonsets',
};

/** Lists with random fields, encoded by the Go types of Kubernetes 1.37.2: scripts/random-lists.go. */
export const randomLists = packedLists('random/');

/** What genuine API servers answered. */
export const recordedLists: readonly RecordedList[] = [
  ...packedLists('recorded/1.34.4/'),
  ...packedLists('recorded/1.36.3/'),
  ...Object.entries(DEMO).map(([kind, path]) => {
    const file = new URL(`../../../src/demo/recording/${path}`, here);
    return list(`demo ${kind}`, kind, readFileSync(`${file.pathname}.pb`), readFileSync(`${file.pathname}.json`));
  }),
];

/** The bytes of a random list. */
export function randomList(kind: string): RecordedList {
  const found = randomLists.find((recorded) => recorded.kind === kind);
  if (found === undefined) throw new Error(`no list of ${kind}`);
  return found;
}

/** The schema of a kind, its items taken for plain objects. */
export function schemaOf(kind: string): Schema<object> {
  const schema = (schemas as unknown as Readonly<Record<string, Schema<object>>>)[kind];
  if (schema === undefined) throw new Error(`no schema of ${kind}`);
  return schema;
}

/** All items of a list, decoded while the chunks arrive. */
export function decodeList(kind: string, chunks: readonly Buffer[], schema = schemaOf(kind)): readonly object[] {
  const items: object[] = [];
  const splitter = new ListSplitter(`${kind}List`, (buffer, from, to) => items.push(schema.decode(buffer, from, to)));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return items;
}

/** The bytes of each item of a list. */
export function itemsOf(kind: string, protobuf: Buffer): readonly Buffer[] {
  const items: Buffer[] = [];
  const splitter = new ListSplitter(`${kind}List`, (buffer, from, to) =>
    items.push(Buffer.from(buffer.subarray(from, to))),
  );
  splitter.push(protobuf);
  splitter.end();
  return items;
}

/** Numbers that look random and are the same in each run. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

function packedLists(folder: string): readonly RecordedList[] {
  const kinds = readdirSync(new URL(folder, here)).flatMap((name) =>
    name.endsWith('.pb.gz') ? [name.slice(0, -6)] : [],
  );
  return kinds.map((kind) => {
    const read = (end: string): Buffer => gunzipSync(readFileSync(new URL(`${folder}${kind}.${end}.gz`, here)));
    return list(`${folder}${kind}`, kind, read('pb'), read('json'));
  });
}

function list(title: string, kind: string, protobuf: Buffer, json: Buffer): RecordedList {
  const parsed: { readonly items: readonly object[] } = JSON.parse(json.toString());
  return { title, kind, protobuf, items: parsed.items };
}
