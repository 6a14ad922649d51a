import type { Container, KeyToPath, Pod, Volume } from '../../shapes/generated.ts';

/**
 * Where a file that a container names lies in truth: on the host, in a key of a Secret or of a ConfigMap, as one text that is equal for equal
 * places. Undefined where its mount or the kind of volume is not known.
 */
export function originOf(spec: Pod['spec'], container: Container, namespace: string, path: string): string | undefined {
  // Two ways to write one path are not taken for two files.
  if (!path.startsWith('/') || /\/\.{0,2}(?:\/|$)/.test(path)) return undefined;
  const mount = mountOf(container, path);
  const volume = spec.volumes.find(({ name }) => name === mount?.name);
  if (mount === undefined || volume === undefined || mount.subPathExpr !== '') return undefined;
  const below = path.slice(trimmed(mount.mountPath).length);
  return originIn(volume, namespace, `${mount.subPath === '' ? '' : `/${mount.subPath}`}${below}`);
}

/** The mount that the file lies in: the deepest. */
function mountOf(container: Container, path: string): Container['volumeMounts'][number] | undefined {
  return container.volumeMounts
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${trimmed(mountPath)}/`))
    .sort((one, other) => other.mountPath.length - one.mountPath.length)[0];
}

function originIn(volume: Volume, namespace: string, below: string): string | undefined {
  if (volume.hostPath !== undefined) return `host:${trimmed(volume.hostPath.path)}${below}`;
  const { secret, configMap } = volume;
  if (secret !== undefined) return keyed(`secret:${namespace}/${secret.secretName}`, secret.items, below);
  return configMap && keyed(`config-map:${namespace}/${configMap.name}`, configMap.items, below);
}

/** Files are named as their keys unless items name them. */
function keyed(origin: string, items: readonly KeyToPath[], below: string): string | undefined {
  if (items.length === 0) return `${origin}${below}`;
  const item = items.find(({ path }) => `/${path}` === below);
  return item && `${origin}/${item.key}`;
}

const trimmed = (path: string): string => path.replace(/\/+$/, '');
