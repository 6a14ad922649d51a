import type { Schema } from '../kube/reader.ts';
import type { Gathered, ResourceKey } from '../model/resources.ts';
import { type Pod, schemas } from '../shapes/generated.ts';
import { replaceBodies } from './certificates.ts';
import { keepContent } from './host-files.ts';
import { isRecord, type Untyped } from './untyped.ts';

/** A snapshot that does not have the shape that it should have; the message says where. */
export class SnapshotError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SnapshotError';
  }
}

/** Checks one value at a place, and gives it back with the fields that are known. */
type Restore = (value: unknown, at: string) => unknown;

/**
 * A resource of a snapshot, checked throughout; objects of Kubernetes go through the same schemas as when they were read.
 * Throws a SnapshotError.
 */
export function restoreResource(key: ResourceKey, value: unknown): Gathered<never> {
  return restoreGathered(value, `/resources/${key}`, values[key]) as Gathered<never>;
}

function restoreGathered(value: unknown, at: string, restore: Restore): Gathered<unknown> {
  const gathered = object(value, at);
  switch (gathered['state']) {
    case 'whole':
      return { state: 'whole', value: restore(gathered['value'], `${at}/value`) };
    case 'partial': {
      const [first, ...rest] = list(text)(gathered['missing'], `${at}/missing`) as string[];
      if (first === undefined) throw new SnapshotError(`${at}/missing is empty`);
      return { state: 'partial', value: restore(gathered['value'], `${at}/value`), missing: [first, ...rest] };
    }
    case 'failed':
      return {
        state: 'failed',
        failure: record({ code: text, detail: text })(gathered['failure'], `${at}/failure`) as never,
      };
    default:
      throw new SnapshotError(`${at}/state is none that there is`);
  }
}

const text: Restore = (value, at) => {
  if (typeof value !== 'string') throw new SnapshotError(`${at} is not a string`);
  return value;
};
const flag: Restore = (value, at) => {
  if (typeof value !== 'boolean') throw new SnapshotError(`${at} is not a boolean`);
  return value;
};
const count: Restore = (value, at) => {
  if (!Number.isInteger(value)) throw new SnapshotError(`${at} is no whole number`);
  return value;
};

const number: Restore = (value, at) => {
  if (typeof value !== 'number') throw new SnapshotError(`${at} is no number`);
  return value;
};

const optional =
  (restore: Restore): Restore =>
  (value, at) =>
    value === undefined ? undefined : restore(value, at);

const list =
  (restore: Restore): Restore =>
  (value, at) => {
    if (!Array.isArray(value)) throw new SnapshotError(`${at} is no list`);
    return value.map((item, index) => restore(item, `${at}/${index}`));
  };

const map =
  (restore: Restore): Restore =>
  (value, at) =>
    Object.fromEntries(
      Object.entries(object(value, at)).map(([name, member]) => [name, restore(member, `${at}/${name}`)]),
    );

/** An object with these members, in this order; others are dropped, and those that are not set left out. */
const record =
  (members: Readonly<Record<string, Restore>>): Restore =>
  (value, at) => {
    const from = object(value, at);
    return Object.fromEntries(
      Object.entries(members).flatMap(([name, restore]) => {
        const member = restore(from[name], `${at}/${name}`);
        return member === undefined ? [] : [[name, member]];
      }),
    );
  };

function object(value: unknown, at: string): Untyped {
  if (!isRecord(value)) throw new SnapshotError(`${at} is no object`);
  return value;
}

const one =
  <T>(schema: Schema<T>): Restore =>
  (value, at) => {
    try {
      return schema.project(value);
    } catch (error) {
      throw new SnapshotError(`${at}${messageOf(error)}`);
    }
  };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const many = <T>(schema: Schema<T>): Restore => list(one(schema));

/** Objects with what their certificates say in place of the bodies: what is left of the rest goes through their schema. */
const certified = <T>(schema: Schema<T>): Restore =>
  list((value, at) => {
    const kept = new Map<string, unknown>();
    const bare = replaceBodies(value, (field, body, path) => {
      const place = `/${path.join('/')}`;
      kept.set(place, (KEPT[field] ?? certificateBundle)(body, `${at}${place}`));
      return 'kept';
    });
    return replaceBodies(one(schema)(bare, at), (_field, _body, path) => kept.get(`/${path.join('/')}`));
  });

/** What stands in those fields, where it is no bundle. */
const KEPT: Readonly<Record<string, Restore>> = { url: text, request: (value, at) => certificateRequest(value, at) };

const certificateKey = record({ type: text, bits: optional(count) });
const certificateRequest = record({ subject: text, key: certificateKey, signature: text });
const certificateBundle = record({
  certificates: list(
    record({
      subject: text,
      selfIssued: flag,
      notBefore: text,
      notAfter: text,
      key: certificateKey,
      signature: text,
      isAuthority: flag,
    }),
  ),
  unreadable: count,
});

/** A part of a pod, through the schema of the whole: put into one at `pointer` by `wrap`, and taken out of it by `unwrap`. */
const part =
  (pointer: string, wrap: (value: unknown) => unknown, unwrap: (pod: Pod) => unknown): Restore =>
  (value, at) => {
    try {
      return unwrap(schemas.Pod.project(wrap(value)));
    } catch (error) {
      throw new SnapshotError(`${at}${messageOf(error).replace(pointer, '')}`);
    }
  };

