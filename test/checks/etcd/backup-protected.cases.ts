import check from '../../../checks/etcd/backup-protected.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, controlPlanePod, cronJob, serverVersion } from '../../support/objects.ts';

const PKI = { name: 'pki', hostPath: { path: '/etc/kubernetes/pki/etcd' } };

/** A job that saves snapshots and mounts these volumes, beside the certificates of etcd. */
const saving = (
  volumes: readonly { readonly name: string; readonly [source: string]: unknown }[],
  readOnly = false,
  namespace = 'kube-system',
) =>
  cronJob('etcd-backup', {
    namespace,
    containers: [
      container('save', {
        command: ['sh', '-c', 'etcdctl snapshot save /backup/etcd.db'],
        volumeMounts: [
          { name: 'pki', mountPath: '/pki' },
          ...volumes.map(({ name }) => ({ name, mountPath: `/${name}`, readOnly })),
        ],
      }),
    ],
    spec: { volumes: [PKI, ...volumes] },
  });
const HOST = { name: 'backup', hostPath: { path: '/var/backups' } };
const CLAIM = { name: 'backup', persistentVolumeClaim: { claimName: 'backup' } };
const encrypting = [
  serverVersion(),
  controlPlanePod('kube-apiserver', { flags: ['--encryption-provider-config=/enc.yaml'] }),
];
const plain = [serverVersion(), controlPlanePod('kube-apiserver')];

describeCheck(check, [
  {
    given: 'a claim, and Secrets that are encrypted',
    objects: [...encrypting, saving([CLAIM])],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'CronJob', name: 'etcd-backup' }, message: /volume backup/ }],
  },
  {
    given: 'a directory of the node, and Secrets in clear text',
    objects: [...plain, saving([HOST])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^saves to \/var\/backups of its node, and Secrets are not encrypted/ }],
  },
  {
    given: 'a directory of the node, and Secrets that are encrypted',
    objects: [...encrypting, saving([HOST])],
    expect: 'review',
    findings: [{ verdict: 'review', message: /whether a copy goes elsewhere/ }],
  },
  {
    given: 'a directory of the node that root alone may read, as RKE2 makes it',
    objects: [...plain, saving([{ name: 'backup', hostPath: { path: '/var/lib/rancher/rke2/server/db/snapshots' } }])],
    expect: 'review',
  },
  {
    given: 'a directory of the node beside one that passes, in which it may be encrypted first',
    objects: [...plain, saving([HOST, { name: 'work', emptyDir: {} }])],
    expect: 'review',
  },
  {
    given: 'a claim, and Secrets in clear text',
    objects: [...plain, saving([CLAIM])],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /whether the storage behind its volume encrypts/ }],
  },
  {
    given: 'API servers of which one encrypts',
    objects: [...encrypting, controlPlanePod('kube-apiserver', { node: 'node-2' }), saving([CLAIM])],
    expect: 'unknown',
  },
  { given: 'an API server that is not seen', objects: [serverVersion(), saving([HOST])], expect: 'review' },
  {
    given: 'no volume but certificates, as where it is sent away',
    objects: [...plain, saving([])],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /where it keeps its snapshots/ }],
  },
  { given: 'a volume that it only reads', objects: [...plain, saving([HOST], true)], expect: 'unknown' },
  {
    given: 'no snapshots at all',
    objects: [...plain, cronJob('report')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no workload saves snapshots/ }],
  },
  { given: 'a provider that runs etcd', objects: [serverVersion('v1.33.4-eks-3025e55')], expect: 'not-applicable' },
]);
