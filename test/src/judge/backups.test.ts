import { describe, expect, test } from '@jest/globals';
import backupPlan from '../../../checks/etcd/backup-plan.ts';
import { facts } from '../../../src/facts/index.ts';
import { snapshotBackups, veleroBackups } from '../../../src/judge/backups.ts';
import type { Gathered } from '../../../src/model/resources.ts';
import type { Sources } from '../../../src/model/views.ts';
import type { CommandFact, WorkloadShape } from '../../../src/model/workload-shape.ts';
import { schemas } from '../../../src/shapes/generated.ts';
import { shapeContainer, workloadShape } from '../../support/workload-shapes.ts';

const NOW = '2026-11-24T00:00:00Z';

const shape = (kind: string, name: string, command: readonly CommandFact[], pods = 1) =>
  workloadShape({
    namespace: 'ops',
    hostNetwork: true,
    controller: { apiVersion: kind === 'CronJob' ? 'batch/v1' : 'apps/v1', kind, name },
    pods,
    samples: pods === 0 ? [] : [`${name}-1`],
    containers: [shapeContainer({ command })],
  });

const job = (fields: object = {}, created: string | undefined = '2026-01-01T00:00:00Z') =>
  schemas.CronJob.project({
    metadata: { name: 'save', namespace: 'ops', ...(created === '' ? {} : { creationTimestamp: created }) },
    spec: { schedule: '@daily', jobTemplate: {} },
    ...fields,
  });
const saving = shape('CronJob', 'save', ['etcd-snapshot-save']);
const stateOf = (fields: object, created?: string) => snapshotBackups([saving], [job(fields, created)], NOW)[0]?.state;
const ran = (lastSuccessfulTime: string) => ({ status: { lastSuccessfulTime } });

describe('snapshots of etcd', () => {
  test('are known by what a workload runs', () => {
    const others = [shape('CronJob', 'report', []), shape('CronJob', 'velero', ['velero-backup'])];
    expect(snapshotBackups(others, [], NOW)).toEqual([]);
    expect(snapshotBackups([saving, saving], [job()], NOW)).toHaveLength(1);
  });

  test('may be of another etcd where nothing ties them to the cluster’s', () => {
    const today = job(ran('2026-11-23T12:00:00Z'));
    const from = (more: Partial<WorkloadShape>) =>
      snapshotBackups([{ ...saving, hostNetwork: false, ...more }], [today], NOW)[0]?.state;
    expect(from({})).toMatchObject({ kind: 'unclear', why: expect.stringContaining('an application’s') });
    expect(from({ hostNetwork: true })?.kind).toBe('recent');
    const volume = {
      name: 'pki',
      index: 0,
      type: 'hostPath',
      hostPath: '/etc/kubernetes/pki',
      serviceAccountToken: false,
    };
    expect(from({ volumes: [volume] })?.kind).toBe('recent');
    const { hostPath: _, ...elsewhere } = volume;
    expect(from({ volumes: [elsewhere] })?.kind).toBe('unclear');
  });

  test('are made by one container of several, and looked up in their own namespace', () => {
    const beside = workloadShape({
      ...saving,
      containers: [shapeContainer({ command: [] }), shapeContainer({ command: ['etcd-snapshot-save'] })],
    });
    const elsewhere = schemas.CronJob.project({
      metadata: { name: 'save', namespace: 'shop', creationTimestamp: '2026-01-01T00:00:00Z' },
      spec: { schedule: '@daily', suspend: true, jobTemplate: {} },
    });
    const another = schemas.CronJob.project({ ...elsewhere, metadata: { name: 'other', namespace: 'ops' } });
    const found = snapshotBackups([beside], [elsewhere, another, job(ran('2026-11-23T12:00:00Z'))], NOW);
    expect(found).toMatchObject([{ subject: { namespace: 'ops', name: 'save' }, state: { kind: 'recent' } }]);
  });

  test('of what runs once nothing is said', () => {
    const once = [shape('Job', 'by-hand', ['etcd-snapshot-save']), shape('Pod', '', ['etcd-snapshot-save'], 0)];
    expect(snapshotBackups(once, [], NOW)).toEqual([]);
  });

  test('of what always runs, and of a CronJob that is not listed, the last is not known', () => {
    const always = snapshotBackups([shape('DaemonSet', 'saver', ['etcd-snapshot-save'])], [], NOW);
    expect(always).toMatchObject([
      {
        subject: { kind: 'DaemonSet' },
        state: { kind: 'unclear' },
        evidence: [{ object: { kind: 'Pod', name: 'saver-1' } }],
      },
    ]);
    expect(snapshotBackups([saving], [], NOW)).toMatchObject([{ state: { kind: 'unclear' } }]);
    const template = snapshotBackups([shape('Deployment', 'saver', ['etcd-snapshot-save'], 0)], [], NOW);
    expect(template[0]?.evidence[0]).toMatchObject({ object: { kind: 'Deployment', name: 'saver', namespace: 'ops' } });
  });

  test.each([
    ['2026-11-23T00:00:00Z', 'recent'],
    ['2026-11-22T23:59:59Z', 'rare'],
    ['2026-11-22T22:00:00Z', 'rare'],
    ['2026-11-22T21:59:59Z', 'broken'],
    ['yesterday', 'unclear'],
  ])('last made on %s are %s', (time, kind) => {
    expect(stateOf(ran(time))?.kind).toBe(kind);
  });

  test('never made they are late only once one was due', () => {
    expect(stateOf({}, '2026-11-22T22:00:00Z')?.kind).toBe('unclear');
    expect(stateOf({}, '2026-11-22T21:59:59Z')?.kind).toBe('broken');
    expect(stateOf({}, '')?.kind).toBe('unclear');
    expect(stateOf({ spec: { schedule: 'odd', jobTemplate: {} } })?.kind).toBe('unclear');
  });
});