const securityContext = part(
  '/spec/containers/0/securityContext',
  (value) => ({ spec: { containers: [{ securityContext: value }] } }),
  ({ spec }) => spec.containers[0]?.securityContext,
);
const podSecurityContext = part(
  '/spec/securityContext',
  (value) => ({ spec: { securityContext: value } }),
  ({ spec }) => spec.securityContext,
);

const port = record({ containerPort: count, hostPort: count, protocol: text });
const mount = record({ volume: text, mountPath: text, readOnly: flag });

const shapeContainer = record({
  name: text,
  list: text,
  index: count,
  image: text,
  securityContext: optional(securityContext),
  ports: list(port),
  mounts: list(mount),
  sidecar: flag,
  command: list(text),
  commandAt: map(text),
});

const shapeVolume = record({
  name: text,
  index: count,
  type: text,
  hostPath: optional(text),
  serviceAccountToken: flag,
});

const workloadShape = record({
  namespace: text,
  controller: record({ apiVersion: text, kind: text, name: text }),
  pods: count,
  samples: list(text),
  pointer: text,
  content: text,
  serviceAccountName: text,
  automountServiceAccountToken: optional(flag),
  hostNetwork: flag,
  hostPID: flag,
  hostIPC: flag,
  hostUsers: optional(flag),
  os: optional(text),
  runtimeClassName: optional(text),
  securityContext: optional(podSecurityContext),
  volumes: list(shapeVolume),
  containers: list(shapeContainer),
});

/** Plain configuration data: whoever reads it looks at the type of each field. */
const config: Restore = (value, at) => object(value, at);

const nodeConfigz: Restore = (value, at) => ({
  node: text(object(value, at)['node'], `${at}/node`),
  ...restoreGathered(value, at, config),
});

const hostFile: Restore = (value, at) => {
  const place = record({ node: text, path: text })(value, at) as object;
  const { state, content, because } = object(value, at);
  if (state === 'not-found') return { ...place, state };
  if (state === 'refused') return { ...place, state, because: text(because, `${at}/because`) };
  if (state !== 'read') throw new SnapshotError(`${at}/state is none that there is`);
  return { ...place, state, content: keepContent(object(content, `${at}/content`)) };
};

const kubeProxyConfig = record({
  name: text,
  key: text,
  config,
  kubeconfig: optional(
    record({
      server: text,
      certificateAuthority: flag,
      insecureSkipTlsVerify: flag,
      inlineCredential: flag,
      userName: text,
      place: record({ configMap: text, key: text, cluster: text, user: text }),
    }),
  ),
});

const values: { readonly [Key in ResourceKey]: Restore } = {
  version: record({
    gitVersion: text,
    major: text,
    minor: text,
    platform: text,
    emulationMajor: optional(text),
    emulationMinor: optional(text),
  }),
  discovery: record({ groupVersions: map(list(text)) }),
  flagz: record({ apiVersion: text, flags: map(text) }),
  statusz: record({
    apiVersion: text,
    binaryVersion: text,
    emulationVersion: optional(text),
    startTime: optional(text),
  }),
  metrics: list(record({ name: text, labels: map(text), value: number })),
  nodes: many(schemas.Node),
  namespaces: many(schemas.Namespace),
  'control-plane-pods': many(schemas.Pod),
  'workload-shapes': list(workloadShape),
  'daemon-sets': many(schemas.DaemonSet),
  'cron-jobs': many(schemas.CronJob),
  'service-accounts': many(schemas.ServiceAccount),
  secrets: many(schemas.PartialObjectMetadata),
  roles: many(schemas.Role),
  'cluster-roles': many(schemas.ClusterRole),
  'role-bindings': many(schemas.RoleBinding),
  'cluster-role-bindings': many(schemas.ClusterRoleBinding),
  'network-policies': many(schemas.NetworkPolicy),
  'kubeadm-config': record({ clusterConfiguration: config }),
  'kubelet-config': config,
  'kube-proxy-config': kubeProxyConfig,
  'cilium-config': config,
  'kubelet-configz': list(nodeConfigz),
  services: many(schemas.Service),
  'validating-webhooks': certified(schemas.ValidatingWebhookConfiguration),
  'mutating-webhooks': certified(schemas.MutatingWebhookConfiguration),
  'admission-policies': many(schemas.ValidatingAdmissionPolicy),
  'admission-policy-bindings': many(schemas.ValidatingAdmissionPolicyBinding),
  'api-services': certified(schemas.APIService),
  'custom-resource-definitions': certified(schemas.CustomResourceDefinition),
  'flow-schemas': many(schemas.FlowSchema),
  'signing-requests': certified(schemas.CertificateSigningRequest),
  leases: many(schemas.Lease),
  'runtime-classes': many(schemas.RuntimeClass),
  'client-authorities': record({ client: optional(certificateBundle), requestHeader: optional(certificateBundle) }),
  'cluster-info': record({ server: text, authority: optional(certificateBundle) }),
  'host-files': list(hostFile),
  'velero-schedules': many(schemas.Schedule),
};
