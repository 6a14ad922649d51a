import { execFile } from 'node:child_process';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report, Status } from '../../src/model/report.ts';
import { adminConfig, bundle, checkOf, kubectl, kubevet, onCluster, type Scan, scan, writeConfig } from './support.ts';

const PORT = 6443;
/** Off on one replica; on is the default. */
const SETTING = 'service-account-lookup';
const CHECK = `kube-apiserver/${SETTING}`;
const CHANGED = 'e2e-2';
const RESTART = 300_000;

/** The control-plane nodes and their addresses. */
let planes: ReadonlyMap<string, string>;
/** What each check says of the whole cluster while nothing is disturbed. */
let calm: Scan;

beforeAll(async () => {
  const nodes: readonly { readonly metadata: { readonly name: string }; readonly status: NodeStatus }[] = JSON.parse(
    kubectl('get', 'nodes', '-l', 'node-role.kubernetes.io/control-plane', '-o', 'json'),
  ).items;
  planes = new Map(nodes.map(({ metadata, status }) => [metadata.name, addressOf(status)]));
  await addFlag(CHANGED, `--${SETTING}=false`);
  calm = scan(configFor(`https://${planes.get('e2e-1')}:${PORT}`));
}, RESTART);

describe('three control-plane nodes, one API server of which has another flag', () => {
  test('are all seen', () => {
    expect([...planes.keys()]).toEqual(['e2e-1', 'e2e-2', 'e2e-3']);
    expect(calm.exit).toBe(0);
    expect(calm.report.checks.filter(({ status }) => status === 'error')).toEqual([]);
    const members = checkOf(calm.report, 'etcd/peer-client-cert-auth')?.findings.map(({ subject }) => subject.name);
    expect(members?.sort()).toEqual(['etcd-e2e-1', 'etcd-e2e-2', 'etcd-e2e-3']);
  });

  test('differ in the very instance that differs, whichever of them is asked', () => {
    for (const address of planes.values()) {
      const { report } = scan(configFor(`https://${address}:${PORT}`));
      const verdicts = checkOf(report, CHECK)?.findings.map(({ subject, verdict }) => [subject.name, verdict]) ?? [];
      expect(Object.fromEntries(verdicts)).toEqual({
        'kube-apiserver-e2e-1': 'pass',
        'kube-apiserver-e2e-2': 'fail',
        'kube-apiserver-e2e-3': 'pass',
      });
      expect(statuses(report)).toEqual(statuses(calm.report));
    }
  });
});

describe('an API server that dies in the middle of a scan', () => {
  const [first = '', second = ''] = ['e2e-3', 'e2e-1'];
  let bytes: number;

  beforeAll(async () => {
    const { read } = await scanThrough([first]);
    bytes = read;
  });

  afterAll(() => {
    onCluster('node', CHANGED, 'pkill', '-CONT', '-x', 'kubelet');
  });

  test('is replaced by the next one that a balancer knows, and nothing is lost', async () => {
    const { report, exit, used } = await scanThrough([first, second], bytes / 2, () => killApiServer(first));
    expect(used).toEqual([first, second]);
    expect(exit).toBe(0);
    expect(report && statuses(report)).toEqual(statuses(calm.report));
  });

  test('leaves unknown what it did not answer any more, where there is no other', async () => {
    const { report, exit } = await scanThrough([CHANGED], bytes / 2, () => {
      onCluster('node', CHANGED, 'pkill', '-STOP', '-x', 'kubelet'); // else it starts it again
      killApiServer(CHANGED);
    });
    expect(exit).toBe(4);
    const seen = report === undefined ? {} : statuses(report);
    const changed = Object.entries(seen).filter(([id, status]) => status !== statuses(calm.report)[id]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(([, status]) => status !== 'unknown')).toEqual([]);
    expect(report?.coverage.failedLists).not.toEqual([]);
  });

  test('gives no report once it is dead', () => {
    const config = configFor(`https://${planes.get(CHANGED)}:${PORT}`);
    const { code, out, err } = kubevet('--kubeconfig', config, '-o', 'json');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(`${planes.get(CHANGED)}:${PORT}`);
  });
});

