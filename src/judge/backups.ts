import { isSystemNamespace } from '../derive/processes/find-processes.ts';
import type { Evidence, Evidences, ObjectRef, Observed, Subject } from '../model/finding.ts';
import type { WorkloadShape } from '../model/workload-shape.ts';
import type { BackupTemplate, CronJob, LabelSelector, ObjectMeta, Schedule } from '../shapes/generated.ts';
import { longestGap } from './cron.ts';
import { shapeAbsence } from './workloads/workloads.ts';

/** How a backup that the cluster makes of itself stands. */
export type BackupState =
  /** Ran within a day. */
  | { readonly kind: 'recent' }
  /** Ran longer ago than a day, and no longer than its schedule allows. */
  | { readonly kind: 'rare'; readonly why: string }
  /** Switched off, never ran, or missed a run. */
  | { readonly kind: 'broken'; readonly why: string }
  /** Too young to have run, or not to be told from what the API shows. */
  | { readonly kind: 'unclear'; readonly why: string };

export interface Backup {
  readonly subject: Subject;
  readonly state: BackupState;
  readonly evidence: Evidences;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A run may start late and take its time, and summer time adds an hour. */
const GRACE = 2 * HOUR;

/** Workloads that save snapshots of etcd: the CronJobs among them as they stand, the others without a word on when they ran. */
export function snapshotBackups(
  shapes: readonly WorkloadShape[],
  jobs: readonly CronJob[],
  now: string,
): readonly Backup[] {
  return snapshotShapes(shapes).flatMap((shape) => {
    const { namespace, controller } = shape;
    const job =
      controller.kind === 'CronJob'
        ? jobs.find(({ metadata }) => metadata.namespace === namespace && metadata.name === controller.name)
        : undefined;
    if (job === undefined) return [unwatched(shape)];
    const backup = cronJobBackup(job, controller.apiVersion, now);
    return [reachesEtcd(shape) ? backup : { ...backup, state: { kind: 'unclear', why: OTHER_ETCD } }];
  });
}

/** Workloads that save snapshots of some etcd, one shape of each; a Job that nothing repeats is none. */
export function snapshotShapes(shapes: readonly WorkloadShape[]): readonly WorkloadShape[] {
  const saving = shapes.filter(({ containers }) =>
    containers.some(({ command }) => command.includes('etcd-snapshot-save')),
  );
  const byController = new Map(saving.map((shape) => [controllerKey(shape), shape]));
  return [...byController.values()].filter(
    ({ controller, pods }) => controller.kind !== 'Job' && (controller.kind !== 'Pod' || pods > 0),
  );
}

/** Applications have an etcd of their own. That of the cluster is saved from its node, or by who runs the system. */
export const reachesEtcd = ({ namespace, hostNetwork, volumes }: WorkloadShape): boolean =>
  isSystemNamespace(namespace) || hostNetwork || volumes.some(({ hostPath }) => hostPath !== undefined);

const OTHER_ETCD =
  'it is not of the system and uses nothing of its node, so the etcd that it saves may be an application’s';

const controllerKey = ({ namespace, controller }: WorkloadShape): string =>
  `${controller.kind}/${namespace}/${controller.name}`;

function unwatched(shape: WorkloadShape): Backup {
  const { kind, name } = shape.controller;
  const subject = { kind, name, namespace: shape.namespace };
  const evidence = shapeAbsence(shape, '', 'the time of the last snapshot');
  const why = 'it saves snapshots of etcd, and the API does not show when the last one was made';
  return { subject, state: { kind: 'unclear', why }, evidence: [evidence] };
}

function cronJobBackup({ metadata, spec, status }: CronJob, apiVersion: string, now: string): Backup {
  const object: ObjectRef = { apiVersion, kind: 'CronJob', name: metadata.name, namespace: metadata.namespace };
  const off = spec.suspend === true;
  return {
    subject: { kind: 'CronJob', name: metadata.name, namespace: metadata.namespace },
    state: off
      ? { kind: 'broken', why: 'it is suspended' }
      : stateOf(spec.schedule, status.lastSuccessfulTime, metadata, 'succeeded', now),
    evidence: [
      fieldEvidence(object, '/spec/schedule', spec.schedule),
      ...(off ? [fieldEvidence(object, '/spec/suspend', true)] : []),
      timeEvidence(object, 'lastSuccessfulTime', status.lastSuccessfulTime),
    ],
  };
}

/** Velero's schedules, which save objects of the cluster; they show when a backup was started, not how it ended. */
export function veleroBackups(schedules: readonly Schedule[], now: string): readonly Backup[] {
  return schedules.map(({ metadata, spec, status }) => {
    const { name, namespace } = metadata;
    const object: ObjectRef = { apiVersion: 'velero.io/v1', kind: 'Schedule', name, namespace };
    const off = spec.paused === true;
    const invalid = status.phase === 'FailedValidation';
    const broken = off ? 'it is paused' : invalid ? 'Velero refuses it as not valid' : undefined;
    const limit = spec.template && limitOf(spec.template);
    const whole: BackupState =
      broken === undefined
        ? stateOf(spec.schedule ?? '', status.lastBackup, metadata, 'ran', now)
        : { kind: 'broken', why: broken };
    return {
      subject: { kind: 'Schedule', name, namespace },
      state:
        limit === undefined ? whole : { kind: 'unclear', why: `it saves a part of the cluster only (${limit.field})` },
      evidence: [
        timeEvidence(object, 'lastBackup', status.lastBackup),
        ...(spec.schedule === undefined ? [] : [fieldEvidence(object, '/spec/schedule', spec.schedule)]),
        ...(off ? [fieldEvidence(object, '/spec/paused', true)] : []),
        ...(invalid ? [fieldEvidence(object, '/status/phase', 'FailedValidation')] : []),
        ...(limit?.values === undefined ? [] : [fieldEvidence(object, `/spec/template/${limit.field}`, limit.values)]),
      ],
    };
  });
}

/** What keeps a backup of Velero from the whole cluster; undefined where nothing does. */
function limitOf(
  template: BackupTemplate,
): { readonly field: string; readonly values?: readonly string[] } | undefined {
  for (const field of ['includedNamespaces', 'includedResources', 'includedNamespaceScopedResources'] as const) {
    const values = template[field];
    if (values.length > 0 && !values.includes('*')) return { field, values };
  }
  const { labelSelector, orLabelSelectors } = template;
  if (labelSelector !== undefined && selects(labelSelector)) return { field: 'labelSelector' };
  return orLabelSelectors.some(selects) ? { field: 'orLabelSelectors' } : undefined;
}

const selects = ({ matchLabels, matchExpressions }: LabelSelector): boolean =>
  Object.keys(matchLabels).length + matchExpressions.length > 0;

function stateOf(schedule: string, last: string | undefined, made: ObjectMeta, did: string, now: string): BackupState {
  const gap = longestGap(schedule, now);
  const since = (time: string): number => Date.parse(now) - Date.parse(time);
  if (last === undefined) {
    const age = made.creationTimestamp === undefined ? Number.NaN : since(made.creationTimestamp);
    if (gap === undefined || Number.isNaN(age))
      return { kind: 'unclear', why: `it never ${did}, and it is not clear when it should have` };
    if (age <= gap + GRACE) return { kind: 'unclear', why: `it never ${did}, and was not due for long` };
    return { kind: 'broken', why: `it never ${did}` };
  }
  const age = since(last);
  if (Number.isNaN(age)) return { kind: 'unclear', why: `"${last}" is no time` };
  if (age <= DAY) return { kind: 'recent' };
  const ago = `it last ${did} on ${last}`;
  if (gap === undefined) return { kind: 'unclear', why: `${ago}, and its schedule "${schedule}" is not understood` };
  if (age > gap + GRACE) return { kind: 'broken', why: `${ago}, longer ago than its schedule "${schedule}" allows` };
  return { kind: 'rare', why: `${ago}, as its schedule "${schedule}" wants` };
}

const fieldEvidence = (object: ObjectRef, pointer: string, observed: Observed): Evidence => ({
  from: 'object',
  object,
  pointer,
  observed,
});

const timeEvidence = (object: ObjectRef, field: string, time: string | undefined): Evidence =>
  time === undefined
    ? { from: 'absence', object, pointer: '/status', sought: field }
    : { from: 'object', object, pointer: `/status/${field}`, observed: time, expected: 'within a day' };
