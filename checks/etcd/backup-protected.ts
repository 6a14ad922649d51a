import { reachesEtcd, snapshotShapes } from '../../src/judge/backups.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { isWithin, plainPath } from '../../src/judge/workloads/host-paths.ts';
import { shapeAbsence, shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';
import { type Evaluation, type Evidence, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instances } from '../../src/model/views.ts';
import type { ShapeVolume, WorkloadShape } from '../../src/model/workload-shape.ts';

/** Where etcd's own data and certificates lie: mounted to read from, not to save to. */
const OWN = ['/etc/kubernetes', '/etc/etcd', '/var/lib/etcd', '/etc/ssl', '/usr'];
/** Volumes that hold nothing that stays. */
const PASSING = new Set(['secret', 'configMap', 'projected', 'downwardAPI', 'emptyDir', 'image']);

export default automated({
  meta: {
    id: 'etcd/backup-protected',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'Snapshots of etcd go off their node, with Secrets encrypted',
      broken: 'Snapshots of etcd stay on their node, with Secrets in clear text',
    },
    rationale:
      'A snapshot is all of the cluster in one file, every Secret included. On the disk of the node that it saves it is lost together with it, and whoever reads that disk, or a container that mounts the directory, reads all Secrets, unless the API server encrypts them before they come to etcd.',
    remediation: {
      any: 'Let the job copy the file off the node, encrypted (a bucket with a key of its own, restic, age), and delete it on the node. Let the API server encrypt Secrets (--encryption-provider-config), and keep that key elsewhere than the snapshots.',
      k3s: 'Set etcd-s3 with etcd-s3-bucket, and secrets-encryption, in the configuration of the servers.',
      mayBreak:
        'A snapshot with encrypted Secrets is of no use without the encryption configuration of its time: back that up too, apart. Try a restore.',
    },
    references: [
      {
        title: 'Backing up an etcd cluster',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster',
      },
      {
        title: 'Encrypting confidential data at rest',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'Etcd' },
      { benchmark: 'NSA/CISA', number: 'Secrets' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  wants: ['settings:kube-apiserver', 'managed-plane'],
  evaluate: (cluster): Evaluation => {
    const plane = cluster['managed-plane'];
    if (plane.state !== 'failed' && plane.value.managed === true) {
      const { provider, evidence } = plane.value;
      return { absent: evidence, because: `${provider} runs etcd and answers for its backups`, provider };
    }
    const saving = snapshotShapes(cluster['workload-shapes']).filter(reachesEtcd);
    const encryption = encryptionOf(cluster['settings:kube-apiserver']);
    return each(saving, (shape) => judge(shape, encryption), { unseen: NONE_SEEN });
  },
});

const NONE_SEEN: Uncertainty = {
  code: 'not-visible',
  detail: 'no workload saves snapshots of etcd; where a host or an outside system keeps them does not show in the API',
};

/** Whether the API servers encrypt what they store, as far as it is known, and what shows it. */
interface Encryption {
  readonly on: boolean | undefined;
  readonly evidence: readonly Evidence[];
}

function encryptionOf(servers: Gathered<Instances>): Encryption {
  const instances = servers.state === 'whole' ? servers.value.instances : [];
  const files = instances.map((instance) => instance.get('encryption-provider-config'));
  const known = files.flatMap((file) => (file.known ? [file] : []));
  const evidence = known.flatMap((file) => file.evidence);
  const on = known.map(({ value }) => isGiven(value));
  if (on.length === 0 || on.length < files.length) return { on: undefined, evidence };
  return { on: on.every(Boolean) ? true : on.some(Boolean) ? undefined : false, evidence };
}

function judge(shape: WorkloadShape, { on, evidence }: Encryption): Finding {
  const { kind, name } = shape.controller;
  const subject = { kind, name, namespace: shape.namespace };
  const targets = targetsOf(shape);
  const [target] = targets;
  if (target === undefined) {
    const shown = [shapeAbsence(shape, '/volumes', 'a volume to save to')];
    return { verdict: 'unknown', subject, evidence: shown, because: { code: 'not-visible', detail: NO_TARGET } };
  }
  const path = target.hostPath;
  const [first, ...rest] = [volumeEvidence(shape, target), ...evidence] as const;
  const elsewhere = targets.find(({ hostPath }) => hostPath === undefined);
  if (elsewhere !== undefined) {
    if (on === true) {
      const message = `saves to volume ${elsewhere.name}, and the API server encrypts what it is told to; a restore is not proven`;
      return { verdict: 'pass', subject, evidence: [volumeEvidence(shape, elsewhere), ...rest], message };
    }
    return {
      verdict: 'unknown',
      subject,
      evidence: [first, ...rest],
      because: { code: 'not-visible', detail: STORAGE },
    };
  }
  const closed = path !== undefined && isWithin(plainPath(path), '/var/lib/rancher');
  if (on === false && !closed && !usesEmptyDir(shape)) {
    const message = `saves to ${path} of its node, and Secrets are not encrypted in what it saves`;
    return { verdict: 'fail', subject, evidence: [first, ...rest], message };
  }
  const message = `saves to ${path} of its node: whether a copy goes elsewhere does not show`;
  return { verdict: 'review', subject, evidence: [first, ...rest], message };
}

const NO_TARGET = 'where it keeps its snapshots does not show in the API';
const STORAGE =
  'whether the storage behind its volume encrypts does not show in the API, nor that Secrets are encrypted';

const volumeEvidence = (shape: WorkloadShape, { index, hostPath, name }: ShapeVolume): Evidence =>
  hostPath === undefined
    ? shapeEvidence(shape, `/volumes/${index}/name`, name, 'a volume off the node')
    : shapeEvidence(shape, `/volumes/${index}/hostPath/path`, hostPath, 'a volume off the node');

const usesEmptyDir = ({ volumes }: WorkloadShape): boolean => volumes.some(({ type }) => type === 'emptyDir');

/** Volumes that containers may write to and that stay: where a snapshot can go. */
function targetsOf({ volumes, containers }: WorkloadShape): readonly ShapeVolume[] {
  const written = new Set(
    containers.flatMap(({ mounts }) => mounts.filter(({ readOnly }) => !readOnly).map(({ volume }) => volume)),
  );
  return volumes.filter(({ name, type, hostPath }) => {
    if (!written.has(name) || PASSING.has(type)) return false;
    return hostPath === undefined || !OWN.some((folder) => isWithin(plainPath(hostPath), folder));
  });
}
