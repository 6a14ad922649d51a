import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, makeCertificates } from '../../src/demo/certificates.ts';
import { writeKubeconfig } from '../../src/demo/kubeconfig.ts';

/** A kube-apiserver on 127.0.0.1 that belongs to no cluster: no node, no controller, no scheduler. */
export interface BareApiServer {
  readonly url: string;
  /** A kubeconfig of a member of system:masters. */
  readonly kubeconfig: string;
  readonly certificates: Certificates;
  /** What the server writes to its log. */
  readonly log: string;
  stop(): Promise<void>;
}

/** An etcd on 127.0.0.1 for some bare API servers. */
export interface BareEtcd {
  readonly url: string;
  stop(): Promise<void>;
}

export interface BareApiServerOptions {
  readonly etcd: BareEtcd;
  /** Keeps the objects of one server apart from those of others on the same etcd. */
  readonly prefix: string;
  /** Flags beyond, or in place of, those that a server cannot do without. */
  readonly flags?: Readonly<Record<string, string>>;
}

const START_TIMEOUT = 60_000;

/** The folder of binaries that test/e2e/cluster built for a version of Kubernetes. */
export const binariesOf = (version: string): string =>
  join(process.env['KUBEVET_E2E_CACHE'] ?? join(homedir(), '.cache', 'kubevet-e2e'), version, 'bin');

/** Starts etcd with its data in a temporary folder. Fails where it does not listen within a minute. */
export async function startEtcd(binaries: string): Promise<BareEtcd> {
  const folder = await mkdtemp(join(tmpdir(), 'kubevet-etcd-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const peer = `http://127.0.0.1:${await freePort()}`;
  const server = await start(join(binaries, 'etcd'), join(folder, 'log'), {
    'data-dir': join(folder, 'data'),
    'listen-client-urls': url,
    'advertise-client-urls': url,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `default=${peer}`,
    'quota-backend-bytes': String(4 << 30),
    'unsafe-no-fsync': 'true',
  });
  const stop = () => stopAndRemove(server, folder);
  await untilReady(server, async () => (await fetch(`${url}/health`)).ok, stop);
  return { url, stop };
}

/** Starts kube-apiserver. Fails, with the end of its log, where it is not ready within a minute. */
export async function startApiServer(binaries: string, options: BareApiServerOptions): Promise<BareApiServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kubevet-apiserver-'));
  const file = (name: string) => join(folder, name);
  const certificates = await makeCertificates({ client: { user: 'admin', groups: ['system:masters'] } });
  const account = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(file('ca.crt'), certificates.authority),
    writeFile(file('server.crt'), certificates.server.certificate),
    writeFile(file('server.key'), certificates.server.key, { mode: 0o600 }),
    writeFile(file('sa.key'), account.privateKey, { mode: 0o600 }),
    writeFile(file('sa.pub'), account.publicKey),
  ]);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const server = await start(join(binaries, 'kube-apiserver'), file('log'), {
    'etcd-servers': options.etcd.url,
    'etcd-prefix': `/${options.prefix}`,
    'bind-address': '127.0.0.1',
    'advertise-address': '192.0.2.1', // nobody is told it; without one it takes that of the default route, which a network of its own may lack
    'secure-port': String(port),
    'endpoint-reconciler-type': 'none',
    'service-cluster-ip-range': '10.0.0.0/24',
    'authorization-mode': 'Node,RBAC',
    'client-ca-file': file('ca.crt'),
    'tls-cert-file': file('server.crt'),
    'tls-private-key-file': file('server.key'),
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': file('sa.pub'),
    'service-account-signing-key-file': file('sa.key'),
    ...options.flags,
  });
  const stop = () => stopAndRemove(server, folder);
  await untilReady(server, () => isReady(url, certificates), stop);
  const kubeconfig = writeKubeconfig({ url, certificates, token: '' }, { context: 'bare' });
  return { url, kubeconfig, certificates, log: file('log'), stop };
}

async function start(binary: string, logFile: string, flags: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const log = await open(logFile, 'w');
  const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(binary, args, { stdio: ['ignore', log.fd, log.fd] });
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  await log.close();
  return child;
}

async function untilReady(server: ChildProcess, ask: () => Promise<boolean>, stop: () => Promise<void>): Promise<void> {
  const end = Date.now() + START_TIMEOUT;
  while (!(await ask().catch(() => false))) {
    if (server.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${server.spawnfile} did not become ready: ${server.spawnargs.join(' ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isReady(url: string, { authority, client }: Certificates): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const options = { ca: authority, cert: client.certificate, key: client.key, agent: false } as const;
    request(new URL('/readyz', url), options, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('error', reject)
      .end();
  });
}

async function stopAndRemove(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
