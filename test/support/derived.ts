import { sourcesOf } from '../../src/derive/index.ts';
import { facts } from '../../src/facts/index.ts';
import type { Gathered, ResourceKey, Resources, Snapshot } from '../../src/model/resources.ts';
import type { Instance, Instances, Sources, ViewKey } from '../../src/model/views.ts';
import { type ClusterRole, type Node, type Pod, schemas } from '../../src/shapes/generated.ts';

export type GivenResources = { readonly [Key in ResourceKey]?: Gathered<Resources[Key]> };

/** Data that were wholly read. */
export const whole = <T>(value: T): Gathered<T> => ({ state: 'whole', value });
/** Data of which something is missing. */
export const partial = <T>(value: T, missing = 'some'): Gathered<T> => ({
  state: 'partial',
  value,
  missing: [missing],
});
/** Data that nobody may read. */
export const forbidden: Gathered<never> = { state: 'failed', failure: { code: 'forbidden', detail: 'not allowed' } };

/** A view of these resources; those not given were not gathered. */
export function view<Key extends ViewKey>(
  key: Key,
  resources: GivenResources,
  server?: string,
): Gathered<Sources[Key]> {
  const snapshot: Snapshot = {
    schema: 1,
    tool: 'test',
    input: 'cluster',
    cluster: server === undefined ? {} : { server },
    deadlines: [],
    fields: {},
    resources,
  };
  return sourcesOf(snapshot, facts)(key);
}

/** The value of data that were read. */
export function dataOf<T>(gathered: Gathered<T>): T {
  if (gathered.state === 'failed') throw new Error(gathered.failure.detail);
  return gathered.value;
}

/** The only instance of a view. */
export function only(gathered: Gathered<Instances>): Instance {
  const [first, ...rest] = dataOf(gathered).instances;
  if (first === undefined || rest.length > 0)
    throw new Error(`${rest.length + (first === undefined ? 0 : 1)} instances`);
  return first;
}

export interface GivenPod {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly phase?: string;
  readonly ip?: string;
  readonly hostNetwork?: boolean;
  readonly owner?: string;
  readonly container?: object;
  readonly more?: readonly object[];
  readonly volumes?: readonly object[];
}

/** A pod of kube-system with one container, and others behind it. */
export function pod(given: GivenPod): Pod {
  const {
    name = 'pod',
    namespace = 'kube-system',
    labels = {},
    node = 'node-1',
    phase = 'Running',
    ip = '10.0.0.1',
  } = given;
  const ownerReferences =
    given.owner === undefined ? [] : [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: given.owner, uid: 'u' }];
  return schemas.Pod.project({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, annotations: given.annotations ?? {}, ownerReferences },
    spec: {
      nodeName: node,
      hostNetwork: given.hostNetwork ?? true,
      volumes: given.volumes ?? [],
      containers: [{ name: 'main', image: 'example.org/none:1', ...given.container }, ...(given.more ?? [])],
    },
    status: { phase, podIP: ip, hostIP: ip, podIPs: [{ ip }] },
  });
}

/** A control-plane pod as kubeadm makes it. */
export function component(
  name: string,
  flags: readonly string[] = [],
  given: GivenPod & { readonly image?: string } = {},
): Pod {
  const node = given.node ?? 'node-1';
  const image = given.image ?? (name === 'etcd' ? 'registry.k8s.io/etcd:3.7.0-0' : `registry.k8s.io/${name}:v1.37.2`);
  return pod({
    name: `${name}-${node}`,
    labels: { component: name, tier: 'control-plane' },
    ...given,
    container: { name, image, command: [name, ...flags], ...given.container },
  });
}

/** A node; `node` is merged over an ordinary one. */
export function node(
  name: string,
  given: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly spec?: object;
    readonly version?: string;
    readonly os?: string;
    readonly address?: string;
  } = {},
): Node {
  return schemas.Node.project({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: given.labels ?? {}, annotations: given.annotations ?? {} },
    spec: given.spec ?? {},
    status: {
      addresses: [{ type: 'InternalIP', address: given.address ?? '10.0.0.1' }],
      nodeInfo: { kubeletVersion: given.version ?? 'v1.37.2', operatingSystem: given.os ?? 'linux' },
    },
  });
}

/** A ClusterRole with these rules. */
export const clusterRole = (name: string, rules: readonly object[]): ClusterRole =>
  schemas.ClusterRole.project({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  });