const statuses = ({ checks }: Report): Readonly<Record<string, Status>> =>
  Object.fromEntries(checks.map(({ id, status }) => [id, status]));

interface NodeStatus {
  readonly addresses: readonly { readonly type: string; readonly address: string }[];
}

const addressOf = ({ addresses }: NodeStatus): string =>
  addresses.find(({ type }) => type === 'InternalIP')?.address ?? '';

/** A kubeconfig of the admin for an API server, which has every replica's certificate. */
function configFor(server: string): string {
  const admin = adminConfig();
  const [{ name, cluster }] = admin.clusters;
  const entry = { ...cluster, server, 'tls-server-name': 'kubernetes' };
  return writeConfig(server.replace(/\W+/g, '-'), { ...admin, clusters: [{ name, cluster: entry }] });
}

/** Gives one replica another flag; done once its mirror pod is that of the new manifest and ready. */
async function addFlag(node: string, flag: string): Promise<void> {
  const before = hashOf(node);
  const manifest = '/etc/kubernetes/manifests/kube-apiserver.yaml';
  // Moved into place: the kubelet would read half a file, and a second one beside it.
  const edit = `sed 's/^    - kube-apiserver$/&\\n    - ${flag}/' ${manifest} >/etc/kubernetes/edited && mv /etc/kubernetes/edited ${manifest}`;
  onCluster('node', node, 'sh', '-c', edit);
  while (hashOf(node) === before) await new Promise((resolve) => setTimeout(resolve, 1000));
  kubectl('-n', 'kube-system', 'wait', '--for=condition=Ready', `pod/kube-apiserver-${node}`, '--timeout=240s');
}

const hashOf = (node: string): string =>
  kubectl('-n', 'kube-system', 'get', `pod/kube-apiserver-${node}`, '--ignore-not-found', '-o', 'json').match(
    /"kubernetes.io\/config.hash": "(\w+)"/,
  )?.[1] ?? '';

const killApiServer = (node: string): string => onCluster('node', node, 'pkill', '-KILL', '-x', 'kube-apiserver');

/** Scans through a balancer; `then` is called when so many bytes came from the servers, before they go on to kubevet. */
async function scanThrough(nodes: readonly string[], after = Number.POSITIVE_INFINITY, then: () => void = () => {}) {
  let read = 0;
  let done = false;
  const used = new Set<string>();
  const balancer = createServer((client) =>
    relay(client, nodes, (node, size) => {
      used.add(node);
      read += size;
      if (read < after || done) return;
      done = true;
      then();
    }),
  );
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  const config = configFor(`https://127.0.0.1:${(balancer.address() as AddressInfo).port}`);
  const args = [bundle, '--kubeconfig', config, '-o', 'json'];
  const { exit, out } = await new Promise<{ readonly exit: number; readonly out: string }>((resolve) => {
    const child = execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (_, stdout) =>
      resolve({ exit: child.exitCode ?? -1, out: stdout }),
    );
  });
  balancer.close();
  return { read, used: [...used], exit, report: out === '' ? undefined : (JSON.parse(out) as Report) };
}

/** Joins a connection to the first node that takes it, as a balancer of TCP connections does. */
function relay(client: Socket, nodes: readonly string[], onBytes: (node: string, size: number) => void): void {
  const [node, ...others] = nodes;
  if (node === undefined) return void client.destroy();
  const server = connect(PORT, planes.get(node));
  let connected = false;
  server.on('connect', () => {
    connected = true;
    client.pipe(server);
  });
  server.on('data', (chunk) => {
    onBytes(node, chunk.length);
    client.write(chunk);
  });
  server.on('error', () => {
    if (!connected) relay(client, others, onBytes);
  });
  server.on('close', () => {
    if (connected) client.destroy();
  });
  client.on('error', () => server.destroy());
  client.on('close', () => server.destroy());
}
