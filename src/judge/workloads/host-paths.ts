import type { ShapeVolume, WorkloadShape } from '../../model/workload-shape.ts';

/** A directory or file of the node that a container mounts. */
export interface HostMount {
  readonly volume: ShapeVolume;
  /** As the pod spec names it. */
  readonly path: string;
  /** Without dots, double and trailing slashes, and /var/run as the /run that it is a link to; of Windows without the drive, in small letters. */
  readonly plain: string;
  readonly containers: readonly string[];
  /** Every container mounts it read-only. */
  readonly readOnly: boolean;
}

/** The host paths that containers of a shape mount; a volume that none mounts gives nothing. */
export function hostMounts({ volumes, containers }: WorkloadShape): readonly HostMount[] {
  return volumes.flatMap((volume) => {
    const path = volume.hostPath;
    if (path === undefined) return [];
    const mounting = containers.flatMap(({ name, mounts }) =>
      mounts.filter((mount) => mount.volume === volume.name).map(({ readOnly }) => ({ name, readOnly })),
    );
    if (mounting.length === 0) return [];
    const names = [...new Set(mounting.map(({ name }) => name))];
    const readOnly = mounting.every((mount) => mount.readOnly);
    return [{ volume, path, plain: plainPath(path), containers: names, readOnly }];
  });
}

/** Whether a path is the other, or lies below it. */
export const isWithin = (path: string, directory: string): boolean =>
  path === directory || directory === '/' || path.startsWith(`${directory}/`);

/** How paths of Windows begin: `C:`, or `\\\\.\\pipe\\` in either kind of slashes. */
const WINDOWS = /^(?:[a-z]:|[\\/]{2}\.[\\/]|\\)/i;

/** A path as the node resolves it. */
export function plainPath(path: string): string {
  const parts: string[] = [];
  const written = WINDOWS.test(path)
    ? path
        .replace(/^[a-z]:/i, '')
        .replaceAll('\\', '/')
        .toLowerCase()
    : path;
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const plain = `/${parts.join('/')}`;
  return isWithin(plain, '/var/run') ? plain.slice('/var'.length) : plain;
}
