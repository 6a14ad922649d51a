import { readFile } from 'node:fs/promises';
import { KubevetError } from '../model/error.ts';
import { type PluginOptions, runPlugin } from './exec-plugin.ts';
import type { UserEntry } from './kubeconfig-entries.ts';

/** What a request shows of who asks. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  /** Client certificate and key, as PEM. */
  readonly certificate?: string;
  readonly key?: string;
}

/** Credentials that are fetched once for any number of requests, and once more when they were refused. */
export interface Credentials {
  current(): Promise<Credential>;
  /** Forgets those that were refused, unless others came meanwhile. True where new ones may differ. */
  renew(refused: Credential): boolean;
}

/** Who kubevet acts as, where that is not the user itself. */
export interface Impersonation {
  readonly user: string;
  readonly uid?: string;
  readonly groups: readonly string[];
}

/** Reads the credentials of a kubeconfig user as they are needed. `current` fails where they cannot be had. */
export function openCredentials(
  user: UserEntry,
  options: PluginOptions,
  legacy: () => Promise<Credential>,
): Credentials {
  let pending: Promise<Credential> | undefined;
  let held: Credential | undefined;
  const renewable = user.exec !== undefined || user.tokenFile !== undefined || user['auth-provider'] !== undefined;
  const fetch = async (): Promise<Credential> => {
    held = await read(user, options, legacy);
    return held;
  };
  return {
    current: () => {
      pending ??= fetch();
      return pending;
    },
    renew: (refused) => {
      if (!renewable) return false;
      if (refused === held) {
        held = undefined;
        pending = undefined;
      }
      return true;
    },
  };
}

/** The headers that ask the API server to act as somebody else; those of the command line win over those of the kubeconfig. */
export function impersonationHeaders(
  user: UserEntry,
  given: Impersonation | undefined,
): Readonly<Record<string, string | readonly string[]>> {
  const name = given?.user ?? user.as;
  if (name === undefined) return {};
  const uid = given === undefined ? user['as-uid'] : given.uid;
  const groups = given === undefined ? (user['as-groups'] ?? []) : given.groups;
  const extra = given === undefined ? (user['as-user-extra'] ?? {}) : {};
  return {
    'Impersonate-User': utf8(name),
    ...(uid === undefined ? {} : { 'Impersonate-Uid': utf8(uid) }),
    ...(groups.length === 0 ? {} : { 'Impersonate-Group': groups.map(utf8) }),
    ...Object.fromEntries(
      Object.entries(extra).map(([key, values]) => [`Impersonate-Extra-${encodeURIComponent(key)}`, values.map(utf8)]),
    ),
  };
}

/** Node writes a header's characters as one byte each; Kubernetes reads UTF-8, and would see another name. */
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

async function read(user: UserEntry, options: PluginOptions, legacy: () => Promise<Credential>): Promise<Credential> {
  const pair = await clientCertificate(user);
  if (user.exec !== undefined) {
    const { token, certificate, key } = await runPlugin(user.exec, options);
    const own = certificate === undefined || key === undefined ? {} : { certificate, key };
    return { headers: bearer(token), ...pair, ...own };
  }
  if (user.tokenFile !== undefined) return { headers: bearer(await tokenIn(user.tokenFile)), ...pair };
  if (user.token !== undefined) return { headers: bearer(user.token), ...pair };
  if (user['auth-provider'] !== undefined) return legacy();
  const { username, password = '' } = user;
  if (username === undefined) return { headers: {}, ...pair };
  return { headers: { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }, ...pair };
}

const bearer = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` };

async function tokenIn(file: string): Promise<string> {
  const token = (await readOrFail(file)).trim();
  if (token !== '') return token;
  throw new KubevetError('kubeconfig', `the token file ${file} is empty`, { hint: 'Check what writes it.' });
}

async function clientCertificate(
  user: UserEntry,
): Promise<{ readonly certificate: string; readonly key: string } | object> {
  const certificate = await pem(user, 'client-certificate');
  const key = await pem(user, 'client-key');
  if (certificate === undefined) return {};
  if (key !== undefined) return { certificate, key };
  throw new KubevetError('kubeconfig', 'the user of the kubeconfig has a client-certificate without a client-key', {
    hint: 'Add client-key or client-key-data.',
  });
}

/** PEM from a kubeconfig: written out in base64, or a file; the first wins, as in kubectl. Fails where it is none. */
export async function pem<Field extends string>(
  entry: { readonly [Name in Field | `${Field}-data`]?: string },
  field: Field,
): Promise<string | undefined> {
  const [data, file] = [entry[`${field}-data`], entry[field]];
  if (data === undefined && file === undefined) return undefined;
  const text = data === undefined ? await readOrFail(file ?? '') : Buffer.from(data, 'base64').toString('utf8');
  if (text.includes('-----BEGIN ')) return text;
  const what = data === undefined ? `the ${field} ${file}` : `${field}-data`;
  throw new KubevetError('kubeconfig', `${what} of the kubeconfig holds no certificate or key`, {
    hint: 'It must be PEM: a file that begins with -----BEGIN, or such a file in base64.',
  });
}

async function readOrFail(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new KubevetError('kubeconfig', `the kubeconfig names ${file}, which cannot be read`, {
      hint: 'Check that it is there and may be read by you.',
      cause,
    });
  }
}
