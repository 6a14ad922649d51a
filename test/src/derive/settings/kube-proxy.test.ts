import { describe, expect, test } from '@jest/globals';
import type { Config } from '../../../../src/model/resources.ts';
import { type DaemonSet, schemas } from '../../../../src/shapes/generated.ts';
import {
  component,
  dataOf,
  forbidden,
  type GivenResources,
  only,
  partial,
  view,
  whole,
} from '../../../support/derived.ts';

const FILE = '--config=/var/lib/kube-proxy/config.conf';
interface Given {
  readonly name?: string;
  readonly namespace?: string;
  readonly image?: string;
  readonly configMap?: string;
  readonly command?: readonly string[];
  readonly items?: readonly object[];
  readonly status?: object;
}

function daemonSet(flags: readonly string[], given: Given = {}): DaemonSet {
  const { name = 'kube-proxy', namespace = 'kube-system', image = 'registry.k8s.io/kube-proxy:v1.37.2' } = given;
  const { items = [] } = given;
  const volumes =
    given.configMap === undefined ? [] : [{ name: 'config', configMap: { name: given.configMap, items } }];
  const volumeMounts = volumes.map(({ name: volume }) => ({ name: volume, mountPath: '/var/lib/kube-proxy' }));
  const command = given.command ?? ['/usr/local/bin/kube-proxy', ...flags];
  return schemas.DaemonSet.project({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace },
    ...(given.status === undefined ? {} : { status: given.status }),
    spec: {
      template: { metadata: {}, spec: { volumes, containers: [{ name: 'kube-proxy', image, command, volumeMounts }] } },
    },
  });
}

const config = (document: Config) => whole({ name: 'kube-proxy', key: 'config.conf', config: document });
const proxies = (sets: readonly DaemonSet[], more: GivenResources = {}) =>
  view('settings:kube-proxy', {
    'daemon-sets': whole(sets),
    'control-plane-pods': whole([]),
    nodes: whole([]),
    ...more,
  });
const configured = (document: Config, flags: readonly string[] = []) =>
  only(proxies([daemonSet([FILE, ...flags], { configMap: 'kube-proxy' })], { 'kube-proxy-config': config(document) }));

describe('kube-proxy with a ConfigMap', () => {
  test('has the settings of that, not of its flags', () => {
    const instance = configured({ metricsBindAddress: '0.0.0.0:10249' }, ['--metrics-bind-address=127.0.0.1:10249']);
    expect(instance.subject).toEqual({ kind: 'DaemonSet', name: 'kube-proxy', namespace: 'kube-system' });
    expect(instance.version?.evidence).toMatchObject([{ pointer: '/spec/template/spec/containers/0/image' }]);
    expect(instance.get('metricsBindAddress')).toEqual({
      known: true,
      value: '0.0.0.0:10249',
      source: 'config-map',
      evidence: [
        {
          from: 'object',
          object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'kube-proxy', namespace: 'kube-system' },
          pointer: '/data/config.conf/metricsBindAddress',
          observed: '0.0.0.0:10249',
          source: 'config-map',
        },
      ],
    });
    expect(instance.given('metricsBindAddress')).toBe(true);
  });

  test.each([
    ['empty', { metricsBindAddress: '' }, { from: 'object', observed: '' }],
    ['null', { metricsBindAddress: null }, { from: 'object', observed: null }],
    ['absent', {}, { from: 'absence', pointer: '/data/config.conf', sought: 'metricsBindAddress' }],
  ])('takes the default of what is %s', (_, document, evidence) => {
    const instance = configured(document);
    expect(instance.get('metricsBindAddress')).toMatchObject({
      value: '127.0.0.1:10249',
      source: 'default',
      evidence: [evidence, { from: 'fact' }],
    });
    expect(instance.given('metricsBindAddress')).toBe(false);
  });

  test('takes its name from the flag all the same', () => {
    expect(configured({ hostnameOverride: 'a' }, ['--hostname-override=b']).get('hostnameOverride')).toMatchObject({
      value: 'b',
    });
    expect(configured({}, ['--hostname-override=b']).given('hostnameOverride')).toBe(true);
    expect(configured({ hostnameOverride: 'a' }).get('hostnameOverride')).toMatchObject({ value: 'a' });
  });

  test('has no default of a field, or in a version, that is not described', () => {
    expect(configured({}).get('conntrack.min')).toMatchObject({ because: { code: 'outside-known-versions' } });
    const set = daemonSet([FILE], { configMap: 'kube-proxy', image: 'x/kube-proxy:latest' });
    const instance = only(proxies([set], { 'kube-proxy-config': config({}) }));
    expect(instance.get('mode')).toMatchObject({ because: { code: 'outside-known-versions' } });
  });
});

