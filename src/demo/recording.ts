import { readdir, readFile } from 'node:fs/promises';

/** An API object as JSON. */
export interface ApiObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** What a cluster answered to GET, by path. */
export interface Recording {
  readonly json: ReadonlyMap<string, unknown>;
  /** The same lists in the server's own protobuf encoding, untouched. */
  readonly protobuf: ReadonlyMap<string, Buffer>;
  /** Answers that are text. */
  readonly text: ReadonlyMap<string, string>;
}

/** Reads a recorded cluster: the file api/v1/pods.json holds what GET /api/v1/pods gave. Fails where the folder cannot be read. */
export async function loadRecording(directory: URL): Promise<Recording> {
  const names = (await readdir(directory, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const json = new Map<string, unknown>();
  const protobuf = new Map<string, Buffer>();
  const text = new Map<string, string>();
  await Promise.all(
    names.map(async (name) => {
      const file = new URL(name, directory);
      if (name.endsWith('.json')) json.set(`/${name.slice(0, -5)}`, JSON.parse(await readFile(file, 'utf8')));
      if (name.endsWith('.txt')) text.set(`/${name.slice(0, -4)}`, await readFile(file, 'utf8'));
      if (name.endsWith('.pb')) protobuf.set(`/${name.slice(0, -3)}`, await readFile(file));
    }),
  );
  return { json, protobuf, text };
}

/** The cluster that comes with kubevet: beside this file in the sources, and beside the bundle. */
export const demoRecording = (): Promise<Recording> => loadRecording(new URL('recording/', import.meta.url));
