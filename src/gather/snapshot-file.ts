import { KubevetError } from '../model/error.ts';
import type { ClusterIdentity, ResourceKey, Snapshot } from '../model/resources.ts';
import { catalogue, catalogueKeys } from './catalogue.ts';
import { restoreResource, SnapshotError } from './snapshot-resources.ts';
import { isRecord, stringIn, type Untyped } from './untyped.ts';

/** The one layout of snapshots that there is. */
const SCHEMA = 1;

/** Whether a parsed document claims to be a snapshot rather than a Kubernetes object. */
export function isSnapshot(document: unknown): document is Untyped {
  return isRecord(document) && document['kind'] === undefined && 'schema' in document && 'resources' in document;
}

/** A snapshot as the text of a file: equal snapshots give equal bytes. */
export function serializeSnapshot(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, sortMembers, 1)}\n`;
}

/**
 * Reads a snapshot from the text of a file. Every field is checked; what another version gathered in another way is not gathered.
 * Throws a KubevetError where the text is cut off, is no snapshot, or belongs to another layout.
 */
export function parseSnapshot(text: string, file: string): Snapshot {
  const document = parse(text, file);
  if (!isSnapshot(document)) throw invalid(file, 'it is no snapshot');
  if (document['schema'] !== SCHEMA) {
    throw new KubevetError(
      'input',
      `${file} has snapshot layout ${String(document['schema'])}, and this kubevet reads layout ${SCHEMA}`,
      {
        hint: 'Read it with the version of kubevet that took it, or take it again.',
      },
    );
  }
  try {
    return restore(document);
  } catch (error) {
    if (error instanceof SnapshotError) throw invalid(file, error.message, error);
    throw error;
  }
}

/**
 * A snapshot that may be handed to others: without the name of the context, and with the server's address reduced to what tells its cloud.
 * Secrets are not in a snapshot in the first place. Names of objects, images and addresses of nodes stay: findings speak of them.
 */
export function redactSnapshot(snapshot: Snapshot): Snapshot {
  const { context, server, ...cluster } = snapshot.cluster;
  return { ...snapshot, cluster: { ...cluster, ...(server === undefined ? {} : { server: redactServer(server) }) } };
}

/** Domains of clouds under which each cluster has a name of its own. */
const CLOUDS = [
  'eks.amazonaws.com',
  'eks.amazonaws.com.cn',
  'azmk8s.io',
  'gke.goog',
  'k8s.ondigitalocean.com',
  'linodelke.net',
  'vultr-k8s.com',
  'k8s.civo.com',
  'containers.cloud.ibm.com',
  'oraclecloud.com',
  'aliyuncs.com',
  'scw.cloud',
  'ovh.net',
  'openshiftapps.com',
];

function redactServer(server: string): string {
  const host = URL.canParse(server) ? new URL(server).hostname : '';
  const cloud = CLOUDS.find((domain) => host.endsWith(`.${domain}`));
  return `https://redacted.${cloud ?? 'invalid'}`;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(file, 'it is no JSON, or was cut off', error);
  }
}

function restore(document: Untyped): Snapshot {
  const { tool, takenAt, input, cluster, deadlines, fields, resources } = document;
  if (typeof tool !== 'string') throw new SnapshotError('/tool is not a string');
  if (takenAt !== undefined && (typeof takenAt !== 'string' || Number.isNaN(Date.parse(takenAt))))
    throw new SnapshotError('/takenAt is no time');
  if (input !== 'cluster' && input !== 'objects') throw new SnapshotError('/input is neither cluster nor objects');
  if (!Array.isArray(deadlines) || !deadlines.every((one) => typeof one === 'string'))
    throw new SnapshotError('/deadlines is no list of strings');
  if (!isRecord(fields) || !isRecord(resources)) throw new SnapshotError('/fields or /resources is no object');
  const known = catalogueKeys.filter((key) => resources[key] !== undefined);
  return {
    schema: SCHEMA,
    tool,
    ...(takenAt === undefined ? {} : { takenAt }),
    input,
    cluster: restoreIdentity(cluster),
    deadlines,
    fields: Object.fromEntries(known.map((key) => [key, catalogue[key].fields])),
    resources: Object.fromEntries(known.map((key) => [key, restoreKnown(key, resources[key], fields[key], tool)])),
  };
}

/** A resource that was gathered with other fields cannot be judged by ours. */
function restoreKnown(key: ResourceKey, value: unknown, fields: unknown, tool: string) {
  if (fields === catalogue[key].fields) return restoreResource(key, value);
  const detail = `kubevet ${tool} took the snapshot and did not gather all that this version looks at`;
  return { state: 'failed', failure: { code: 'not-gathered', detail } } as const;
}

function restoreIdentity(cluster: unknown): ClusterIdentity {
  if (!isRecord(cluster)) throw new SnapshotError('/cluster is no object');
  const texts = ['context', 'server', 'uid'].flatMap((field) => {
    const text = stringIn(cluster, field);
    return text === undefined ? [] : [[field, text]];
  });
  const verified = cluster['tlsVerified'];
  return { ...Object.fromEntries(texts), ...(typeof verified === 'boolean' ? { tlsVerified: verified } : {}) };
}

/** Members in order of their names; lists as they are. */
function sortMembers(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const invalid = (file: string, why: string, cause?: unknown): KubevetError =>
  new KubevetError('input', `${file} cannot be read as a snapshot: ${why}`, {
    hint: 'Take it again with `kubevet snapshot --out FILE`.',
    ...(cause === undefined ? {} : { cause }),
  });