describe('kube-proxy with a file', () => {
  test('has its settings on the host where no ConfigMap is mounted', () => {
    const instance = only(proxies([daemonSet([FILE])], { 'kube-proxy-config': config({ mode: 'ipvs' }) }));
    expect(instance.get('mode')).toMatchObject({
      because: { code: 'set-in-file', detail: expect.stringContaining('/var/lib/kube-proxy/config.conf') },
    });
  });

  test('is unknown where the ConfigMap is one of another namespace', () => {
    const set = daemonSet([FILE], { configMap: 'kube-proxy', namespace: 'openshift-kube-proxy' });
    const instance = only(proxies([set], { 'kube-proxy-config': config({ mode: 'ipvs' }) }));
    expect(instance.get('mode')).toMatchObject({ because: { code: 'set-in-file' } });
  });

  test('is unknown where the file is another key of the ConfigMap', () => {
    const read = (file: string, items: readonly object[] = []) => {
      const set = daemonSet([`--config=/var/lib/kube-proxy/${file}`], { configMap: 'kube-proxy', items });
      return only(proxies([set], { 'kube-proxy-config': config({ mode: 'ipvs' }) })).get('mode');
    };
    expect(read('other.conf')).toMatchObject({ because: { code: 'set-in-file' } });
    expect(read('config.conf', [{ key: 'other.conf', path: 'config.conf' }])).toMatchObject({
      because: { code: 'set-in-file' },
    });
    expect(read('a/b', [{ key: 'config.conf', path: 'a/b' }])).toMatchObject({ known: true, value: 'ipvs' });
  });

  test('is unknown where it is of a version that is not described', () => {
    expect(configured({ apiVersion: 'kubeproxy.config.k8s.io/v1', mode: 'iptables' }).get('mode')).toMatchObject({
      because: { code: 'not-understood' },
    });
  });

  test('is unknown where the ConfigMap was not read', () => {
    const instance = only(
      proxies([daemonSet([FILE], { configMap: 'kube-proxy' })], { 'kube-proxy-config': forbidden }),
    );
    expect(instance.get('mode')).toMatchObject({ known: false, because: { code: 'forbidden' } });
  });

  test('is unknown where its command is not understood', () => {
    const set = daemonSet([], { command: ['sh', '-c', 'a; exec kube-proxy --profiling'] });
    const instance = only(proxies([set]));
    expect(instance.get('enableProfiling')).toMatchObject({ because: { code: 'not-understood' } });
    expect(instance.given('enableProfiling')).toBeUndefined();
  });
});

describe('kube-proxy with flags', () => {
  test('answers for fields by their flags', () => {
    const instance = only(proxies([daemonSet(['--profiling', '--config='])]));
    expect(instance.get('enableProfiling')).toMatchObject({ value: true, source: 'argv' });
    expect(instance.get('metricsBindAddress')).toMatchObject({
      value: '127.0.0.1:10249',
      source: 'default',
      evidence: [{ from: 'absence', sought: '--metrics-bind-address' }, { from: 'fact' }],
    });
    expect([instance.given('enableProfiling'), instance.given('metricsBindAddress')]).toEqual([true, false]);
    expect(instance.get('nonesuch')).toMatchObject({ because: { code: 'outside-known-versions' } });
  });
});

