import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import semver from 'semver';
import { parse } from 'yaml';
import { compareConfig, fieldsOf } from '../../scripts/facts/config.ts';
import { ACCEPT_FLAGZ, compareWithFlagz, parseFlagz } from '../../scripts/facts/flagz.ts';
import { BUILT_IN, type FlagComponent } from '../../src/facts/data-set.ts';
import { facts } from '../../src/facts/index.ts';
import { parseTable } from '../../src/facts/table.ts';
import { type BareApiServer, startApiServer } from './bare-api-server.ts';
import { type BareEtcd, startEtcd } from './bare-etcd.ts';
import { nodes } from './flips/flip.ts';
import { binariesOf, type Flags, freePort, startServer } from './server-process.ts';
import { kubectl, onNode } from './support.ts';

// What the facts say against what running components say: at /flagz, where the flags are too that --help hides, and at /configz.

const VERSION = process.env['KUBEVET_E2E_VERSION'] ?? '1.37.2';
const TIMEOUT = 300_000;
const GATE = { 'feature-gates': 'ComponentFlagz=true' };

/** The kubelet makes a certificate itself where none is given. */
const MADE = ['tlsCertFile', 'tlsPrivateKeyFile'];

type Component = FlagComponent;

/** A test of each component on the versions that have /flagz: bare servers are told to, the cluster does as it comes. */
function each(
  first: Readonly<Partial<Record<Component, string>>>,
  body: (component: Component) => Promise<void>,
): void {
  for (const [component, since] of Object.entries(first) as [Component, string][]) {
    if (semver.gte(VERSION, since)) test(component, () => body(component));
  }
}

/** Where facts differ from an answer of /flagz. */
const differences = (component: Component, answer: string, given: readonly string[]) =>
  compareWithFlagz(facts, component, VERSION, parseFlagz(answer), new Set(given), [
    ...parseTable(BUILT_IN.flags[component]).keys(),
  ]);

describe('of bare servers', () => {
  const binaries = binariesOf(VERSION);
  let etcd: BareEtcd;
  let server: BareApiServer;

  beforeAll(async () => {
    etcd = await startEtcd(binaries);
    server = await startApiServer(binaries, { etcd, prefix: 'flagz', flags: GATE });
  }, TIMEOUT);

  afterAll(async () => {
    await server?.stop();
    await etcd?.stop();
  });

  const get = (url: string): Promise<string> => {
    const { certificate, key } = server.certificates.client;
    const options = {
      cert: certificate,
      key,
      rejectUnauthorized: false,
      agent: false,
      headers: { Accept: ACCEPT_FLAGZ },
    };
    return new Promise((resolve, reject) => {
      request(url, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
      })
        .on('error', reject)
        .end();
    });
  };

  test('kube-apiserver', async () => {
    const answer = await get(`${server.url}/flagz`);
    expect(differences('kube-apiserver', answer, Object.keys(server.flags))).toEqual([]);
  });

  each({ 'kube-scheduler': '1.34.0', 'kube-controller-manager': '1.34.0' }, async (component) => {
    const folder = await mkdtemp(join(tmpdir(), 'kubevet-flagz-'));
    const kubeconfig = join(folder, 'kubeconfig');
    const authority = join(folder, 'ca.crt');
    await writeFile(kubeconfig, server.kubeconfig, { mode: 0o600 });
    await writeFile(authority, server.certificates.authority);
    const url = `https://127.0.0.1:${await freePort()}`;
    const flags: Flags = {
      kubeconfig,
      'authentication-kubeconfig': kubeconfig,
      'authorization-kubeconfig': kubeconfig,
      'client-ca-file': authority,
      'bind-address': '127.0.0.1',
      'secure-port': new URL(url).port,
      'leader-elect': 'false',
      ...GATE,
    };
    const isReady = async () => (await get(`${url}/healthz`)) === 'ok';
    const stop = await startServer({ binary: join(binaries, component), folder, flags, isReady });
    const answer = await get(`${url}/flagz`).finally(stop);
    expect(differences(component, answer, Object.keys(flags))).toEqual([]);
  });
});

describe('of the cluster', () => {
  const node = (): string => nodes().planes[0]?.name ?? '';

  /** The flags that a component of a node was started with. */
  const given = (component: Component, on: string): readonly string[] => {
    const command = onNode(on, ['bash', '-c', `tr '\\0' '\\n' </proc/$(pgrep -xo ${component})/cmdline`]);
    return [...command.matchAll(/^--([^=\n]+)/gm)].map(([, flag = '']) => flag);
  };

  const [cert, key] = ['crt', 'key'].map((file) => `/etc/kubernetes/pki/apiserver-kubelet-client.${file}`);
  const WHERE: Partial<Record<Component, string>> = {
    kubelet: `--insecure --cert ${cert} --key ${key} https://127.0.0.1:10250/flagz`,
    'kube-proxy': 'http://127.0.0.1:10249/flagz',
  };

  each({ kubelet: '1.36.0', 'kube-proxy': '1.36.0' }, async (component) => {
    const where = (WHERE[component] ?? '').split(' ');
    const answer = onNode(node(), ['curl', '-sSf', '-H', `Accept: ${ACCEPT_FLAGZ}`, ...where]);
    expect(differences(component, answer, given(component, node()))).toEqual([]);
  });

  test('the configuration of kubelet', () => {
    const { kubeletconfig } = JSON.parse(kubectl('get', '--raw', `/api/v1/nodes/${node()}/proxy/configz`));
    const file = fieldsOf(parse(onNode(node(), ['cat', '/var/lib/kubelet/config.yaml'])));
    // kubeadm writes many fields as zero, which is as good as absent; flags override fields of their name.
    const set = [
      ...Object.keys(file).filter((field) => !['', '0s', 0].includes(file[field] as string)),
      ...given('kubelet', node()).map((flag) => flag.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())),
      ...MADE,
    ];
    expect(compareConfig(facts, 'kubelet', VERSION, kubeletconfig, new Set(set))).toEqual([]);
  });
});
