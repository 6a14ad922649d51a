import type { Evidence, ObjectRef, Observed } from '../../model/finding.ts';
import type { PodSpec } from '../../shapes/generated.ts';
import { isWithin, plainPath } from './host-paths.ts';

/** Something that a pod spec has too much of, and what shows it. */
export interface PodFault {
  /** After the name of the pod: `mounts /var/log of its node`. */
  readonly what: string;
  readonly evidence: Evidence;
}

/** Certificates that the system trusts. */
const TRUST = [
  '/etc/ssl',
  '/usr/share/ca-certificates',
  '/usr/local/share/ca-certificates',
  '/etc/pki',
  '/etc/ca-certificates',
];

/** Evidence of a field of an object. */
export const fieldOf = (object: ObjectRef, pointer: string, observed: Observed, expected: string): Evidence => ({
  from: 'object',
  object,
  pointer,
  observed,
  expected,
});

/**
 * Paths of its node that containers of a pod mount, besides those that are `needed`, what lies below them, and certificates to read.
 * `pointer` is the place of the spec in the object.
 */
export function needlessHostPaths(
  { object, pointer, spec }: { readonly object: ObjectRef; readonly pointer: string; readonly spec: PodSpec },
  needed: readonly string[],
): readonly PodFault[] {
  const mounts = [...spec.initContainers, ...spec.containers].flatMap(({ volumeMounts }) => volumeMounts);
  return spec.volumes.flatMap(({ name, hostPath }, index) => {
    const uses = mounts.filter((mount) => mount.name === name);
    if (hostPath === undefined || uses.length === 0) return [];
    const path = plainPath(hostPath.path);
    const trust = TRUST.some((folder) => isWithin(path, folder)) && uses.every(({ readOnly }) => readOnly);
    if (trust || needed.some((one) => isWithin(path, one))) return [];
    const evidence = fieldOf(object, `${pointer}/volumes/${index}/hostPath/path`, hostPath.path, 'not mounted');
    return [{ what: `mounts ${hostPath.path} of its node`, evidence }];
  });
}
