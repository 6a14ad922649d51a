import { describe, expect, test } from '@jest/globals';
import type { Config, NodeConfigz } from '../../../../src/model/resources.ts';
import type { Node } from '../../../../src/shapes/generated.ts';
import { dataOf, forbidden, type GivenResources, node, only, partial, view, whole } from '../../../support/derived.ts';

const LIVE: Config = {
  authentication: { anonymous: { enabled: false } },
  featureGates: { A: true, B: false },
  seccompDefault: false,
  maxPods: 110,
};
const live = (name: string, config: Config = LIVE): NodeConfigz => ({ node: name, state: 'whole', value: config });
const fails = (name: string, code: 'forbidden' | 'unreachable'): NodeConfigz => ({
  node: name,
  state: 'failed',
  failure: { code, detail: `${code} ${name}` },
});
const kubelets = (nodes: readonly Node[], configz: readonly NodeConfigz[], more: GivenResources = {}) =>
  view('settings:kubelet', { nodes: whole(nodes), 'kubelet-configz': whole(configz), ...more });
const groups = (...given: Parameters<typeof kubelets>) =>
  dataOf(kubelets(...given)).instances.map(({ subject }) => [subject.name, subject.members?.count]);

describe('groups of nodes', () => {
  test('are pools of equal version and configuration, by role where no pool is known', () => {
    const nodes = [
      node('node-3'),
      node('node-2'),
      node('node-1', { labels: { 'node-role.kubernetes.io/control-plane': '' } }),
      node('node-4', { labels: { 'eks.amazonaws.com/nodegroup': 'blue', 'node-role.kubernetes.io/master': '' } }),
      node('node-5', { labels: { 'eks.amazonaws.com/nodegroup': '' } }),
    ];
    const instances = dataOf(
      kubelets(
        nodes,
        nodes.map(({ metadata }) => live(metadata.name)),
      ),
    ).instances;
    expect(instances.map(({ subject }) => subject)).toEqual([
      { kind: 'NodeGroup', name: 'blue', members: { count: 1, samples: ['node-4'] } },
      { kind: 'NodeGroup', name: 'control-plane', members: { count: 1, samples: ['node-1'] } },
      { kind: 'NodeGroup', name: 'worker', members: { count: 3, samples: ['node-2', 'node-3', 'node-5'] } },
    ]);
  });

  test('name the nodes that differ from most of their pool', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) =>
      node(name, name === 'g' ? { version: 'v1.36.1' } : {}),
    );
    const changed: Config = { ...LIVE, seccompDefault: true };
    const configz = nodes.map(({ metadata }, index) => live(metadata.name, index < 2 ? changed : LIVE));
    expect(groups(nodes, configz)).toEqual([
      ['worker', 4],
      ['worker (differs: a, b)', 2],
      ['worker (differs: g)', 1],
    ]);
  });

  test('do not name more than three', () => {
    const nodes = Array.from({ length: 9 }, (_, index) => node(`n${index}`));
    const configz = nodes.map(({ metadata }, index) => live(metadata.name, { seccompDefault: index > 3 }));
    expect(groups(nodes, configz)).toEqual([
      ['worker', 5],
      ['worker (differs: n0, n1, n2 and 1 more)', 4],
    ]);
  });

  test('are told by the first node where two are equally large', () => {
    const nodes = [node('b'), node('a')];
    expect(groups(nodes, [live('b'), live('a', { seccompDefault: true })])).toEqual([
      ['worker', 1],
      ['worker (differs: b)', 1],
    ]);
  });

  test('go neither by order, nor by name, nor by what follows a node’s size', () => {
    const nodes = [node('node-1'), node('node-2')];
    const one: Config = { maxPods: 58, staticPodPath: '/etc/node-1', list: ['node-1'], a: { b: 1, c: null } };
    const two: Config = { a: { c: null, b: 1 }, list: ['node-2'], staticPodPath: '/etc/node-2', maxPods: 110 };
    const instance = only(kubelets(nodes, [live('node-1', one), live('node-2', two)]));
    expect(instance.get('maxPods')).toMatchObject({ known: false, because: { code: 'not-understood' } });
  });

  test('keep Windows and virtual kubelets apart, and show what tells', () => {
    const nodes = [
      node('a'),
      node('b', { os: 'windows' }),
      node('c', { labels: { type: 'virtual-kubelet' } }),
      node('d', { labels: { type: 'virtual-kubelet' } }),
    ];
    const configz = [live('a'), live('b'), fails('c', 'unreachable'), live('d')];
    const instances = dataOf(kubelets(nodes, configz)).instances;
    expect(instances.map(({ subject, platform }) => [subject.name, platform?.value])).toEqual([
      ['worker', 'linux'],
      ['worker (virtual-kubelet)', 'virtual-kubelet'],
      ['worker (windows)', 'windows'],
    ]);
    expect(instances[1]?.platform?.evidence).toMatchObject([
      { pointer: '/metadata/labels/type', observed: 'virtual-kubelet' },
      { from: 'absence', pointer: '/status/nodeInfo/containerRuntimeVersion' },
    ]);
    expect(instances[2]?.platform?.evidence).toMatchObject([
      { pointer: '/status/nodeInfo/operatingSystem', observed: 'windows' },
    ]);
  });

  test('keep apart the nodes that could not be read', () => {
    const nodes = ['a', 'b', 'c', 'd'].map((name) => node(name));
    const configz = partial([live('a'), live('b'), fails('c', 'unreachable')]);
    const instances = dataOf(kubelets(nodes, [], { 'kubelet-configz': configz })).instances;
    expect(instances.map((one) => [one.subject.name, one.get('seccompDefault')])).toMatchObject([
      ['worker', { value: false }],
      ['worker (differs: c)', { because: { code: 'unreachable' } }],
      ['worker (differs: d)', { because: { code: 'incomplete' } }],
    ]);
  });

  test('say when there is no node at all', () => {
    expect(dataOf(kubelets([], [])).none).toMatchObject({ absent: [{ sought: 'a node' }] });
    expect(dataOf(kubelets([], [], { nodes: partial([]) })).none).toMatchObject({ unseen: { code: 'incomplete' } });
  });

  test('are partial or failed with the list of nodes', () => {
    expect(kubelets([], [], { nodes: partial([node('a')], 'the rest') })).toMatchObject({
      state: 'partial',
      missing: ['the rest'],
    });
    expect(kubelets([], [], { nodes: forbidden })).toEqual(forbidden);
  });
});

