import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { KubevetError } from '../model/error.ts';
import {
  CLUSTER,
  type ClusterEntry,
  EXEC,
  isRecord,
  type Shape,
  type Untyped,
  USER,
  type UserEntry,
} from './kubeconfig-entries.ts';
import { plainText } from './plain-text.ts';

export interface ContextEntry {
  readonly cluster: string;
  readonly user: string;
  readonly namespace?: string;
}

/** What one file says. */
export interface KubeconfigFile {
  readonly clusters: ReadonlyMap<string, ClusterEntry>;
  readonly users: ReadonlyMap<string, UserEntry>;
  readonly contexts: ReadonlyMap<string, ContextEntry>;
  readonly currentContext: string;
}

const HINT = 'It has the form that `kubectl config view` shows.';

/** Reads one kubeconfig; undefined where there is no such file. Fails where it cannot be read or is no kubeconfig. Paths in it become absolute. */
export async function readKubeconfigFile(file: string): Promise<KubeconfigFile | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  const document = text.trim() === '' ? {} : parse(text, file);
  if (!isRecord(document) || (document['kind'] !== undefined && document['kind'] !== 'Config')) {
    throw new KubevetError('kubeconfig', `${file} is not a kubeconfig`, {
      hint: 'A kubeconfig is a YAML document of kind Config.',
    });
  }
  const folder = dirname(file);
  const current = document['current-context'];
  return {
    clusters: mapValues(named(document, 'clusters', 'cluster', file), (cluster, name) =>
      absolute(typed(cluster, CLUSTER, `cluster "${name}" of ${file}`), folder, ['certificate-authority']),
    ),
    users: mapValues(named(document, 'users', 'user', file), (user, name) => {
      const where = `user "${name}" of ${file}`;
      const paths = ['client-certificate', 'client-key', 'tokenFile'];
      return withExec(absolute(typed(user, USER, where), folder, paths), folder, where);
    }),
    contexts: mapValues(named(document, 'contexts', 'context', file), contextFrom),
    currentContext: typeof current === 'string' ? current : '',
  };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const why = code === 'EACCES' ? 'permission denied' : code === 'EISDIR' ? 'it is a folder' : String(code);
    throw new KubevetError('kubeconfig', `the kubeconfig ${file} cannot be read: ${why}`, { hint: HINT, cause: error });
  }
}

/** With the YAML library rather than client-node's: to load all of that costs more than the rest of a scan of a small cluster. */
function parse(text: string, file: string): unknown {
  try {
    return parseYaml(text, { logLevel: 'error' });
  } catch (error) {
    // The parser's own message quotes the lines around the place, and with them credentials.
    const { linePos, code } = error as {
      readonly linePos?: readonly { readonly line: number }[];
      readonly code?: string;
    };
    const line = linePos?.[0] === undefined ? '' : ` in line ${linePos[0].line}`;
    throw new KubevetError('kubeconfig', `the kubeconfig ${file} is not valid YAML${line}: ${code ?? 'unreadable'}`, {
      hint: HINT,
    });
  }
}

/** A list of named entries as a map. Fails on an entry without a name, and on two of the same name, as kubectl does. */
function named(document: Untyped, list: string, member: string, file: string): ReadonlyMap<string, Untyped> {
  const entries = document[list] ?? [];
  const found = new Map<string, Untyped>();
  if (!Array.isArray(entries))
    throw new KubevetError('kubeconfig', `in the kubeconfig ${file}, ${list} is not a list`, { hint: HINT });
  for (const [index, entry] of entries.entries()) {
    const name = isRecord(entry) ? entry['name'] : undefined;
    if (!isRecord(entry) || typeof name !== 'string' || name === '') {
      throw new KubevetError('kubeconfig', `in the kubeconfig ${file}, ${list}[${index}] has no name`, { hint: HINT });
    }
    if (found.has(name))
      throw new KubevetError('kubeconfig', `in the kubeconfig ${file}, two ${list} are named "${plainText(name)}"`, {
        hint: HINT,
      });
    const value = entry[member];
    found.set(name, isRecord(value) ? value : {});
  }
  return found;
}

function mapValues<From, To>(
  map: ReadonlyMap<string, From>,
  change: (value: From, name: string) => To,
): ReadonlyMap<string, To> {
  return new Map([...map].map(([name, value]) => [name, change(value, plainText(name))]));
}

/** The fields that say something: what is null or empty is as good as not there. Fails where a known one is of a wrong type. */
function typed(entry: Untyped, shape: Shape, where: string): Untyped {
  const given = Object.entries(entry).filter(([, value]) => value !== null && value !== '');
  const wrong = given.find(([field, value]) => Object.hasOwn(shape, field) && !shape[field]?.(value));
  if (wrong === undefined) return Object.fromEntries(given);
  throw new KubevetError('kubeconfig', `in the ${where}, ${wrong[0]} has a value of a wrong type`, { hint: HINT });
}

/** Paths are relative to the file that they stand in. */
function absolute(entry: Untyped, folder: string, fields: readonly string[]): Untyped {
  const paths = fields.flatMap((field) => {
    const path = entry[field];
    return typeof path === 'string' && path !== '' && !isAbsolute(path) ? [[field, join(folder, path)] as const] : [];
  });
  return { ...entry, ...Object.fromEntries(paths) };
}

/** A plugin's command is a path only where it has a separator in it; else it is looked up in PATH. */
function withExec(user: Untyped, folder: string, where: string): UserEntry {
  if (!isRecord(user['exec'])) return user;
  const exec = typed(user['exec'], EXEC, where);
  const { command } = exec;
  const isPath = typeof command === 'string' && (command.includes('/') || command.includes(sep));
  return { ...user, exec: isPath ? absolute(exec, folder, ['command']) : exec };
}

function contextFrom(context: Untyped): ContextEntry {
  const text = (field: string): string => (typeof context[field] === 'string' ? context[field] : '');
  return {
    cluster: text('cluster'),
    user: text('user'),
    ...(text('namespace') === '' ? {} : { namespace: text('namespace') }),
  };
}
