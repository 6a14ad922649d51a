import { describe, expect, test } from '@jest/globals';
import { PROCESS_COMPONENTS } from '../../../src/derive/processes/component-signs.ts';
import { findProcesses } from '../../../src/derive/processes/find-processes.ts';
import { isControlPlanePod, keepPod } from '../../../src/gather/control-plane.ts';
import { schemas } from '../../../src/shapes/generated.ts';
import * as build from '../../support/objects.ts';
import { recording } from './readers.ts';

const podOf = (object: object) => schemas.Pod.project(object);
const withContainer = (fields: Readonly<Record<string, unknown>>, labels: Record<string, string> = {}) =>
  podOf(build.pod('x', { namespace: 'kube-system', labels, containers: [build.container('x', fields)] }));

describe('pods that may be of the control plane', () => {
  test.each([
    ['a program', withContainer({ command: ['/usr/local/bin/kube-apiserver', '--a=b'] })],
    ['a program in args', withContainer({ args: ['kube-controller-manager'] })],
    [
      'a program behind a shell',
      withContainer({ command: ['/bin/bash', '-ec'], args: ['set -e\nexec hyperkube kube-apiserver --x'] }),
    ],
    ['an image', withContainer({ image: 'registry.example:5000/mirror/etcd:3.6.5-0' })],
    ['an image by digest', withContainer({ image: 'registry.example/kube-scheduler@sha256:0123' })],
    ['an image for a platform', withContainer({ image: 'registry.example/kube-proxy-amd64:v1.37.2' })],
    ['a container name', podOf(build.pod('x', { containers: [build.container('kube-scheduler', { image: 'a/b' })] }))],
    ['a label', withContainer({}, { 'k8s-app': 'kube-proxy' })],
    [
      "a cloud's controller manager",
      withContainer({ image: 'registry.example/provider/openstack-cloud-controller-manager:v1.31' }),
    ],
  ])('by %s', (_, pod) => {
    expect(isControlPlanePod(pod)).toBe(true);
  });

  test.each([
    ['an application', withContainer({ command: ['app', '--etcd'] })],
    ['a client of etcd', withContainer({ image: 'registry.example/etcd-backup:1', command: ['etcdctl'] })],
    ['an argument that names one', withContainer({ command: ['app', '--watch', 'kube-apiserver'] })],
    ['coredns', withContainer({ image: 'registry.k8s.io/coredns/coredns:v1.12.1' }, { 'k8s-app': 'kube-dns' })],
  ])('not %s', (_, pod) => {
    expect(isControlPlanePod(pod)).toBe(false);
  });
});

test('of a kept pod the command line of the component stays in place, that of its neighbours goes', () => {
  const pod = podOf(
    build.controlPlanePod('etcd', {
      flags: ['--data-dir=/var/lib/etcd'],
      env: [
        { name: 'ETCD_NAME', value: 'one' },
        { name: 'OTHER', value: 'x' },
      ],
      container: {
        livenessProbe: { httpGet: { path: '/livez', port: 2381 } },
        lifecycle: { preStop: { exec: { command: ['x'] } } },
      },
      sidecars: [build.container('agent', { command: ['agent', '--x'], args: ['y'] })],
    }),
  );
  const [etcd, agent] = keepPod(pod).spec.containers;
  expect(etcd?.command).toEqual(['etcd', '--data-dir=/var/lib/etcd']);
  expect(etcd?.env.map(({ name, value }) => [name, value])).toEqual([
    ['ETCD_NAME', 'one'],
    ['OTHER', undefined],
  ]);
  expect(etcd?.livenessProbe?.httpGet?.path).toBe('/livez');
  expect(etcd?.lifecycle?.preStop?.exec).toEqual({ command: [] });
  expect(agent).toMatchObject({ name: 'agent', command: [], args: [] });
  expect(keepPod(pod).metadata).toBe(pod.metadata);
});

test('who looks for the processes of a component finds the same in what is kept', () => {
  const list = recording.json.get('/api/v1/pods') as { readonly items: readonly object[] };
  const wrapped = build.controlPlanePod('kube-apiserver', {
    command: ['/bin/sh', '-c', 'exec kube-apiserver --a=b'],
    node: 'n',
  });
  const plain = build.controlPlanePod('kube-scheduler', { command: [], args: ['kube-scheduler', '--a=b'], labels: {} });
  const inArgs = build.controlPlanePod('etcd', { command: [], args: ['--name=a'], image: 'example/etcd:3.6.5' });
  const cloud = withContainer({ image: 'example/aws-cloud-controller-manager:v1.34.0', args: ['--v=2'] });
  const all = [...[...list.items, wrapped, plain, inArgs].map(podOf), cloud];
  const kept = all.filter(isControlPlanePod).map(keepPod);
  const found = PROCESS_COMPONENTS.map((component) => {
    const processes = (pods: typeof all) =>
      findProcesses(pods, component).running.map(({ subject, line }) => ({ subject, line }));
    expect(processes(kept)).toEqual(processes(all));
    return processes(kept).length;
  });
  expect(found).toEqual([2, 2, 2, 1, 1, 2]);
});
