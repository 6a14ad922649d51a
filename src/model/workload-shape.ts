import type { PodSecurityContext, SecurityContext } from '../shapes/generated.ts';

/** Facts about a container's command line that are kept; the command line itself never is. */
export type CommandFact = 'sshd' | 'dropbear' | 'etcd-snapshot-save' | 'velero-backup' | 'cloud-controller-manager';

export interface ShapeContainer {
  readonly name: string;
  /** The array of the pod spec that it stands in, and its place there: evidence points at it. */
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
  readonly index: number;
  readonly image: string;
  readonly securityContext?: SecurityContext;
  readonly ports: readonly { readonly containerPort: number; readonly hostPort: number; readonly protocol: string }[];
  readonly mounts: readonly { readonly volume: string; readonly mountPath: string; readonly readOnly: boolean }[];
  /** An init container that runs beside the others (restartPolicy Always). */
  readonly sidecar: boolean;
  readonly command: readonly CommandFact[];
  /** JSON pointer of the first argument that each command fact was seen in, relative to the container. */
  readonly commandAt: Readonly<Record<string, string>>;
}

export interface ShapeVolume {
  readonly name: string;
  readonly index: number;
  /** The member of the volume source that is set (hostPath, secret, ...); `other` where a newer server's is not known. */
  readonly type: string;
  readonly hostPath?: string;
  /** The projected sources hold a ServiceAccount token for the API server. */
  readonly serviceAccountToken: boolean;
}

/**
 * The security-relevant projection of a pod spec, and who runs it: all pods of one top controller with equal content are one shape.
 * Bare pods and Jobs without a CronJob are one shape per namespace and content.
 */
export interface WorkloadShape {
  readonly namespace: string;
  /** The top controller: Deployment rather than ReplicaSet, CronJob rather than Job; Pod where there is none. */
  readonly controller: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  /** Hash of the content: two shapes of one controller differ in it. */
  readonly content: string;
  /** Live pods that have this shape; 0 for a template of which no pod was seen. */
  readonly pods: number;
  /** Names of some of these pods, sorted; evidence points at the first. */
  readonly samples: readonly string[];
  /** Where JSON pointers of evidence start in the object they point at: '/spec' of a pod, '/spec/template/spec' of a controller. */
  readonly pointer: string;
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean | undefined;
  readonly hostNetwork: boolean;
  readonly hostPID: boolean;
  readonly hostIPC: boolean;
  readonly hostUsers: boolean | undefined;
  /** spec.os.name */
  readonly os: string | undefined;
  readonly runtimeClassName: string | undefined;
  readonly securityContext: PodSecurityContext | undefined;
  readonly volumes: readonly ShapeVolume[];
  readonly containers: readonly ShapeContainer[];
}
