import { createHash } from 'node:crypto';
import type { ShapeContainer, ShapeVolume, WorkloadShape } from '../model/workload-shape.ts';
import type { Container, EphemeralContainer, PodSpec, Volume, VolumeProjection } from '../shapes/generated.ts';
import { commandFacts } from './command-words.ts';

/** What a pod spec means for security, apart from who runs it. */
export type ShapeContent = Omit<WorkloadShape, 'namespace' | 'controller' | 'pods' | 'samples' | 'pointer'>;

/** The admission plugin names the volume of a pod's token so, with five random characters behind. */
const TOKEN_VOLUME = /^kube-api-access-[a-z0-9]{5}$/;

/** The content of a pod spec. */
export type ContentOf = (spec: PodSpec) => ShapeContent;

/** Remembers what became of a spec, and of equal specs: one content object for all that are alike. */
export function shapeContents(): ContentOf {
  const bySpec = new WeakMap<PodSpec, ShapeContent>();
  const byHash = new Map<string, ShapeContent>();
  return (spec) => {
    const known = bySpec.get(spec);
    if (known !== undefined) return known;
    const projected = project(spec);
    const hash = createHash('sha256').update(JSON.stringify(projected)).digest('hex').slice(0, 16);
    const content = byHash.get(hash) ?? { content: hash, ...projected };
    byHash.set(hash, content);
    bySpec.set(spec, content);
    return content;
  };
}

function project(spec: PodSpec): Omit<ShapeContent, 'content'> {
  return {
    serviceAccountName: spec.serviceAccountName,
    automountServiceAccountToken: spec.automountServiceAccountToken,
    hostNetwork: spec.hostNetwork,
    hostPID: spec.hostPID,
    hostIPC: spec.hostIPC,
    hostUsers: spec.hostUsers,
    os: spec.os?.name,
    runtimeClassName: spec.runtimeClassName,
    securityContext: spec.securityContext,
    volumes: spec.volumes.map(projectVolume),
    containers: [
      ...spec.containers.map((container, index) => projectContainer(container, 'containers', index)),
      ...spec.initContainers.map((container, index) => projectContainer(container, 'initContainers', index)),
      ...spec.ephemeralContainers.map((container, index) => projectContainer(container, 'ephemeralContainers', index)),
    ],
  };
}

function projectContainer(
  container: Container | EphemeralContainer,
  list: ShapeContainer['list'],
  index: number,
): ShapeContainer {
  const facts = [...commandFacts(container)].sort();
  return {
    name: container.name,
    list,
    index,
    image: container.image,
    ...(container.securityContext === undefined ? {} : { securityContext: container.securityContext }),
    ports: container.ports.map(({ containerPort, hostPort, protocol }) => ({ containerPort, hostPort, protocol })),
    mounts: container.volumeMounts.map(({ name, mountPath, readOnly }) => ({
      volume: volumeName(name),
      mountPath,
      readOnly,
    })),
    sidecar: list === 'initContainers' && container.restartPolicy === 'Always',
    command: facts.map(([fact]) => fact),
    commandAt: Object.fromEntries(facts),
  };
}

function projectVolume(volume: Volume, index: number): ShapeVolume {
  const { name, $other, ...source } = volume;
  const type = Object.entries(source).find(([, member]) => member !== undefined)?.[0];
  return {
    name: volumeName(name),
    index,
    type: type ?? 'other',
    ...(volume.hostPath === undefined ? {} : { hostPath: volume.hostPath.path }),
    serviceAccountToken: volume.projected?.sources.some(holdsToken) ?? false,
  };
}

/** A token for another audience is no login to the API server, unless that audience is one of its usual names. */
const holdsToken = ({ serviceAccountToken: token }: VolumeProjection): boolean =>
  token !== undefined && (token.audience === '' || token.audience.includes('kubernetes.default'));

const volumeName = (name: string): string => (TOKEN_VOLUME.test(name) ? 'kube-api-access-*' : name);
