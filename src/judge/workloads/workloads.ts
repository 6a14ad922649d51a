import type {
  Evaluation,
  Evidence,
  Evidences,
  Finding,
  None,
  ObjectRef,
  Observed,
  Subject,
  Verdict,
} from '../../model/finding.ts';
import type { ShapeContainer, WorkloadShape } from '../../model/workload-shape.ts';
import { grouped, subjectKey } from '../rbac/grants.ts';

type WithoutSubject<T> = T extends unknown ? Omit<T, 'subject'> : never;

/** What is found of one shape: a finding whose subject, the workload, is added later. */
export type Opinion = WithoutSubject<Finding>;

/** Something wrong with one container, and what shows it. */
export interface Fault {
  readonly evidence: Evidence;
  /** After the name of the container: `is privileged`. */
  readonly what: string;
}

/** Worst first: the opinion on a workload of several shapes is the worst of them. */
const ORDER: readonly Verdict[] = ['fail', 'unknown', 'review', 'pass', 'not-applicable'];
const SHOWN = 3;
const SAMPLES = 5;

/** The object that the evidence of a shape points into: a sample pod, or the controller where no pod was seen. */
export function shapeObject({ namespace, controller, pointer, samples }: WorkloadShape): ObjectRef {
  const [pod] = samples;
  if (pointer === '/spec' && pod !== undefined) return { apiVersion: 'v1', kind: 'Pod', name: pod, namespace };
  return { ...controller, namespace };
}

/** The value of a field of a shape; `path` starts below the pod spec: `/hostPID`. */
export const shapeEvidence = (shape: WorkloadShape, path: string, observed: Observed, expected: string): Evidence => ({
  from: 'object',
  object: shapeObject(shape),
  pointer: shape.pointer + path,
  observed,
  expected,
});

/** Something that a shape does not say; `path` as for shapeEvidence, empty for the whole pod spec. */
export const shapeAbsence = (shape: WorkloadShape, path: string, sought: string): Evidence => ({
  from: 'absence',
  object: shapeObject(shape),
  pointer: shape.pointer + path,
  sought,
});

/** The path of a container below the pod spec: `/initContainers/0`. */
export const containerPath = ({ list, index }: ShapeContainer): string => `/${list}/${index}`;

/** Judges every workload: each of its shapes, of which the worst counts. */
export function judgeWorkloads(shapes: readonly WorkloadShape[], judge: (shape: WorkloadShape) => Opinion): Evaluation {
  const workloads = grouped(shapes, (shape) => subjectKey(logical(shape)));
  const [first, ...rest] = workloads.map((group) => worst(group, judge));
  return first === undefined ? NO_WORKLOADS : [first, ...rest];
}

/** Faults of the containers of a shape as one failing opinion; undefined where there is none. */
export function faultOpinion(
  shape: WorkloadShape,
  fault: (container: ShapeContainer) => Fault | undefined,
): Extract<Opinion, { readonly verdict: 'fail' }> | undefined {
  const faults = shape.containers.flatMap((container) => {
    const found = fault(container);
    return found === undefined ? [] : [{ ...found, name: container.name }];
  });
  const [first, ...rest] = faults;
  if (first === undefined) return undefined;
  const names = faults.filter(({ what }) => what === first.what).map(({ name }) => name);
  const evidence: Evidences = [first.evidence, ...rest.slice(0, SHOWN - 1).map((one) => one.evidence)];
  const others = faults.length - names.length;
  const more = others === 0 ? '' : `, and ${others} more with another fault`;
  return { verdict: 'fail', evidence, message: `${listed(names)} ${first.what}${more}` };
}

/** `container a`, `each of containers a, b, c and 3 more`: what follows is in the singular. */
export function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${names.length > 1 ? 'each of containers' : 'container'} ${names.slice(0, SHOWN).join(', ')}${more}`;
}

const NO_WORKLOADS: None = {
  absent: [{ from: 'absence', object: { apiVersion: 'v1', kind: 'Pod', name: '' }, pointer: '', sought: 'a pod' }],
  because: 'there are no pods and no templates of pods',
};

/** Who runs the pods: their controller, or for bare pods the first of those alike. */
const logical = ({ namespace, controller: { kind, name } }: WorkloadShape): Subject => ({ kind, namespace, name });

function worst(
  shapes: readonly [WorkloadShape, ...WorkloadShape[]],
  judge: (shape: WorkloadShape) => Opinion,
): Finding {
  const opinion = [...shapes]
    .sort((a, b) => (a.content < b.content ? -1 : 1))
    .map(judge)
    .reduce((one, other) => (rank(other) < rank(one) ? other : one));
  const count = shapes.reduce((sum, { pods }) => sum + pods, 0);
  const samples = [...new Set(shapes.flatMap((shape) => shape.samples))].sort().slice(0, SAMPLES);
  return { ...opinion, subject: { ...logical(shapes[0]), members: { count, samples } } };
}

const rank = ({ verdict }: Opinion): number => ORDER.indexOf(verdict);
