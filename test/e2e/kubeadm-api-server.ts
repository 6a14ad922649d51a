import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.ts';
import { type BareEtcd, startEtcd } from './bare-etcd.ts';
import { type KubeadmFiles, makeKubeadmFiles } from './kubeadm-files.ts';
import { binariesOf, commandOf, type Flags, freePort, startServer } from './server-process.ts';
import { type StubKubelet, startStubKubelet } from './stub-kubelet.ts';

/** What API servers of one test share. */
export interface Ground {
  readonly binaries: string;
  /** This machine's address by which the API server reaches kubelets: it refuses loopback. */
  readonly address: string;
  readonly files: KubeadmFiles;
  /** Demands certificates over HTTPS, as kubeadm sets it up. */
  readonly etcd: BareEtcd;
  /** Serves HTTPS to anybody. */
  readonly openEtcd: BareEtcd;
  /** Its certificate is of the cluster's CA. */
  readonly kubelet: StubKubelet;
  /** Its certificate is of a CA that nobody named. */
  readonly strangeKubelet: StubKubelet;
  /** What stands in flags for a path or address: `{pki}/ca.crt`. */
  readonly places: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Changes to the flags that kubeadm gives; null takes one out. */
export type Changes = Readonly<Record<string, string | null>>;

/** An API server with the flags that kubeadm gives it, but for changes. */
export interface KubeadmApiServer {
  readonly url: string;
  /** Where relative paths of its flags lead. */
  readonly folder: string;
  /** The key below which etcd holds its objects. */
  readonly prefix: string;
  readonly flags: Flags;
  /** Who vouches for its certificate. */
  readonly authority: string;
  readonly ground: Ground;
  stop(): Promise<void>;
}

/** Who asks: the admin by default, by all credentials that there are; nobody; by a token alone; or, by the admin's word, somebody else. */
export type Asker =
  | 'admin'
  | 'anonymous'
  | 'certificate'
  | { readonly token: string }
  | { readonly user: string; readonly groups?: readonly string[] };

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export const NODE = 'node-1';
/** A token of an admin, in servers that were given the file `{files}/tokens.csv`. */
export const STATIC_TOKEN = 'static-token-of-an-admin';

/**
 * Lets kubeadm make its files, writes `extra` beside them and starts what API servers need: etcd in two ways, and two kubelets. Fails where the
 * machine has no address but loopback.
 */
export async function prepareGround(
  version: string,
  extra: Readonly<Record<string, string>>,
  kubeletConfiguration: object,
): Promise<Ground> {
  const binaries = binariesOf(version);
  const folder = await mkdtemp(join(tmpdir(), 'kubevet-kubeadm-'));
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => void (await Promise.all(stops.map((end) => end())));
  const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const service = await starting;
    stops.push(service.stop);
    return service;
  };
  try {
    const address = ownAddress();
    const files = await makeKubeadmFiles(binaries, folder, { version, name: NODE, address });
    await Promise.all(Object.entries(extra).map(([name, text]) => writeFile(join(folder, name), text)));
    const keys = { certificate: files.pki('etcd/server.crt'), key: files.pki('etcd/server.key') };
    const etcd = await started(startEtcd(binaries, { ...keys, clientAuthority: files.pki('etcd/ca.crt') }));
    const openEtcd = await started(startEtcd(binaries, keys));
    const clientAuthority = files.pki('ca.crt');
    const trusted = { certificate: files.pki('apiserver.crt'), key: files.pki('apiserver.key'), clientAuthority };
    const kubelet = await started(startStubKubelet(address, trusted, kubeletConfiguration));
    const strangeKubelet = await started(startStubKubelet(address, { ...keys, clientAuthority }, kubeletConfiguration));
    const places = {
      '{pki}': files.pki(''),
      '{files}': folder,
      '{plain etcd}': etcd.url,
      '{open etcd}': openEtcd.secureUrl,
    };
    return { binaries, address, files, etcd, openEtcd, kubelet, strangeKubelet, places, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  const own = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (own === undefined) throw new Error('this machine has no IPv4 address but loopback, which no node may have');
  return own.address;
}

/** The flags that kubeadm gives, with changes. */
export function flagsWith({ files, etcd, places }: Ground, changes: Changes): Flags {
  const fill = (text: string): string =>
    Object.entries(places).reduce((filled, [mark, place]) => filled.replace(mark, place), text);
  const changed = Object.entries({ ...files.flags, 'etcd-servers': etcd.secureUrl, ...changes });
  return Object.fromEntries(changed.flatMap(([flag, value]) => (value === null ? [] : [[flag, fill(value)]])));
}

/** Starts an API server on 127.0.0.1. Fails, with the end of its log, where it is not ready within three minutes. */
export async function startKubeadmApiServer(ground: Ground, name: string, given: Flags): Promise<KubeadmApiServer> {
  const folder = join(ground.places['{files}'] ?? '', name);
  await mkdir(folder);
  const prefix = `/${name}`;
  const port = await freePort();
  // What differs since no pod is around it.
  const own = {
    'bind-address': '127.0.0.1',
    'secure-port': String(port),
    'etcd-prefix': prefix,
    'cert-dir': 'certs',
  };
  const flags = { ...given, ...own };
  const url = `https://127.0.0.1:${port}`;
  const authorityFile = 'tls-cert-file' in flags ? ground.files.pki('ca.crt') : join(folder, 'certs', 'apiserver.crt');
  const readAuthority = () => readFile(authorityFile, 'utf8');
  const stop = await startServer({
    binary: join(ground.binaries, 'kube-apiserver'),
    folder,
    flags,
    // Stands for the public CAs in the image: a certificate that they vouch for is one of this CA.
    environment: { SSL_CERT_FILE: ground.files.pki('etcd/ca.crt') },
    isReady: async () => {
      const server = { url, ground, authority: await readAuthority() };
      return (await ask(server, 'GET', '/readyz')).status === 200;
    },
  });
  return { url, folder, prefix, flags, authority: await readAuthority(), ground, stop };
}

/** Asks a server. Any status is an answer. */
export function ask(
  server: Pick<KubeadmApiServer, 'url' | 'authority' | 'ground'>,
  method: string,
  path: string,
  { as = 'admin', body }: { readonly as?: Asker; readonly body?: object } = {},
): Promise<Answer> {
  const withCertificate = as !== 'anonymous' && !(typeof as === 'object' && 'token' in as);
  const { certificate, key } = server.ground.files.admin;
  const options = {
    method,
    agent: false,
    ca: server.authority,
    headers: { 'Content-Type': contentType(method), ...headersOf(as) },
    ...(withCertificate ? { cert: certificate, key } : {}),
  };
  return new Promise((resolve, reject) => {
    request(new URL(path, server.url), options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
    })
      .on('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const contentType = (method: string): string =>
  method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';

function headersOf(as: Asker): Readonly<Record<string, string | string[]>> {
  if (as === 'anonymous' || as === 'certificate') return {};
  if (as === 'admin') return { Authorization: `Bearer ${STATIC_TOKEN}` };
  if ('token' in as) return { Authorization: `Bearer ${as.token}` };
  return { 'Impersonate-User': as.user, 'Impersonate-Group': [...(as.groups ?? [])] };
}

/** Makes an object as the admin; one that exists is as good. */
export async function make(server: KubeadmApiServer, collection: string, body: object): Promise<void> {
  const { status, text } = await ask(server, 'POST', collection, { body });
  if (status !== 201 && status !== 409) throw new Error(`POST ${collection}: ${status} ${text}`);
}

/** Makes what kubelets would: Nodes, and the mirror Pod of the API server with the command that truly runs. */
export async function makeMirror(server: KubeadmApiServer): Promise<void> {
  const { manifest } = server.ground.files;
  const name = `${manifest.metadata.name}-${NODE}`;
  const [container] = manifest.spec.containers;
  await make(server, '/api/v1/namespaces', { metadata: { name: 'kube-system' } });
  await makeNode(server, NODE, server.ground.kubelet);
  const pod = {
    metadata: {
      ...manifest.metadata,
      name,
      annotations: { ...manifest.metadata.annotations, 'kubernetes.io/config.mirror': 'mirror' },
    },
    spec: {
      ...manifest.spec,
      nodeName: NODE,
      containers: [{ ...container, command: commandOf('kube-apiserver', server.flags) }],
    },
    status: {
      phase: 'Running',
      hostIP: server.ground.address,
      podIP: server.ground.address,
      podIPs: [{ ip: server.ground.address }],
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
  const pods = '/api/v1/namespaces/kube-system/pods';
  await make(server, pods, pod);
  const { status, text } = await ask(server, 'PATCH', `${pods}/${name}/status`, { body: { status: pod.status } });
  if (status !== 200) throw new Error(`the mirror Pod's status: ${status} ${text}`);
}

/** Makes a Node as its kubelet would register it. */
export async function makeNode(server: KubeadmApiServer, name: string, kubelet: StubKubelet): Promise<void> {
  const version = server.ground.files.manifest.spec.containers[0].image.replace(/^.*:/, '');
  await make(server, '/api/v1/nodes', {
    metadata: { name, labels: { 'kubernetes.io/os': 'linux', 'node-role.kubernetes.io/control-plane': '' } },
    status: {
      addresses: [{ type: 'InternalIP', address: server.ground.address }],
      daemonEndpoints: { kubeletEndpoint: { Port: kubelet.port } },
      conditions: [{ type: 'Ready', status: 'True' }],
      nodeInfo: { kubeletVersion: version, operatingSystem: 'linux', osImage: 'Linux' },
    },
  });
}

const KUBEVET = new URL('../../dist/kubevet.js', import.meta.url).pathname;

/** Scans a server as the admin with the built program. */
export async function scan(server: KubeadmApiServer): Promise<Report> {
  const file = join(server.folder, 'kubeconfig');
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  const { certificate, key } = server.ground.files.admin;
  const credentials =
    'client-ca-file' in server.flags
      ? { 'client-certificate-data': encode(certificate), 'client-key-data': encode(key) }
      : { token: STATIC_TOKEN };
  const config = {
    clusters: [{ name: 'c', cluster: { server: server.url, 'certificate-authority-data': encode(server.authority) } }],
    users: [{ name: 'u', user: credentials }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  await writeFile(file, JSON.stringify(config), { mode: 0o600 });
  return new Promise((resolve, reject) => {
    const args = [KUBEVET, '-o', 'json', '--kubeconfig', file];
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (_, out, err) => {
      if (out === '') reject(new Error(`kubevet printed no report: ${err}`));
      else resolve(JSON.parse(out));
    });
  });
}
