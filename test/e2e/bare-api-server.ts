import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, makeCertificates } from '../../src/demo/certificates.ts';
import { writeKubeconfig } from '../../src/demo/kubeconfig.ts';
import type { BareEtcd } from './bare-etcd.ts';
import { type Flags, freePort, logIn, startServer } from './server-process.ts';

/** A kube-apiserver on 127.0.0.1 that belongs to no cluster: no node, no controller, no scheduler. */
export interface BareApiServer {
  readonly url: string;
  /** A kubeconfig of a member of system:masters. */
  readonly kubeconfig: string;
  readonly certificates: Certificates;
  /** What the server writes to its log. */
  readonly log: string;
  /** What it was started with. */
  readonly flags: Flags;
  stop(): Promise<void>;
}

export interface BareApiServerOptions {
  readonly etcd: BareEtcd;
  /** Keeps the objects of one server apart from those of others on the same etcd. */
  readonly prefix: string;
  /** Flags beyond, or in place of, those that a server cannot do without. */
  readonly flags?: Flags;
}

/** Starts kube-apiserver. Fails, with the end of its log, where it is not ready within three minutes. */
export async function startApiServer(binaries: string, options: BareApiServerOptions): Promise<BareApiServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kubevet-apiserver-'));
  const file = (name: string) => join(folder, name);
  const certificates = await makeCertificates({ client: { user: 'admin', groups: ['system:masters'] } });
  const account = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await Promise.all([
    writeFile(file('ca.crt'), certificates.authority),
    writeFile(file('server.crt'), certificates.server.certificate),
    writeFile(file('server.key'), certificates.server.key, { mode: 0o600 }),
    writeFile(file('sa.key'), account.privateKey, { mode: 0o600 }),
    writeFile(file('sa.pub'), account.publicKey),
  ]);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const flags = {
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
  };
  const stop = await startServer({
    binary: join(binaries, 'kube-apiserver'),
    folder,
    flags,
    isReady: () => isReady(url, certificates),
  });
  const kubeconfig = writeKubeconfig({ url, certificates, token: '' }, { context: 'bare' });
  return { url, kubeconfig, certificates, log: logIn(folder), flags, stop };
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
