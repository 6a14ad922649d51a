import { describe, expect, test } from '@jest/globals';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import type { WorkloadShape } from '../../../src/model/workload-shape.ts';
import * as build from '../../support/objects.ts';
import { failedList, refusing } from './readers.ts';

const OPTIONS = { concurrency: 4, takenAt: undefined, tool: 'test' };

async function shapes(
  objects: readonly object[],
  unread: readonly string[] = [],
  manifests = true,
): Promise<readonly WorkloadShape[]> {
  const refused = refusing(objectReader(objects, { complete: true }), {
    list: (resource) => (unread.includes(resource) ? failedList('forbidden') : undefined),
  });
  const reader = { ...refused, manifests };
  const { resources } = await gather(reader, ['workload-shapes'], OPTIONS);
  const gathered = resources['workload-shapes'];
  if (gathered === undefined || gathered.state === 'failed') throw new Error('no shapes');
  return gathered.value;
}

const names = (all: readonly WorkloadShape[]) =>
  all.map(({ namespace, controller, pods, samples }) =>
    `${namespace}/${controller.kind} ${controller.name}: ${pods} ${samples.join(' ')}`.trim(),
  );

const owned = (kind: string, name: string, labels: Record<string, string> = {}) => ({
  ownerReferences: [build.ownedBy(kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, name)],
  labels,
  containers: [build.container('web')],
});

describe('who runs a pod', () => {
  test('a Deployment rather than its ReplicaSet, a CronJob rather than its Job', async () => {
    const all = await shapes([
      build.pod('web-1-a', owned('ReplicaSet', 'web-1')),
      build.pod('web-1-b', owned('ReplicaSet', 'web-1')),
      build.replicaSet('web-1', owned('Deployment', 'web')),
      build.pod('tidy-28-x', owned('Job', 'tidy-28')),
      build.job('tidy-28', { ...owned('CronJob', 'tidy') }),
    ]);
    expect(names(all)).toEqual(['default/CronJob tidy: 1 tidy-28-x', 'default/Deployment web: 2 web-1-a web-1-b']);
  });

  test('other owners as they are, a ReplicaSet of its own too', async () => {
    const all = await shapes([
      build.pod('db-0', owned('StatefulSet', 'db')),
      build.pod('rs-x', owned('ReplicaSet', 'rs')),
      build.replicaSet('rs', { containers: [build.container('web')] }),
    ]);
    expect(names(all)).toEqual(['default/ReplicaSet rs: 1 rs-x', 'default/StatefulSet db: 1 db-0']);
  });

  test('bare pods, static pods and bare Jobs are one shape each for a namespace and content', async () => {
    const many = Array.from({ length: 50 }, (_, index) => build.pod(`run-${index}-x`, owned('Job', `run-${index}`)));
    const all = await shapes([
      ...many,
      build.pod('b', { containers: [build.container('web')] }),
      build.pod('a', { containers: [build.container('web')] }),
      build.pod('a', { namespace: 'other', containers: [build.container('web')] }),
      build.pod('static', { ...owned('Node', 'node-1') }),
    ]);
    expect(names(all)).toEqual([
      'default/Job run-0: 50 run-0-x run-1-x run-10-x run-11-x run-12-x',
      'default/Pod a: 3 a b static',
      'other/Pod a: 1 a',
    ]);
  });

  test('without ReplicaSets a Deployment is known by the hash in the pods labels', async () => {
    const objects = [
      build.pod('web-5d4-a', owned('ReplicaSet', 'web-5d4', { 'pod-template-hash': '5d4' })),
      build.pod('lone-b', owned('ReplicaSet', 'lone', { 'pod-template-hash': '5d4' })),
    ];
    expect(names(await shapes(objects, ['replicasets']))).toEqual([
      'default/Deployment web: 1 web-5d4-a',
      'default/ReplicaSet lone: 1 lone-b',
    ]);
  });
});

describe('of a live cluster', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    build.pod(`run-${29 - index}-x`, owned('Job', `run-${29 - index}`)),
  );
  const objects = [
    ...many,
    build.pod('tidy-28-x', owned('Job', 'tidy-28')),
    build.pod('tidy-29-x', owned('Job', 'tidy-29')),
    build.job('tidy-28', owned('CronJob', 'tidy')),
    build.job('tidy-29', owned('CronJob', 'tidy')),
    build.cronJob('tidy'),
    build.pod('web-1-a', owned('ReplicaSet', 'web-1')),
    build.replicaSet('web-1', owned('Deployment', 'web')),
    build.pod('bare', { containers: [build.container('web')] }),
  ];

  test('Jobs that nobody owns are one shape, named after the first; the others their CronJobs', async () => {
    const all = await shapes(objects, [], false);
    expect(names(all)).toEqual([
      'default/CronJob tidy: 2 tidy-28-x tidy-29-x',
      'default/Deployment web: 1 web-1-a',
      'default/Job run-0: 30 run-0-x run-1-x run-10-x run-11-x run-12-x',
      'default/Pod bare: 1 bare',
    ]);
    expect(all).toEqual(await shapes(objects));
    expect(await shapes([...objects].reverse(), [], false)).toEqual(all);
  });

  test('where it is not known who owns Jobs, all of them are their own', async () => {
    const all = await shapes(objects, ['jobs'], false);
    expect(names(all).filter((name) => name.includes('Job'))).toEqual([
      'default/CronJob tidy: 0',
      'default/Job run-0: 32 run-0-x run-1-x run-10-x run-11-x run-12-x',
    ]);
  });

  test('a ReplicaSet or Job of its own without pods runs nothing', async () => {
    expect(await shapes([build.replicaSet('alone'), build.job('once')], [], false)).toEqual([]);
  });
});

