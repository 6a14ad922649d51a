import type { ObjectRef, Subject } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import type { Container, DaemonSet, Pod, PodSpec } from '../../shapes/generated.ts';

/** The pod that an instance runs in; undefined where it runs in none (k3s, RKE2). */
export const podOf = ({ subject }: Instance, pods: readonly Pod[]): Pod | undefined =>
  subject.kind === 'Pod'
    ? pods.find(({ metadata }) => metadata.name === subject.name && metadata.namespace === subject.namespace)
    : undefined;

/** What runs an instance: the spec of its pod or of its DaemonSet's pods, and where it stands. */
export interface Running {
  readonly object: ObjectRef;
  /** JSON pointer of the spec in the object. */
  readonly pointer: string;
  readonly spec: PodSpec;
}

/** What runs an instance; undefined where no pod does, or where it was not read. */
export function runningOf(
  instance: Instance,
  pods: readonly Pod[],
  sets: readonly DaemonSet[] = [],
): Running | undefined {
  const { kind, name, namespace } = instance.subject;
  if (kind === 'DaemonSet') {
    const set = sets.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
    const object = { apiVersion: 'apps/v1', kind, name, ...(namespace === undefined ? {} : { namespace }) };
    return set && { object, pointer: '/spec/template/spec', spec: set.spec.template.spec };
  }
  const pod = podOf(instance, pods);
  const object = { apiVersion: 'v1', kind, name, ...(namespace === undefined ? {} : { namespace }) };
  return pod && { object, pointer: '/spec', spec: pod.spec };
}

/** The container that an instance is, and the JSON pointer of it. */
export function containerOf(
  { subject }: Instance,
  { pointer, spec }: Running,
): { readonly container: Container; readonly pointer: string } | undefined {
  const index = spec.containers.findIndex(({ name }) => subject.container === undefined || name === subject.container);
  const container = spec.containers[index];
  return container && { container, pointer: `${pointer}/containers/${index}` };
}

/** The ServiceAccount that an instance acts as, unless it is given another login. */
export const accountOf = ({ subject: { namespace = '' } }: Instance, { spec }: Running): Subject => ({
  kind: 'ServiceAccount',
  namespace,
  name: spec.serviceAccountName === '' ? 'default' : spec.serviceAccountName,
});
