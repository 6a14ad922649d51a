import type { Evidences, Uncertainty } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { Instances } from '../../model/views.ts';
import type { ShapeContainer, WorkloadShape } from '../../model/workload-shape.ts';
import { effectiveSecurity } from './workload-security.ts';
import { containerPath, listed, type Opinion, shapeAbsence, shapeEvidence } from './workloads.ts';

/** Whether kubelets give RuntimeDefault to containers that name no profile: all of them, none, or not known of all. */
export type SeccompDefault =
  | { readonly known: true; readonly on: boolean; readonly evidence: Evidences }
  | { readonly known: false; readonly because: Uncertainty };

/** What the Linux kubelets of a cluster do together. A pod may run on any of them, so where they differ nothing is known of it. */
export function seccompDefault(kubelets: Gathered<Instances>): SeccompDefault {
  if (kubelets.state === 'failed') return { known: false, because: kubelets.failure };
  const linux = kubelets.value.instances.filter(({ platform }) => platform?.value === 'linux');
  const settings = linux.map((instance) => instance.get('seccompDefault'));
  const unread = settings.find((setting) => !setting.known);
  if (unread !== undefined && !unread.known) return { known: false, because: unread.because };
  if (kubelets.state === 'partial')
    return { known: false, because: { code: 'incomplete', detail: 'not all nodes were read' } };
  const known = settings.filter((setting) => setting.known);
  const [first] = known;
  if (first === undefined) return { known: false, because: { code: 'not-visible', detail: 'no Linux node was seen' } };
  if (known.some(({ value }) => value !== first.value)) {
    const detail = 'some kubelets give RuntimeDefault to containers without a profile and some do not';
    return { known: false, because: { code: 'not-visible', detail } };
  }
  return { known: true, on: first.value === true, evidence: first.evidence };
}

/** Whether a seccomp profile is in force for the containers of a shape. Privileged ones never have any and are not counted. */
export function judgeSeccomp(shape: WorkloadShape, byDefault: SeccompDefault): Opinion {
  if (shape.os === 'windows') {
    const evidence = [shapeEvidence(shape, '/os/name', 'windows', 'linux')] as const;
    return { verdict: 'not-applicable', evidence, because: 'Windows has no seccomp' };
  }
  const counted = shape.containers.filter(({ securityContext }) => securityContext?.privileged !== true);
  const [privileged] = shape.containers;
  if (counted.length === 0 && privileged !== undefined) {
    const path = `${containerPath(privileged)}/securityContext/privileged`;
    return {
      verdict: 'not-applicable',
      evidence: [shapeEvidence(shape, path, true, 'false')],
      because: 'privileged containers never have a profile: workloads/privileged tells of them',
    };
  }
  const typed = counted.map((container) => ({ container, type: profileOf(shape, container) }));
  const [open] = typed.filter(({ type }) => type === 'Unconfined');
  if (open !== undefined) {
    const evidence = [
      shapeEvidence(shape, profilePath(open.container), 'Unconfined', 'RuntimeDefault or Localhost'),
    ] as const;
    const names = typed.filter(({ type }) => type === 'Unconfined').map(({ container }) => container.name);
    return { verdict: 'fail', evidence, message: `${listed(names)} is Unconfined` };
  }
  const [odd] = typed.filter(({ type }) => type !== undefined && !CONFINED.includes(type));
  if (odd !== undefined) {
    const evidence = [
      shapeEvidence(shape, profilePath(odd.container), String(odd.type), 'RuntimeDefault or Localhost'),
    ] as const;
    const detail = `container ${odd.container.name} has a profile of the type "${odd.type}"`;
    return { verdict: 'unknown', evidence, because: { code: 'not-understood', detail } };
  }
  const [unset] = typed.filter(({ type }) => type === undefined);
  if (unset === undefined) {
    const [first] = typed;
    if (first === undefined) return { verdict: 'pass', evidence: [shapeAbsence(shape, '', 'a container')] };
    const evidence = [
      shapeEvidence(shape, profilePath(first.container), String(first.type), 'RuntimeDefault or Localhost'),
    ] as const;
    return { verdict: 'pass', evidence };
  }
  const absent = shapeAbsence(shape, containerPath(unset.container), 'a seccompProfile');
  if (!byDefault.known) return { verdict: 'unknown', evidence: [absent], because: byDefault.because };
  const evidence: Evidences = [absent, ...byDefault.evidence];
  if (byDefault.on) return { verdict: 'pass', evidence, message: 'the kubelets give RuntimeDefault' };
  const names = typed.filter(({ type }) => type === undefined).map(({ container }) => container.name);
  return { verdict: 'fail', evidence, message: `${listed(names)} names no profile, and the kubelets give none` };
}

/** Where the profile in force for a container is named. */
function profilePath(container: ShapeContainer): string {
  const own = container.securityContext?.seccompProfile !== undefined;
  return `${own ? containerPath(container) : ''}/securityContext/seccompProfile/type`;
}

/** Types of profiles that confine. */
const CONFINED = ['RuntimeDefault', 'Localhost'];

const profileOf = (shape: WorkloadShape, container: ShapeContainer): string | undefined =>
  effectiveSecurity(shape, container, 'seccompProfile')?.type;
