import { type Backup, snapshotBackups, veleroBackups } from '../../src/judge/backups.ts';
import { held } from '../../src/judge/gathered.ts';
import { automated } from '../../src/model/check.ts';
import { type Evaluation, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';

export default automated({
  meta: {
    id: 'etcd/backup-plan',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'A backup of the cluster is scheduled and ran within a day',
      broken: 'The backups that are scheduled are off, late or never ran',
    },
    rationale:
      'Who loses etcd loses the cluster: every object and every Secret. After a failed disk, a bad upgrade or an attacker who deletes all, a snapshot is the only way back. kubevet sees when a backup ran, not whether it can be restored: try that now and then.',
    remediation: {
      any: 'Resume or repair the named schedule. Else make one: a CronJob on the control plane that runs "etcdctl snapshot save" and copies the file, encrypted, off the node; or Velero for the objects.',
      k3s: 'Set etcd-snapshot-schedule-cron and etcd-s3 in the configuration of the servers: snapshots on their own disks are lost with them.',
      mayBreak: 'Nothing, but a snapshot holds every Secret: encrypt it, and keep it where few may read it.',
    },
    references: [
      {
        title: 'Backing up an etcd cluster',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster',
      },
      { title: 'Disaster recovery of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/recovery/' },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Etcd' }],
    since: '0.1.0',
  },
  needs: [],
  wants: ['workload-shapes', 'cron-jobs', 'velero-schedules', 'managed-plane'],
  evaluate: (cluster, { now }): Evaluation => {
    const plane = cluster['managed-plane'];
    if (plane.state !== 'failed' && plane.value.managed === true) {
      const { provider, evidence } = plane.value;
      return { absent: evidence, because: `${provider} runs etcd and answers for its backups`, provider };
    }
    if (now === undefined) return { unseen: NO_TIME };
    const sources = [cluster['workload-shapes'], cluster['cron-jobs'], cluster['velero-schedules']];
    const unread = sources.map(whyPartial).find((why) => why !== undefined);
    const backups = [
      ...snapshotBackups(held(cluster['workload-shapes']), held(cluster['cron-jobs']), now),
      ...veleroBackups(held(cluster['velero-schedules']), now),
    ];
    const safe = backups.some(({ state }) => state.kind === 'recent');
    return each(backups, (backup) => judge(backup, safe, unread), { unseen: unread ?? NONE_SEEN });
  },
});

const NO_TIME: Uncertainty = {
  code: 'not-gathered',
  detail: 'the time of the scan is not known: give it with --as-of',
};

const NONE_SEEN: Uncertainty = {
  code: 'not-visible',
  detail: 'no backup was seen in the cluster; one that a host or an outside system makes does not show in the API',
};

/** Where one backup is in order the others are only shown. Where something was not read, a good one may be among it. */
function judge({ subject, state, evidence }: Backup, safe: boolean, unread: Uncertainty | undefined): Finding {
  switch (state.kind) {
    case 'recent':
      return { verdict: 'pass', subject, evidence, message: 'scheduled; that it can be restored is not proven' };
    case 'rare':
      return { verdict: 'review', subject, evidence, message: `${state.why}: what came later would be lost` };
    case 'unclear':
      if (safe) return { verdict: 'review', subject, evidence, message: state.why };
      return { verdict: 'unknown', subject, evidence, because: { code: 'not-visible', detail: state.why } };
    case 'broken':
      if (safe) return { verdict: 'review', subject, evidence, message: state.why };
      if (unread !== undefined) return { verdict: 'unknown', subject, evidence, because: unread };
      return { verdict: 'fail', subject, evidence, message: state.why };
  }
}

function whyPartial(gathered: Gathered<unknown>): Uncertainty | undefined {
  if (gathered.state === 'failed') return gathered.failure;
  return gathered.state === 'partial' ? { code: 'incomplete', detail: gathered.missing[0] } : undefined;
}
