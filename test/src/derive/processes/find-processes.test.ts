import { describe, expect, test } from '@jest/globals';
import { findProcesses } from '../../../../src/derive/processes/find-processes.ts';
import { imageVersion, parseImage } from '../../../../src/derive/processes/image.ts';
import type { Pod } from '../../../../src/shapes/generated.ts';
import { component, pod } from '../../../support/derived.ts';

const PLANE = { component: 'kube-apiserver', tier: 'control-plane' };
const found = (...pods: readonly Pod[]) => findProcesses(pods, 'kube-apiserver').running.map(({ subject }) => subject);

describe('findProcesses', () => {
  test('finds a component in namespaces of the system, in order of names', () => {
    const pods = [
      component('kube-apiserver', [], { namespace: 'openshift-kube-apiserver', name: 'a' }),
      component('kube-apiserver', [], { name: 'z' }),
      component('kube-apiserver', [], { name: 'b' }),
    ];
    expect(found(...pods).map(({ name }) => name)).toEqual(['b', 'z', 'a']);
  });

  test('leaves out pods of other namespaces, which anybody may have made, but for static ones', () => {
    const pods = ['Running', 'Pending'].map((phase) =>
      component('kube-apiserver', [], { namespace: 'team', name: phase, phase }),
    );
    const own = component('kube-apiserver', [], {
      namespace: 'plane',
      name: 'own',
      annotations: { 'kubernetes.io/config.mirror': 'x' },
    });
    const { running, pending, foreign } = findProcesses([...pods, own], 'kube-apiserver');
    expect(running.map(({ subject }) => subject.name)).toEqual(['own']);
    expect(pending).toEqual([]);
    expect(foreign).toEqual(['team/Pending', 'team/Running']);
  });

  test('orders pods of one name alike', () => {
    const one = component('kube-apiserver', [], { name: 'a' });
    expect(found(one, one)).toHaveLength(2);
  });

  test('leaves other components alone', () => {
    expect(found(component('kube-scheduler'), pod({}))).toEqual([]);
  });

  test('names no container that is alone', () => {
    expect(found(component('kube-apiserver', [], { name: 'a' }))).toEqual([
      { kind: 'Pod', name: 'a', namespace: 'kube-system' },
    ]);
  });

  test('names the container beside others', () => {
    const more = [{ name: 'sidecar', image: 'example.org/proxy:1', command: ['proxy'] }];
    expect(found(component('kube-apiserver', [], { name: 'a', more }))).toEqual([
      { kind: 'Pod', name: 'a', namespace: 'kube-system', container: 'kube-apiserver' },
    ]);
  });

  test('finds two of one pod', () => {
    const more = [{ name: 'second', image: 'example.org/other:1', command: ['/bin/kube-apiserver'] }];
    expect(found(component('kube-apiserver', [], { more }))).toHaveLength(2);
  });

  test('leaves out what has ended, and notes what does not run yet', () => {
    const pods = ['Succeeded', 'Failed', 'Pending', 'Unknown'].map((phase) =>
      component('kube-apiserver', [], { name: phase, phase }),
    );
    const { running, pending } = findProcesses([...pods, pod({ phase: 'Pending' })], 'kube-apiserver');
    expect(running.map(({ object }) => object.name)).toEqual(['Unknown']);
    expect(pending).toEqual(['kube-system/Pending']);
  });

  test.each([
    ['the image, where it decides what runs', { container: { image: 'registry.k8s.io/kube-apiserver:v1' } }],
    ['the image of one platform', { container: { image: 'registry.k8s.io/kube-apiserver-arm64:v1', args: ['--a'] } }],
    ['labels and the container name', { labels: PLANE, container: { name: 'kube-apiserver' } }],
    [
      'a script that names it, in its own image',
      {
        container: {
          name: 'kube-apiserver',
          image: 'x/kube-apiserver:1',
          command: ['sh', '-c', 'a; exec /bin/kube-apiserver'],
        },
      },
    ],
    [
      'a script file, by labels and image',
      { labels: PLANE, container: { image: 'x/kube-apiserver:1', command: ['/start.sh'] } },
    ],
  ])('goes by %s', (_, given) => {
    expect(found(pod(given))).toHaveLength(1);
  });

  test.each([
    ['labels alone', { labels: PLANE, container: { command: ['nginx'] } }],
    ['labels alone, where the image decides', { labels: PLANE }],
    ['the image of another program', { container: { image: 'x/kube-apiserver:1', command: ['kubectl', 'get'] } }],
    ['the image alone, where a script runs', { container: { image: 'x/kube-apiserver:1', command: ['/start.sh'] } }],
    [
      'image and name, where a script does something else',
      { container: { name: 'kube-apiserver', image: 'x/kube-apiserver:1', command: ['sh', '-c', 'a; kubectl get'] } },
    ],
    ['a part of a name', { container: { command: ['kube-apiserver-proxy'] } }],
  ])('does not go by %s', (_, given) => {
    expect(found(pod(given))).toEqual([]);
  });

  test.each(['gateway', 'grpc-proxy'])('does not take etcd for one where it is a %s to another', (mode) => {
    const pods = [pod({ container: { command: ['etcd', mode, 'start'] } }), component('etcd', ['--name=gateway'])];
    expect(findProcesses(pods, 'etcd').running.map(({ subject }) => subject.name)).toEqual(['etcd-node-1']);
  });

  test.each([
    'aws-cloud-controller-manager',
    'cloud-controller-manager',
    'linode-cloud-controller-manager-linux-amd64',
  ])('takes %s for a cloud controller manager', (program) => {
    const { running } = findProcesses(
      [pod({ container: { command: [`/bin/${program}`] } })],
      'cloud-controller-manager',
    );
    expect(running).toHaveLength(1);
  });

  test.each([
    ['metadata.name', 'pod'],
    ['metadata.namespace', 'kube-system'],
    ['spec.nodeName', 'node-1'],
    ['status.podIP', '10.0.0.1'],
    ['status.hostIP', '10.0.0.1'],
    ['metadata.uid', '$(V)'],
  ])('fills %s into an argument', (fieldPath, text) => {
    const env = [{ name: 'V', valueFrom: { fieldRef: { fieldPath } } }];
    const { running } = findProcesses([pod({ container: { command: ['etcd', '$(V)'], env } })], 'etcd');
    expect(running[0]?.line.arguments[0]?.text).toBe(text);
  });

  test('fills in the last variable of a name, and none that is not there', () => {
    const env = ['a', 'b'].map((value) => ({ name: 'ETCD_NAME', value }));
    const { running } = findProcesses(
      [pod({ container: { command: ['etcd', '$(ETCD_NAME)', '$(NONE)'], env } })],
      'etcd',
    );
    expect(running[0]?.line.arguments.map(({ text }) => text)).toEqual(['b', '$(NONE)']);
  });

  test('knows where a file that it names lies', () => {
    const volumes = [{ name: 'a', configMap: { name: 'settings' } }];
    const container = { volumeMounts: [{ name: 'a', mountPath: '/conf' }] };
    const { running } = findProcesses([component('etcd', [], { volumes, container })], 'etcd');
    expect(running[0]?.originOf('/conf/etcd.yaml')).toBe('config-map:kube-system/settings/etcd.yaml');
    expect(running[0]?.originOf('/etc/etcd.yaml')).toBeUndefined();
  });
});

