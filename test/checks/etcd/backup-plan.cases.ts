import check from '../../../checks/etcd/backup-plan.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, cronJob, deployment, node, serverVersion, veleroSchedule } from '../../support/objects.ts';

const NOW = '2026-11-24T00:00:00Z';
const SAVE = container('save', { command: ['sh', '-c', 'etcdctl snapshot save /backup/etcd.db'] });

const saving = (cron: object, status: object, name = 'etcd-backup') =>
  cronJob(name, {
    namespace: 'kube-system',
    containers: [SAVE],
    creationTimestamp: '2026-01-01T00:00:00Z',
    cron: { schedule: '0 */6 * * *', ...cron },
    status: { ...status },
  });
const velero = (spec: object, status: object) => veleroSchedule('daily', { ...spec }, { ...status });

describeCheck(check, [
  {
    given: 'a snapshot that succeeded today',
    objects: [saving({}, { lastSuccessfulTime: '2026-11-23T18:01:00Z' })],
    now: NOW,
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'CronJob', name: 'etcd-backup' }, message: /not proven/ }],
  },
  {
    given: 'snapshots that are suspended',
    objects: [saving({ suspend: true }, { lastSuccessfulTime: '2026-11-23T18:01:00Z' })],
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /suspended/ }],
  },
  {
    given: 'snapshots that never succeeded',
    objects: [saving({}, {})],
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /never succeeded/ }],
  },
  {
    given: 'snapshots that missed their time',
    objects: [saving({}, { lastSuccessfulTime: '2026-11-20T18:01:00Z' })],
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /longer ago than its schedule/ }],
  },
  {
    given: 'weekly snapshots in time',
    objects: [saving({ schedule: '@weekly' }, { lastSuccessfulTime: '2026-11-22T00:01:00Z' })],
    now: NOW,
    expect: 'review',
    findings: [{ verdict: 'review', message: /what came later would be lost/ }],
  },
  {
    given: 'snapshots on a schedule that is not understood',
    objects: [saving({ schedule: 'when it rains' }, { lastSuccessfulTime: '2026-11-20T18:01:00Z' })],
    now: NOW,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /not understood/ }],
  },
  {
    given: 'a CronJob that was not due yet',
    objects: [
      cronJob('etcd-backup', {
        namespace: 'kube-system',
        containers: [SAVE],
        creationTimestamp: '2026-11-23T22:00:00Z',
        cron: { schedule: '0 1 * * *' },
      }),
    ],
    now: NOW,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /not due for long/ }],
  },
  {
    given: 'one that is suspended beside one that is in order',
    objects: [saving({ suspend: true }, {}, 'old-backup'), saving({}, { lastSuccessfulTime: '2026-11-23T18:01:00Z' })],
    now: NOW,
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { name: 'old-backup' }, message: /suspended/ }],
  },
  {
    given: 'a schedule of Velero that ran today',
    objects: [velero({}, { lastBackup: '2026-11-23T01:00:12Z' })],
    now: NOW,
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Schedule' } }],
  },
  {
    given: 'a schedule of Velero for one namespace that ran today',
    objects: [velero({ template: { includedNamespaces: ['shop'] } }, { lastBackup: '2026-11-23T01:00:12Z' })],
    now: NOW,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /a part of the cluster only \(includedNamespaces\)/ }],
  },
  {
    given: 'a snapshot of an etcd that may be an application’s',
    objects: [
      cronJob('etcd-backup', {
        namespace: 'shop',
        containers: [SAVE],
        status: { lastSuccessfulTime: '2026-11-23T18:01:00Z' },
      }),
    ],
    now: NOW,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /may be an application’s/ }],
  },
  { given: 'a schedule of Velero that is paused', objects: [velero({ paused: true }, {})], now: NOW, expect: 'fail' },
  {
    given: 'a schedule that Velero refuses',
    objects: [velero({}, { phase: 'FailedValidation' })],
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /not valid/ }],
  },
  {
    given: 'something that saves snapshots all the time',
    objects: [deployment('etcd-saver', { containers: [SAVE] })],
    now: NOW,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'Deployment' }, message: /does not show when/ }],
  },
  {
    given: 'no backup',
    objects: [cronJob('report', {})],
    now: NOW,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no backup was seen/ }],
  },
  {
    given: 'k3s, which makes snapshots by itself that do not show',
    objects: [
      node('node-1', {
        kubelet: 'v1.37.2+k3s1',
        labels: { 'node-role.kubernetes.io/etcd': 'true' },
        annotations: { 'k3s.io/node-args': '["server","--cluster-init"]' },
      }),
    ],
    now: NOW,
    expect: 'unknown',
  },
  {
    given: 'a provider that runs etcd',
    objects: [serverVersion('v1.33.4-eks-3025e55')],
    now: NOW,
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /runs etcd/ }],
  },
]);
