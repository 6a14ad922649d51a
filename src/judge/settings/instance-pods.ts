import type { Instance } from '../../model/views.ts';
import type { Container, Pod } from '../../shapes/generated.ts';

/** The pod that an instance runs in; undefined where it runs in none (k3s, RKE2). */
export const podOf = ({ subject }: Instance, pods: readonly Pod[]): Pod | undefined =>
  subject.kind === 'Pod'
    ? pods.find(({ metadata }) => metadata.name === subject.name && metadata.namespace === subject.namespace)
    : undefined;

/** The container of its pod that an instance is, and the JSON pointer of it. */
export function containerOf(
  { subject }: Instance,
  { spec }: Pod,
): { readonly container: Container; readonly pointer: string } | undefined {
  const index = spec.containers.findIndex(({ name }) => subject.container === undefined || name === subject.container);
  const container = spec.containers[index];
  return container && { container, pointer: `/spec/containers/${index}` };
}
