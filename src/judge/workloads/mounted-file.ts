import type { Subject } from '../../model/finding.ts';
import type { Container, Pod, Volume } from '../../shapes/generated.ts';

/**
 * Where a file that a container names lies in truth: on the host, in a Secret or in a ConfigMap, as one text that is equal for equal
 * places. Undefined where the container, its mount or the kind of volume is not known.
 */
export function originOfFile(pods: readonly Pod[], subject: Subject, path: string): string | undefined {
  const pod = pods.find(
    ({ metadata }) => metadata.name === subject.name && metadata.namespace === (subject.namespace ?? ''),
  );
  const containers = pod?.spec.containers ?? [];
  const container =
    subject.container === undefined ? containers[0] : containers.find(({ name }) => name === subject.container);
  if (pod === undefined || container === undefined || !path.startsWith('/')) return undefined;
  const mount = mountOf(container, path);
  const volume = pod.spec.volumes.find(({ name }) => name === mount?.name);
  if (mount === undefined || volume === undefined || mount.subPathExpr !== '') return undefined;
  const below = path.slice(trimmed(mount.mountPath).length);
  return originIn(volume, pod.metadata.namespace, `${mount.subPath === '' ? '' : `/${mount.subPath}`}${below}`);
}

/** The mount that the file lies in: the deepest. */
function mountOf(container: Container, path: string): Container['volumeMounts'][number] | undefined {
  return container.volumeMounts
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${trimmed(mountPath)}/`))
    .sort((one, other) => other.mountPath.length - one.mountPath.length)[0];
}

function originIn(volume: Volume, namespace: string, below: string): string | undefined {
  if (volume.hostPath !== undefined) return `host:${trimmed(volume.hostPath.path)}${below}`;
  if (volume.secret !== undefined) return `secret:${namespace}/${volume.secret.secretName}${below}`;
  if (volume.configMap !== undefined) return `config-map:${namespace}/${volume.configMap.name}${below}`;
  return undefined;
}

const trimmed = (path: string): string => path.replace(/\/+$/, '');
