import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer } from './server-process.ts';

/** An etcd on 127.0.0.1 for some bare API servers. */
export interface BareEtcd {
  /** Plain HTTP: who tests may look at what is stored. */
  readonly url: string;
  /** HTTPS, where etcd was given certificates; else empty. */
  readonly secureUrl: string;
  stop(): Promise<void>;
}

/** Files that make etcd serve HTTPS as well. */
export interface EtcdFiles {
  readonly certificate: string;
  readonly key: string;
  /** Who connects must show a certificate of this CA; anybody may without it. */
  readonly clientAuthority?: string;
}

/** Starts etcd with its data in a temporary folder. Fails where it does not listen within three minutes. */
export async function startEtcd(binaries: string, files?: EtcdFiles): Promise<BareEtcd> {
  const folder = await mkdtemp(join(tmpdir(), 'kubevet-etcd-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const secureUrl = files === undefined ? '' : `https://127.0.0.1:${await freePort()}`;
  const peer = `http://127.0.0.1:${await freePort()}`;
  const stop = await startServer({
    binary: join(binaries, 'etcd'),
    folder,
    flags: {
      'data-dir': join(folder, 'data'),
      'listen-client-urls': [url, secureUrl].filter(Boolean).join(','),
      'advertise-client-urls': url,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `default=${peer}`,
      'quota-backend-bytes': String(4 << 30),
      'unsafe-no-fsync': 'true',
      ...(files === undefined ? {} : { 'cert-file': files.certificate, 'key-file': files.key }),
      ...(files?.clientAuthority === undefined
        ? {}
        : { 'client-cert-auth': 'true', 'trusted-ca-file': files.clientAuthority }),
    },
    isReady: async () => (await fetch(`${url}/health`)).ok,
  });
  return { url, secureUrl, stop };
}

/** Calls of etcd, and what they are of. */
const CALLS = { range: 'kv', deleterange: 'kv', txn: 'kv', timetolive: 'lease' } as const;

/** Asks the JSON gateway of etcd. */
export async function askEtcd(etcd: BareEtcd, call: keyof typeof CALLS, body: object): Promise<unknown> {
  const response = await fetch(`${etcd.url}/v3/${CALLS[call]}/${call}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`etcd ${call}: ${response.status} ${await response.text()}`);
  return response.json();
}
