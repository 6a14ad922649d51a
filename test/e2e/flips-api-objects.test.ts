import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CheckId } from '../../checks/index.ts';
import type { Report } from '../../src/model/report.ts';
import * as pem from '../support/certificates.ts';
import { type BareApiServer, startApiServer } from './bare-api-server.ts';
import { type BareEtcd, startEtcd } from './bare-etcd.ts';
import { noteProof } from './proofs.ts';
import { binariesOf } from './server-process.ts';
import { rowTest, WITHOUT_CHANGES } from './without-changes.ts';

// Objects that need nothing but a genuine API server: broken, and mended as the remediation says. Exactly the check of the row may change.

const binaries = binariesOf(process.env['KUBEVET_E2E_VERSION'] ?? '1.37.2');
const folder = mkdtempSync(join(tmpdir(), 'kubevet-api-objects-'));
const kubeconfig = join(folder, 'kubeconfig');
const KUBEVET = new URL('../../dist/kubevet.js', import.meta.url).pathname;
const TIMEOUT = 300_000;
let etcd: BareEtcd;
let server: BareApiServer;

type Json = Readonly<Record<string, unknown>>;

interface Row {
  readonly check: CheckId;
  readonly broken: Json;
  /** What takes its place; undefined where the remediation is to delete it. */
  readonly mended?: Json;
}

const service = { namespace: 'guard', name: 'guard' };
const caBundle = pem.bytes(pem.GOOD_ROOT);
const selector = { matchLabels: { 'kubevet.example/never': 'set' } };
const webhooks = (fields: Json): Json => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'probe' },
  webhooks: [
    {
      name: 'validation.gatekeeper.sh',
      clientConfig: { service, caBundle },
      rules: [
        {
          apiGroups: [''],
          apiVersions: ['v1'],
          operations: ['CREATE', 'UPDATE'],
          resources: ['pods', 'pods/ephemeralcontainers'],
        },
      ],
      failurePolicy: 'Fail',
      timeoutSeconds: 5,
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      ...fields,
    },
  ],
});
const gone = { service: { namespace: 'guard', name: 'gone' }, caBundle };
const conversion = (clientConfig: Json): Json => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.kubevet.example' },
  spec: {
    group: 'kubevet.example',
    names: { plural: 'things', kind: 'Thing' },
    scope: 'Namespaced',
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    conversion: { strategy: 'Webhook', webhook: { clientConfig, conversionReviewVersions: ['v1'] } },
  },
});
const aggregated = (fields: Json): Json => ({
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name: 'v1.aggregated.kubevet.example' },
  spec: {
    group: 'aggregated.kubevet.example',
    version: 'v1',
    groupPriorityMinimum: 1,
    versionPriority: 1,
    service,
    ...fields,
  },
});
const flowSchema = (level: string): Json => ({
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  kind: 'FlowSchema',
  metadata: { name: 'probe' },
  spec: {
    priorityLevelConfiguration: { name: level },
    matchingPrecedence: 9000,
    rules: [
      {
        subjects: [{ kind: 'Group', group: { name: 'system:authenticated' } }],
        resourceRules: [{ verbs: ['get'], apiGroups: [''], resources: ['nodes'], clusterScope: true }],
      },
    ],
  },
});
const etcdService = (port: number): Json => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'probe', namespace: 'kube-system' },
  spec: { selector: { component: 'etcd' }, ports: [{ port, targetPort: port }] },
});

const anonymously = (name: string): Json => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: 'probe' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'system:anonymous' }],
});

const ROWS: readonly Row[] = [
  {
    check: 'kube-apiserver/webhook-failure-policy',
    broken: webhooks({ failurePolicy: 'Ignore' }),
    mended: webhooks({}),
  },
  { check: 'kube-apiserver/webhook-timeout', broken: webhooks({ timeoutSeconds: 30 }), mended: webhooks({}) },
  { check: 'kube-apiserver/webhook-scope-gaps', broken: webhooks({ objectSelector: selector }), mended: webhooks({}) },
  { check: 'kube-apiserver/webhook-backend', broken: webhooks({ clientConfig: gone }), mended: webhooks({}) },
  {
    check: 'kube-apiserver/crd-conversion-webhook',
    broken: conversion(gone),
    mended: conversion({ service, caBundle }),
  },
  {
    check: 'kube-apiserver/apiservice-insecure-tls',
    broken: aggregated({ insecureSkipTLSVerify: true }),
    mended: aggregated({ caBundle }),
  },
  { check: 'kube-apiserver/flowschema-exempt', broken: flowSchema('exempt'), mended: flowSchema('workload-low') },
  {
    check: 'kube-apiserver/jwks-anonymous',
    broken: anonymously('system:service-account-issuer-discovery'),
  },
  { check: 'kube-apiserver/metrics-exposed', broken: anonymously('system:monitoring') },
  { check: 'etcd/not-exposed-by-service', broken: etcdService(2379), mended: etcdService(2381) },
];

/** Checks of RBAC that ask of any right of an anonymous user. */
const OTHERS: { readonly [Id in CheckId]?: readonly CheckId[] } = {
  'kube-apiserver/jwks-anonymous': ['rbac/anonymous-bindings'],
  'kube-apiserver/metrics-exposed': ['rbac/anonymous-bindings'],
};

beforeAll(async () => {
  etcd = await startEtcd(binaries);
  server = await startApiServer(binaries, { etcd, prefix: 'api-objects' });
  writeFileSync(kubeconfig, server.kubeconfig, { mode: 0o600 });
  kubectl(['create', 'namespace', 'guard']);
  kubectl(['create', 'service', 'clusterip', 'guard', '-n', 'guard', '--tcp=443']);
}, TIMEOUT);

afterAll(async () => {
  await server?.stop();
  await etcd?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const kubectl = (args: readonly string[], input?: Json): string =>
  execFileSync(join(binaries, 'kubectl'), [`--kubeconfig=${kubeconfig}`, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    ...(input === undefined ? {} : { input: JSON.stringify(input) }),
  });

const remove = (object: Json): string => kubectl(['delete', '--ignore-not-found', '-f', '-'], object);

/** Puts an object in the place of the one before. */
function put(object: Json): void {
  remove(object);
  kubectl(['create', '-f', '-'], object);
}

/** The status of each check. */
const statuses = (): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    const args = [KUBEVET, '-o', 'json', '--kubeconfig', kubeconfig];
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (_, out, err) => {
      if (out === '') reject(new Error(`kubevet printed no report: ${err}`));
      else resolve(new Map((JSON.parse(out) as Report).checks.map(({ id, status }) => [id, status])));
    });
  });

describe('each flip of an object', () => {
  test.each(ROWS)(
    '$check',
    rowTest(async ({ check, broken, mended }: Row) => {
      const start = WITHOUT_CHANGES ? mended : broken;
      if (start !== undefined) put(start);
      const before = await statuses();
      if (mended === undefined) remove(broken);
      else put(mended);
      const after = await statuses();
      remove(mended ?? broken);
      expect([before.get(check), after.get(check)]).toEqual(['fail', 'pass']);
      const changed = [...before.keys()].filter((id) => before.get(id) !== after.get(id));
      expect(changed.sort()).toEqual([check, ...(OTHERS[check] ?? [])].sort());
      noteProof(check, false);
    }),
    TIMEOUT,
  );
});
