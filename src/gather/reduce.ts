import type { WorkloadShape } from '../model/workload-shape.ts';
import type { ObjectMeta, OwnerReference, Pod, PodSpec } from '../shapes/generated.ts';
import { compareText } from './list-kind.ts';
import type { ContentOf, ShapeContent } from './shape.ts';

/** Names that are kept of the pods of a shape. */
const SAMPLES = 5;

/** Who runs a pod. */
export type Controller = WorkloadShape['controller'];

/** Finds the top controller of what a ReplicaSet or a Job runs; undefined where it has none above it. */
export type FindOwner = (kind: 'ReplicaSet' | 'Job', namespace: string, name: string) => Controller | undefined;

/** Owners by namespace and name of what is owned. */
export type Owners = ReadonlyMap<string, Controller>;

/** A pod template and the controller that it belongs to. */
export interface Template {
  readonly namespace: string;
  readonly controller: Controller;
  readonly spec: PodSpec;
  /** JSON pointer of the pod spec in the controller. */
  readonly pointer: string;
}

/** Pods that have one direct owner and one content. */
export interface Group {
  readonly namespace: string;
  /** Undefined for bare pods, and for static pods: their owner is the node. */
  owner: Controller | undefined;
  readonly podTemplateHash: string | undefined;
  readonly content: ShapeContent;
  pods: number;
  readonly samples: string[];
}

/** Takes pods as they arrive and forgets them: what stays grows with the number of workloads. */
export interface Reduction {
  add(pod: Pod): void;
  /** Pods of the namespaces so far, as groups by owner. */
  groups(): readonly Group[];
}

const BARE_POD = { apiVersion: 'v1', kind: 'Pod' } as const;

/**
 * Starts a reduction. A finished pod runs nothing and is not counted. Where it is known beforehand who owns Jobs, those that nobody owns are
 * one group, however many there are.
 */
export function reducePods(contentOf: ContentOf, ownersOfJobs?: Owners): Reduction {
  const groups = new Map<string, Group>();
  return {
    add({ metadata, spec, status }) {
      if (status.phase === 'Succeeded' || status.phase === 'Failed') return;
      const content = contentOf(spec);
      const direct = ownerOf(metadata.ownerReferences);
      const known = direct?.kind === 'Job' ? ownersOfJobs : undefined;
      const owner = known?.get(`${metadata.namespace}/${direct?.name}`) ?? direct;
      const lone = known !== undefined && owner === direct;
      const key = keyOf(metadata.namespace, lone ? LONE_JOB : owner, content);
      const group = groups.get(key) ?? newGroup(metadata, owner, content);
      groups.set(key, group);
      group.pods += 1;
      if (lone) group.owner = firstByName(group.owner, owner);
      addSample(group.samples, metadata.name);
    },
    groups: () => [...groups.values()],
  };
}

const LONE_JOB: Controller = { apiVersion: 'batch/v1', kind: 'Job', name: '' };

function firstByName(one: Controller | undefined, other: Controller | undefined): Controller | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return compareText(one.name, other.name) <= 0 ? one : other;
}

/**
 * The shapes of the pods of some reductions, each under its top controller, and of the templates of controllers of which no live pod was
 * seen. Sorted; the order in which pods came does not matter.
 */
export function shapesOf(
  groups: readonly Group[],
  findOwner: FindOwner,
  templates: readonly Template[],
  contentOf: ContentOf,
): readonly WorkloadShape[] {
  const shapes = new Map<string, Shaped>();
  const alive = new Set<string>();
  for (const group of groups) {
    const top = topController(group, findOwner);
    alive.add(controllerKey(group.namespace, top.controller));
    const key = keyOf(group.namespace, top.bare ? { ...top.controller, name: '' } : top.controller, group.content);
    mergeGroup(shapes, key, group, top);
  }
  for (const template of templates) {
    if (alive.has(controllerKey(template.namespace, template.controller))) continue;
    const content = contentOf(template.spec);
    const key = keyOf(template.namespace, template.controller, content);
    shapes.set(key, { ...template, content, pods: 0, samples: [] });
  }
  return [...shapes].sort(([one], [other]) => compareText(one, other)).map(([, shaped]) => finish(shaped));
}

interface Shaped {
  readonly namespace: string;
  controller: Controller;
  readonly content: ShapeContent;
  readonly pointer: string;
  pods: number;
  readonly samples: string[];
}

interface Top {
  readonly controller: Controller;
  /** No controller that lasts: pods and Jobs that are alike are one shape. */
  readonly bare: boolean;
}

function mergeGroup(shapes: Map<string, Shaped>, key: string, group: Group, { controller, bare }: Top): void {
  const { namespace, content } = group;
  const shaped = shapes.get(key) ?? { namespace, controller, content, pointer: '/spec', pods: 0, samples: [] };
  shapes.set(key, shaped);
  shaped.pods += group.pods;
  if (bare && compareText(controller.name, shaped.controller.name) < 0) shaped.controller = controller;
  for (const name of group.samples) addSample(shaped.samples, name);
}

function finish({ namespace, controller, content, pods, samples, pointer }: Shaped): WorkloadShape {
  return { namespace, controller, pods, samples, pointer, ...content };
}

function topController({ namespace, owner, podTemplateHash, samples }: Group, findOwner: FindOwner): Top {
  if (owner === undefined) return { controller: { ...BARE_POD, name: samples[0] ?? '' }, bare: true };
  if (owner.kind === 'Job') {
    const top = findOwner('Job', namespace, owner.name);
    return { controller: top ?? owner, bare: top === undefined };
  }
  if (owner.kind !== 'ReplicaSet') return { controller: owner, bare: false };
  const top = findOwner('ReplicaSet', namespace, owner.name) ?? deploymentByName(owner.name, podTemplateHash);
  return { controller: top ?? owner, bare: false };
}

/** A Deployment names its ReplicaSets after itself and the hash that their pods carry: helps where they could not be read. */
function deploymentByName(name: string, podTemplateHash: string | undefined): Controller | undefined {
  if (podTemplateHash === undefined || !name.endsWith(`-${podTemplateHash}`)) return undefined;
  return { apiVersion: 'apps/v1', kind: 'Deployment', name: name.slice(0, -podTemplateHash.length - 1) };
}

function newGroup({ namespace, labels }: ObjectMeta, owner: Controller | undefined, content: ShapeContent): Group {
  return { namespace, owner, podTemplateHash: labels['pod-template-hash'], content, pods: 0, samples: [] };
}

/** The owner that controls; a static pod's is its node, which controls nothing. */
export function ownerOf(references: readonly OwnerReference[]): Controller | undefined {
  const owner = references.find(({ controller }) => controller === true) ?? references[0];
  if (owner === undefined || owner.kind === 'Node') return undefined;
  return { apiVersion: owner.apiVersion, kind: owner.kind, name: owner.name };
}

/** Keeps the first few names in order. */
function addSample(samples: string[], name: string): void {
  if (samples.length === SAMPLES && compareText(name, samples[SAMPLES - 1] as string) >= 0) return;
  samples.push(name);
  samples.sort(compareText);
  if (samples.length > SAMPLES) samples.pop();
}

const controllerKey = (namespace: string, { kind, name }: Controller): string => `${namespace}/${kind}/${name}`;

const keyOf = (namespace: string, owner: Controller | undefined, { content }: ShapeContent): string =>
  `${namespace}/${owner?.kind ?? ''}/${owner?.name ?? ''}/${content}`;