describe('schedules of Velero', () => {
  const state = (fields: object) =>
    veleroBackups([schemas.Schedule.project({ metadata: { name: 'all', namespace: 'velero' }, ...fields })], NOW)[0];

  test('without a schedule are not understood, once they are older than a day', () => {
    expect(state({ status: { lastBackup: '2026-11-01T00:00:00Z' } })?.state.kind).toBe('unclear');
    expect(state({ status: { lastBackup: '2026-11-23T12:00:00Z' } })?.state.kind).toBe('recent');
  });

  test.each([
    ['includedNamespaces', ['shop']],
    ['includedResources', ['pods']],
    ['includedNamespaceScopedResources', ['pods']],
    ['labelSelector', { matchLabels: { app: 'shop' } }],
    ['orLabelSelectors', [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }]],
  ])('that are limited by %s are not of the cluster', (field, limit) => {
    const fields = (value: unknown) => ({
      spec: { template: { [field]: value } },
      status: { lastBackup: '2026-11-23T12:00:00Z' },
    });
    expect(state(fields(limit))?.state).toMatchObject({ kind: 'unclear', why: expect.stringContaining(field) });
    expect(
      state(fields(Array.isArray(limit) ? ['*'].slice(field === 'orLabelSelectors' ? 1 : 0) : {}))?.state.kind,
    ).toBe('recent');
  });

  test('that are paused or refused are broken, with what shows it', () => {
    expect(state({ spec: { schedule: '@daily', paused: true } })).toMatchObject({
      state: { kind: 'broken', why: 'it is paused' },
      evidence: [{ from: 'absence' }, { observed: '@daily' }, { pointer: '/spec/paused', observed: true }],
    });
    expect(state({ status: { phase: 'FailedValidation' } })?.state.kind).toBe('broken');
  });
});

describe('where something was not read', () => {
  const whole = <T>(value: T): Gathered<T> => ({ state: 'whole', value });
  const failed = { state: 'failed', failure: { code: 'forbidden', detail: 'may not list' } } as const;
  const evaluate = (sources: Partial<Record<keyof Sources, Gathered<unknown>>>, now: string | undefined = NOW) =>
    backupPlan.evaluate(
      {
        'workload-shapes': whole([saving]),
        'cron-jobs': whole([job({ spec: { schedule: '@daily', suspend: true, jobTemplate: {} } })]),
        'velero-schedules': whole([]),
        'managed-plane': whole({ managed: false }),
        ...sources,
      } as never,
      { now, facts },
    );

  test('a broken backup may have a good one beside it', () => {
    expect(evaluate({})).toMatchObject([{ verdict: 'fail' }]);
    expect(evaluate({ 'velero-schedules': failed })).toMatchObject([{ verdict: 'unknown', because: failed.failure }]);
    const partial = { state: 'partial', value: [], missing: ['the rest'] };
    expect(evaluate({ 'velero-schedules': partial as never })).toMatchObject([
      { verdict: 'unknown', because: { code: 'incomplete', detail: 'the rest' } },
    ]);
  });

  test('nothing that was seen is no statement', () => {
    expect(evaluate({ 'workload-shapes': failed })).toEqual({ unseen: failed.failure });
    expect(evaluate({ 'workload-shapes': whole([]) })).toMatchObject({ unseen: { code: 'not-visible' } });
    expect(evaluate({ 'managed-plane': failed, 'workload-shapes': whole([]) })).toMatchObject({ unseen: {} });
  });

  test('a good one is good', () => {
    const good = whole([job(ran('2026-11-23T12:00:00Z'))]);
    expect(evaluate({ 'cron-jobs': good, 'velero-schedules': failed })).toMatchObject([{ verdict: 'pass' }]);
  });

  test('without a time of the scan nothing is late', () => {
    const answer = backupPlan.evaluate(
      { 'managed-plane': whole({ managed: false }), 'workload-shapes': whole([saving]) } as never,
      { now: undefined, facts },
    );
    expect(answer).toMatchObject({ unseen: { code: 'not-gathered' } });
  });
});
