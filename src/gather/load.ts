import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiReader } from '../kube/reader.ts';
import { KubevetError } from '../model/error.ts';
import type { Snapshot } from '../model/resources.ts';
import { parseDocuments } from './config-document.ts';
import { objectReader } from './objects.ts';
import { isSnapshot, parseSnapshot } from './snapshot-file.ts';
import { isRecord, stringIn, type Untyped } from './untyped.ts';

/** What `--from` named. */
export type Loaded =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'objects'; readonly reader: ApiReader };

/** What loading needs from outside. */
export interface LoadOptions {
  readonly standardInput: () => Promise<string>;
  /** Version of the server, where the objects do not say it. */
  readonly kubernetesVersion?: string;
}

interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A string in Node holds no more. */
const LARGEST_FILE = 500 * 1024 * 1024;

const STANDARD_INPUT = 'standard input';

/**
 * Loads a saved snapshot, or Kubernetes objects as JSON or YAML (single, List, several documents): a file, a folder of .json, .yaml and .yml
 * files with all folders in it, or `-` for standard input. Kinds that kubevet does not read are passed over.
 * Throws a KubevetError that names the file, and the document in it, where something is neither.
 */
export async function loadInput(from: string, options: LoadOptions): Promise<Loaded> {
  const files = from === '-' ? [{ file: STANDARD_INPUT, text: await options.standardInput() }] : await readFiles(from);
  const [first, ...others] = files.map((file) => ({ ...file, documents: documentsOf(file) }));
  if (first === undefined) {
    throw inputError(
      `${from} holds no .json, .yaml or .yml file`,
      'Give a snapshot, or Kubernetes objects as kubectl get -o json prints them.',
    );
  }
  if (others.length === 0 && first.documents.length === 1 && isSnapshot(first.documents[0])) {
    return { kind: 'snapshot', snapshot: parseSnapshot(first.text, first.file) };
  }
  const objects = [first, ...others].flatMap(({ file, documents }) =>
    documents.flatMap((document, index) => objectsOf(document, file, index + 1)),
  );
  if (objects.length === 0) throw inputError(`${from} holds no Kubernetes object`, HINT);
  const { kubernetesVersion } = options;
  const version = kubernetesVersion === undefined ? [] : [versionDocument(kubernetesVersion)];
  return {
    kind: 'objects',
    reader: objectReader([...version, ...objects], { complete: false, origin: from === '-' ? STANDARD_INPUT : from }),
  };
}

async function readFiles(from: string): Promise<readonly TextFile[]> {
  try {
    const found = await stat(from);
    const paths = found.isDirectory() ? await filesBelow(from) : [from];
    return await Promise.all(paths.map(readOne));
  } catch (error) {
    if (error instanceof KubevetError) throw error;
    const code = isRecord(error) ? error['code'] : undefined;
    const why = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read (${String(code ?? error)})`;
    throw inputError(`${from}: ${why}`, 'Check the path that --from names.', error);
  }
}

async function readOne(file: string): Promise<TextFile> {
  if ((await stat(file)).size > LARGEST_FILE)
    throw inputError(`${file} is larger than 500 MiB`, 'Split it into several files in one folder.');
  return { file, text: await readFile(file, 'utf8') };
}

/** Sorted, so that the same folder gives the same report; hidden files and links to folders are passed over. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const below = await Promise.all(
    visible.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.(?:json|ya?ml)$/i.test(entry.name) && (await stat(path)).isFile() ? [path] : [];
    }),
  );
  return below.flat();
}

/** JSON is tried first: it is much faster, and large files are JSON. */
function documentsOf({ file, text }: TextFile): readonly unknown[] {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (trimmed === '') throw inputError(`${file} is empty`, HINT);
  const json = trimmed.startsWith('{') || trimmed.startsWith('[') ? parseJson(trimmed) : undefined;
  if (json !== undefined) return [json];
  const parsed = parseDocuments(trimmed, LARGEST_FILE);
  if (!parsed.ok)
    throw inputError(
      `${file} is neither JSON nor YAML that can be read: ${parsed.detail}`,
      'It may have been cut off while it was written.',
    );
  return parsed.documents;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Flow style YAML starts with a brace too: the YAML parser has the last word, and the better message.
    return undefined;
  }
}

/** The objects in a document: itself, or the items of a list. Empty documents are none. */
function objectsOf(document: unknown, file: string, number: number): readonly Untyped[] {
  if (document === null || document === undefined) return [];
  const where = `${file}, document ${number}`;
  if (isSnapshot(document))
    throw inputError(`${where} is a snapshot among other documents`, 'Give a snapshot by itself.');
  if (Array.isArray(document)) return document.flatMap((item) => objectsOf(item, file, number));
  if (!isRecord(document)) throw inputError(`${where} is no Kubernetes object`, HINT);
  if (isVersionReply(document)) return [{ kind: 'Version', ...document }];
  const [kind, apiVersion] = [stringIn(document, 'kind'), stringIn(document, 'apiVersion')];
  if (kind === undefined || apiVersion === undefined)
    throw inputError(`${where} is no Kubernetes object: it has no kind and apiVersion`, HINT);
  const items = document['items'];
  if (!kind.endsWith('List') || !Array.isArray(items)) return [document];
  const own = kind === 'List' ? {} : { kind: kind.slice(0, -'List'.length), apiVersion };
  return items.flatMap((item) => objectsOf(isRecord(item) ? { ...own, ...item } : item, file, number));
}

const isVersionReply = (document: Untyped): boolean =>
  document['kind'] === undefined &&
  stringIn(document, 'gitVersion') !== undefined &&
  stringIn(document, 'major') !== undefined;

/** `1.37`, `v1.37.2` as a server would say it. */
function versionDocument(version: string): Untyped {
  const [, major, minor, rest] = /^v?(\d+)\.(\d+)(\..+)?$/.exec(version) ?? [];
  if (major === undefined || minor === undefined) {
    throw new KubevetError('usage', `--kubernetes-version ${version} is no version`, {
      hint: 'Write it like 1.37 or 1.37.2.',
    });
  }
  return { kind: 'Version', gitVersion: `v${major}.${minor}${rest ?? '.0'}`, major, minor, platform: '' };
}

const HINT = 'Give a snapshot of kubevet, or Kubernetes objects as `kubectl get -o json` or `-o yaml` prints them.';

const inputError = (message: string, hint: string, cause?: unknown): KubevetError =>
  new KubevetError('input', message, { hint, ...(cause === undefined ? {} : { cause }) });
