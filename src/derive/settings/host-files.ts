import type { Gathered, HostFile } from '../../model/resources.ts';
import type { Lookup, NamedFile } from '../../model/views.ts';
import { unknown } from './layers.ts';

/** Answers what a file holds that an instance names. */
export type FileLookup = (path: string) => NamedFile | Extract<Lookup, { readonly known: false }>;

/** What is known where no file was collected. */
export const NO_FILES: FileLookup = (path) => unknown('set-in-file', `set in ${path} on the host`);

/** Files by node, for what runs there in a container, whose paths `originOf` follows to the host, or without it on the host itself. */
export type HostFiles = (
  node: string | undefined,
  originOf: ((path: string) => string | undefined) | undefined,
) => FileLookup;

/** The files of a snapshot, by the paths by which instances name them. */
export function filesOn(files: Gathered<readonly HostFile[]>): HostFiles {
  const collected = files.state === 'failed' ? [] : files.value;
  const byPlace = new Map(collected.map((file) => [placeOf(file.node, file.path), file]));
  return (node, originOf) => (path) => {
    const origin = originOf === undefined ? `${HOST}${path}` : originOf(path);
    if (node === undefined || origin?.startsWith(HOST) !== true) return NO_FILES(path);
    const file = byPlace.get(placeOf(node, origin.slice(HOST.length)));
    switch (file?.state) {
      case undefined:
        return NO_FILES(path);
      case 'read':
        return { known: true, node, path: file.path, content: file.content };
      case 'not-found':
        return unknown('set-in-file', `set in ${path} on the host, where ${file.path} was not found`);
      case 'refused':
        return unknown('set-in-file', `set in ${path} on the host, which was not read: ${file.because}`);
    }
  };
}

/** As src/derive/processes/mounted-file.ts writes it. */
const HOST = 'host:';

const placeOf = (node: string, path: string): string => JSON.stringify([node, path.replaceAll(/\/+/g, '/')]);