describe('parseImage', () => {
  test.each([
    ['kube-apiserver', 'kube-apiserver', undefined],
    ['host:5000/a/etcd:3.5@sha256:00', 'etcd', '3.5'],
    ['host:5000/etcd@sha256:00', 'etcd', undefined],
  ])('takes %s apart', (reference, name, tag) => {
    expect(parseImage(reference)).toMatchObject({ name, tag });
  });
});

describe('imageVersion', () => {
  test.each([
    ['registry.k8s.io/kube-apiserver:v1.37.2', 'kube-apiserver', '1.37.2'],
    ['x/kube-apiserver:v1.29.3-eks-adc7111', 'kube-apiserver', '1.29.3-eks-adc7111'],
    ['rancher/hardened-kubernetes:v1.30.4_rke2r1', 'kube-scheduler', '1.30.4+rke2r1'],
    ['registry.k8s.io/etcd:3.7.0-0', 'etcd', '3.7.0'],
    ['rancher/hardened-etcd:v3.5.13-k3s1', 'etcd', '3.5.13-k3s1'],
    ['example.org/database:3.5.1', 'etcd', undefined],
    ['example.org/base:v1.2.3', 'kube-apiserver', undefined],
    ['hetznercloud/hcloud-cloud-controller-manager:v1.20.0', 'cloud-controller-manager', '1.20.0'],
    ['x/kube-apiserver:latest', 'kube-apiserver', undefined],
    ['x/kube-apiserver@sha256:00', 'kube-apiserver', undefined],
  ] as const)('reads %s for %s as %s', (reference, name, version) => {
    expect(imageVersion(reference, name)).toBe(version);
  });
});
