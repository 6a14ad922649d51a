import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { distributionOf, type SourceLookup, sourcesOf, views } from '../../../src/derive/index.ts';
import { facts } from '../../../src/facts/index.ts';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import type { Snapshot } from '../../../src/model/resources.ts';
import type { ViewKey } from '../../../src/model/views.ts';
import { dataOf, only } from '../../support/derived.ts';

const FOLDER = new URL('../../../src/demo/recording/', import.meta.url);
const RBAC = 'rbac.authorization.k8s.io/v1';
const LISTS = [
  ['v1', 'Pod', 'api/v1/pods'],
  ['v1', 'Node', 'api/v1/nodes'],
  ['v1', 'ConfigMap', 'api/v1/configmaps'],
  ['apps/v1', 'DaemonSet', 'apis/apps/v1/daemonsets'],
  [RBAC, 'Role', `apis/${RBAC}/roles`],
  [RBAC, 'ClusterRole', `apis/${RBAC}/clusterroles`],
  [RBAC, 'RoleBinding', `apis/${RBAC}/rolebindings`],
  [RBAC, 'ClusterRoleBinding', `apis/${RBAC}/clusterrolebindings`],
] as const;

const read = (path: string): { readonly items: readonly object[] } =>
  JSON.parse(readFileSync(new URL(`${path}.json`, FOLDER), 'utf8'));

/** What a kubeadm cluster of version 1.37.2 with a control-plane node and a worker answered. */
function recordedObjects(): readonly object[] {
  const objects = LISTS.flatMap(([apiVersion, kind, path]) =>
    read(path).items.map((item) => ({ ...item, apiVersion, kind })),
  );
  const nodes = readdirSync(new URL('api/v1/nodes/', FOLDER));
  const configz = nodes.map((node) => ({
    kind: 'KubeletConfigz',
    node,
    ...read(`api/v1/nodes/${node}/proxy/configz`),
  }));
  const metrics = { kind: 'Metrics', text: readFileSync(new URL('metrics.txt', FOLDER), 'utf8') };
  return [
    ...objects,
    ...configz,
    metrics,
    { ...read('version'), kind: 'Version' },
    { ...read('flagz'), kind: 'Flagz' },
  ];
}

describe('the views of a recorded kubeadm cluster', () => {
  let snapshot: Snapshot;
  let lookUp: SourceLookup;
  beforeAll(async () => {
    const inputs = Object.values(views).flatMap((view) => view.inputs);
    const reader = objectReader(recordedObjects(), { complete: true });
    snapshot = await gather(reader, [...inputs, 'discovery'], { concurrency: 4, takenAt: undefined, tool: 'test' });
    lookUp = sourcesOf(snapshot, facts);
  });

  test.each(Object.keys(views) as ViewKey[])('%s is whole', (key) => {
    expect(lookUp(key).state).toBe('whole');
  });

  test('the cluster is one of kubeadm, run by its owner', () => {
    expect(distributionOf(snapshot)?.name).toBe('kubeadm');
    expect(dataOf(lookUp('managed-plane'))).toEqual({ managed: false });
  });

  test.each([
    ['settings:kube-apiserver', 'anonymous-auth', true, 'flagz'],
    ['settings:kube-apiserver', 'authorization-mode', ['Node', 'RBAC'], 'flagz'],
    ['settings:etcd', 'client-cert-auth', true, 'argv'],
    ['settings:etcd', 'auto-tls', false, 'default'],
    ['settings:kube-scheduler', 'bind-address', '127.0.0.1', 'argv'],
    ['settings:kube-scheduler', 'profiling', true, 'default'],
    ['settings:kube-controller-manager', 'use-service-account-credentials', true, 'argv'],
    ['settings:kube-proxy', 'mode', 'iptables', 'config-map'],
    ['settings:kube-proxy', 'metricsBindAddress', '127.0.0.1:10249', 'default'],
  ] as const)('%s: %s is %j by %s', (key, setting, value, source) => {
    expect(only(lookUp(key)).get(setting)).toMatchObject({ known: true, value, source });
  });

  test('kubelets are two groups by role', () => {
    const { instances } = dataOf(lookUp('settings:kubelet'));
    expect(instances.map(({ subject }) => subject.name)).toEqual(['control-plane', 'worker']);
    expect(instances.map((one) => one.get('readOnlyPort'))).toMatchObject([{ value: 0 }, { value: 0 }]);
  });

  test('there is no cloud controller manager', () => {
    expect(dataOf(lookUp('settings:cloud-controller-manager'))).toMatchObject({
      instances: [],
      none: { absent: [{}, {}, {}, {}] },
    });
  });

  test('every binding is one that Kubernetes or kubeadm makes, and none lacks its role', () => {
    const { bindings, dangling } = dataOf(lookUp('rbac'));
    expect(bindings.filter(({ builtIn }) => !builtIn)).toEqual([]);
    expect(dangling).toEqual([]);
    expect(bindings.length).toBeGreaterThan(50);
  });
});
