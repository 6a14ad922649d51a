import { readFile } from 'node:fs/promises';
import { KubevetError } from '../model/error.ts';
import { type PluginOptions, runPlugin } from './exec-plugin.ts';
import type { UserEntry } from './kubeconfig-file.ts';

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
    'Impersonate-User': name,
    ...(uid === undefined ? {} : { 'Impersonate-Uid': uid }),
    ...(groups.length === 0 ? {} : { 'Impersonate-Group': groups }),
    ...Object.fromEntries(
      Object.entries(extra).map(([key, values]) => [`Impersonate-Extra-${encodeURIComponent(key)}`, values]),
    ),
  };
}

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

const tokenIn = async (file: string): Promise<string> => (await readOrFail(file)).trim();

async function clientCertificate(
  user: UserEntry,
): Promise<{ readonly certificate: string; readonly key: string } | object> {
  const certificate = await pem(user['client-certificate-data'], user['client-certificate']);
  const key = await pem(user['client-key-data'], user['client-key']);
  return certificate === undefined || key === undefined ? {} : { certificate, key };
}

/** PEM from a kubeconfig: written out in base64, or a file; the first wins, as in kubectl. */
export async function pem(data: string | undefined, file: string | undefined): Promise<string | undefined> {
  if (data !== undefined && data !== '') return Buffer.from(data, 'base64').toString('utf8');
  return file === undefined || file === '' ? undefined : readOrFail(file);
}

async function readOrFail(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new KubevetError('kubeconfig', `the kubeconfig names ${file}, which cannot be read`, { cause });
  }
}
