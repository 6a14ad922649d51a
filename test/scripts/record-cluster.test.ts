import { readFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type Files, recordCluster } from '../../scripts/recording/record.ts';
import { encodeProtobufList } from '../../src/demo/protobuf-list.ts';
import { loadRecording, type Recording } from '../../src/demo/recording.ts';
import { field } from '../src/shapes/support/bytes.ts';
import { connectionLab, recording } from '../support/connections.ts';
import { CLUSTERS, clusterNames } from '../support/golden.ts';
import * as build from '../support/objects.ts';
import { filesBelow } from '../support/source-files.ts';

const lab = connectionLab();
afterEach(lab.close);
afterAll(lab.remove);

const record = async (of: Recording): Promise<Files> => {
  const server = await lab.serve({ recording: of });
  return recordCluster(await lab.connect(server.kubeconfig(), { requestTimeout: 60_000 }));
};

const CANARY = 'c4n4ry';
const SECRET = { token: CANARY, password: CANARY, 'client-key-data': CANARY };
const NOTE = 'kubectl.kubernetes.io/last-applied-configuration';

const container = {
  name: 'app',
  image: 'example.org/app:1',
  command: ['/app', `--password=${CANARY}`],
  args: [CANARY],
  env: [{ name: 'PASSWORD', value: CANARY }],
  livenessProbe: { exec: { command: ['check', CANARY] } },
};

/** `container` as the API server writes it. */
const encodedContainer = field(
  2,
  field(1, container.name),
  field(2, container.image),
  ...container.command.map((text) => field(3, text)),
  field(4, CANARY),
  field(7, field(1, 'PASSWORD'), field(2, CANARY)),
  field(10, field(1, field(1, field(1, 'check'), field(1, CANARY)))),
);

/** The demo cluster with something secret wherever a cluster has it. */
function leakyCluster(): Recording {
  const annotations = { [NOTE]: CANARY, 'example.org/note': CANARY };
  const list = (kind: string, items: readonly unknown[]) => ({ kind, apiVersion: 'v1', metadata: {}, items });
  const metadata = field(1, field(1, 'p'), field(3, 'default'), field(12, field(1, NOTE), field(2, CANARY)));
  const pods = { apiVersion: 'v1', kind: 'PodList', items: [Buffer.concat([metadata, field(2, encodedContainer)])] };
  const json = new Map([
    ...recording.json,
    ['/version', { ...(recording.json.get('/version') as object), gitCommit: CANARY }],
    ['/flagz', build.flagz({ 'a-token': CANARY, 'etcd-servers': `https://u:${CANARY}@192.0.2.1` })],
    ['/api/v1/pods', list('PodList', [build.pod('p', { annotations, containers: [container] })])],
    [
      '/api/v1/secrets',
      list('SecretList', [
        { ...build.secret('bootstrap-token-c4n4ry', 'kube-system', { annotations }), data: { 'token-secret': CANARY } },
        build.secret('kubeadm-certs', 'kube-system', {
          ownerReferences: [build.ownedBy('v1', 'Secret', 'bootstrap-token-c4n4ry')],
        }),
      ]),
    ],
    [
      '/api/v1/configmaps',
      list('ConfigMapList', [
        build.kubeadmConfig({ apiServer: { extraArgs: [{ name: 'a-token', value: CANARY }], extraEnvs: [CANARY] } }),
        build.kubeletConfig({ staticPodURLHeader: { Authorization: [CANARY] } }),
        build.kubeProxyConfig(
          { mode: 'iptables' },
          { cluster: { 'certificate-authority-data': CANARY }, user: SECRET },
        ),
        build.configMap('other', { password: CANARY }),
      ]),
    ],
    [
      '/api/v1/nodes/node-1/proxy/configz',
      build.kubeletConfigz('node-1', { staticPodURLHeader: { Authorization: [CANARY] }, maxPods: 7 }),
    ],
  ]);
  const protobuf = new Map([
    ...recording.protobuf,
    ['/api/v1/pods', encodeProtobufList(pods, { resourceVersion: '1' })],
  ]);
  return {
    json,
    protobuf,
    text: new Map([
      ...recording.text,
      [
        '/metrics',
        `process_start_time_seconds 1\nsome_metric{token="${CANARY}"} 1\napiserver_audit_error_total{plugin="log",path="${CANARY}"} 1\n`,
      ],
    ]),
  };
}

test('nothing secret is recorded', async () => {
  const files = await record(leakyCluster());
  const leaking = [...files].filter(([, content]) => content.includes(CANARY)).map(([path]) => path);
  expect(leaking).toEqual([]);
  // All of it was read: that nothing leaks is no wonder where nothing is there.
  const textOf = (path: string) => String(files.get(path));
  expect(textOf('api/v1/secrets.json')).toContain('bootstrap-token-000000');
  expect(textOf('api/v1/configmaps.json')).toContain('[redacted]');
  expect(textOf('api/v1/nodes/node-1/proxy/configz.json')).toContain('"maxPods":7');
  expect(textOf('flagz.json')).toContain('https://[redacted]@192.0.2.1');
  for (const path of ['api/v1/pods.json', 'api/v1/pods.pb']) expect(textOf(path)).toContain('example.org/app:1');
}, 60_000);

test('a cluster that may not be read in full is not recorded', async () => {
  const server = await lab.serve({ may: ({ resource }) => resource !== 'nodes' });
  const connection = await lab.connect(server.kubeconfig());
  await expect(recordCluster(connection)).rejects.toThrow(/not read: .*nodes/);
}, 60_000);

describe('the recordings', () => {
  test.each(clusterNames())(
    '%s holds nothing but what is recorded',
    async (name) => {
      const folder = `test/clusters/${name}/recording/`;
      const paths = filesBelow(folder.slice(0, -1)).map((path) => path.slice(folder.length));
      const files = await record(await loadRecording(new URL(`${name}/recording/`, CLUSTERS)));
      expect([...files.keys()]).toEqual([...paths].sort());
      for (const [path, content] of files)
        expect(content).toEqual(readAs(content, new URL(`${name}/recording/${path}`, CLUSTERS)));
    },
    60_000,
  );
});

const readAs = (like: string | Buffer, file: URL): string | Buffer =>
  typeof like === 'string' ? readFileSync(file, 'utf8') : readFileSync(file);
