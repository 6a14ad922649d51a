import { Agent, request } from 'node:https';
import type { BareApiServer } from '../../test/e2e/bare-api-server.ts';
import { askEtcd, type BareEtcd } from '../../test/e2e/bare-etcd.ts';

const NODES = 40;
const NAMESPACE = 'load';
/** Pods are those of so many Deployments, however many there are. */
const DEPLOYMENTS = 2000;
/** Objects in one transaction: etcd takes 128 by default. */
const BATCH = 50;

/** Fills a bare API server with pods as controllers and kubelets would leave them, about 8 KB of JSON each. */
export interface Filler {
  /** Pods `from` to `to` of 2,000 Deployments. */
  deploymentPods(from: number, to: number): Promise<void>;
  /** Pods `from` to `to` of as many Jobs that nothing owns. */
  jobPods(from: number, to: number): Promise<void>;
}

/** Five characters in a first object, replaced by the five digits of a number in its copies: the length of the bytes stays. */
const OWN_MARK = 'xownx';
const OWNER_MARK = 'xofxx';
const NODE_MARK = 'xnode';

/**
 * Opens a filler: makes the namespace. A first object goes through the server, its copies straight into etcd in the server's own bytes: seconds
 * instead of minutes. Fails on any answer that is no success.
 */
export async function openFiller(server: BareApiServer, etcd: BareEtcd, prefix: string): Promise<Filler> {
  const { authority, client } = server.certificates;
  const agent = new Agent({ keepAlive: true, ca: authority, cert: client.certificate, key: client.key });
  const send = (method: string, path: string, body: object) => sendJson(server.url, agent, method, path, body);
  await send('POST', '/api/v1/namespaces', { metadata: { name: NAMESPACE } });
  /** Makes an object through the server and gives the bytes that etcd holds of it, which it then forgets. */
  const stored = async (collection: string, resource: string, body: Named): Promise<Stored> => {
    const created = (await send('POST', collection, body)) as Named & { readonly metadata: { readonly uid: string } };
    const path = `${collection}/${body.metadata.name}`;
    if (body.status !== undefined) await send('PUT', `${path}/status`, body);
    const key = `/${prefix}/${resource}/${NAMESPACE}/${body.metadata.name}`;
    const { kvs } = (await askEtcd(etcd, 'range', { key: base64(key) })) as { kvs: readonly { value: string }[] };
    await askEtcd(etcd, 'deleterange', { key: base64(key) });
    const uid = created.metadata.uid;
    const bytes = Buffer.from(kvs[0]?.value ?? '', 'base64')
      .toString('latin1')
      .replaceAll(uid, uid.slice(0, -5) + OWN_MARK);
    return { key, bytes };
  };
  const pods = `/api/v1/namespaces/${NAMESPACE}/pods`;
  return {
    async deploymentPods(from, to) {
      const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `shop-${OWNER_MARK}-5d4f8c7b9` };
      const pod = await stored(pods, 'pods', podOf(`shop-${OWNER_MARK}-5d4f8c7b9-${OWN_MARK}`, owner));
      await copy(etcd, [pod], from, to, (index) => index % DEPLOYMENTS);
    },
    async jobPods(from, to) {
      const name = `batch-${OWN_MARK}`;
      const job = await stored(`/apis/batch/v1/namespaces/${NAMESPACE}/jobs`, 'jobs', jobOf(name));
      const pod = await stored(pods, 'pods', podOf(`${name}-a1b2c`, { apiVersion: 'batch/v1', kind: 'Job', name }));
      await copy(etcd, [job, pod], from, to, (index) => index);
    },
  };
}

interface Named {
  readonly metadata: { readonly name: string };
  readonly status?: object;
}

/** An object as etcd holds it, its bytes as latin1 text. */
interface Stored {
  readonly key: string;
  readonly bytes: string;
}

