import type { Container, EphemeralContainer, Pod, PodSpec, PodTemplateSpec } from '../shapes/generated.ts';
import { baseName, type CommandLine, isCloudControllerManager, programs } from './command-words.ts';
import { keepArguments } from './secret-text.ts';

const COMPONENTS = new Set(['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager', 'kube-proxy']);
const LABELS = ['component', 'k8s-app', 'app.kubernetes.io/name', 'app'] as const;

/** The parts of a pod or of a pod template that say what it is. */
type PodLike = Pick<Pod, 'metadata' | 'spec'>;

/**
 * Whether a pod may be one of a control-plane component or of kube-proxy: by the programs it runs, the names of its images and
 * containers, or its labels. Generous: which of them is one, and of this cluster, is for a closer look.
 */
export function isControlPlanePod(pod: PodLike): boolean {
  return hasComponent(pod.spec) || LABELS.some((label) => isComponent(pod.metadata.labels[label] ?? ''));
}

/**
 * A pod as it may be kept: command lines stay of containers that may be a component, with the values of secret flags taken out.
 * Of all others, and of commands in probes and hooks, nothing stays.
 */
export function keepPod(pod: Pod): Pod {
  return { ...pod, spec: keepSpec(pod.spec) };
}

/** The same for the template of a controller. */
export function keepTemplate(template: PodTemplateSpec): PodTemplateSpec {
  return { ...template, spec: keepSpec(template.spec) };
}

function keepSpec(spec: PodSpec): PodSpec {
  return {
    ...spec,
    containers: spec.containers.map(keepContainer),
    initContainers: spec.initContainers.map(keepContainer),
    ephemeralContainers: spec.ephemeralContainers.map(keepContainer),
  };
}

/** Pods of one controller share their spec: it is looked through once. */
const looked = new WeakMap<PodSpec, boolean>();

function hasComponent(spec: PodSpec): boolean {
  const known = looked.get(spec) ?? spec.containers.some(runsComponent);
  looked.set(spec, known);
  return known;
}

/** The parts of a container that say what it runs. */
type Program = CommandLine & Pick<Container, 'name' | 'image'>;

function runsComponent(container: Program): boolean {
  return (
    isComponent(container.name) || isComponent(imageName(container.image)) || programs(container).some(isComponent)
  );
}

/** The command line of a container as it may be kept: without the values of secret flags, and none where it can be no component. */
export function keepCommandLine(container: Program): CommandLine {
  if (!runsComponent(container)) return { command: [], args: [] };
  return { command: keepArguments(container.command), args: keepArguments(container.args) };
}

function keepContainer<C extends Container | EphemeralContainer>(container: C): C {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  return {
    ...container,
    ...keepCommandLine(container),
    ...(livenessProbe === undefined ? {} : { livenessProbe: withoutCommand(livenessProbe) }),
    ...(readinessProbe === undefined ? {} : { readinessProbe: withoutCommand(readinessProbe) }),
    ...(startupProbe === undefined ? {} : { startupProbe: withoutCommand(startupProbe) }),
    ...(lifecycle === undefined ? {} : { lifecycle: keepLifecycle(lifecycle) }),
  };
}

function keepLifecycle({
  postStart,
  preStop,
  ...rest
}: NonNullable<Container['lifecycle']>): NonNullable<Container['lifecycle']> {
  return {
    ...rest,
    postStart: postStart === undefined ? undefined : withoutCommand(postStart),
    preStop: preStop === undefined ? undefined : withoutCommand(preStop),
  };
}

const withoutCommand = <P extends { readonly exec: { readonly command: readonly string[] } | undefined }>(
  probe: P,
): P => (probe.exec === undefined ? probe : { ...probe, exec: { command: [] } });

/** `kube-proxy-amd64` is kube-proxy for one platform. */
function isComponent(name: string): boolean {
  return COMPONENTS.has(name.replace(/-(?:amd64|arm64)$/, '')) || isCloudControllerManager(name);
}

/** `registry:5000/a/etcd:3.5@sha256:...` -> `etcd` */
const imageName = (image: string): string => baseName(image.replace(/@.*$/, '')).replace(/:.*$/, '');
