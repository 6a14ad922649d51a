import { describe, expect, test } from '@jest/globals';
import { catalogue, catalogueKeys } from '../../../src/gather/catalogue.ts';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import { serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import type { ApiReader, ListSink } from '../../../src/kube/reader.ts';
import type { Gathered, ResourceKey, Resources, Snapshot } from '../../../src/model/resources.ts';
import { deployment, kubeletConfigz, namespace, node, pod } from '../../support/objects.ts';
import { failedList, failure, listedResources, recordedReader, refusing, watching } from './readers.ts';

const OPTIONS = { concurrency: 4, takenAt: '2026-11-24T00:00:00Z', tool: '0.1.0' };
const take = (reader: ApiReader, keys: readonly ResourceKey[] = catalogueKeys) => gather(reader, keys, OPTIONS);

/** A resource that must have a value. */
function gatheredValue<Key extends ResourceKey>(snapshot: Snapshot, key: Key): Resources[Key] {
  const gathered = snapshot.resources[key] as Gathered<Resources[Key]>;
  if (gathered.state === 'failed') throw new Error(`${key}: ${gathered.failure.detail}`);
  return gathered.value;
}

const states = ({ resources }: Snapshot) =>
  Object.fromEntries(Object.entries(resources).map(([key, { state }]) => [key, state]));

describe('a recorded cluster', () => {
  test('everything is whole, and each kind is listed once', async () => {
    const { reader, asked } = watching(recordedReader('protobuf'));
    const snapshot = await take(reader);
    expect(new Set(Object.values(states(snapshot)))).toEqual(new Set(['whole']));
    expect(asked.filter((one) => one.startsWith('list')).sort()).toEqual(
      listedResources.map((resource) => (resource === 'leases' ? 'list leases in kube-system' : `list ${resource}`)),
    );
    expect(snapshot.cluster).toMatchObject({ context: 'recorded', uid: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  test('both encodings, and items in any order, give the same bytes', async () => {
    const [protobuf, json, backward] = await Promise.all([
      take(recordedReader('protobuf')),
      take(recordedReader('json')),
      take(recordedReader('json', 'backward')),
    ]);
    expect(serializeSnapshot(json)).toBe(serializeSnapshot(protobuf));
    expect(serializeSnapshot(backward)).toBe(serializeSnapshot(json));
  });

  test('control-plane pods are whole; workloads are reduced to their top controllers', async () => {
    const snapshot = await take(recordedReader('protobuf'), ['control-plane-pods', 'workload-shapes']);
    const pods = gatheredValue(snapshot, 'control-plane-pods');
    expect(pods.map(({ metadata }) => metadata.name)).toEqual([
      'etcd-node-1',
      'kube-apiserver-node-1',
      'kube-controller-manager-node-1',
      'kube-proxy-mjfl2',
      'kube-proxy-ns544',
      'kube-scheduler-node-1',
    ]);
    expect(pods[1]?.spec.containers[0]?.command).toContain('--secure-port=6443');
    expect(pods[3]?.spec.nodeName).not.toBe(pods[4]?.spec.nodeName);
    const shapes = gatheredValue(snapshot, 'workload-shapes').map(
      ({ controller, pods: count }) => `${controller.kind} ${controller.name} ${count}`,
    );
    expect(shapes).toContain('Deployment coredns 2');
    expect(shapes).toContain('DaemonSet kube-proxy 2');
    expect(shapes).toContain('Pod etcd-node-1 1');
  });

  test('where no shapes are wanted nothing is listed but pods', async () => {
    const { reader, asked } = watching(recordedReader('protobuf'));
    expect(gatheredValue(await take(reader, ['control-plane-pods']), 'control-plane-pods')).toHaveLength(6);
    expect(asked.filter((one) => one.startsWith('list'))).toEqual(['list pods']);
  });

  test('configuration is reduced to the fields that are listed', async () => {
    const snapshot = await take(recordedReader('json'), [
      'kubelet-configz',
      'kubelet-config',
      'kubeadm-config',
      'kube-proxy-config',
    ]);
    const [first] = gatheredValue(snapshot, 'kubelet-configz');
    expect(first).toMatchObject({
      node: 'node-1',
      state: 'whole',
      value: { authentication: { anonymous: { enabled: false } } },
    });
    expect(gatheredValue(snapshot, 'kubelet-config')).toMatchObject({ authorization: { mode: 'Webhook' } });
    expect(gatheredValue(snapshot, 'kubeadm-config').clusterConfiguration).toMatchObject({
      kubernetesVersion: 'v1.37.2',
    });
    expect(gatheredValue(snapshot, 'kube-proxy-config')).toMatchObject({
      config: { mode: 'iptables' },
      kubeconfig: { certificateAuthority: true, insecureSkipTlsVerify: false, inlineCredential: false },
    });
  });

  test('without namespaces the uid of kube-system is read alone', async () => {
    const { reader, asked } = watching(recordedReader('json'));
    const snapshot = await take(reader, ['version']);
    expect(asked).toEqual(expect.arrayContaining(['get /api/v1/namespaces/kube-system']));
    expect(snapshot.cluster.uid).toBeDefined();
    const without = await take(
      refusing(reader, { get: (path) => (path.startsWith('/api') ? failure('forbidden') : undefined) }),
      ['version'],
    );
    expect(without.cluster.uid).toBeUndefined();
    const odd = { ...recordedReader('json'), get: async () => ({ ok: true, value: [1] }) as const };
    expect((await take(odd, ['version'])).cluster.uid).toBeUndefined();
  });
});

describe('what may not be read', () => {
  const NEEDING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    // Pods of the namespaces are refused too.
    pods: { 'control-plane-pods': 'failed', 'workload-shapes': 'partial' },
    nodes: { nodes: 'failed', 'kubelet-configz': 'failed' },
    namespaces: { namespaces: 'failed' },
    serviceaccounts: { 'service-accounts': 'failed' },
    secrets: { secrets: 'failed' },
    deployments: { 'workload-shapes': 'partial' },
    daemonsets: { 'cilium-config': 'failed', 'daemon-sets': 'failed', 'workload-shapes': 'partial' },
    statefulsets: { 'workload-shapes': 'partial' },
    replicasets: { 'workload-shapes': 'partial' },
    jobs: { 'workload-shapes': 'partial' },
    cronjobs: { 'cron-jobs': 'failed', 'workload-shapes': 'partial' },
    roles: { roles: 'failed' },
    clusterroles: { 'cluster-roles': 'failed' },
    rolebindings: { 'role-bindings': 'failed' },
    clusterrolebindings: { 'cluster-role-bindings': 'failed' },
    networkpolicies: { 'network-policies': 'failed' },
    services: { services: 'failed' },
    validatingwebhookconfigurations: { 'validating-webhooks': 'failed' },
    mutatingwebhookconfigurations: { 'mutating-webhooks': 'failed' },
    validatingadmissionpolicies: { 'admission-policies': 'failed' },
    validatingadmissionpolicybindings: { 'admission-policy-bindings': 'failed' },
    apiservices: { 'api-services': 'failed' },
    customresourcedefinitions: { 'custom-resource-definitions': 'failed' },
    flowschemas: { 'flow-schemas': 'failed' },
    certificatesigningrequests: { 'signing-requests': 'failed' },
    leases: { leases: 'failed' },
    runtimeclasses: { 'runtime-classes': 'failed' },
    schedules: { 'velero-schedules': 'failed' },
  };

  test('every kind that is listed is tried', () => {
    expect(Object.keys(NEEDING).sort()).toEqual(listedResources);
  });

  for (const [resource, expected] of Object.entries(NEEDING)) {
    for (const code of ['forbidden', 'malformed', 'timed-out'] as const) {
      test(`${resource} ${code}: what needs it says so, everything else is whole`, async () => {
        const reader = refusing(recordedReader('json'), {
          list: (asked) => (asked === resource ? failedList(code) : undefined),
        });
        const snapshot = await take(reader);
        const wrong = Object.entries(states(snapshot)).filter(([, state]) => state !== 'whole');
        expect(Object.fromEntries(wrong)).toEqual(expected);
        for (const [key, state] of Object.entries(expected)) {
          const gathered = snapshot.resources[key as ResourceKey];
          if (state === 'failed') expect(gathered).toMatchObject({ failure: { code } });
        }
      });
    }
  }

  for (const path of ['/version', '/flagz', '/statusz', '/api/v1/namespaces/kube-system/configmaps/kubeadm-config']) {
    test(`GET ${path} forbidden: only its resource fails`, async () => {
      const reader = refusing(recordedReader('json'), {
        get: (asked) => (asked === path ? failure('forbidden') : undefined),
      });
      const failed = Object.entries(states(await take(reader))).filter(([, state]) => state !== 'whole');
      expect(failed).toEqual([[path.includes('kubeadm') ? 'kubeadm-config' : path.slice(1), 'failed']]);
    });
  }

  test('a server without a custom resource has none of it; without a built-in kind that is not known', async () => {
    const reader = refusing(recordedReader('json'), {
      list: (resource) => (['schedules', 'networkpolicies'].includes(resource) ? failedList('not-served') : undefined),
    });
    const snapshot = await take(reader, ['velero-schedules', 'network-policies']);
    expect(snapshot.resources['velero-schedules']).toEqual({ state: 'whole', value: [] });
    expect(snapshot.resources['network-policies']).toMatchObject({ state: 'failed', failure: { code: 'not-served' } });
  });

  test('pods that may be read in some namespaces only are partial', async () => {
    const objects = [
      ...['kube-system', 'open', 'closed'].map((name) => namespace(name)),
      pod('one', { namespace: 'open' }),
      pod('two', { namespace: 'closed' }),
      pod('three', { namespace: 'kube-system' }),
    ];
    const { reader, asked } = watching(objectReader(objects, { complete: true }));
    const some = refusing(reader, {
      list: (resource, inNamespace) =>
        resource === 'pods' && (inNamespace === undefined || inNamespace === 'closed')
          ? failedList('forbidden')
          : undefined,
    });
    const snapshot = await take(some, ['workload-shapes']);
    expect(gatheredValue(snapshot, 'workload-shapes').map((shape) => shape.samples[0])).toEqual(['three', 'one']);
    expect(snapshot.resources['workload-shapes']).toMatchObject({
      state: 'partial',
      missing: [expect.stringContaining('pods of closed')],
    });
    expect(asked).toEqual(expect.arrayContaining(['list pods in kube-system', 'list pods in open']));
  });

  test('where namespaces are not known either, kube-system is tried', async () => {
    const reader = refusing(objectReader([pod('one'), pod('two', { namespace: 'kube-system' })], { complete: true }), {
      list: (resource, inNamespace) =>
        resource === 'namespaces' || (resource === 'pods' && inNamespace === undefined)
          ? failedList('forbidden')
          : undefined,
    });
    const snapshot = await take(reader, ['workload-shapes']);
    expect(gatheredValue(snapshot, 'workload-shapes').map(({ namespace: where }) => where)).toEqual(['kube-system']);
    expect(snapshot.resources['workload-shapes']).toMatchObject({ state: 'partial' });
  });

  test('a list that ends early keeps what came, and says that it is not all', async () => {
    const whole = recordedReader('json');
    const reader: ApiReader = {
      ...whole,
      list: async <T>(request: Parameters<ApiReader['list']>[0], sink: ListSink<T>) => {
        await whole.list(request as never, sink);
        return { state: 'partial', missing: 'the rest of the list', failure: failure('incomplete') };
      },
    };
    const snapshot = await take(reader, ['cluster-roles', 'control-plane-pods']);
    expect(gatheredValue(snapshot, 'cluster-roles').length).toBeGreaterThan(50);
    expect(states(snapshot)).toEqual({ 'cluster-roles': 'partial', 'control-plane-pods': 'partial' });
  });

  test('a list that begins anew is not counted twice', async () => {
    const whole = recordedReader('json');
    const reader: ApiReader = {
      ...whole,
      list: async (request, sink) => {
        await whole.list(request, sink);
        return whole.list(request, sink);
      },
    };
    expect(serializeSnapshot(await take(reader))).toBe(serializeSnapshot(await take(whole)));
  });
});

describe('odd objects', () => {
  test('an item with a field of a wrong type makes its kind fail, naming item and place; others are whole', async () => {
    const objects = [pod('fine'), pod('odd', { spec: { hostNetwork: 'yes' } }), node('node-1')];
    const snapshot = await take(objectReader(objects, { complete: true }), ['control-plane-pods', 'nodes']);
    expect(snapshot.resources['control-plane-pods']).toEqual({
      state: 'failed',
      failure: { code: 'malformed', detail: expect.stringMatching(/Pod default\/odd: \/spec\/hostNetwork/) },
    });
    expect(states(snapshot)).toMatchObject({ nodes: 'whole' });
  });

  test.each([
    ['/version', 'version', { gitVersion: 137 }],
    ['/flagz', 'flagz', { apiVersion: 'config.k8s.io/v1beta1', flags: { 'anonymous-auth': true } }],
    ['/flagz', 'flagz', 'anonymous-auth=true'],
    ['/statusz', 'statusz', null],
    ['/api/v1/namespaces/kube-system/configmaps/kubeadm-config', 'kubeadm-config', { data: 'x' }],
    [
      '/api/v1/namespaces/kube-system/configmaps/kubeadm-config',
      'kubeadm-config',
      { data: { ClusterConfiguration: 'kind: ClusterConfiguration\n  a: [' } },
    ],
    [
      '/api/v1/namespaces/kube-system/configmaps/kubeadm-config',
      'kubeadm-config',
      { data: { ClusterConfiguration: `kind: ClusterConfiguration\na: ${'['.repeat(50_000)}` } },
    ],
    ['/api/v1/namespaces/kube-system/configmaps/kubelet-config', 'kubelet-config', { data: {} }],
    ['/api/v1/namespaces/kube-system/configmaps/kube-proxy', 'kube-proxy-config', { data: {} }],
  ] as const)('%s for %s that is not what it should be is malformed', async (path, key, value) => {
    const whole = recordedReader('json');
    const reader: ApiReader = {
      ...whole,
      get: async (asked, options) => (asked === path ? { ok: true, value } : whole.get(asked, options)),
    };
    const snapshot = await take(reader, [key]);
    expect(snapshot.resources[key]).toMatchObject({ state: 'failed', failure: { code: 'malformed' } });
  });

  test('a kubeconfig of kube-proxy that leads nowhere makes its configuration partial', async () => {
    const whole = recordedReader('json');
    const data = {
      'config.conf': 'kind: KubeProxyConfiguration\nmode: ipvs',
      'kubeconfig.conf': 'kind: Config\ncurrent-context: none',
    };
    const reader: ApiReader = {
      ...whole,
      get: async (asked, options) =>
        asked.endsWith('/kube-proxy')
          ? { ok: true, value: { metadata: { name: 'kube-proxy' }, data } }
          : whole.get(asked, options),
    };
    const snapshot = await take(reader, ['kube-proxy-config']);
    expect(snapshot.resources['kube-proxy-config']).toMatchObject({
      state: 'partial',
      value: { config: { mode: 'ipvs' } },
    });
  });
});

describe('kubelets', () => {
  const nodes = ['node-1', 'node-2', 'node-3', 'node-4', 'node-5'];

  test('a node that does not answer stands beside those that do', async () => {
    const objects = [
      ...nodes.map((name) => node(name)),
      ...nodes.slice(1).map((name) => kubeletConfigz(name, { port: 10250 })),
    ];
    const snapshot = await take(objectReader(objects, { complete: true }), ['kubelet-configz']);
    expect(snapshot.resources['kubelet-configz']).toMatchObject({
      state: 'partial',
      missing: ['configz of node-1: not-served'],
    });
    expect(gatheredValue(snapshot, 'kubelet-configz').map(({ state }) => state)).toEqual([
      'failed',
      'whole',
      'whole',
      'whole',
      'whole',
    ]);
  });

  test('where the first are all forbidden the others are not asked', async () => {
    const { reader, asked } = watching(
      refusing(
        objectReader(
          nodes.map((name) => node(name)),
          { complete: true },
        ),
        {
          get: (path) => (path.endsWith('configz') ? failure('forbidden') : undefined),
        },
      ),
    );
    const snapshot = await take(reader, ['kubelet-configz']);
    expect(asked.filter((one) => one.endsWith('configz'))).toHaveLength(3);
    expect(gatheredValue(snapshot, 'kubelet-configz')).toEqual(
      nodes.map((name) => ({ node: name, state: 'failed', failure: failure('forbidden') })),
    );
  });

  test('kubeadm before 1.24 had the minor in the name of its ConfigMap', async () => {
    const { reader, asked } = watching(refusing(recordedReader('json'), {}));
    const old: ApiReader = {
      ...reader,
      get: async (path, options) => {
        if (path === '/version') return { ok: true, value: { gitVersion: 'v1.22.3', major: '1', minor: '22+' } };
        if (path.endsWith('/kubelet-config')) return { ok: false, failure: failure('not-served') };
        if (path.endsWith('/kubelet-config-1.22'))
          return { ok: true, value: { data: { kubelet: 'kind: KubeletConfiguration\nport: 1' } } };
        return reader.get(path, options);
      },
    };
    expect(gatheredValue(await take(old, ['kubelet-config']), 'kubelet-config')).toEqual({
      kind: 'KubeletConfiguration',
      port: 1,
    });
    expect(asked).not.toContain('get /api/v1/namespaces/kube-system/configmaps/kubelet-config-1.21');
  });
});

describe('deadlines', () => {
  test('what was not read by then says so, and nothing more is asked', async () => {
    const stop = new AbortController();
    const { reader, asked } = watching(recordedReader('json'));
    const stopping: ApiReader = {
      ...reader,
      get: async (path, options) => {
        const answer = await reader.get(path, options);
        if (path === '/version') stop.abort('the time of --timeout 1s passed');
        return answer;
      },
    };
    const snapshot = await gather(stopping, ['version', 'nodes', 'cluster-roles'], {
      ...OPTIONS,
      concurrency: 1,
      signal: stop.signal,
    });
    expect(states(snapshot)).toMatchObject({ version: 'whole' });
    const late = Object.values(snapshot.resources).filter(({ state }) => state === 'failed');
    for (const one of late)
      expect(one).toMatchObject({ failure: { code: 'timed-out', detail: 'the time of --timeout 1s passed' } });
    expect(snapshot.deadlines).toEqual([expect.stringMatching(/^the time of --timeout 1s passed: not read/)]);
    expect(asked.length).toBeLessThan(4);
  });

  test('progress counts each request, and ends with all done', async () => {
    const seen: (readonly [number, number])[] = [];
    await gather(recordedReader('json'), catalogueKeys, {
      ...OPTIONS,
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen.map(([done]) => done)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });
});

describe('manifests', () => {
  test('templates are shapes without pods; a kind that is not there is not gathered', async () => {
    const snapshot = await take(objectReader([deployment('web')], { complete: false, origin: 'web.yaml' }));
    expect(snapshot).toMatchObject({ input: 'objects', cluster: { context: 'web.yaml' } });
    expect(gatheredValue(snapshot, 'workload-shapes')).toMatchObject([
      { controller: { kind: 'Deployment', name: 'web' }, pods: 0 },
    ]);
    expect(snapshot.resources['workload-shapes']).toMatchObject({ state: 'partial' });
    const others = catalogueKeys.filter((key) => key !== 'workload-shapes' && key !== 'host-files');
    for (const key of others)
      expect(snapshot.resources[key]).toMatchObject({ state: 'failed', failure: { code: 'not-gathered' } });
  });
});

test('each resource has a hash of its fields, and resources that keep other things have other hashes', () => {
  for (const key of catalogueKeys) expect(catalogue[key].fields).toMatch(/^[0-9a-f]{16}$/);
  expect(catalogue.roles.fields).not.toBe(catalogue['role-bindings'].fields);
  expect(catalogue.flagz.fields).not.toBe(catalogue.statusz.fields);
});