async function copy(
  etcd: BareEtcd,
  originals: readonly Stored[],
  from: number,
  to: number,
  ownerOf: (index: number) => number,
): Promise<void> {
  const digits = (number: number): string => String(number).padStart(5, '0');
  const numbered = (text: string, index: number): string =>
    text
      .replaceAll(OWN_MARK, digits(index))
      .replaceAll(OWNER_MARK, digits(ownerOf(index)))
      .replaceAll(NODE_MARK, digits(index % NODES));
  for (let start = from; start < to; start += BATCH) {
    const indices = Array.from({ length: Math.min(BATCH, to - start) }, (_, at) => start + at);
    const success = indices.flatMap((index) =>
      originals.map(({ key, bytes }) => ({
        requestPut: {
          key: base64(numbered(key, index)),
          value: Buffer.from(numbered(bytes, index), 'latin1').toString('base64'),
        },
      })),
    );
    await askEtcd(etcd, 'txn', { success });
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function sendJson(server: string, agent: Agent, method: string, path: string, body: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${server}${path}`,
      { method, agent, headers: { 'Content-Type': 'application/json', 'User-Agent': 'kubevet-bench' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          if (response.statusCode === 200 || response.statusCode === 201) resolve(JSON.parse(text));
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`));
        });
      },
    );
    outgoing.on('error', reject).end(JSON.stringify(body));
  });
}

const uidOf = (name: string): string => `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').slice(-12)}`;

const jobOf = (name: string) => ({
  metadata: { name },
  spec: {
    template: { spec: { restartPolicy: 'Never', containers: [{ name: 'work', image: 'registry.example/work:1.4' }] } },
  },
});

/** A pod as it looks in a busy cluster: two containers, probes, environment, volumes, conditions. */
function podOf(name: string, owner: { readonly apiVersion: string; readonly kind: string; readonly name: string }) {
  const started = '2026-11-01T08:00:00Z';
  const running = { running: { startedAt: started } };
  const environment = Array.from({ length: 12 }, (_, at) => ({
    name: `SETTING_${at}`,
    value: `value-${at}-of-the-shop`,
  }));
  const probe = { httpGet: { path: '/healthz', port: 8080, scheme: 'HTTP' }, periodSeconds: 10, failureThreshold: 3 };
  const container = (at: string, image: string) => ({
    name: at,
    image,
    env: environment,
    ports: [{ name: 'http', containerPort: at === 'app' ? 8080 : 9090, protocol: 'TCP' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    livenessProbe: probe,
    readinessProbe: probe,
    volumeMounts: [
      { name: 'config', mountPath: '/etc/shop', readOnly: true },
      {
        name: `kube-api-access-${OWN_MARK}`,
        mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
        readOnly: true,
      },
    ],
    securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
  });
  return {
    metadata: {
      name,
      namespace: NAMESPACE,
      labels: { app: owner.name, 'pod-template-hash': '5d4f8c7b9', 'app.kubernetes.io/part-of': 'shop' },
      annotations: {
        'prometheus.io/scrape': 'true',
        'checksum/config': '7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069',
      },
      ownerReferences: [{ ...owner, uid: uidOf(owner.name), controller: true, blockOwnerDeletion: true }],
    },
    spec: {
      serviceAccountName: 'shop',
      nodeName: `node-${NODE_MARK}`,
      containers: [
        container('app', 'registry.example/shop/app:3.2.1'),
        container('proxy', 'registry.example/shop/proxy:1.9'),
      ],
      volumes: [
        { name: 'config', configMap: { name: 'shop' } },
        {
          name: `kube-api-access-${OWN_MARK}`,
          projected: {
            sources: [
              { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
              { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
              {
                downwardAPI: {
                  items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
                },
              },
            ],
          },
        },
      ],
    },
    status: {
      phase: 'Running',
      conditions: ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(
        (type) => ({
          type,
          status: 'True',
          lastTransitionTime: started,
        }),
      ),
      hostIP: '10.1.0.1',
      podIP: '10.244.1.1',
      podIPs: [{ ip: '10.244.1.1' }],
      startTime: started,
      qosClass: 'Burstable',
      containerStatuses: ['app', 'proxy'].map((at) => ({
        name: at,
        image: `registry.example/shop/${at}`,
        imageID: `registry.example/shop/${at}@sha256:7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069`,
        containerID: `containerd://7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d${OWN_MARK}`,
        ready: true,
        started: true,
        restartCount: 0,
        state: running,
        lastState: {},
      })),
    },
  };
}
