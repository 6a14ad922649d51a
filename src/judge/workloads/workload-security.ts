import type { ShapeContainer, WorkloadShape } from '../../model/workload-shape.ts';
import type { ServiceAccount } from '../../shapes/generated.ts';

type PodContext = NonNullable<WorkloadShape['securityContext']>;
type ContainerContext = NonNullable<ShapeContainer['securityContext']>;
/** Fields that both a pod and a container may set. */
type SharedField = keyof PodContext & keyof ContainerContext;

/** A field of a container's security context as it takes effect: the container's own, else the pod's. */
export function effectiveSecurity<Field extends SharedField>(
  shape: { readonly securityContext: PodContext | undefined },
  container: { readonly securityContext?: ContainerContext | undefined },
  field: Field,
): ContainerContext[Field] | PodContext[Field] | undefined {
  return container.securityContext?.[field] ?? shape.securityContext?.[field];
}

/** Whether pods get a token of their ServiceAccount: the pod decides, else the account, else yes. */
export function mountsToken(
  shape: Pick<WorkloadShape, 'automountServiceAccountToken'>,
  account: Pick<ServiceAccount, 'automountServiceAccountToken'> | undefined,
): boolean {
  return shape.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
}