describe('live settings', () => {
  const instance = only(kubelets([node('node-1')], [live('node-1')]));

  test('are fields of what the kubelet shows', () => {
    expect(instance.get('authentication.anonymous.enabled')).toEqual({
      known: true,
      value: false,
      source: 'configz',
      evidence: [
        {
          from: 'endpoint',
          path: '/api/v1/nodes/node-1/proxy/configz',
          pointer: '/kubeletconfig/authentication/anonymous/enabled',
          observed: false,
          source: 'configz',
        },
      ],
    });
    expect(instance.version).toMatchObject({
      value: '1.37.2',
      evidence: [{ pointer: '/status/nodeInfo/kubeletVersion' }],
    });
    expect(instance.get('maxPods')).toMatchObject({ value: 110 });
    expect(instance.get('featureGates')).toMatchObject({ value: ['A=true', 'B=false'] });
  });

  test('are zero where the kubelet leaves that out', () => {
    expect(instance.get('readOnlyPort')).toMatchObject({ value: 0, source: 'configz', evidence: [{ observed: null }] });
  });

  test('are unknown where a field should be there and is not, or is no plain value', () => {
    expect(instance.get('podPidsLimit')).toMatchObject({ because: { code: 'not-gathered' } });
    expect(instance.get('authentication')).toMatchObject({ because: { code: 'not-understood' } });
    expect(instance.get('seccompDefault.deeper')).toMatchObject({ because: { code: 'not-gathered' } });
    expect(instance.get('toString')).toMatchObject({ because: { code: 'not-gathered' } });
  });

  test('do not tell whether a field that has a default was given', () => {
    const fields = ['seccompDefault', 'featureGates', 'readOnlyPort'];
    expect(fields.map((field) => instance.given(field))).toEqual([undefined, true, false]);
  });

  test('have no version where the node has none', () => {
    expect(only(kubelets([node('a', { version: '' })], [live('a')])).version).toBeUndefined();
  });
});

describe('settings of a kubelet that is not read', () => {
  const good: Config = { authentication: { anonymous: { enabled: false } }, authorization: { mode: 'Webhook' } };
  const fields = ['authentication.anonymous.enabled', 'authorization.mode', 'readOnlyPort', 'tlsCipherSuites'];

  test.each([
    ['refused for all', forbidden, 'forbidden'],
    ['refused for this one', partial([fails('a', 'forbidden')]), 'forbidden'],
    ['not answered', partial([fails('a', 'unreachable')]), 'unreachable'],
    ['not asked for', partial([]), 'incomplete'],
  ] as const)('are unknown where configz is %s, whatever the ConfigMap of kubeadm says', (_, configz, code) => {
    for (const file of [whole(good), forbidden]) {
      const instance = only(kubelets([node('a')], [], { 'kubelet-configz': configz, 'kubelet-config': file }));
      for (const field of fields) {
        expect(instance.get(field)).toMatchObject({ known: false, because: { code } });
        expect(instance.given(field)).toBeUndefined();
      }
    }
  });
});