describe('where kube-proxy is found', () => {
  const pod = (name: string, given: object = {}) => component('kube-proxy', [], { name, ...given });

  test('a DaemonSet stands for its pods, other pods for themselves', () => {
    const command = ['/usr/local/bin/kube-proxy'];
    const pods = whole([pod('kube-proxy-x', { owner: 'kube-proxy', container: { command } }), pod('static')]);
    const found = dataOf(
      proxies([daemonSet([], { name: 'other', image: 'x', command: ['x'] }), daemonSet([])], {
        'control-plane-pods': pods,
      }),
    );
    expect(found.instances.map(({ subject }) => `${subject.kind} ${subject.name}`)).toEqual([
      'DaemonSet kube-proxy',
      'Pod static',
    ]);
  });

  test('pods that run something else than their DaemonSet says stand for themselves, one of each kind', () => {
    const owned = (name: string, flag: string) =>
      pod(name, { owner: 'kube-proxy', container: { command: ['/usr/local/bin/kube-proxy', flag] } });
    const pods = whole([owned('c', '--profiling'), owned('b', '--profiling'), owned('a', '--v=2')]);
    const { instances } = dataOf(proxies([daemonSet(['--v=2'])], { 'control-plane-pods': pods }));
    expect(instances.map(({ subject }) => `${subject.kind} ${subject.name}`)).toEqual([
      'DaemonSet kube-proxy',
      'Pod b',
    ]);
    expect(instances[1]?.get('enableProfiling')).toMatchObject({ value: true });
  });

  test('a pod that runs what its DaemonSet says beside an injected container is that of its DaemonSet', () => {
    const command = ['/usr/local/bin/kube-proxy', '--v=2'];
    const more = [{ name: 'injected', image: 'example.org/mesh:1' }];
    const pods = whole([pod('a', { owner: 'kube-proxy', container: { command }, more })]);
    const { instances } = dataOf(proxies([daemonSet(['--v=2'])], { 'control-plane-pods': pods }));
    expect(instances.map(({ subject }) => subject.kind)).toEqual(['DaemonSet']);
  });

  test('a DaemonSet that no node is chosen for runs nothing', () => {
    const found = (status: object) => dataOf(proxies([daemonSet([], { status })])).instances.length;
    expect([found({ desiredNumberScheduled: 0 }), found({ desiredNumberScheduled: 2 }), found({})]).toEqual([0, 1, 0]);
  });

  test('DaemonSets are in order of names', () => {
    const sets = [
      daemonSet([], { name: 'b' }),
      daemonSet([], { name: 'c', namespace: 'openshift-sdn' }),
      daemonSet([], { name: 'a' }),
    ];
    expect(dataOf(proxies(sets)).instances.map(({ subject }) => subject.name)).toEqual(['a', 'b', 'c']);
  });

  test('a DaemonSet or pod of any other namespace may be anybody’s', () => {
    const pods = whole([pod('kube-proxy', { namespace: 'team' })]);
    const found = proxies([daemonSet([], { namespace: 'team' })], { 'control-plane-pods': pods });
    expect(dataOf(found).instances).toEqual([]);
  });

  test('pods stand in where DaemonSets were not read', () => {
    const found = proxies([], {
      'daemon-sets': forbidden,
      'control-plane-pods': whole([pod('p', { owner: 'kube-proxy' })]),
    });
    expect(found).toMatchObject({ state: 'partial', missing: ['not allowed'] });
    expect(dataOf(found).instances).toHaveLength(1);
  });

  test('what was not seen is said', () => {
    const pods = partial([pod('p', { phase: 'Pending' })], 'pods of a');
    expect(proxies([], { 'control-plane-pods': pods })).toMatchObject({
      state: 'partial',
      missing: ['pods of a', expect.stringContaining('pending')],
    });
    expect(proxies([daemonSet([])], { 'control-plane-pods': forbidden })).toMatchObject({ state: 'partial' });
    expect(proxies([], { 'daemon-sets': forbidden, 'control-plane-pods': forbidden })).toEqual(forbidden);
  });

  test('none is not visible', () => {
    expect(dataOf(proxies([])).none).toMatchObject({ unseen: { code: 'not-visible' } });
  });
});
