/** How a cluster is reached, as a kubeconfig says it. */
export interface ClusterEntry {
  readonly server?: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
  readonly 'tls-server-name'?: string;
  readonly 'proxy-url'?: string;
}

/** A credential plugin, as a kubeconfig says it. */
export interface ExecEntry {
  readonly apiVersion?: string;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly interactiveMode?: string;
  readonly installHint?: string;
  readonly provideClusterInfo?: boolean;
}

/** Who asks, as a kubeconfig says it. */
export interface UserEntry {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
  readonly username?: string;
  readonly password?: string;
  readonly exec?: ExecEntry;
  readonly 'auth-provider'?: { readonly name?: string; readonly config?: Readonly<Record<string, string>> };
  readonly as?: string;
  readonly 'as-uid'?: string;
  readonly 'as-groups'?: readonly string[];
  readonly 'as-user-extra'?: Readonly<Record<string, readonly string[]>>;
}

export type Untyped = Readonly<Record<string, unknown>>;

/** Fields of which kubevet takes care, each with the values that it may have. */
export type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

export const isRecord = (value: unknown): value is Untyped =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): boolean => typeof value === 'string';
const flag = (value: unknown): boolean => typeof value === 'boolean';
const listOf = (one: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(one);
const mapOf = (one: (value: unknown) => boolean) => (value: unknown) =>
  isRecord(value) && Object.values(value).every(one);

export const CLUSTER: Shape = {
  server: text,
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': flag,
  'tls-server-name': text,
  'proxy-url': text,
} satisfies Record<keyof ClusterEntry, unknown>;

export const EXEC: Shape = {
  apiVersion: text,
  command: text,
  args: listOf(text),
  env: listOf((value) => isRecord(value) && text(value['name']) && text(value['value'])),
  interactiveMode: text,
  installHint: text,
  provideClusterInfo: flag,
} satisfies Record<keyof ExecEntry, unknown>;

export const USER: Shape = {
  token: text,
  tokenFile: text,
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
  username: text,
  password: text,
  exec: isRecord,
  'auth-provider': (value: unknown) => isRecord(value) && text(value['name']) && mapOf(text)(value['config'] ?? {}),
  as: text,
  'as-uid': text,
  'as-groups': listOf(text),
  'as-user-extra': mapOf(listOf(text)),
} satisfies Record<keyof UserEntry, unknown>;