describe('what counts', () => {
  test('finished pods run nothing', async () => {
    const all = await shapes([
      build.pod('done', { phase: 'Succeeded' }),
      build.pod('gone', { phase: 'Failed' }),
      build.pod('waits', { phase: 'Pending' }),
    ]);
    expect(names(all)).toEqual(['default/Pod waits: 1 waits']);
  });

  test('the template of a controller counts only where it has no live pod', async () => {
    const objects = [
      build.deployment('web'),
      build.deployment('idle'),
      build.pod('web-1-a', owned('ReplicaSet', 'web-1')),
      build.replicaSet('web-1', owned('Deployment', 'web')),
      build.cronJob('tidy'),
      build.replicaSet('alone'),
      build.job('once'),
    ];
    const all = await shapes(objects);
    expect(names(all)).toEqual([
      'default/CronJob tidy: 0',
      'default/Deployment idle: 0',
      'default/Deployment web: 1 web-1-a',
      'default/Job once: 0',
      'default/ReplicaSet alone: 0',
    ]);
    expect(all.map(({ pointer }) => pointer)).toEqual([
      '/spec/jobTemplate/spec/template/spec',
      '/spec/template/spec',
      '/spec',
      '/spec/template/spec',
      '/spec/template/spec',
    ]);
  });

  test('pods of one controller with other contents are other shapes', async () => {
    const plain = owned('StatefulSet', 'db');
    const all = await shapes([
      build.pod('db-0', plain),
      build.pod('db-1', plain),
      build.pod('db-2', { ...plain, spec: { hostNetwork: true } }),
    ]);
    expect(all.map(({ pods, hostNetwork }) => [pods, hostNetwork]).sort()).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(new Set(all.map(({ content }) => content)).size).toBe(2);
  });
});

describe('what is kept of a pod spec', () => {
  test('what matters for security, and where it stands', async () => {
    const [shape] = await shapes([
      build.pod('all', {
        containers: [
          build.container('main', {
            command: ['/usr/sbin/sshd', '-D'],
            securityContext: { privileged: true },
            ports: [{ containerPort: 22, hostPort: 22, protocol: 'TCP' }],
            volumeMounts: [
              { name: 'host', mountPath: '/host', readOnly: true },
              { name: 'kube-api-access-abcde', mountPath: '/token' },
            ],
          }),
        ],
        spec: {
          serviceAccountName: 'robot',
          automountServiceAccountToken: false,
          hostPID: true,
          hostUsers: false,
          os: { name: 'linux' },
          runtimeClassName: 'gvisor',
          securityContext: { runAsNonRoot: true },
          initContainers: [build.container('proxy', { restartPolicy: 'Always' }), build.container('init')],
          ephemeralContainers: [build.container('debug')],
          volumes: [
            { name: 'host', hostPath: { path: '/var/run' } },
            { name: 'kube-api-access-abcde', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } },
            { name: 'cm', projected: { sources: [{ configMap: { name: 'x' } }] } },
            { name: 'new', brandNew: {} },
            { name: 'empty', emptyDir: {} },
          ],
        },
      }),
    ]);
    expect(shape).toMatchObject({
      serviceAccountName: 'robot',
      automountServiceAccountToken: false,
      hostPID: true,
      hostIPC: false,
      hostUsers: false,
      os: 'linux',
      runtimeClassName: 'gvisor',
      securityContext: { runAsNonRoot: true },
      volumes: [
        { name: 'host', index: 0, type: 'hostPath', hostPath: '/var/run', serviceAccountToken: false },
        { name: 'kube-api-access-*', type: 'projected', serviceAccountToken: true },
        { name: 'cm', type: 'projected', serviceAccountToken: false },
        { name: 'new', type: 'other' },
        { name: 'empty', type: 'emptyDir' },
      ],
    });
    expect(shape?.containers).toMatchObject([
      {
        name: 'main',
        list: 'containers',
        index: 0,
        securityContext: { privileged: true },
        ports: [{ containerPort: 22, hostPort: 22, protocol: 'TCP' }],
        mounts: [{ volume: 'host', mountPath: '/host', readOnly: true }, { volume: 'kube-api-access-*' }],
        command: ['sshd'],
        commandAt: { sshd: '/command/0' },
        sidecar: false,
      },
      { name: 'proxy', list: 'initContainers', index: 0, sidecar: true },
      { name: 'init', list: 'initContainers', index: 1, sidecar: false },
      { name: 'debug', list: 'ephemeralContainers', index: 0 },
    ]);
    expect(JSON.stringify(shape)).not.toContain('-D');
  });
});
