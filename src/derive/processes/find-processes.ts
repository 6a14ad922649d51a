import type { ObjectRef, Subject } from '../../model/finding.ts';
import type { Container, Pod } from '../../shapes/generated.ts';
import { type CommandLine, commandLine } from './command-line.ts';
import { componentLabelled, componentNamed, type ProcessComponent } from './component-signs.ts';
import { parseImage } from './image.ts';
import { originOf } from './mounted-file.ts';

/** A container that runs a component. */
export interface Process {
  readonly component: ProcessComponent;
  readonly subject: Subject;
  readonly object: ObjectRef;
  readonly container: Container;
  /** JSON pointer of the container in the object. */
  readonly pointer: string;
  readonly line: CommandLine;
  /** Where a file that it names lies: see originOf. */
  readonly originOf: (path: string) => string | undefined;
  /** The pod that it is; undefined for a template. */
  readonly pod: Pod | undefined;
}

/** A pod, or an object that makes pods. */
export interface PodSource {
  readonly object: ObjectRef & { readonly namespace: string };
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly spec: Pod['spec'];
  /** JSON pointer of the pod spec in the object. */
  readonly pointer: string;
  readonly pod: Pod | undefined;
}

/** Live processes of a component, and pods of it that are left out. */
export interface Processes {
  readonly running: readonly Process[];
  /** Pods that don't run yet. */
  readonly pending: readonly string[];
  /** Pods that run the same program without being the system's. */
  readonly foreign: readonly string[];
}

/** Finds the containers of the system's pods that run a component, in order of namespace, pod and container. */
export function findProcesses(pods: readonly Pod[], component: ProcessComponent): Processes {
  const running: Process[] = [];
  const pending: string[] = [];
  const foreign: string[] = [];
  for (const pod of [...pods].sort(byName)) {
    const { phase } = pod.status;
    if (phase === 'Succeeded' || phase === 'Failed') continue;
    const found = processesOf(podSource(pod)).filter((process) => process.component === component);
    if (found.length === 0) continue;
    const name = `${pod.metadata.namespace}/${pod.metadata.name}`;
    if (!isOfSystem(pod)) foreign.push(name);
    else if (phase === 'Pending') pending.push(name);
    else running.push(...found);
  }
  return { running, pending, foreign };
}

/** A namespace that is the system's; OpenShift keeps everybody else from making one of its own. */
export const isSystemNamespace = (namespace: string): boolean =>
  namespace === 'kube-system' || namespace.startsWith('openshift-');

/**
 * Whether only who runs the cluster can have made a pod: it is in a namespace of the system, or stands for a static pod of its node
 * (the kubelet deletes one that says so and is none). The same programs run elsewhere as well: control planes of other clusters, the
 * etcd of an application, or what wants to be taken for a component of this cluster.
 */
const isOfSystem = ({ metadata }: Pod): boolean =>
  isSystemNamespace(metadata.namespace) || metadata.annotations['kubernetes.io/config.mirror'] !== undefined;

/** The containers of a pod, or of a pod template, that run a component. */
export function processesOf(source: PodSource): readonly Process[] {
  const { containers } = source.spec;
  return containers.flatMap((container, index) => {
    const pointer = `${source.pointer}/containers/${index}`;
    const line = commandLine(container, pointer, (name) => variable(container, source, name));
    const component = identify(container, source.labels, line);
    if (component === undefined) return [];
    const { kind, name, namespace } = source.object;
    const subject: Subject = {
      kind,
      name,
      namespace,
      ...(containers.length > 1 ? { container: container.name } : {}),
    };
    const { object, pod } = source;
    const origin = (path: string) => originOf(source.spec, container, namespace, path);
    return [{ component, subject, object, container, pointer, line, originOf: origin, pod }];
  });
}

function podSource(pod: Pod): PodSource {
  const { name, namespace, labels } = pod.metadata;
  return { object: { apiVersion: 'v1', kind: 'Pod', name, namespace }, labels, spec: pod.spec, pointer: '/spec', pod };
}

/**
 * By the program that runs. Where the image decides what that is, by the image, else by labels and container name together. A command
 * that is not understood must name the component, or be a script, and two of image, container name and labels must agree.
 */
function identify(
  container: Container,
  labels: Readonly<Record<string, string | undefined>>,
  line: CommandLine,
): ProcessComponent | undefined {
  if (line.program !== undefined) return isOtherMode(line) ? undefined : componentNamed(line.program);
  const image = componentNamed(parseImage(container.image).name);
  const signs = [image, componentLabelled(labels), componentNamed(container.name)];
  const agreed = signs.find((sign, index) => sign !== undefined && signs.indexOf(sign) < index);
  if (line.opaque === undefined) return image ?? agreed;
  const words = line.opaque.split(/[\s/]+/);
  return agreed !== undefined && (words.includes(agreed) || !line.opaque.includes(' ')) ? agreed : undefined;
}

/** etcd started as a proxy to some other etcd: a first argument tells, and nothing is stored behind it. */
const isOtherMode = ({ program, arguments: [first] }: CommandLine): boolean =>
  program === 'etcd' && (first?.text === 'gateway' || first?.text === 'grpc-proxy');

/** The value of a variable of a container's command, where it is kept or stands in the pod itself. */
function variable(container: Container, source: PodSource, name: string): string | undefined {
  const variables = container.env.filter((entry) => entry.name === name);
  const found = variables.at(-1);
  if (found?.valueFrom === undefined) return found?.value;
  const { pod } = source;
  switch (found.valueFrom.fieldRef?.fieldPath) {
    case 'metadata.name':
      return pod?.metadata.name;
    case 'metadata.namespace':
      return pod?.metadata.namespace;
    case 'spec.nodeName':
      return pod?.spec.nodeName;
    case 'status.podIP':
      return pod?.status.podIP;
    case 'status.hostIP':
      return pod?.status.hostIP;
    default:
      return undefined;
  }
}

function byName(one: Pod, other: Pod): number {
  const [left, right] = [one, other].map(({ metadata }) => `${metadata.namespace}/${metadata.name}`) as [
    string,
    string,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}
